import { dayLabel, periodOfDays } from "../calendar/calendar-periods.ts";
import { addDays, type CalendarDate } from "../calendar/day.ts";
import { contains } from "../calendar/period.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import type { Question, StatedPeriod } from "../question/question.ts";

/** The periods of a question, sorted by what they do in it. */
export type References = {
  /** Which figures are wanted. */
  readonly selecting: readonly ReferencePeriod[];
  /** What must be true of them besides: "in 2020, when he was still president". */
  readonly agreeing: readonly ReferencePeriod[];
  /** Names of people or acts that also stand for a time: figures of that time are meant, whole or in part. */
  readonly touching: readonly NamedReference[];
  /** Those names as they were said. */
  readonly bareNames: readonly string[];
};

export type NamedReference = Extract<ReferencePeriod, { kind: "named" }>;

/** The day that a reference turns on: the event that it counts from or up to. */
const turningDay = (reference: ReferencePeriod): CalendarDate | null => {
  switch (reference.kind) {
    case "since":
      return reference.start;
    case "until":
      return addDays(reference.end, 1);
    case "beside_event":
      return reference.period.end === null ? null : addDays(reference.period.end, 1);
    case "named":
      return reference.periods[0].period.start;
    default:
      return null;
  }
};

const monthAndDay = (day: string): string => day.slice(5);

/** Whether a date that was said may be an event's own: "June 5", "in June", "in June 2024". */
const isDateOf = (reference: ReferencePeriod, day: string): boolean => {
  if (reference.kind === "recurring_month") return Number(day.slice(5, 7)) === reference.month;
  if (reference.kind !== "within") return false;
  const { start, end } = reference.period;
  if (reference.grain === "month") return end !== null && start <= day && day <= end;
  return reference.grain === "day" && monthAndDay(start) === monthAndDay(day);
};

/** "since the order began on June 5", "since it took effect in June": the event's own date, said twice. */
const repeatsDay = (reference: ReferencePeriod, all: readonly ReferencePeriod[]): boolean =>
  all.some((other) => {
    const day = other === reference ? null : turningDay(other);
    return day !== null && isDateOf(reference, day);
  });

/** The comma and space between a day and its year. */
const COMMA = 2;

/** "Since the order of June 5, | 2024": a year right behind an event that lies in it is a part of its date. */
const closesDate = ({ reference, at }: StatedPeriod, all: readonly StatedPeriod[]): boolean => {
  if (reference.kind !== "within" || reference.grain !== "year" || reference.basis !== "unstated")
    return false;
  const { start, end } = reference.period;
  return all.some((other) => {
    const day = turningDay(other.reference);
    const gap = at[0] - other.at[1];
    return day !== null && gap >= 0 && gap <= COMMA && end !== null && start <= day && day <= end;
  });
};

/** "After the order against the two weeks before it": so many days on one side of a day. */
const besideDay = (day: CalendarDate, side: "before" | "after", days: number): ReferencePeriod => {
  const period =
    side === "before"
      ? periodOfDays(addDays(day, -days), addDays(day, -1))
      : periodOfDays(day, addDays(day, days - 1));
  return { kind: "beside_event", period, event: dayLabel(day) };
};

/** "In 2024, how many came in the third quarter": the year tells which quarter, and is not asked for itself. */
const tellsYear = ({ reference }: StatedPeriod, all: readonly StatedPeriod[]): boolean =>
  reference.kind === "within" &&
  reference.grain === "year" &&
  all.some(
    (other) =>
      other.reference.kind === "within" &&
      other.reference.grain === "quarter" &&
      contains(reference.period, other.reference.period) &&
      !other.text.includes(reference.period.label),
  );

/** "In the two weeks before the order, and since it began": "it" is the event that the question names itself. */
const besideOwnEvent = (reference: ReferencePeriod, all: readonly ReferencePeriod[]): ReferencePeriod => {
  if (reference.kind !== "beside_same") return reference;
  const start = all.map(turningDay).find((one) => one !== null);
  if (start === undefined || start === null) return reference;
  if (reference.days !== null) return besideDay(start, reference.side, reference.days);
  return reference.side === "after"
    ? { kind: "since", start, label: `since ${dayLabel(start)}`, grain: "day", basis: "unstated" }
    : { kind: "until", end: addDays(start, -1), label: `before ${dayLabel(start)}`, month: null };
};

const CORE_KINDS: readonly ReferencePeriod["kind"][] = [
  "within",
  "range",
  "partial",
  "since",
  "beside_event",
  "recurring_month",
  "recurring_quarter",
  "until",
];

const LEANING: readonly ReferencePeriod["kind"][] = ["shift", "same_in", "same", "beside_same"];

const isOfKind =
  (kind: ReferencePeriod["kind"]) =>
  ({ reference }: StatedPeriod): boolean =>
    reference.kind === kind;

const coreFirst = (stated: readonly StatedPeriod[]): readonly StatedPeriod[] => {
  const core = stated.filter(({ aside }) => !aside);
  // "What is it these days? The latest that you have.": the newest will do.
  if (core.every(isOfKind("now")) && stated.some(isOfKind("latest")))
    return stated.filter(isOfKind("latest"));
  return core.length > 0 ? core : stated;
};

/** No period at all: everything that is held. */
export const NO_REFERENCES: References = { selecting: [], agreeing: [], touching: [], bareNames: [] };

const COMPARING: readonly Question["operation"]["kind"][] = ["change", "compare", "ratio"];

const isEvent = ({ periods }: NamedReference): boolean =>
  periods.every(({ period }) => period.start === period.end);

/** Of ranked years "then" is the one that comes first. */
const isRanked = ({ operation }: Question): boolean =>
  operation.kind === "ranking" && operation.over === "period";

/** "Before she came, so 2014 to 2020": the stretch says it closer than the bound does. */
const isSaidCloser = (one: ReferencePeriod, other: ReferencePeriod): boolean =>
  one.kind === "until" && other.kind === "range" && other.period.end !== null && other.period.end <= one.end;

/** A year said beside another in the same breath ("the prior year, FY23") is the one that counts. */
export const sortReferences = (question: Question): References => {
  const stated = coreFirst(question.periods.filter(({ excluded }) => !excluded));
  const stood = stated.map(({ reference }) => reference);
  const own = stated.map((one) => ({ ...one, reference: besideOwnEvent(one.reference, stood) }));
  const references = own.map(({ reference }) => reference);
  const isOfRank = isRanked(question);
  const looksUp = question.operation.kind === "lookup";
  const said = own.filter(
    (one) =>
      !(isOfRank && one.reference.kind === "same") &&
      !(looksUp && tellsYear(one, own)) &&
      !repeatsDay(one.reference, references) &&
      !closesDate(one, own),
  );
  const bareNames = said.filter(({ bareName }) => bareName).map(({ text }) => text);
  const bare = said.filter(({ bareName }) => bareName).map(({ reference }) => reference);
  const touching = bare.filter((reference) => reference.kind === "named");
  const all = said.filter(({ bareName }) => !bareName).map(({ reference }) => reference);
  // "These days? The latest that you have": the newest will do.
  const full = all.some(({ kind }) => kind === "latest") ? all.filter(({ kind }) => kind !== "now") : all;
  const stating = full.filter(({ kind }) => CORE_KINDS.includes(kind));
  const explicit = stating.filter((one) => !stating.some((other) => isSaidCloser(one, other)));
  if (explicit.length === 0)
    return full.length > 0
      ? { selecting: full, agreeing: touching, touching: [], bareNames }
      : { ...NO_REFERENCES, touching, bareNames };
  const leaning = COMPARING.includes(question.operation.kind)
    ? full.filter(({ kind }) => LEANING.includes(kind))
    : [];
  // An event beside a year ("got the order in 2023") is no time that the year must fall in.
  const terms = full.filter((one) => one.kind === "named" && !isEvent(one));
  const agreeing = [...terms, ...touching];
  return { selecting: [...explicit, ...leaning], agreeing, touching: [], bareNames };
};
