import { layOutAssignments } from "../message/lay-out-assignment.ts";
import type { Message } from "../message/message.ts";
import { WORDING } from "../message/wording.ts";
import type { Assignment } from "../store/assignment.ts";

const MINUTE = 60_000;
const [HOUR, DAY] = [60 * MINUTE, 24 * 60 * MINUTE] as const;

/** Milliseconds → "3 days", "5 hours", "12 minutes": the largest unit that it is more than two of, or minutes. */
export const sayWait = (milliseconds: number): string => {
  if (milliseconds >= 2 * DAY) return WORDING.wait.days(Math.floor(milliseconds / DAY));
  if (milliseconds >= 2 * HOUR) return WORDING.wait.hours(Math.floor(milliseconds / HOUR));
  return WORDING.wait.minutes(Math.max(0, Math.floor(milliseconds / MINUTE)));
};

/** Open assignments, the oldest first, with where they were asked, who has them, and how long ago they came. */
export const listAssignments = (open: readonly Assignment[], now: number): Message =>
  layOutAssignments(
    open.map(({ refusal, state, at }) => [
      refusal.question,
      `${refusal.platform} ${refusal.place}`,
      state.kind === "taken" ? WORDING.assignment.takenBy(state.by) : WORDING.assignment.stateOpen,
      sayWait(now - Date.parse(at)),
    ]),
  );
