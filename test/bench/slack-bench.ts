import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { personIn } from "../adapters/slack/server/person.ts";
import { openSlackServer, type SlackServer } from "../adapters/slack/server/slack-server.ts";
import { APP_TOKEN, BOT_TOKEN } from "../adapters/slack/server/web-api.ts";
import { ASKER, BOT, DESK } from "../adapters/slack/server/workspace.ts";

// From a request to the posted answer, in milliseconds: our bot, as npm start runs it, beside a bare Bolt bot that
// says back what it hears. Each is a process of its own with a Slack of its own on loopback; they are asked in turn.
const SECRET = "0123456789abcdef0123456789abcdef";
const WARM_UP = 30;
const MEASURED = 200;
const KNOWN = 20;
/** Milliseconds that Slack takes for a call: 0 leaves nothing but the two programs, 40 is as a Slack near by. */
const NEAR_BY = 40;

type Transport = "socket" | "http";
type Side = { readonly server: SlackServer; readonly stop: () => Promise<void> };

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
};

const isUp = async (url: string): Promise<boolean> => {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
};

/** Waits until the bot hears what the server sends. */
const listenTo = async (server: SlackServer, transport: Transport, port: number): Promise<void> => {
  if (transport === "socket") return server.socket.connected();
  const url = `http://127.0.0.1:${port}/slack/events`;
  while (!(await isUp(url))) await new Promise((resolve) => setTimeout(resolve, 50));
  server.deliverTo({ url, secret: SECRET });
};

type Launch = (server: SlackServer, transport: Transport, port: number) => ChildProcess;

const launchOurs =
  (state: string): Launch =>
  (server, transport, port) =>
    spawn(process.execPath, ["adapters/start.ts"], {
      stdio: "ignore",
      env: {
        XDG_STATE_HOME: state,
        LOG_LEVEL: "error",
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_API_URL: server.apiUrl,
        DESK_SLACK_CHANNEL: DESK,
        ...(transport === "socket"
          ? { SLACK_APP_TOKEN: APP_TOKEN }
          : { SLACK_SIGNING_SECRET: SECRET, SLACK_PORT: String(port), SLACK_HOST: "127.0.0.1" }),
      },
    });

const launchEcho: Launch = (server, transport, port) => {
  const echo = join(import.meta.dirname, "slack-echo.ts");
  const args = [echo, transport, server.apiUrl, String(port), SECRET];
  return spawn(process.execPath, args, { stdio: "ignore" });
};

const open = async (transport: Transport, launch: Launch): Promise<Side> => {
  const server = await openSlackServer();
  const port = await freePort();
  const child = launch(server, transport, port);
  await listenTo(server, transport, port);
  return {
    server,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
      await server.stop();
    },
  };
};

type Way = {
  readonly name: string;
  /** How many messages make an answer; the last is the one. */
  readonly posts: number;
  readonly ask: (side: Side, question: string) => Promise<unknown>;
};

const MENTION: Way = {
  name: "mention",
  posts: 1,
  ask: ({ server }, question) =>
    personIn(server, ASKER).says(`<@${BOT.user}> ${question}`, { channel: DESK }),
};
const COMMAND: Way = {
  name: "/figure",
  posts: 2,
  ask: ({ server }, question) => personIn(server, ASKER).runs(question, DESK),
};

const timed = async (side: Side, way: Way, question: string): Promise<number> => {
  const posted = side.server.nextCalls("chat.postMessage", way.posts);
  const began = performance.now();
  const [calls] = await Promise.all([posted, way.ask(side, question)]);
  return (calls.at(-1)?.at ?? Number.NaN) - began;
};

const quantile = (times: readonly number[], part: number): number => {
  const inOrder = times.toSorted((a, b) => a - b);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(part * inOrder.length))] ?? Number.NaN;
};

type Times = readonly [ours: number[], echo: number[]];

/** Asks both in turn; who goes first changes, since the second may find the machine warmer. */
const measure = async (sides: readonly [Side, Side], way: Way, next: () => string): Promise<Times> => {
  const times: Times = [[], []];
  for (let turn = 0; turn < WARM_UP + MEASURED; turn += 1) {
    const question = next();
    for (const at of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const time = await timed(sides[at], way, question);
      if (turn >= WARM_UP) times[at].push(time);
    }
  }
  return times;
};

const row = (name: string, [ours, echo]: Times): string => {
  const cells = [0.5, 0.99].flatMap((part) => {
    const [a, b] = [quantile(ours, part), quantile(echo, part)];
    return [`${a.toFixed(2)} ms`, `${b.toFixed(2)} ms`, `${(a / b).toFixed(2)}×`];
  });
  return name.padEnd(36) + cells.map((cell) => cell.padStart(11)).join("");
};

/** Hands out one after the other, from the first again after the last. */
const inTurn = (texts: readonly string[]): (() => string) => {
  let at = -1;
  return () => {
    at = (at + 1) % texts.length;
    return texts[at] ?? "";
  };
};

const LAST_MARK = /\?$/u;
/** How people end a question in a chat. */
const ENDINGS = ["?", "", "??", "?!", "...", " ?", "!", "???", ".", "?!?"] as const;

/** Another text each time, ten times as often as there are questions, and no other question. */
const neverTheSame = (questions: readonly string[]): (() => string) => {
  let count = 0;
  return () => {
    const [at, round] = [count % questions.length, Math.floor(count / questions.length)];
    count += 1;
    return `${questions[at]?.replace(LAST_MARK, "")}${ENDINGS[round % ENDINGS.length]}`;
  };
};

/** Questions that the desk has answered today, and ones that it has to work out. */
const kindsOf = (questions: readonly string[]) =>
  [
    ["asked before", inTurn(questions.slice(0, KNOWN))],
    ["new", neverTheSame(questions)],
  ] as const;

type Run = { readonly transport: Transport; readonly ways: readonly Way[]; readonly latency: number };

const RUNS: readonly Run[] = [
  { transport: "socket", ways: [MENTION, COMMAND], latency: 0 },
  { transport: "http", ways: [MENTION, COMMAND], latency: 0 },
  { transport: "socket", ways: [MENTION], latency: NEAR_BY },
];

const rowsOf = async (
  sides: readonly [Side, Side],
  { transport, ways, latency }: Run,
  questions: readonly string[],
): Promise<readonly string[]> => {
  const rows: string[] = [];
  const kinds = kindsOf(questions);
  const far = latency === 0 ? "" : `, ${latency} ms`;
  for (const way of ways) {
    for (const [kind, next] of kinds)
      rows.push(row(`${way.name} over ${transport}, ${kind}${far}`, await measure(sides, way, next)));
  }
  return rows;
};

/** p50 and p99 of ours and of the echo bot, and their ratio, for each transport and way to ask. */
export const benchSlack = async (questions: readonly string[]): Promise<readonly string[]> => {
  const rows: string[] = [];
  for (const run of RUNS) {
    // Each Slack counts its ids from the first again: a memory of another one would take them for repeats.
    const state = mkdtempSync(join(tmpdir(), "nutgraf-bench-"));
    const sides = [
      await open(run.transport, launchOurs(state)),
      await open(run.transport, launchEcho),
    ] as const;
    for (const { server } of sides) server.slow(run.latency);
    rows.push(...(await rowsOf(sides, run, questions)));
    for (const side of sides) await side.stop();
    rmSync(state, { recursive: true });
  }
  const heads = ["p50", "echo", "ratio", "p99", "echo", "ratio"].map((head) => head.padStart(11));
  const title = `Slack, from a request to the posted answer beside a bare echo bot, ${MEASURED} each`;
  return [title, `${"".padEnd(36)}${heads.join("")}`, ...rows];
};
