import type { AnswerValue, Citation } from "../answer/answer.ts";
import type { Span } from "../language/span.ts";
import type { Unreadable } from "./readable.ts";
import type { NumberVerdict } from "./verdict.ts";

/** A number of a draft, with what is held beside it. */
export type CheckedNumber = {
  readonly asPrinted: string;
  /** Where it stands in the draft, in UTF-16 units. */
  readonly at: Span;
  /** Counted from 1. */
  readonly paragraph: number;
  readonly value: number;
  readonly valueMax: number | null;
  readonly verdict: NumberVerdict;
  /** What is held for what the draft says; null where nothing is. */
  readonly held: AnswerValue | null;
  /** The held figure that the number is instead: of another time, group or measure, or a goal. */
  readonly instead: AnswerValue | null;
  /** In percent of the held value, signed; null where there is none. */
  readonly off: number | null;
  /** Where `held`, or else `instead`, stands. */
  readonly citations: readonly Citation[];
  /** The verdict as a sentence. */
  readonly sentence: string;
};

export type CheckStatus = "checked" | "no_numbers" | Unreadable;

export type CheckReport = {
  readonly status: CheckStatus;
  /** How many numbers got each verdict, the worst first; verdicts that none got are left out. */
  readonly counts: readonly { readonly verdict: NumberVerdict; readonly count: number }[];
  /** In the order of the draft. */
  readonly numbers: readonly CheckedNumber[];
  /** How many of its paragraphs were read, where time ran out before all were; null where all were. */
  readonly readUpTo: { readonly paragraph: number; readonly of: number } | null;
  /** One line that says it all, the worst first. */
  readonly headline: string;
};
