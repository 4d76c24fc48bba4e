import type { SlackSettings } from "../../../adapters/bot-settings.ts";
import { type SlackRunning, startSlack } from "../../../adapters/slack/start-slack.ts";
import { IN_MEMORY, type Log, openChatDesk, openStore } from "../../../src/desk.ts";
import { openTestDesk, TEST_DAY } from "../../fixtures/test-desk.ts";
import { visibleTexts } from "./server/block-rules.ts";
import { type Mishaps, type Person, personIn } from "./server/person.ts";
import { openSlackServer, type ServerOptions, type SlackServer } from "./server/slack-server.ts";
import { APP_TOKEN, BOT_TOKEN } from "./server/web-api.ts";
import { ASKER, BOT, type Ephemeral, NEWSROOM, type Posted } from "./server/workspace.ts";

export const SECRET = "0123456789abcdef0123456789abcdef";
export type Transport = "socket" | "http";

/** Every day of the tests is the one that the terminal's answers are of. */
const NOON = new Date(`${TEST_DAY}T12:00:00`).getTime();
const began = Date.now();
export const testTime = (): number => NOON + (Date.now() - began);

export type Line = {
  readonly level: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly what: string;
};

export type Setting = {
  readonly transport: Transport;
  readonly server?: Partial<ServerOptions>;
  /** A file, for what is to outlast a restart. */
  readonly store?: string;
  readonly deskChannel?: string | null;
};

export type RunningSlack = {
  readonly server: SlackServer;
  readonly bot: SlackRunning;
  readonly log: readonly Line[];
  readonly ask: (user?: string, mishaps?: Mishaps) => Person;
  /** What the bot posted so far, in a channel and thread where they are named. */
  readonly posts: (channel?: string, thread?: string) => readonly Posted[];
  /** Waits for so many posts of the bot, and for a moment more, in which one too many would come. */
  readonly settled: (count: number) => Promise<readonly Posted[]>;
  /** Stops the bot and starts it anew on the same Slack and store. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Fast, since the network is loopback; still long enough to see that it tries anew. */
export const FEW_RETRIES = { retries: 3, minTimeout: 20, maxTimeout: 40, factor: 1 };

const desk = openTestDesk();

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const waitFor = async (isDone: () => boolean, what: () => string): Promise<void> => {
  for (let waited = 0; waited < 8000; waited += 10) {
    if (isDone()) return;
    await pause(10);
  }
  throw new Error(`waited in vain: ${what()}`);
};

/** Settings for one transport, on a free port. */
export const settingsFor = (server: SlackServer, { transport, deskChannel }: Setting): SlackSettings => ({
  botToken: BOT_TOKEN,
  apiUrl: server.apiUrl,
  deskChannel: deskChannel === undefined ? NEWSROOM : deskChannel,
  transport:
    transport === "socket"
      ? ({ kind: "socket", appToken: APP_TOKEN } as const)
      : ({ kind: "http", signingSecret: SECRET, port: 0, host: "127.0.0.1" } as const),
});

/** The real bot on a Slack of its own, with the desk over this repository's data. */
export const runSlack = async (setting: Setting): Promise<RunningSlack> => {
  const server = await openSlackServer({ now: testTime, ...setting.server });
  const lines: Line[] = [];
  const write =
    (level: string) =>
    (detail: Line["detail"], what: string): void => {
      lines.push({ level, detail, what });
    };
  const log: Log = { info: write("info"), warn: write("warn"), error: write("error") };

  const begin = async () => {
    const store = openStore({ path: setting.store ?? IN_MEMORY, now: Date.now, setAside: () => undefined });
    const bot = await startSlack({
      settings: settingsFor(server, setting),
      chat: openChatDesk(desk, store, log),
      log,
      now: testTime,
      retries: FEW_RETRIES,
    });
    server.deliverTo(
      bot.port === null ? null : { url: `http://127.0.0.1:${bot.port}/slack/events`, secret: SECRET },
    );
    if (bot.port === null) await server.socket.connected();
    return { bot, store };
  };
  let running = await begin();
  const end = async (): Promise<void> => {
    await running.bot.stop();
    await running.store.close();
  };
  const posts: RunningSlack["posts"] = (channel, thread) =>
    server.workspace.messages.filter(
      (one) =>
        one.user === BOT.user &&
        (channel === undefined || one.channel === channel) &&
        (thread === undefined || one.thread_ts === thread),
    );
  return {
    server,
    get bot() {
      return running.bot;
    },
    log: lines,
    ask: (user = ASKER, mishaps) => personIn(server, user, mishaps),
    posts,
    settled: async (count) => {
      const said = () =>
        posts()
          .map(({ text }) => text)
          .join(" | ");
      await waitFor(
        () => posts().length >= count,
        () => `${count} posts, got ${posts().length}: ${said()}`,
      );
      await pause(60);
      return posts();
    },
    restart: async () => {
      await end();
      running = await begin();
    },
    stop: async () => {
      await end();
      await server.stop();
    },
  };
};

/** What a person reads of a message. */
export const readingOf = ({ blocks, text }: Posted | Ephemeral): string =>
  blocks === undefined || blocks.length === 0 ? text : visibleTexts(blocks).join("\n");

/** Waits for what only one person sees. */
export const ephemerals = async ({ server }: RunningSlack, count: number): Promise<readonly Ephemeral[]> => {
  const all = server.workspace.ephemerals;
  await waitFor(
    () => all.length >= count,
    () => `${count} ephemeral messages, got ${all.length}`,
  );
  await pause(60);
  return all;
};

export const until = (isDone: () => boolean): Promise<void> => waitFor(isDone, () => isDone.toString());
