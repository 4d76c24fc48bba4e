import { afterEach } from "vitest";
import type { DiscordSettings } from "../../../adapters/bot-settings.ts";
import { startDiscord } from "../../../adapters/discord/start-discord.ts";
import type { Patience } from "../../../adapters/discord/stay-connected.ts";
import type { Running } from "../../../adapters/running.ts";
import { type Desk, IN_MEMORY, openChatDesk, openStore, type Store } from "../../../src/desk.ts";
import { openTestDesk } from "../../fixtures/test-desk.ts";
import { type DiscordServer, type ServerRules, startDiscordServer } from "./server/discord-server.ts";
import { waitFor } from "./server/wait-for.ts";
import type { Account, Place, Posted } from "./server/world.ts";

/** A Discord on loopback, the bot in it, somebody who asks, and a channel to ask in. */
export type Newsroom = {
  readonly server: DiscordServer;
  readonly store: Store;
  readonly ada: Account;
  readonly desk: Place;
  readonly logged: string[];
  /** The bot that runs; replaced by a restart. */
  bot: Running;
  readonly restart: (change?: Partial<DiscordSettings>) => Promise<void>;
};

export type NewsroomRules = ServerRules & {
  readonly settings?: Partial<DiscordSettings>;
  readonly figures?: Desk;
  readonly patience?: Patience;
  readonly path?: string;
  /** Makes the world before the bot looks at it. */
  readonly before?: (server: DiscordServer) => Partial<DiscordSettings> | undefined;
};

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

let figures: Desk | null = null;

/** Loading the packages takes a while; what is held does not change. */
const testDesk = (): Desk => {
  figures ??= openTestDesk();
  return figures;
};

export const openNewsroom = async (rules: NewsroomRules = {}): Promise<Newsroom> => {
  const server = await startDiscordServer(rules);
  opened.push(() => server.stop());
  const [ada, desk] = [server.person("Ada"), server.channel("desk")];
  const store = openStore({ path: rules.path ?? IN_MEMORY, now: Date.now, setAside: () => undefined });
  opened.push(() => store.close());
  const logged: string[] = [];
  const write =
    (level: string) =>
    (detail: object, what: string): void =>
      void logged.push(`${level} ${what} ${JSON.stringify(detail)}`);
  const log = { info: write("info"), warn: write("warn"), error: write("error") };
  const settings = {
    token: server.token,
    apiUrl: server.url,
    guild: null,
    deskChannel: null,
    ...rules.settings,
    ...rules.before?.(server),
  };
  // Each run of the bot has a process's memory of its own.
  const run = (change: Partial<DiscordSettings> = {}): Promise<Running> =>
    startDiscord(
      { ...settings, ...change },
      { chat: openChatDesk(rules.figures ?? testDesk(), store, log), log },
      rules.patience,
    );
  const newsroom: Newsroom = {
    server,
    store,
    ada,
    desk,
    logged,
    bot: await run(),
    restart: async (change) => {
      await newsroom.bot.stop();
      newsroom.bot = await run(change);
    },
  };
  opened.push(() => newsroom.bot.stop());
  return newsroom;
};

/** What the bot has said in a place for everyone to see. */
export const saidIn = ({ server }: Newsroom, place: Place): readonly Posted[] =>
  server.standing(place).filter(({ author }) => author === server.bot);

/** The bot's answer number `at` in a place. */
export const answerIn = (newsroom: Newsroom, place: Place, at = 0): Promise<Posted> =>
  waitFor(`answer ${at + 1} in ${place.name}`, () => saidIn(newsroom, place)[at]);

/** Asks by a mention in a channel, and waits for the answer in the thread that is opened on it. */
export const askInThread = async (
  newsroom: Newsroom,
  question: string,
): Promise<{ readonly asked: Posted; readonly thread: Place; readonly answer: Posted }> => {
  const { server, ada, desk } = newsroom;
  const asked = server.says({ by: ada, in: desk, content: `${server.mention} ${question}` });
  const thread = await waitFor("a thread", () => server.threadOf(asked));
  return { asked, thread, answer: await answerIn(newsroom, thread) };
};
