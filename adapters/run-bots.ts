import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import {
  type CalendarDate,
  type ChatDesk,
  type Courier,
  describeProblem,
  IN_MEMORY,
  type LiveDesk,
  type Log,
  layOutBrokenEdit,
  layOutMendedEdit,
  type Message,
  openChatDesk,
  openStore,
  type Reloaded,
  type Store,
  warmUp,
} from "../src/desk.ts";
import { dayOf } from "./day-of.ts";
import { type Running, StartProblem } from "./running.ts";

/** What a bot works with. */
export type BotContext = { readonly chat: ChatDesk; readonly log: Log };

export type Bot = { readonly name: string; readonly start: (context: BotContext) => Promise<Running> };

export type BotsRun = {
  readonly live: LiveDesk;
  readonly bots: readonly Bot[];
  /** The file that the memory is kept in. */
  readonly store: string;
  readonly log: Log;
  /** Whether corrections are sent as soon as the data changes, or once the desk says so. */
  readonly corrections: "auto" | "confirmed";
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

/** What the desk's channel is told of an edit; one that holds is seen by its answers. */
const aboutEdit = (reloaded: Reloaded): Message | null => {
  switch (reloaded.kind) {
    case "broken":
      return layOutBrokenEdit(reloaded.problems.map(describeProblem));
    case "renewed":
      return reloaded.mended ? layOutMendedEdit() : null;
  }
};

const tellDesks = async (couriers: readonly Courier[], message: Message, log: Log): Promise<void> => {
  const told = couriers
    .filter(({ hasDesk }) => hasDesk)
    .map((courier) => courier.toDesk({ message, buttons: [] }, { id: newId(), again: false }));
  for (const one of await Promise.allSettled(told))
    if (one.status === "rejected") log.error({ error: String(one.reason) }, "a desk's channel was not told");
};

const newId = (): string => randomUUID().slice(0, 8);

/** Milliseconds. How long a stop waits for what is being sent. */
const FINISHED_WITHIN = 3_000;

/** Milliseconds. What a platform could not take is tried again so often. */
const AGAIN_EVERY = 60_000;

/**
 * Answers from what is edited as soon as it holds, and sees to what that changes of what was told; where it does
 * not hold, the log and the desk's channels say why.
 */
const followEdits = ({ live, log, corrections }: BotsRun, chat: ChatDesk, couriers: readonly Courier[]) => {
  const { office } = chat;
  const today = (): CalendarDate => dayOf(new Date());
  let work = office.begin({ couriers, corrections, today });
  const after = (next: () => Promise<void>): void => {
    work = work.then(next);
  };
  const ticking = setInterval(() => after(office.goOn), AGAIN_EVERY);
  const unwatch = live.watch(async (reloaded) => {
    if (reloaded.kind === "renewed") log.info({}, "the data was edited, and is answered from");
    else log.error({ problems: reloaded.problems.map(describeProblem) }, "the edited data cannot be used");
    const message = aboutEdit(reloaded);
    if (message !== null) await tellDesks(couriers, message, log);
    if (reloaded.kind === "renewed") after(office.seeTo);
  });
  return async (): Promise<void> => {
    clearInterval(ticking);
    await unwatch();
    // What is left goes on at the next start.
    await Promise.race([work, pause(FINISHED_WITHIN, undefined, { ref: false })]);
  };
};

/** Runs the bots until they are to stop. Throws a StartProblem where one cannot run. */
export const runBots = async (run: BotsRun): Promise<void> => {
  const { live, bots, store: path, log, untilStopped } = run;
  const store = openMemory(path, log);
  let isOver = false;
  try {
    const chat = openChatDesk(live.desk, store, log);
    warmUp(live.desk, dayOf(new Date()), () => !isOver).catch((error: unknown) =>
      log.warn({ error: String(error) }, "a question of our own could not be answered"),
    );
    const running = await startAll(bots, { chat, log });
    const couriers = running.flatMap(({ courier }) => courier ?? []);
    const unfollow = followEdits(run, chat, couriers);
    try {
      await Promise.race([untilStopped, ...running.flatMap(({ lost }) => lost ?? [])]);
      log.info({}, "stopping");
    } finally {
      await unfollow();
      await Promise.all(running.map(({ stop }) => stop()));
    }
  } finally {
    isOver = true;
    await store.close();
  }
};
