export type Scale = { readonly value: number; readonly name: string };

/** One point or bar, in base units of the chart's unit. */
export type ChartPoint = {
  /** What is measured: one line of a chart with several, or one bar. */
  readonly series: string;
  readonly period: string;
  /** The middle of the period, as milliseconds since 1970; null where the period has no days. */
  readonly at: number | null;
  readonly value: number;
  /** The upper end of a printed range; null where there is one number. */
  readonly valueMax: number | null;
  /** As copy has it, hedge and unit included: "more than 271,000 removals". */
  readonly said: string;
  readonly isHedged: boolean;
  /** It covers less time than its neighbours, and does not compare with them. */
  readonly isPartial: boolean;
};

/**
 * Figures to be drawn, with all that must stand in the picture. "time" has periods along the bottom, one line for
 * each series where there are several; "bars" has one bar for each series, of one period.
 */
export type Chart = {
  readonly kind: "time" | "bars";
  readonly title: string;
  /** "people", "percent", "usd", or UNSTATED_UNIT. */
  readonly unit: string;
  /** In which numbers along an axis are said: a million people. Null: as they are. */
  readonly scale: Scale | null;
  /** In the order of time, or the largest first. At least FEWEST_DRAWN of them. */
  readonly points: readonly ChartPoint[];
  /** Every document that the figures rest on, with its date: "New York Post, published 2 June 2024 (inferred)". */
  readonly sources: readonly string[];
  /** For who cannot see it. */
  readonly alt: string;
};

/** Two figures are read faster than drawn. */
export const FEWEST_DRAWN = 3;
/** More bars than this cannot be told apart in a chat; a line can have more points. */
export const MOST_BARS = 24;
