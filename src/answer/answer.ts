import type { DateBasis, SourceKind } from "../catalog/observation.ts";
import type { Working } from "../finding/finding.ts";
import type { Qualifier } from "../language/quantity.ts";

/** The object of contract/ask-json.md; its key names are the contract's own. */
export type AnswerStatus = "answered" | "clarify" | "not_found";
export const ANSWER_KINDS = [
  "lookup",
  "series",
  "comparison",
  "derived",
  "ranking",
  "claim",
  "source",
  "topic",
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];
export const VERDICTS = ["supported", "contradicted", "close", "unverifiable"] as const;
export type Verdict = (typeof VERDICTS)[number];

export type AnswerPeriod = {
  readonly label: string;
  readonly start: string | null;
  readonly end: string | null;
};

export type AnswerValue = {
  readonly value: number;
  /** The upper end of a printed range ("six or seven"); null where there is one number. */
  readonly valueMax: number | null;
  readonly unit: string;
  readonly label: string;
  readonly qualifier: Qualifier;
  readonly period: AnswerPeriod;
  /** The held figures that it is, or is worked out from. */
  readonly figures: readonly string[];
  readonly derived: {
    readonly formula: string;
    readonly inputs: readonly string[];
    readonly working: Working | null;
  } | null;
};

export type Citation = {
  readonly source: string;
  readonly outlet: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: { readonly date: string | null; readonly basis: DateBasis };
  readonly kind: SourceKind;
  /** A text's non-empty lines, or a dataset's rows, counted from 1. */
  readonly paragraph: number;
  readonly asPrinted: string;
  readonly attribution: string | null;
  /** The held figure that this cites. */
  readonly figure: string;
};

/** One of several numbers that sources give for one thing and period. */
export type Side = {
  readonly value: AnswerValue;
  readonly citation: Citation;
  /** What the pack says beside it: what it counts, how its period is known. */
  readonly caveats: readonly string[];
  /** On a claim, what this side makes of it; null where nothing was claimed. */
  readonly verdict: Verdict | null;
};

/** Sources that differ on one thing and period: both are told, never a mean of them. */
export type Disagreement = {
  readonly label: string;
  readonly period: AnswerPeriod;
  /** Whom the desk prefers, first. */
  readonly sides: readonly Side[];
  /** In what they differ beside the number, each in a few words. */
  readonly differs: readonly string[];
  /** Why the desk prefers the first; null where it has not said. */
  readonly preferredFor: string | null;
};

export type AnswerOption = { readonly label: string; readonly question: string };

export type Answer = {
  readonly status: AnswerStatus;
  readonly kind: AnswerKind;
  /** The sentence that says it: figure with hedge, unit, what it is and its period. */
  readonly headline: string;
  readonly values: readonly AnswerValue[];
  readonly verdict: Verdict | null;
  readonly citations: readonly Citation[];
  readonly options: readonly AnswerOption[];
  readonly nearest: readonly string[];
  readonly disagreements: readonly Disagreement[];
  /** What was carried over from the thread or assumed, each a sentence. */
  readonly assumptions: readonly string[];
  readonly caveats: readonly string[];
};
