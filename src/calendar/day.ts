import { Temporal } from "temporal-polyfill";

/** A day as ISO 8601 prints it, "2024-09-30". Comparing two as strings compares them as days. */
export type CalendarDate = string & { readonly __unit: "calendar date" };

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const printed = (date: Temporal.PlainDate): CalendarDate => date.toString() as CalendarDate;
const parsed = (day: CalendarDate): Temporal.PlainDate => Temporal.PlainDate.from(day);

/** The day of a year, a month (1 to 12) and a day of the month; null where the calendar has none: 31 September. */
export const makeDay = (year: number, month: number, day: number): CalendarDate | null => {
  try {
    return printed(Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }));
  } catch {
    return null;
  }
};

/** "2024-09-30" as a day; null for any other text, and for days that do not exist ("2024-09-31"). */
export const readDay = (text: string): CalendarDate | null => {
  if (!ISO_DAY.test(text)) return null;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return makeDay(year, month, day);
};

export const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** 1 to 12. */
export const monthOf = (day: CalendarDate): number => Number(day.slice(5, 7));

/** 1 to 31. */
export const dayOfMonth = (day: CalendarDate): number => Number(day.slice(8, 10));

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const dayOfWeek = (day: CalendarDate): number => parsed(day).dayOfWeek;

export const addDays = (day: CalendarDate, days: number): CalendarDate => printed(parsed(day).add({ days }));

/** The same day so many months on, or the month's last where it is shorter: 31 January + 1 → 28 February. */
export const addMonths = (day: CalendarDate, months: number): CalendarDate =>
  printed(parsed(day).add({ months }));

/** The first day of a month. Months beyond 1 to 12 run into the years beside: (2024, 13) is January 2025. */
export const firstDayOfMonth = (year: number, month: number): CalendarDate =>
  printed(new Temporal.PlainDate(year, 1, 1).add({ months: month - 1 }));

/** The last day of a month, counted like `firstDayOfMonth`: (2024, 2) is 29 February. */
export const lastDayOfMonth = (year: number, month: number): CalendarDate =>
  addDays(firstDayOfMonth(year, month + 1), -1);

/** Days from one day to another: 0 for the same day, negative where the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  parsed(from).until(parsed(to), { largestUnit: "days" }).days;
