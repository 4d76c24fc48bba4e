import { randomUUID } from "node:crypto";
import { type CalendarDate, readDay } from "../calendar/day.ts";
import { hasCopy } from "../copy/write-copy.ts";
import {
  layOutCorrected,
  layOutCorrectionNotice,
  layOutSent,
  type SentCounts,
} from "../message/lay-out-correction.ts";
import { WORDING } from "../message/wording.ts";
import type { Errand, Run } from "../store/errand.ts";
import type { Store } from "../store/open-store.ts";
import type { Telling } from "../store/telling.ts";
import { askAgain } from "./ask-again.ts";
import type { Courier } from "./courier.ts";
import {
  type Due,
  type DueMessage,
  type DueThread,
  errandId,
  findDue,
  onlyAbout,
} from "./due-corrections.ts";
import type { Log } from "./log.ts";
import type { Desk } from "./open-desk.ts";
import { enterLedger, isFinished, openErrands, runErrand } from "./run-errands.ts";
import { storyButtons } from "./story.ts";

/** What corrections are sent with. */
export type Sending = {
  readonly desk: Desk;
  readonly store: Store;
  readonly log: Log;
  /** Those of the platforms that can be written to now. */
  readonly couriers: () => readonly Courier[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly today: () => CalendarDate;
};

/** What came of trying to send. */
export type SentOrNot =
  | { readonly kind: "sent"; readonly counts: SentCounts }
  /** Some platforms could not be reached, or are not set up; what is left is kept, and goes on the next time. */
  | { readonly kind: "waiting"; readonly platforms: readonly string[]; readonly counts: SentCounts }
  /** Another process is at it. */
  | { readonly kind: "busy" };

const CLAIM = "corrections";
/** Milliseconds for which a claim holds without being renewed: so long waits who goes on after a fall. */
const CLAIMED_FOR = 5_000;

/** What may be asked and done next, as the answer is given now; nothing where it cannot be given. */
const belowOf = (desk: Desk, telling: Telling) => {
  const again = askAgain(desk, telling);
  const day = readDay(telling.askedOn);
  if (again === null || day === null || !hasCopy(again.answer)) return { followUps: [], actions: [] };
  return {
    followUps: [...desk.followUps(again.answer, day)],
    actions: [...storyButtons(telling.asked)],
  };
};

const revisionOf = ({ telling, review }: DueMessage, { desk, today }: Pick<Sending, "desk" | "today">) => ({
  message: telling.message,
  question: telling.question,
  content: layOutCorrected(review, today()),
  below: belowOf(desk, telling),
  step: { state: "due" } as const,
});

const entryOf = ({ telling, review }: DueMessage) => ({
  replaces: telling.toldAt,
  telling: {
    ...telling,
    headline: review.headline.now ?? telling.headline,
    told: review.told,
    rests: review.rests,
  },
});

/** A message that one person alone saw cannot be edited any more; they are told. */
const errandFor = (run: string, thread: DueThread, sending: Sending): Errand => {
  const { now } = sending;
  const { platform, place, messages } = thread;
  const last = messages.at(-1)?.telling ?? messages[0].telling;
  const seen = messages.filter(({ telling }) => telling.audience === "everyone" && telling.message !== "");
  return {
    id: errandId(run, thread),
    run,
    platform,
    at: new Date(now()).toISOString(),
    place,
    thread: thread.thread,
    message: last.message,
    asker: last.asker,
    audience: last.audience,
    revisions: seen.map((one) => revisionOf(one, sending)),
    reply: {
      content: layOutCorrectionNotice(
        messages.map(({ review }) => review),
        last.audience === "one" ? last.question : null,
      ),
      step: { state: "due" },
      entry: null,
    },
    ledger: messages.map(entryOf),
    isEntered: false,
  };
};

const enqueue = async (sending: Sending, run: Run, due: Due): Promise<void> => {
  for (const thread of due.threads) {
    const errand = errandFor(run.id, thread, sending);
    await sending.store.errands.set(errand.id, errand);
    await enterLedger(sending.store, errand);
  }
};

const errandsOf = async ({ errands }: Store, run: string): Promise<readonly Errand[]> => {
  const all: Errand[] = [];
  for await (const [, errand] of errands.all()) if (errand.run === run) all.push(errand);
  return all;
};

const lostLine = ({ platform, place, reply, revisions, ledger }: Errand): string => {
  const why = reply.step.state === "failed" ? reply.step.why : "unknown";
  const question = revisions[0]?.question ?? ledger[0]?.telling.question ?? "";
  return `${platform} ${place}, “${question}”: ${WORDING.correction.obstacles[why]}`;
};

/** How a run went, by what each of its errands came to. */
const countSent = (errands: readonly Errand[]): SentCounts => {
  const finished = errands.filter(isFinished);
  const done = ({ revisions }: Errand): number =>
    revisions.filter(({ step }) => step.state === "done").length;
  const isTold = ({ reply }: Errand): boolean => reply.step.state === "done";
  const sum = (of: (errand: Errand) => number): number => finished.reduce((total, one) => total + of(one), 0);
  return {
    revised: sum(done),
    answered: sum((one) => (isTold(one) ? one.ledger.length - done(one) : 0)),
    threads: finished.filter((one) => isTold(one) || done(one) > 0).length,
    lost: finished.filter((one) => !isTold(one) && done(one) === 0).map(lostLine),
  };
};

const summarise = async ({ store, couriers, log }: Sending, run: Run, counts: SentCounts): Promise<void> => {
  let now = run;
  const keep = async (changed: Run): Promise<void> => {
    now = changed;
    await store.runs.set(run.id, now);
  };
  for (const courier of couriers().filter(({ hasDesk }) => hasDesk)) {
    const before = now.summaries[courier.platform]?.state;
    if (before === "done" || before === "failed") continue;
    const mark = (step: Run["summaries"][string]): Run => ({
      ...now,
      summaries: { ...now.summaries, [courier.platform]: step },
    });
    await keep(mark({ state: "trying" }));
    const post = { message: layOutSent(counts), buttons: [] };
    const told = await courier.toDesk(post, { id: `s${run.id}`, again: before === "trying" });
    if (told.kind === "failed") log.error({ why: told.why }, "the desk's channel could not be told");
    await keep(
      mark(
        told.kind === "done" ? { state: "done", message: told.message } : { state: "failed", why: told.why },
      ),
    );
  }
  await keep({ ...now, isOpen: false });
};

/** Runs a platform's errands one after the other. False where it cannot be reached. */
const runAll = async (sending: Sending, courier: Courier, errands: readonly Errand[]): Promise<boolean> => {
  for (const errand of errands) {
    try {
      await runErrand(sending.store, courier, errand);
    } catch (error) {
      sending.log.warn({ platform: courier.platform, error: String(error) }, "corrections wait");
      return false;
    }
  }
  return true;
};

/** Every errand there is, each platform by itself. The platforms on which something is left. */
const drain = async (sending: Sending): Promise<readonly string[]> => {
  const open = Map.groupBy(await openErrands(sending.store), ({ platform }) => platform);
  const couriers = new Map(sending.couriers().map((courier) => [courier.platform, courier]));
  const left = await Promise.all(
    [...open].map(async ([platform, errands]) => {
      const courier = couriers.get(platform);
      const isDone = courier !== undefined && (await runAll(sending, courier, errands));
      return isDone ? [] : [platform];
    }),
  );
  return left.flat();
};

const NOTHING: SentCounts = { revised: 0, answered: 0, threads: 0, lost: [] };

const addUp = (one: SentCounts, other: SentCounts): SentCounts => ({
  revised: one.revised + other.revised,
  answered: one.answered + other.answered,
  threads: one.threads + other.threads,
  lost: [...one.lost, ...other.lost],
});

const openRuns = async ({ runs }: Store): Promise<readonly Run[]> => {
  const open: Run[] = [];
  for await (const [, run] of runs.all()) if (run.isOpen) open.push(run);
  return open;
};

/** Goes on with everything that was begun: what was not yet written down for a run, what is not yet sent, the summary. */
const goOn = async (sending: Sending): Promise<SentOrNot> => {
  const { store, desk } = sending;
  for (const errand of await openErrands(store)) await enterLedger(store, errand);
  const runs = await openRuns(store);
  for (const run of runs) {
    const due = onlyAbout(await findDue(store, desk), new Set(run.changes));
    await enqueue(sending, run, due);
  }
  const platforms = await drain(sending);
  let counts = NOTHING;
  for (const run of runs) {
    const errands = await errandsOf(store, run.id);
    const own = countSent(errands);
    counts = addUp(counts, own);
    if (errands.every(isFinished)) await summarise(sending, run, own);
  }
  return platforms.length === 0 ? { kind: "sent", counts } : { kind: "waiting", platforms, counts };
};

/** Does it while nobody else does. */
const alone = async ({ store }: Sending, work: () => Promise<SentOrNot>): Promise<SentOrNot> => {
  const owner = randomUUID();
  if (!(await store.claim(CLAIM, owner, CLAIMED_FOR))) return { kind: "busy" };
  const renewing = setInterval(() => {
    store.claim(CLAIM, owner, CLAIMED_FOR).catch(() => undefined);
  }, CLAIMED_FOR / 5);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await store.release(CLAIM, owner);
  }
};

/** Goes on with what an earlier process began, or what a platform could not take then. */
export const resumeCorrections = (sending: Sending): Promise<SentOrNot> =>
  alone(sending, () => goOn(sending));

/** Sends what is due, and all that was begun before. Throws where the store fails. */
export const sendCorrections = (sending: Sending, due: Due): Promise<SentOrNot> =>
  alone(sending, async () => {
    if (due.threads.length > 0) {
      const at = new Date(sending.now()).toISOString();
      const id = randomUUID().slice(0, 8);
      const changes = due.changes.map(({ key }) => key);
      await sending.store.runs.set(id, { id, changes, at, summaries: {}, isOpen: true });
    }
    return goOn(sending);
  });
