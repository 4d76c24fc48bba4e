import {
  addDays,
  type CalendarDate,
  dayOfMonth,
  dayOfWeek,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from "./day.ts";
import type { Period } from "./period.ts";

const longMonth = new Intl.DateTimeFormat("en-US", { month: "long", timeZone: "UTC" });
const MONTH_NAMES = Array.from({ length: 12 }, (_, month) =>
  longMonth.format(new Date(Date.UTC(2000, month, 1))),
);

/** 2 → "February". */
export const monthName = (month: number): string => MONTH_NAMES[month - 1] ?? "";

/** "2024-06-05" → "June 5, 2024". */
export const dayLabel = (date: CalendarDate): string =>
  `${monthName(monthOf(date))} ${dayOfMonth(date)}, ${yearOf(date)}`;

/** Whole months, counted from January of `year` as 1: (2023, 10, 12) runs from 1 October 2023 to 30 September 2024. */
const months = (year: number, firstMonth: number, count: number): Omit<Period, "label"> => ({
  start: firstDayOfMonth(year, firstMonth),
  end: lastDayOfMonth(year, firstMonth + count - 1),
});

/** A period with both ends known: "June 5, 2024", or "January 1, 2024 to March 5, 2024" where no label is given. */
export const periodOfDays = (start: CalendarDate, end: CalendarDate, label?: string): Period => {
  const days = start === end ? dayLabel(start) : `${dayLabel(start)} to ${dayLabel(end)}`;
  return { label: label ?? days, start, end };
};

export const calendarYear = (year: number): Period => ({ label: String(year), ...months(year, 1, 12) });

/**
 * A fiscal year, named after the calendar year it ends in. With start month 10 (the United States federal
 * one, 31 U.S.C. § 1102) FY2024 runs from 1 October 2023 to 30 September 2024; with 1 it is the calendar year.
 */
export const fiscalYear = (year: number, startMonth: number): Period => ({
  label: `FY${year}`,
  ...months(startMonth === 1 ? year : year - 1, startMonth, 12),
});

/** The fiscal year that a day falls in: 1 October 2023 → 2024 with start month 10. */
export const fiscalYearOf = (date: CalendarDate, startMonth: number): number =>
  startMonth > 1 && monthOf(date) >= startMonth ? yearOf(date) + 1 : yearOf(date);

export const month = (year: number, monthOfYear: number): Period => {
  const days = months(year, monthOfYear, 1);
  return { label: `${monthName(monthOf(days.start))} ${yearOf(days.start)}`, ...days };
};

/** (2024, 1) → "Q1 2024", January to March 2024. */
export const quarter = (year: number, quarterOfYear: number): Period => ({
  label: `Q${quarterOfYear} ${year}`,
  ...months(year, 3 * quarterOfYear - 2, 3),
});

/** (2024, 1, 10) → "Q1 FY2024", October to December 2023. */
export const fiscalQuarter = (year: number, quarterOfYear: number, startMonth: number): Period => ({
  label: `Q${quarterOfYear} FY${year}`,
  ...months(startMonth === 1 ? year : year - 1, startMonth + 3 * (quarterOfYear - 1), 3),
});

/** Monday to Sunday (ISO 8601), the week that a day falls in. */
export const weekOf = (date: CalendarDate): Period => {
  const start = addDays(date, 1 - dayOfWeek(date));
  return { label: `the week of ${dayLabel(start)}`, start, end: addDays(start, 6) };
};

/** 1990 → "1990s", its ten years. */
export const decade = (firstYear: number): Period => ({
  label: `${firstYear}s`,
  ...months(firstYear, 1, 120),
});

/** (2024, 6) → "summer 2024", three whole months from that one; a winter is named after the year it ends in. */
export const season = (name: string, year: number, firstMonth: number): Period => ({
  label: `${name} ${year}`,
  ...months(firstMonth === 12 ? year - 1 : year, firstMonth, 3),
});

/** Whole months of a given one, under a label of their own: the first seven months of a year. */
export const monthsFrom = (start: CalendarDate, count: number, label: string): Period => ({
  label,
  ...months(yearOf(start), monthOf(start), count),
});
