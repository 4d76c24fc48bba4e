import type { Period } from "../calendar/period.ts";
import type { Measure, MemberKey, Observation } from "../catalog/observation.ts";
import type { PerTime } from "../question/question.ts";
import type { Tone } from "../retrieval/candidate.ts";

/** All that is held of one measure for one group and one period: the best print, and the others. */
export type Held = {
  readonly period: Period;
  /** The most precise print of it. */
  readonly best: Observation;
  /** Other prints that say the same, rounded or repeated. */
  readonly others: readonly Observation[];
  /** Prints that say something else for the same period. */
  readonly disagreeing: readonly Observation[];
  /** Why the desk prefers the best one to those that disagree; absent where it has not said. */
  readonly preferredFor?: string;
};

/** One way to take a question: this measure, for these members, over these periods. */
export type Reading = {
  readonly measure: Measure;
  readonly members: readonly MemberKey[];
  /** The member of which its figures are what is left; absent where they are printed. */
  readonly allBut?: MemberKey;
  /** What was asked for, oldest first. */
  readonly chosen: readonly Held[];
  /** Everything held for the same measure and members, oldest first. */
  readonly series: readonly Held[];
  /** Whether periods were named; where not, `chosen` is all that is held. */
  readonly periodNamed: boolean;
  /** The dimension whose members are to be ranked ("which country"); null where none is named. */
  readonly rankedDimension: string | null;
  /** What more of it is; absent where nothing tells. */
  readonly tone?: Tone | null;
  /** Spread evenly over its days, weeks or months: "how many a day is that"; absent where it is told as it is. */
  readonly spreadOver?: PerTime["unit"];
  /** Whether the question says the measure itself, and not only a group that it is held for. */
  readonly measureSaid: boolean;
};

/** The part of the question that stands in the way. */
export type Failing =
  | { readonly part: "nothing" }
  | { readonly part: "too_long" }
  | { readonly part: "measure" }
  | { readonly part: "words"; readonly words: readonly string[] }
  | { readonly part: "members"; readonly members: readonly MemberKey[] }
  | { readonly part: "period"; readonly label: string }
  /** "in FY2024, under …": the period that was said lies outside the one it was said to be in. */
  | { readonly part: "premise"; readonly label: string; readonly other: string }
  | { readonly part: "thread"; readonly label: string }
  | { readonly part: "kind"; readonly label: string }
  | { readonly part: "unit"; readonly label: string }
  | { readonly part: "operation"; readonly label: string };

/** What an answer takes from the thread rather than from the question, and says so. */
export type Carried = { readonly what: "measure" | "period"; readonly label: string };

/** What stands fast after resolving: one reading or the two or more that are compared, several, or none. */
export type Resolution =
  | {
      readonly kind: "resolved";
      readonly readings: readonly [Reading, ...Reading[]];
      readonly carried: readonly Carried[];
      /** What its two readings are for: so many of the one for each of the other. Absent where the question says. */
      readonly relates?: "ratio";
    }
  | { readonly kind: "ambiguous"; readonly readings: readonly Reading[] }
  | { readonly kind: "not_held"; readonly failing: Failing; readonly nearest: readonly Reading[] }
  | { readonly kind: "topics"; readonly readings: readonly Reading[] };
