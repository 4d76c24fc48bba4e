import type { CalendarDate } from "./day.ts";

/** How long a period is by nature, and on which calendar it was counted. */
export const GRAINS = ["day", "week", "month", "quarter", "year", "fiscal_year", "span"] as const;
export type Grain = (typeof GRAINS)[number];

/**
 * A stretch of days, both ends included. An observation has a time period, the days it covers;
 * a question has a reference period, the days it means. They can differ, and then we say so.
 * A null end is one that the source leaves open or unknown ("since 2019", undated article).
 */
export type Period = {
  readonly label: string;
  readonly start: CalendarDate;
  readonly end: CalendarDate | null;
};
