import { addDays } from "../calendar/day.ts";
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
const turningDay = (reference: ReferencePeriod): string | null => {
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

/** "since the order began on June 5", "before the order of 5 June 2024": the event's own day, said twice. */
const repeatsDay = (reference: ReferencePeriod, all: readonly ReferencePeriod[]): boolean => {
  if (reference.kind !== "within" || reference.grain !== "day") return false;
  const day = monthAndDay(reference.period.start);
  return all.some((other) => other !== reference && monthAndDay(turningDay(other) ?? "") === day);
};

const CORE_KINDS: readonly ReferencePeriod["kind"][] = [
  "within",
  "range",
  "partial",
  "since",
  "beside_event",
  "recurring_month",
  "until",
];

const LEANING: readonly ReferencePeriod["kind"][] = ["shift", "same", "beside_same"];

const coreFirst = (stated: readonly StatedPeriod[]): readonly StatedPeriod[] => {
  const core = stated.filter(({ aside }) => !aside);
  return core.length > 0 ? core : stated;
};

/** No period at all: everything that is held. */
export const NO_REFERENCES: References = { selecting: [], agreeing: [], touching: [], bareNames: [] };

const COMPARING: readonly Question["operation"]["kind"][] = ["change", "compare", "ratio"];

/** A year said beside another in the same breath ("the prior year, FY23") is the one that counts. */
export const sortReferences = (question: Question): References => {
  const stated = coreFirst(question.periods.filter(({ excluded }) => !excluded));
  const references = stated.map(({ reference }) => reference);
  const said = stated.filter(({ reference }) => !repeatsDay(reference, references));
  const bareNames = said.filter(({ bareName }) => bareName).map(({ text }) => text);
  const bare = said.filter(({ bareName }) => bareName).map(({ reference }) => reference);
  const touching = bare.filter((reference) => reference.kind === "named");
  const full = said.filter(({ bareName }) => !bareName).map(({ reference }) => reference);
  const explicit = full.filter(({ kind }) => CORE_KINDS.includes(kind));
  if (explicit.length === 0)
    return full.length > 0
      ? { selecting: full, agreeing: touching, touching: [], bareNames }
      : { ...NO_REFERENCES, touching, bareNames };
  const leaning = COMPARING.includes(question.operation.kind)
    ? full.filter(({ kind }) => LEANING.includes(kind))
    : [];
  const agreeing = [...full.filter(({ kind }) => kind === "named"), ...touching];
  return { selecting: [...explicit, ...leaning], agreeing, touching: [], bareNames };
};
