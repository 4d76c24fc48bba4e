import type { Grain, Period } from "../calendar/period.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import type { Memory } from "./memory.ts";
import type { Question, StatedPeriod } from "./question.ts";
import { besidePeriod, restate, shiftPeriod, yearNamed } from "./shift-period.ts";

const lastPeriod = (memory: Memory): Period | null =>
  memory.turns.flatMap(({ readings }) => readings.flatMap(({ periods }) => periods)).at(-1) ?? null;

const DAYS: Readonly<Partial<Record<Grain, number>>> = { day: 1, week: 7 };

/** "The year before" is a year; "the two weeks before" are the fourteen days that end where the period begins. */
const shifted = (
  period: Period,
  { grain, by }: Extract<ReferencePeriod, { kind: "shift" }>,
  fiscalStartMonth: number,
): ReferencePeriod | null => {
  const days = DAYS[grain];
  if (days === undefined) return shiftPeriod(period, { grain, by }, fiscalStartMonth);
  const beside = besidePeriod(period, by < 0 ? "before" : "after", Math.abs(by) * days);
  return beside === null ? null : { kind: "beside_event", period: beside, event: period.label };
};

/** "that year", "the year before", "the two weeks before it": said of the period that the thread spoke of. */
const anchor = (reference: ReferencePeriod, period: Period, fiscalStartMonth: number): ReferencePeriod => {
  switch (reference.kind) {
    case "same":
      return restate(period, fiscalStartMonth);
    case "shift":
      return shifted(period, reference, fiscalStartMonth) ?? reference;
    case "same_in":
      return (
        shiftPeriod(period, { grain: "year", by: reference.year - yearNamed(period) }, fiscalStartMonth) ??
        reference
      );
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

const PERCENT_CHANGE: Question["operation"] = {
  kind: "change",
  form: "percent",
  direction: null,
  sized: false,
  counted: false,
  beside: false,
};

/** What is asked once more of something else: "and the Mexicans?" behind a share wants theirs. */
const REPEATED: readonly Question["operation"]["kind"][] = ["change", "share", "ratio"];

/**
 * "In percent?" behind a change or a comparison asks for that change in percent, and for no share of anything;
 * "and the convicted?" behind a change asks for theirs.
 */
const sameAgain = (question: Question, thread: Memory | null): Question["operation"] => {
  const { operation, wantsPercent, leansOn, concepts, act } = question;
  const last = thread?.turns.findLast(({ refused }) => !refused)?.operation;
  const bare = !concepts.some(({ role }) => role === "content");
  if (last === undefined) return operation;
  if (operation.kind === "share" && wantsPercent && bare) {
    if (last.kind === "change") return { ...last, form: "percent" };
    return last.kind === "compare" ? PERCENT_CHANGE : operation;
  }
  // One period of its own leaves nothing to change between.
  const own = question.periods.some(({ reference, excluded }) => !excluded && reference.kind === "within");
  const changes = last.kind === "change" && own;
  const repeats =
    operation.kind === "lookup" && act.kind === "figure" && leansOn.elliptic && !bare && !changes;
  return repeats && REPEATED.includes(last.kind) ? last : operation;
};

/** Gives a question what its thread carries; what the question says itself is never overruled. */
export const carryOver = (asked: Question, thread: Memory | null, fiscalStartMonth: number): Question => {
  const operation = sameAgain(asked, thread);
  const question = { ...asked, thread, operation, repeats: operation !== asked.operation };
  const period = thread === null ? null : lastPeriod(thread);
  // "What was the record year, and how many were there then?": then is the year that is asked for.
  const ranks = operation.kind === "ranking" && operation.over === "period";
  if (period === null || ranks || namesPeriod(question.periods)) return question;
  const periods = question.periods.map((stated) => ({
    ...stated,
    reference: anchor(stated.reference, period, fiscalStartMonth),
  }));
  return { ...question, periods };
};
