import { Temporal } from "temporal-polyfill";

/** A day as ISO 8601 prints it, "2024-09-30". Comparing two as strings compares them as days. */
export type CalendarDate = string & { readonly __unit: "calendar date" };

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const printed = (date: Temporal.PlainDate): CalendarDate => date.toString() as CalendarDate;
const parsed = (day: CalendarDate): Temporal.PlainDate => Temporal.PlainDate.from(day);

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Of a month from 1 to 12; 0 for any other. */
const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

/** The day of a year, a month (1 to 12) and a day of the month; null where the calendar has none: 31 September. */
export const makeDay = (year: number, month: number, day: number): CalendarDate | null => {
  try {
    return printed(Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }));
  } catch {
    return null;
  }
};

/**
 * "2024-09-30" as a day; null for any other text, and for days that do not exist ("2024-09-31"). All that a thread
 * remembers is read so with each of its questions, and Temporal would take most of that time.
 */
export const readDay = (text: string): CalendarDate | null => {
  if (!ISO_DAY.test(text)) return null;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return day >= 1 && day <= lengthOfMonth(year, month) ? (text as CalendarDate) : null;
};

export const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** 1 to 12. */
export const monthOf = (day: CalendarDate): number => Number(day.slice(5, 7));

/** 1 to 31. */
export const dayOfMonth = (day: CalendarDate): number => Number(day.slice(8, 10));

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const dayOfWeek = (day: CalendarDate): number => parsed(day).dayOfWeek;

const MILLISECONDS_PER_DAY = 86_400_000;

export const addDays = (day: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as CalendarDate;

/** The same day so many months on, or the month's last where it is shorter: 31 January + 1 → 28 February. */
export const addMonths = (day: CalendarDate, months: number): CalendarDate =>
  printed(parsed(day).add({ months }));

/** ISO 8601 prints years of four digits plainly; Temporal prints the others. */
const LAST_PLAIN_YEAR = 9999;

type End = "first" | "last";

/** Months are looked at in every question, by the hundred; Temporal would take most of its time. */
const endOfMonth = (year: number, month: number, end: End): CalendarDate => {
  const [inYear, at] = [year + Math.floor((month - 1) / 12), (((month - 1) % 12) + 12) % 12];
  if (inYear < 0 || inYear > LAST_PLAIN_YEAR) {
    const first = new Temporal.PlainDate(year, 1, 1).add({ months: month - 1 });
    return printed(end === "first" ? first : first.with({ day: 31 }));
  }
  const length = lengthOfMonth(inYear, at + 1);
  const [years, months] = [String(inYear).padStart(4, "0"), String(at + 1).padStart(2, "0")];
  return `${years}-${months}-${end === "first" ? "01" : length}` as CalendarDate;
};

/** The first day of a month. Months beyond 1 to 12 run into the years beside: (2024, 13) is January 2025. */
export const firstDayOfMonth = (year: number, month: number): CalendarDate =>
  endOfMonth(year, month, "first");

/** The last day of a month, counted like `firstDayOfMonth`: (2024, 2) is 29 February. */
export const lastDayOfMonth = (year: number, month: number): CalendarDate => endOfMonth(year, month, "last");

/** Days from one day to another: 0 for the same day, negative where the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
