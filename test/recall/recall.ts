import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openChatDesk, openDesk, openStore, type Store } from "../../src/desk.ts";
import { type DiscordServer, startDiscordServer, TOKEN } from "../adapters/discord/server/discord-server.ts";
import { openSlackServer, type SlackServer } from "../adapters/slack/server/slack-server.ts";
import { APP_TOKEN, BOT_TOKEN } from "../adapters/slack/server/web-api.ts";
import { BOT, DESK, NEWSROOM } from "../adapters/slack/server/workspace.ts";
import { copyData, type DataCopy } from "../fixtures/data-copy.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

/** What became of the messages that told a figure. */
export type Recalled = {
  readonly told: number;
  readonly kills: number;
  /** Messages that show the correction. */
  readonly revised: number;
  /** Replies, which must not be more than one in a thread. */
  readonly replied: number;
  /** Messages that were neither edited nor answered, that were edited to different words, or were answered twice. */
  readonly wrong: readonly string[];
  /** What stands in the desk's channels. */
  readonly summaries: readonly string[];
};

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const QUESTION = "ferry passengers in 2019?";
const CORRECTED = "950,000";

type World = {
  readonly slack: SlackServer;
  readonly discord: DiscordServer;
  readonly deskChannel: string;
  readonly data: DataCopy;
  readonly path: string;
};

/** Asks once, and has it told in so many messages of each platform, each in a thread of its own. */
const tellMany = async ({ slack, discord, data, path }: World, each: number): Promise<void> => {
  const opened = openDesk({ data: data.folder, archive: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const store: Store = openStore({ path, now: Date.now, setAside: () => undefined });
  const chat = openChatDesk(opened.desk, store, log);
  const reply = await chat.ask({ text: QUESTION, askedOn: TEST_DAY, thread: null, asker: "ada" });
  if (reply.kind !== "answered") throw new Error("the question is not answered");
  const place = discord.channel("told");
  const enter = (platform: string, at: { place: string; message: string; thread: string }) =>
    chat.told({
      ...reply.record,
      ...at,
      platform,
      asked: `${platform}:${at.message}`,
      toldAt: new Date().toISOString(),
    });
  for (let count = 0; count < each; count += 1) {
    const ts = slack.workspace.nextTs();
    const thread = slack.workspace.nextTs();
    slack.workspace.messages.push({
      channel: DESK,
      ts,
      user: BOT.user,
      bot: true,
      thread_ts: thread,
      text: reply.record.headline,
      blocks: undefined,
      edited: undefined,
      args: {},
    });
    await enter("slack", { place: DESK, message: ts, thread });
    const posted = discord.says({ by: discord.bot, in: place, content: reply.record.headline });
    await enter("discord", { place: place.id, message: posted.id, thread: `discord:${posted.id}` });
  }
  await store.close();
};

const environmentOf = ({ slack, discord, deskChannel, data, path }: World) => ({
  PATH: "/usr/bin",
  DATA_DIR: data.folder,
  STORE_URL: `sqlite:${path}`,
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_APP_TOKEN: APP_TOKEN,
  SLACK_API_URL: slack.apiUrl,
  DESK_SLACK_CHANNEL: NEWSROOM,
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: discord.url,
  DESK_DISCORD_CHANNEL: deskChannel,
});

const startSending = (world: World): ChildProcess =>
  spawn(process.execPath, ["adapters/terminal/corrections-cli.ts", "--yes"], {
    env: environmentOf(world),
    stdio: ["ignore", "ignore", "inherit"],
  });

const requestsTo = ({ slack, discord }: World): number => slack.calls.length + discord.rest.requests.length;

/** Kills a sending once so many more requests have come in. True where it ended by itself before that. */
const killAfter = async (world: World, requests: number): Promise<boolean> => {
  const child = startSending(world);
  const ended = once(child, "exit");
  const until = requestsTo(world) + requests;
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  while (!isOver && requestsTo(world) < until) await new Promise((resolve) => setTimeout(resolve, 2));
  if (!isOver) child.kill("SIGKILL");
  const [code] = (await ended) as [number | null];
  return code === 0;
};

type Seen = { readonly message: string; readonly edits: readonly string[]; readonly replies: number };

const seenOnSlack = ({ slack }: World): readonly Seen[] => {
  const updates = slack.calls.filter(({ method, answer }) => method === "chat.update" && answer.ok === true);
  return slack.workspace.messages
    .filter(({ channel, args }) => channel === DESK && Object.keys(args).length === 0)
    .map(({ ts, thread_ts }) => ({
      message: `slack ${ts}`,
      edits: updates.filter(({ args }) => args.ts === ts).map(({ args }) => String(args.text)),
      replies: slack.workspace.messages.filter((one) => one.thread_ts === thread_ts && one.ts !== ts).length,
    }));
};

const seenOnDiscord = ({ discord }: World): readonly Seen[] => {
  const [place] = [...discord.state.world.places.values()].filter(({ name }) => name === "told");
  const messages = place?.messages ?? [];
  return messages
    .filter(({ replyTo }) => replyTo === null)
    .map((message) => ({
      message: `discord ${message.id}`,
      edits: discord.rest.requests
        .filter(({ method, path }) => method === "PATCH" && path.endsWith(message.id))
        .map(({ body }) => String((body as { content?: unknown }).content)),
      replies: messages.filter(({ replyTo }) => replyTo === message).length,
    }));
};

const isWrong = ({ edits, replies }: Seen): boolean =>
  edits.length + replies === 0 ||
  new Set(edits).size > 1 ||
  replies > 1 ||
  edits.some((text) => !text.includes(CORRECTED));

const summariesIn = ({ slack, discord, deskChannel }: World): readonly string[] => [
  ...slack.workspace.messages.filter(({ channel }) => channel === NEWSROOM).map(({ text }) => text),
  ...(discord.state.world.places.get(deskChannel)?.messages ?? []).map(({ content }) => content),
];

/**
 * Has a figure told so many times on each of two platforms on loopback, corrects it, and sends the corrections by
 * processes that are killed after so many requests each, until one ends by itself.
 */
export const recall = async (each: number, kills: readonly number[]): Promise<Recalled> => {
  const slack = await openSlackServer();
  const discord = await startDiscordServer();
  const path = join(mkdtempSync(join(tmpdir(), "nutgraf-recall-")), "store.sqlite");
  const world = { slack, discord, deskChannel: discord.channel("desk").id, data: copyData(), path };
  try {
    await tellMany(world, each);
    world.data.edit("figures.csv", (text) =>
      text.replace("900000,,exact,2019", "950000,,exact,2019").replace('"900,000"', `"${CORRECTED}"`),
    );
    let killed = 0;
    for (const requests of kills) if (!(await killAfter(world, requests))) killed += 1;
    if (!(await killAfter(world, Number.POSITIVE_INFINITY))) throw new Error("the sending did not end well");
    const seen = [...seenOnSlack(world), ...seenOnDiscord(world)];
    return {
      told: seen.length,
      kills: killed,
      revised: seen.filter(({ edits }) => edits.length > 0).length,
      replied: seen.reduce((sum, { replies }) => sum + replies, 0),
      wrong: seen.filter(isWrong).map((one) => JSON.stringify(one)),
      summaries: summariesIn(world),
    };
  } finally {
    await slack.stop();
    await discord.stop();
  }
};
