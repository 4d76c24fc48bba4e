import type { CalendarDate, Desk, Progress } from "../../src/desk.ts";
import type { CheckOptions } from "./check-options.ts";
import { TERMINAL } from "./limits.ts";
import { toCheckJson } from "./to-check-json.ts";
import { toJsonLine } from "./to-contract.ts";
import { type Screen, toScreen } from "./to-screen.ts";

/** What one call of `check` works with; nothing here touches the process itself. */
export type CheckRun = {
  readonly desk: Desk;
  readonly options: Omit<CheckOptions, "file">;
  readonly today: CalendarDate;
  readonly screen: Screen;
  readonly print: (text: string) => Promise<void>;
  /** Takes a line that says how far a long draft is read. */
  readonly progress: (line: string) => void;
  /** Milliseconds, of any clock that only goes forward. */
  readonly clock: () => number;
};

/** Says from time to time how far it is, and stops where a draft takes longer than anyone waits. */
const watch = ({ progress, clock }: CheckRun): Progress => {
  const began = clock();
  let said = began;
  return (read, of) => {
    const now = clock();
    if (now - said >= TERMINAL.progressEvery) {
      said = now;
      progress(`checked ${read} of ${of} paragraphs`);
    }
    return now - began < TERMINAL.longestCheck;
  };
};

/** Checks a draft and prints what came of it. */
export const runCheck = async (run: CheckRun, text: string): Promise<void> => {
  const { now, json } = run.options;
  const draft = { text, askedOn: now ?? run.today, isFixed: now !== null };
  const checked = run.desk.check(draft, watch(run));
  await run.print(json ? toJsonLine(toCheckJson(checked)) : toScreen(checked.message, run.screen));
};
