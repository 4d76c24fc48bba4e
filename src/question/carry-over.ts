import type { Period } from "../calendar/period.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import type { Memory } from "./memory.ts";
import type { Question, StatedPeriod } from "./question.ts";
import { besidePeriod, restate, shiftPeriod } from "./shift-period.ts";

const lastPeriod = (memory: Memory): Period | null =>
  memory.turns.flatMap(({ readings }) => readings.flatMap(({ periods }) => periods)).at(-1) ?? null;

/** "that year", "the year before", "the two weeks before it": said of the period that the thread spoke of. */
const anchor = (reference: ReferencePeriod, period: Period, fiscalStartMonth: number): ReferencePeriod => {
  switch (reference.kind) {
    case "same":
      return restate(period, fiscalStartMonth);
    case "shift":
      return shiftPeriod(period, reference, fiscalStartMonth) ?? reference;
    case "beside_same": {
      const beside = besidePeriod(period, reference.side, reference.days);
      return beside === null ? reference : { kind: "beside_event", period: beside, event: period.label };
    }
    default:
      return reference;
  }
};

/** Whether the question names a period of its own, from which "the year before" would be counted instead. */
const namesPeriod = (periods: readonly StatedPeriod[]): boolean =>
  periods.some(
    ({ reference, excluded }) => !excluded && ["within", "partial", "range"].includes(reference.kind),
  );

/** "In percent?" behind a change asks for that change in percent, and for no share of anything. */
const sameAgain = (question: Question, thread: Memory | null): Question["operation"] => {
  const last = thread?.turns.at(-1)?.operation;
  const bare = question.wantsPercent && !question.concepts.some(({ role }) => role === "content");
  if (question.operation.kind !== "share" || last?.kind !== "change" || !bare) return question.operation;
  return { ...last, form: "percent" };
};

/** Gives a question what its thread carries; what the question says itself is never overruled. */
export const carryOver = (asked: Question, thread: Memory | null, fiscalStartMonth: number): Question => {
  const question = { ...asked, thread, operation: sameAgain(asked, thread) };
  const period = thread === null ? null : lastPeriod(thread);
  if (period === null || namesPeriod(question.periods)) return question;
  const periods = question.periods.map((stated) => ({
    ...stated,
    reference: anchor(stated.reference, period, fiscalStartMonth),
  }));
  return { ...question, periods };
};
