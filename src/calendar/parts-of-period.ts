import { addDays, addMonths, type CalendarDate, dayOfMonth, daysBetween, monthOf, yearOf } from "./day.ts";
import type { Period } from "./period.ts";

/** Early, mid and late are the first, second and last third. */
export type Third = 1 | 2 | 3;
export type Edge = "start" | "end";

/** Whole months in a period that begins with a month and ends with one; null for any other. */
const wholeMonths = (start: CalendarDate, end: CalendarDate): number | null => {
  const after = addDays(end, 1);
  if (dayOfMonth(start) !== 1 || dayOfMonth(after) !== 1) return null;
  return (yearOf(after) - yearOf(start)) * 12 + monthOf(after) - monthOf(start);
};

const sliceMonths = (start: CalendarDate, from: number, to: number): Omit<Period, "label"> => ({
  start: addMonths(start, from),
  end: addDays(addMonths(start, to), -1),
});

const sliceDays = (start: CalendarDate, from: number, to: number): Omit<Period, "label"> => ({
  start: addDays(start, from),
  end: addDays(start, to - 1),
});

/** Cuts a closed period between two parts of it, 0 to 1, at months where it has enough of them, else at days. */
const slice = (period: Period, from: number, to: number): Omit<Period, "label"> => {
  const end = period.end ?? period.start;
  const count = wholeMonths(period.start, end);
  if (count !== null && count >= 3) {
    return sliceMonths(period.start, Math.round(from * count), Math.round(to * count));
  }
  const days = daysBetween(period.start, end) + 1;
  return sliceDays(period.start, Math.round(from * days), Math.round(to * days));
};

/**
 * "Early", "mid" or "late" in a period: thirds, by months where it is a quarter or longer, else by days.
 * Late 2020 is September to December 2020; early June is the 1st to the 10th.
 */
export const thirdOf = (period: Period, third: Third, label: string): Period => ({
  label,
  ...slice(period, (third - 1) / 3, third / 3),
});

/** "First half", "second half". */
export const halfOf = (period: Period, half: 1 | 2, label: string): Period => ({
  label,
  ...slice(period, (half - 1) / 2, half / 2),
});

/**
 * "The start of" or "the end of" a period: its first or last month where it is a quarter or longer, else
 * its first or last week. The end of 2020 is December 2020.
 */
export const edgeOf = (period: Period, edge: Edge, label: string): Period => {
  const end = period.end ?? period.start;
  const count = wholeMonths(period.start, end);
  if (count !== null && count >= 3) {
    const from = edge === "start" ? 0 : count - 1;
    return { label, ...sliceMonths(period.start, from, from + 1) };
  }
  const days = daysBetween(period.start, end) + 1;
  const from = edge === "start" ? 0 : Math.max(0, days - 7);
  return { label, ...sliceDays(period.start, from, Math.min(days, from + 7)) };
};
