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

const startsBy = (period: Period, end: CalendarDate | null): boolean => end === null || period.start <= end;

/** Whether the two share a day. An open end reaches every later day. */
export const overlaps = (one: Period, other: Period): boolean =>
  startsBy(one, other.end) && startsBy(other, one.end);

/** Whether every day of `inner` lies in `outer`. An open end lies in nothing but an open end. */
export const contains = (outer: Period, inner: Period): boolean => {
  if (inner.start < outer.start) return false;
  if (outer.end === null) return true;
  return inner.end !== null && inner.end <= outer.end;
};

/** The same days, whatever each is called. */
export const samePeriod = (one: Period, other: Period): boolean =>
  one.start === other.start && one.end === other.end;
