import { App, type Logger } from "@slack/bolt";
import type { SlackSettings } from "../../adapters/bot-settings.ts";
import { startSlack } from "../../adapters/slack/start-slack.ts";
import { type Desk, IN_MEMORY, openChatDesk, openStore } from "../../src/desk.ts";
import { personIn } from "../adapters/slack/server/person.ts";
import { QUIET } from "../adapters/slack/server/quiet.ts";
import { openSlackServer, type SlackServer } from "../adapters/slack/server/slack-server.ts";
import { APP_TOKEN, BOT_TOKEN } from "../adapters/slack/server/web-api.ts";
import { ASKER, BOT, DESK } from "../adapters/slack/server/workspace.ts";

// From a request to the posted answer, in milliseconds: our bot beside a bare Bolt bot that says back what it hears,
// each on a Slack of its own on loopback, asked in turn in one process, so that both meet the same machine.
const SECRET = "0123456789abcdef0123456789abcdef";
const WARM_UP = 40;
const MEASURED = 400;
const KNOWN = 20;

type Transport = "socket" | "http";
type Side = { readonly server: SlackServer; readonly stop: () => Promise<void> };

const listenTo = (server: SlackServer, port: number | null): Promise<void> => {
  if (port === null) return server.socket.connected();
  server.deliverTo({ url: `http://127.0.0.1:${port}/slack/events`, secret: SECRET });
  return Promise.resolve();
};

const ours = async (desk: Desk, transport: Transport): Promise<Side> => {
  const server = await openSlackServer();
  const store = openStore({ path: IN_MEMORY, now: Date.now, setAside: () => undefined });
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const settings: SlackSettings = {
    botToken: BOT_TOKEN,
    apiUrl: server.apiUrl,
    deskChannel: DESK,
    transport:
      transport === "socket"
        ? { kind: "socket", appToken: APP_TOKEN }
        : { kind: "http", signingSecret: SECRET, port: 0, host: "127.0.0.1" },
  };
  const bot = await startSlack({ settings, chat: openChatDesk(desk, store, silent), log: silent });
  await listenTo(server, bot.port);
  return {
    server,
    stop: async () => {
      await bot.stop();
      await store.close();
      await server.stop();
    },
  };
};

const echoes = (app: App): void => {
  app.event("app_mention", async ({ event, say }) => {
    await say({ text: event.text, thread_ts: event.thread_ts ?? event.ts });
  });
  app.command("/figure", async ({ ack, command, client }) => {
    await ack();
    const { ts = "" } = await client.chat.postMessage({ channel: command.channel_id, text: command.text });
    await client.chat.postMessage({ channel: command.channel_id, text: command.text, thread_ts: ts });
  });
};

const bare = async (transport: Transport): Promise<Side> => {
  const server = await openSlackServer();
  const options = {
    token: BOT_TOKEN,
    clientOptions: { slackApiUrl: server.apiUrl },
    logger: QUIET as Logger,
  };
  const app =
    transport === "socket"
      ? new App({ ...options, socketMode: true, appToken: APP_TOKEN })
      : new App({ ...options, signingSecret: SECRET });
  echoes(app);
  const started = (await app.start({ port: 0, host: "127.0.0.1" })) as { address?: () => { port: number } };
  await listenTo(server, started.address?.().port ?? null);
  return {
    server,
    stop: async () => {
      await app.stop();
      await server.stop();
    },
  };
};

type Way = {
  readonly name: string;
  readonly posts: number;
  readonly ask: (side: Side, question: string) => Promise<unknown>;
};

const WAYS: readonly Way[] = [
  {
    name: "mention",
    posts: 1,
    ask: ({ server }, question) =>
      personIn(server, ASKER).says(`<@${BOT.user}> ${question}`, { channel: DESK }),
  },
  { name: "/figure", posts: 2, ask: ({ server }, question) => personIn(server, ASKER).runs(question, DESK) },
];

const timed = async (side: Side, way: Way, question: string): Promise<number> => {
  const posted = side.server.nextCalls("chat.postMessage", way.posts);
  const began = performance.now();
  await Promise.all([way.ask(side, question), posted]);
  const calls = await posted;
  return (calls.at(-1)?.at ?? 0) - began;
};

const quantile = (times: readonly number[], part: number): number => {
  const inOrder = times.toSorted((a, b) => a - b);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(part * inOrder.length))] ?? Number.NaN;
};

type Measured = { readonly name: string; readonly ours: readonly number[]; readonly bare: readonly number[] };

/** Asks both in turn; who goes first changes, since the second may find the machine warmer. */
const measure = async (
  sides: readonly [Side, Side],
  way: Way,
  next: () => string,
): Promise<readonly [number[], number[]]> => {
  const times: readonly [number[], number[]] = [[], []];
  for (let turn = 0; turn < WARM_UP + MEASURED; turn += 1) {
    const question = next();
    for (const at of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const time = await timed(sides[at], way, question);
      if (turn >= WARM_UP) times[at].push(time);
    }
  }
  return times;
};

const row = ({ name, ours: mine, bare: theirs }: Measured): string => {
  const cells = [0.5, 0.99].flatMap((part) => {
    const [a, b] = [quantile(mine, part), quantile(theirs, part)];
    return [`${a.toFixed(2)} ms`, `${b.toFixed(2)} ms`, `${(a / b).toFixed(2)}×`];
  });
  return name.padEnd(34) + cells.map((cell) => cell.padStart(11)).join("");
};

/** Hands out one after the other, from the first again after the last. */
const inTurn = (texts: readonly string[]): (() => string) => {
  let at = -1;
  return () => {
    at = (at + 1) % texts.length;
    return texts[at] ?? "";
  };
};

/** The same few, which the desk has answered today; and each time another, which it works out. */
const kindsOf = (questions: readonly string[]) =>
  [
    ["known", inTurn(questions.slice(0, KNOWN))],
    ["new", numbered(inTurn(questions))],
  ] as const;

const numbered = (next: () => string): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    // Another text each time, and no other question.
    return `${next()}${" please".repeat(count % 2)}${"?".repeat(1 + (count % 7))}${"!".repeat(Math.floor(count / 7) % 97)}`;
  };
};

/** Prints p50 and p99 of ours and of the echo bot, and their ratio, for each transport and way to ask. */
export const benchSlack = async (desk: Desk, questions: readonly string[]): Promise<string> => {
  const lines: string[] = [];
  for (const transport of ["socket", "http"] as const) {
    const sides = [await ours(desk, transport), await bare(transport)] as const;
    for (const way of WAYS) {
      for (const [kind, next] of kindsOf(questions)) {
        const [mine, theirs] = await measure(sides, way, next);
        lines.push(row({ name: `${way.name} over ${transport}, ${kind}`, ours: mine, bare: theirs }));
      }
    }
    for (const side of sides) await side.stop();
  }
  const heads = ["p50", "echo", "ratio", "p99", "echo", "ratio"].map((head) => head.padStart(11));
  const title = `Slack, from a request to the posted answer, ${MEASURED} questions each`;
  return [title, `${"".padEnd(34)}${heads.join("")}`, ...lines, ""].join("\n");
};
