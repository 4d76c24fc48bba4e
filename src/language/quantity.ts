import type { Span } from "./span.ts";

/** The hedge that a source or a speaker puts on a number; the contract's `qualifier`. */
export const QUALIFIERS = [
  "exact",
  "about",
  "more_than",
  "at_least",
  "fewer_than",
  "at_most",
  "nearly",
  "up_to",
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** What kind of thing a number is said of, as far as its own words tell; null: a bare number. */
export const QUANTITY_UNITS = ["percent", "usd", "times"] as const;
export type QuantityUnit = (typeof QUANTITY_UNITS)[number];

/**
 * A number found in running text, in base units: "more than 7.6 million" is value 7600000,
 * qualifier more_than, step 100000.
 */
export type Quantity = {
  readonly value: number;
  /** The upper end of a printed range ("six or seven", "10 to 20"); null where there is one number. */
  readonly valueMax: number | null;
  readonly unit: QuantityUnit | null;
  readonly qualifier: Qualifier;
  /** The smallest amount the way of writing can show: 7.6 million → 100000, 113,431 → 1, 42k → 1000, 64% → 1. */
  readonly step: number;
  /** The number and its unit as they stand, without the hedge: "7.6 million", "$175 billion", "64%". */
  readonly asPrinted: string;
  readonly at: Span;
  /** Where the hedge stands, null where there is none. */
  readonly hedgeAt: Span | null;
};
