import type { Writable } from "node:stream";
import {
  type Courier,
  countMessages,
  type Desk,
  type Due,
  findDue,
  type Log,
  layOutAddressees,
  layOutDue,
  layOutLedger,
  layOutSent,
  type Message,
  resumeCorrections,
  type Sending,
  type SentOrNot,
  type Store,
  sendCorrections,
} from "../../src/desk.ts";
import type { CorrectionsTask } from "./corrections-options.ts";
import { type Screen, toScreen } from "./to-screen.ts";
import { today } from "./today.ts";
import { write } from "./write.ts";

export type Correcting = {
  readonly desk: Desk;
  readonly store: Store;
  readonly log: Log;
  readonly couriers: readonly Courier[];
  readonly output: Writable;
  readonly screen: Screen;
  /** Takes a line of what does not work. */
  readonly complain: (line: string) => void;
  readonly confirm: (question: string) => Promise<boolean | null>;
};

/** Milliseconds. Another process may hold the sending, or may have ended with it: so long is it waited for. */
const BUSY_FOR = 10_000;
const BUSY_PAUSE = 500;

const untilFree = async (work: () => Promise<SentOrNot>): Promise<SentOrNot> => {
  for (let waited = 0; waited < BUSY_FOR; waited += BUSY_PAUSE) {
    const result = await work();
    if (result.kind !== "busy") return result;
    await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE));
  }
  return { kind: "busy" };
};

/** 0: all of it is sent. 1: some of it is not, and it is said why. */
const report = async ({ complain, ...to }: Correcting, result: SentOrNot): Promise<0 | 1> => {
  switch (result.kind) {
    case "sent":
      await show(to, layOutSent(result.counts));
      return 0;
    case "waiting":
      await show(to, layOutSent(result.counts));
      complain(
        `not everybody could be told: ${result.platforms.join(" and ")} cannot be written to; run this again to go on`,
      );
      return 1;
    case "busy":
      complain("corrections are being sent by another process; run this again when it is done");
      return 1;
  }
};

const show = ({ output, screen }: Pick<Correcting, "output" | "screen">, message: Message): Promise<void> =>
  write(output, toScreen(message, screen));

const showDue = async (correcting: Correcting, due: Due): Promise<void> => {
  const counts = { messages: countMessages(due), threads: due.threads.length };
  await show(correcting, layOutDue(due.changes, counts));
  await show(correcting, layOutAddressees(due.threads.flatMap(({ messages }) => messages)));
};

const sendingOf = ({ desk, store, log, couriers }: Correcting): Sending => ({
  desk,
  store,
  log,
  couriers: () => couriers,
  now: Date.now,
  today,
});

const showLedger = async (correcting: Correcting, figure: string | null): Promise<0> => {
  for await (const [, telling] of correcting.store.tellings.all()) {
    const isMeant = figure === null || telling.rests.some(({ id }) => id === figure);
    if (isMeant && telling.told.length > 0) await show(correcting, layOutLedger(telling));
  }
  return 0;
};

/** Shows what is to be corrected and, on a yes, corrects it; what was begun before goes on without another. */
export const runCorrections = async (correcting: Correcting, task: CorrectionsTask): Promise<0 | 1> => {
  if (task.kind === "ledger") return showLedger(correcting, task.figure);
  const { desk, store, complain, confirm } = correcting;
  const due = await findDue(store, desk);
  await showDue(correcting, due);
  if (task.dryRun) return 0;
  const sending = sendingOf(correcting);
  const begun = await untilFree(() => resumeCorrections(sending));
  if (due.threads.length === 0 || begun.kind === "busy") return report(correcting, begun);
  const agreed = task.yes || (await confirm("Send these corrections?"));
  if (agreed === true) return report(correcting, await untilFree(() => sendCorrections(sending, due)));
  complain(agreed === null ? "nothing is sent without --yes where nobody can be asked" : "nothing was sent");
  return 1;
};
