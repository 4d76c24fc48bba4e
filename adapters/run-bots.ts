import {
  type ChatDesk,
  type Desk,
  IN_MEMORY,
  type Log,
  openChatDesk,
  openStore,
  type Store,
} from "../src/desk.ts";
import { type Running, StartProblem } from "./running.ts";

/** What a bot works with. */
export type BotContext = { readonly chat: ChatDesk; readonly log: Log };

export type Bot = { readonly name: string; readonly start: (context: BotContext) => Promise<Running> };

export type BotsRun = {
  readonly desk: Desk;
  readonly bots: readonly Bot[];
  /** The file that the memory is kept in. */
  readonly store: string;
  readonly log: Log;
  /** Resolves when the bots are to stop. */
  readonly untilStopped: Promise<unknown>;
};

const openMemory = (path: string, log: Log): Store => {
  try {
    const setAside = (key: string, why: string): void =>
      log.warn({ key, why }, "a remembered value was set aside: it is not of this version");
    return openStore({ path, now: Date.now, setAside });
  } catch (error) {
    throw new StartProblem(
      `STORE_URL: the file ${path} cannot be used as a store (${String(error)}); name a file that can be written${path === IN_MEMORY ? "" : ", or move this one away"}`,
    );
  }
};

/** One that does not start takes the others down with it: half a newsroom without its bot should be noticed. */
const startAll = async (bots: readonly Bot[], context: BotContext): Promise<readonly Running[]> => {
  const running: Running[] = [];
  try {
    for (const bot of bots) {
      running.push(await bot.start(context));
      context.log.info({ bot: bot.name }, "running");
    }
  } catch (error) {
    await Promise.all(running.map(({ stop }) => stop()));
    throw error;
  }
  return running;
};

/** Runs the bots until they are to stop. Throws a StartProblem where one cannot run. */
export const runBots = async ({ desk, bots, store: path, log, untilStopped }: BotsRun): Promise<void> => {
  const store = openMemory(path, log);
  try {
    const running = await startAll(bots, { chat: openChatDesk(desk, store, log), log });
    try {
      await Promise.race([untilStopped, ...running.flatMap(({ lost }) => lost ?? [])]);
      log.info({}, "stopping");
    } finally {
      await Promise.all(running.map(({ stop }) => stop()));
    }
  } finally {
    await store.close();
  }
};
