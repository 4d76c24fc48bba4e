import { startDiscord } from "../../adapters/discord/start-discord.ts";
import { type Bot, runBots } from "../../adapters/run-bots.ts";
import type { SlackRunning } from "../../adapters/slack/start-slack.ts";
import { startSlack } from "../../adapters/slack/start-slack.ts";
import { openLiveDesk } from "../../src/desk.ts";
import { seenIn } from "../adapters/discord/seen-in.ts";
import { type DiscordServer, startDiscordServer } from "../adapters/discord/server/discord-server.ts";
import { readingOf } from "../adapters/slack/running-slack.ts";
import { personIn } from "../adapters/slack/server/person.ts";
import { openSlackServer, type SlackServer } from "../adapters/slack/server/slack-server.ts";
import { APP_TOKEN, BOT_TOKEN } from "../adapters/slack/server/web-api.ts";
import { ASKER, BOT, DESK, NEWSROOM } from "../adapters/slack/server/workspace.ts";
import { copyData, type DataCopy } from "../fixtures/data-copy.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const QUESTION = "ferry passengers in 2018?";
const ROW =
  'p18,passengers,,870000,,exact,2018,2018-01-01,2018-12-31,printed,actual,harbour-post,2,"870,000",the port office,,current,,\n';

/** What people saw of a question that was refused, sent to the desk, taken, and answered by an edit of the data. */
export type AnsweredMiss = {
  /** What stood in the desk's channel when it came, and when it was over. */
  readonly asked: string;
  readonly over: string;
  /** What the thread that asked was told after the edit, each message. */
  readonly told: readonly string[];
  /** Milliseconds from the save to the reply. */
  readonly after: number;
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const WAITED = 60_000;

const until = async <Value>(what: string, find: () => Value | undefined | null): Promise<Value> => {
  for (let waited = 0; waited < WAITED; waited += 10) {
    const found = find();
    if (found !== undefined && found !== null) return found;
    await pause(10);
  }
  throw new Error(`waited in vain for ${what}`);
};

/** Runs a bot as npm start does, on data of its own, while the work is done. */
const serving = async (bot: Bot, work: (data: DataCopy) => Promise<AnsweredMiss>): Promise<AnsweredMiss> => {
  const data = copyData();
  const opened = await openLiveDesk({ data: data.folder, archive: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  let stop = (): void => undefined;
  const untilStopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let isUp = (): void => undefined;
  const up = new Promise<void>((resolve) => {
    isUp = resolve;
  });
  const started: Bot = {
    ...bot,
    start: async (context) => {
      const running = await bot.start(context);
      isUp();
      return running;
    },
  };
  const run = runBots({
    live: opened.live,
    bots: [started],
    store: ":memory:",
    log,
    corrections: "confirmed",
    untilStopped,
  });
  try {
    await Promise.race([up, run]);
    return await work(data);
  } finally {
    stop();
    await run;
  }
};

const addTheRow = (data: DataCopy): number => {
  data.edit("figures.csv", (text) => `${text.trimEnd()}\n${ROW}`);
  return performance.now();
};

const slackBot = (server: SlackServer): Bot => ({
  name: "Slack",
  start: async (context): Promise<SlackRunning> => {
    const transport = { kind: "socket", appToken: APP_TOKEN } as const;
    const settings = { botToken: BOT_TOKEN, apiUrl: server.apiUrl, deskChannel: NEWSROOM, transport };
    const running = await startSlack({ settings, ...context });
    await server.socket.connected();
    return running;
  },
});

const missOnSlack = async (server: SlackServer, data: DataCopy): Promise<AnsweredMiss> => {
  const { messages } = server.workspace;
  const ours = (channel: string) =>
    messages.filter((one) => one.channel === channel && one.user === BOT.user);
  const ada = personIn(server, ASKER);
  await ada.says(`<@${BOT.user}> ${QUESTION}`, { channel: DESK });
  const refusal = await until("the refusal", () => ours(DESK)[0]);
  await ada.presses(/Ask the desk/u, refusal);
  const post = await until("the assignment", () => ours(NEWSROOM)[0]);
  const asked = readingOf(post);
  await ada.presses(/I take it/u, post);
  await until("that it is taken", () => (readingOf(post).includes("Taken by") ? post : null));
  const saved = addTheRow(data);
  await until("the answer", () => ours(DESK)[1]);
  const after = performance.now() - saved;
  await until("the end", () => (readingOf(post).includes("Answered") ? post : null));
  await pause(200);
  const told = ours(DESK).filter((one) => one !== refusal && one.thread_ts === refusal.thread_ts);
  return { asked, over: readingOf(post), told: told.map(readingOf), after };
};

export const answerMissOnSlack = async (): Promise<AnsweredMiss> => {
  const server = await openSlackServer();
  try {
    return await serving(slackBot(server), (data) => missOnSlack(server, data));
  } finally {
    await server.stop();
  }
};

const missOnDiscord = async (server: DiscordServer, data: DataCopy): Promise<AnsweredMiss> => {
  const ada = server.person("Ada");
  const [desk] = [...server.state.world.places.values()].filter(({ name }) => name === "desk");
  const place = server.channel("newsroom");
  if (desk === undefined) throw new Error("there is no desk");
  const ours = (in_: typeof place) => server.standing(in_).filter(({ author }) => author === server.bot);
  const question = server.says({ by: ada, in: place, content: `${server.mention} ${QUESTION}` });
  const thread = await until("the thread", () => server.threadOf(question));
  const refusal = await until("the refusal", () => ours(thread)[0]);
  server.presses(ada, refusal, "Ask the desk");
  const post = await until("the assignment", () => ours(desk)[0]);
  const asked = seenIn(post);
  server.presses(ada, post, "I take it");
  await until("that it is taken", () => (seenIn(post).includes("Taken by") ? post : null));
  const saved = addTheRow(data);
  await until("the answer", () => ours(thread)[1]);
  const after = performance.now() - saved;
  await until("the end", () => (seenIn(post).includes("Answered") ? post : null));
  await pause(200);
  return { asked, over: seenIn(post), told: ours(thread).slice(1).map(seenIn), after };
};

export const answerMissOnDiscord = async (): Promise<AnsweredMiss> => {
  const server = await startDiscordServer();
  const deskChannel = server.channel("desk").id;
  const settings = { token: server.token, apiUrl: server.url, guild: null, deskChannel };
  const bot: Bot = { name: "Discord", start: (context) => startDiscord(settings, context) };
  try {
    return await serving(bot, (data) => missOnDiscord(server, data));
  } finally {
    await server.stop();
  }
};
