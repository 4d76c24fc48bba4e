import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DiscordServer, startDiscordServer } from "../adapters/discord/server/discord-server.ts";
import { waitFor } from "../adapters/discord/server/wait-for.ts";
import type { Account, Place } from "../adapters/discord/server/world.ts";

/** How long from an event to the posted answer: ours beside a bare echo bot, each in a process of its own. */
const ROUNDS = 200;
const WARM_UP = 30;
/** Milliseconds between questions: discord.js holds back what is more than fifty requests a second. */
const PAUSE = 45;
/** Milliseconds there and back, as to a server near by; 0 leaves nothing but the two programs. */
const LATENCIES = [0, 40] as const;
const QUESTIONS = [
  "How many people did ICE arrest in fiscal 2024?",
  "by what percentage did ICE arrests change from FY2023 to FY2024?",
  "asylum grants by year since 2014",
  "how many people are on the non-detained docket",
  "what is the price of a ticket to Mars?",
] as const;

type Side = {
  readonly server: DiscordServer;
  readonly person: Account;
  readonly desk: Place;
  readonly bot: ChildProcess;
  readonly latency: number;
};

const ROOT = join(import.meta.dirname, "..", "..");

const open = async (latency: number, run: (server: DiscordServer) => ChildProcess): Promise<Side> => {
  const server = await startDiscordServer({ latency });
  const [person, desk] = [server.person("Ada"), server.channel("desk")];
  const bot = run(server);
  await waitFor("the bot to connect", () => server.gateway.connected.length > 0, 30_000);
  // Commands are registered and the catch-up is over before the first question.
  await new Promise((done) => setTimeout(done, 1500));
  return { server, person, desk, bot, latency };
};

const echo = (way: "reply" | "thread") => (server: DiscordServer) =>
  spawn(process.execPath, [join(import.meta.dirname, "discord-echo.ts"), server.token, server.url, way], {
    stdio: ["ignore", "ignore", "inherit"],
  });

const ours = (state: string) => (server: DiscordServer) =>
  spawn(process.execPath, [join(ROOT, "adapters", "start.ts")], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      DISCORD_TOKEN: server.token,
      DISCORD_API_URL: server.url,
      DATA_DIR: "data",
      XDG_STATE_HOME: state,
      LOG_LEVEL: "error",
    },
  });

const POST = "POST /channels/:id/messages";

/** Milliseconds from the event to the request that posts the answer. */
const timeOf = async ({ server, person, latency }: Side, place: Place, question: string): Promise<number> => {
  const posted = new Promise<number>((resolve) => {
    server.rest.onRequest = (request) => {
      if (request.route === POST) resolve(performance.now());
    };
  });
  const asked = performance.now();
  server.says({ by: person, in: place, content: `${server.mention} ${question}` });
  const time = (await posted) - asked;
  // What follows the answer, its receipt and the ledger, is not to be in the way of the next question.
  await new Promise((done) => setTimeout(done, latency + PAUSE));
  return time;
};

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

type Measured = { readonly p50: number; readonly p99: number };
const measured = (times: readonly number[]): Measured => ({
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
});

/** Question after question, first to the one and then to the other, so that both meet the same machine. */
const race = async (
  one: Side,
  other: Side,
  placeOf: (side: Side) => Place,
): Promise<readonly [Measured, Measured]> => {
  const times: readonly [number[], number[]] = [[], []];
  const places = [placeOf(one), placeOf(other)] as const;
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const question = QUESTIONS[round % QUESTIONS.length] ?? QUESTIONS[0];
    const first = await timeOf(one, places[0], question);
    const second = await timeOf(other, places[1], question);
    if (round < WARM_UP) continue;
    times[0].push(first);
    times[1].push(second);
  }
  return [measured(times[0]), measured(times[1])];
};

const row = (name: string, { p50, p99 }: Measured): string =>
  `${name.padEnd(34)}${`${p50.toFixed(2)} ms`.padStart(12)}${`${p99.toFixed(2)} ms`.padStart(12)}`;

const close = async ({ server, bot }: Side): Promise<void> => {
  bot.kill("SIGTERM");
  await Promise.race([once(bot, "exit"), new Promise((done) => setTimeout(done, 5000))]);
  await server.stop();
};

type Compared = { readonly way: "reply" | "thread"; readonly what: string; readonly latency: number };

const compare = async ({ way, what, latency }: Compared): Promise<readonly string[]> => {
  const state = mkdtempSync(join(tmpdir(), "nutgraf-bench-"));
  const sides = [await open(latency, echo(way)), await open(latency, ours(state))] as const;
  try {
    const placeOf = (side: Side): Place =>
      way === "thread" ? side.desk : side.server.thread(side.desk, "figures", side.server.bot);
    const [bare, own] = await race(sides[0], sides[1], placeOf);
    const ratios = [own.p50 / bare.p50, own.p99 / bare.p99].map((ratio) => ratio.toFixed(2).padStart(12));
    return [
      row(`a bare bot, ${what}`, bare),
      row(`Nutgraf, ${what}`, own),
      `${"times as long".padEnd(34)}${ratios.join("")}`,
    ];
  } finally {
    await Promise.all(sides.map(close));
    rmSync(state, { recursive: true, force: true });
  }
};

/** Lines for a person: time from event to posted answer on Discord, median and 99th percentile. */
export const benchDiscord = async (): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const latency of LATENCIES) {
    lines.push(`Discord, from event to posted answer, ${ROUNDS} questions each, network ${latency} ms`);
    lines.push(`${"".padEnd(34)}${"median".padStart(12)}${"p99".padStart(12)}`);
    lines.push(...(await compare({ way: "reply", what: "a reply", latency })));
    lines.push(...(await compare({ way: "thread", what: "a thread and a post", latency })));
  }
  return lines;
};

if (import.meta.main) process.stdout.write(`${(await benchDiscord()).join("\n")}\n`);
