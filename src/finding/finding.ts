import type { Period } from "../calendar/period.ts";
import type { Measure, MemberKey, Observation } from "../catalog/observation.ts";
import type { Qualifier, Quantity } from "../language/quantity.ts";
import type { Carried, Failing, Reading } from "../resolution/reading.ts";

/** A number to be told, held or worked out, with every held figure that it rests on. */
export type Told = {
  readonly measure: Measure;
  readonly members: readonly MemberKey[];
  /** The member that is left out of it; absent where none is. */
  readonly allBut?: MemberKey;
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly period: Period;
  /** The sum as it is worked out, with plain numbers: "(113431 - 170590) / 170590"; null for a held figure. */
  readonly formula: string | null;
  /** What was done with the inputs; null for a held figure. */
  readonly working: Working | null;
  /** The figure itself, or the inputs of the sum; never empty. */
  readonly inputs: readonly [Observation, ...Observation[]];
  /** Of a share: whose whole it is of, and of which time the part is; absent where the whole is one held figure. */
  readonly shareOf?: {
    readonly part: Period;
    readonly whole: Pick<Told, "measure" | "members" | "period">;
  };
  /** Other prints that say the same, in another source or rounded otherwise. */
  readonly alsoPrinted: readonly Observation[];
};

export const WORKINGS = ["difference", "percent_change", "share", "ratio", "sum", "mean", "rest"] as const;
export type Working = (typeof WORKINGS)[number];

/** Something that a careful editor would want said beside a number. The words for it are found later. */
export type Note =
  | { readonly kind: "partial"; readonly period: Period }
  | { readonly kind: "disagrees"; readonly observation: Observation }
  /** All sides of a disagreement, whom the desk prefers first; `verdicts`: on a claim, one for each side. */
  | {
      readonly kind: "disagreement";
      readonly sides: readonly [Observation, Observation, ...Observation[]];
      readonly preferredFor: string | null;
      readonly verdicts: readonly Verdict[] | null;
    }
  | {
      readonly kind: "computed_differs";
      readonly computed: number;
      readonly unit: string;
      readonly formula: string;
    }
  | { readonly kind: "other_direction"; readonly direction: "up" | "down" }
  /** The stretch that was asked for reaches beyond what is held. */
  | { readonly kind: "covers_only"; readonly first: Period; readonly last: Period }
  | { readonly kind: "left_out_partial"; readonly period: Period }
  /** The period that was said lies outside the time of the one who was named. */
  | { readonly kind: "premise"; readonly label: string; readonly other: string }
  | { readonly kind: "only_held"; readonly count: number }
  | { readonly kind: "other_kind"; readonly observation: Observation }
  /** `several`: more periods are held than are told. */
  | { readonly kind: "no_period"; readonly several: boolean }
  | { readonly kind: "counted_from"; readonly period: Period }
  | { readonly kind: "periods_differ"; readonly one: Period; readonly other: Period }
  | { readonly kind: "year_basis"; readonly period: Period }
  /** The number that was said is another figure: of another year, group or measure. */
  | { readonly kind: "is_other_figure"; readonly observation: Observation; readonly quantity: Quantity };

export type Verdict = "supported" | "contradicted" | "close" | "unverifiable";

/** A number that was said, held against what is held. `off` is in percent of the held value, signed. */
export type Judgement = {
  readonly quantity: Quantity | null;
  readonly against: Told;
  readonly verdict: Verdict;
  readonly off: number | null;
};

export type FindingKind = "lookup" | "series" | "comparison" | "derived" | "ranking";

/** What was found: numbers, a verdict, a source, choices, or that it is not held and why. */
export type Finding =
  | {
      readonly kind: "told";
      readonly as: FindingKind;
      /** Of a ranking, whether the first is the lowest. */
      readonly low?: boolean;
      readonly values: readonly [Told, ...Told[]];
      readonly notes: readonly Note[];
      readonly carried: readonly Carried[];
    }
  | {
      readonly kind: "judged";
      readonly verdict: Verdict;
      readonly judgements: readonly Judgement[];
      readonly values: readonly [Told, ...Told[]];
      readonly notes: readonly Note[];
      readonly carried: readonly Carried[];
    }
  | {
      readonly kind: "sourced";
      readonly age: boolean;
      readonly values: readonly [Told, ...Told[]];
      readonly notes: readonly Note[];
      readonly carried: readonly Carried[];
    }
  | { readonly kind: "topics"; readonly readings: readonly Reading[] }
  | { readonly kind: "ambiguous"; readonly readings: readonly Reading[] }
  | {
      readonly kind: "not_held";
      readonly claim: boolean;
      readonly failing: Failing;
      readonly nearest: readonly Reading[];
    };
