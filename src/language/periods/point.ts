import {
  calendarYear,
  decade,
  fiscalYear,
  fiscalYearOf,
  month,
  periodOfDays,
  quarter,
  weekOf,
} from "../../calendar/calendar-periods.ts";
import { addDays, addMonths, type CalendarDate, monthOf, yearOf } from "../../calendar/day.ts";
import { halfOf } from "../../calendar/parts-of-period.ts";
import type { Grain, Period } from "../../calendar/period.ts";
import type { CalendarUnit } from "../calendar-words.ts";
import type { YearBasis } from "../reference-period.ts";

/** A period with both ends known. */
export type ClosedPeriod = Period & { readonly end: CalendarDate };

/** A stretch of days as it was read, before what stands around it ("since", "to") says how it is meant. */
export type Point = {
  readonly period: ClosedPeriod;
  readonly grain: Grain;
  readonly basis: YearBasis;
  readonly relative: boolean;
  /** Where it is a run of several ("the 1990s"), its first and last. */
  readonly ends: readonly [Period, Period] | null;
  /** A day without its year: "June 5". */
  readonly yearless: boolean;
  /** Whether its calendar was said behind it: in "2023 and 2024 fiscal years" it goes for both. */
  readonly basisBehind: boolean;
};

/** The day of asking, and when the fiscal year begins. */
export type Today = { readonly askedOn: CalendarDate; readonly fiscalYearStartMonth: number };

export const closed = (period: Period): ClosedPeriod => ({ ...period, end: period.end ?? period.start });

const PLAIN = {
  basis: "unstated",
  relative: false,
  ends: null,
  yearless: false,
  basisBehind: false,
} as const;

export const makePoint = (period: Period, grain: Grain, more: Partial<Point> = {}): Point => ({
  ...PLAIN,
  period: closed(period),
  grain,
  ...more,
});

export const yearPoint = (year: number, basis: YearBasis, today: Today): Point =>
  basis === "fiscal"
    ? makePoint(fiscalYear(year, today.fiscalYearStartMonth), "fiscal_year", { basis })
    : makePoint(calendarYear(year), "year", { basis });

/** The year that a year's point is named after: FY2024 → 2024. */
export const nameOfYear = (point: Point): number => yearOf(point.period.end);

export const fiscalYearPoint = ({ askedOn, fiscalYearStartMonth }: Today, shift: number): Point => {
  const year = fiscalYearOf(askedOn, fiscalYearStartMonth) + shift;
  return makePoint(fiscalYear(year, fiscalYearStartMonth), "fiscal_year", {
    basis: "fiscal",
    relative: true,
  });
};

const MONTHS: Readonly<Record<CalendarUnit, number>> = {
  day: 0,
  week: 0,
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
};
export const GRAIN_OF_UNIT: Readonly<Record<CalendarUnit, Grain>> = {
  day: "day",
  week: "week",
  month: "month",
  quarter: "quarter",
  half: "span",
  year: "year",
  decade: "span",
};

/** The day so many units on; back where the count is negative. */
export const addUnits = (date: CalendarDate, unit: CalendarUnit, count: number): CalendarDate => {
  if (unit === "day") return addDays(date, count);
  if (unit === "week") return addDays(date, 7 * count);
  return addMonths(date, MONTHS[unit] * count);
};

/** The whole day, week, month and so on that a day falls in. */
export const unitAround = (date: CalendarDate, unit: CalendarUnit): Period => {
  const year = yearOf(date);
  switch (unit) {
    case "day":
      return periodOfDays(date, date);
    case "week":
      return weekOf(date);
    case "month":
      return month(year, monthOf(date));
    case "quarter":
      return quarter(year, Math.ceil(monthOf(date) / 3));
    case "half": {
      const half = monthOf(date) <= 6 ? 1 : 2;
      return halfOf(calendarYear(year), half, `H${half} ${year}`);
    }
    case "year":
      return calendarYear(year);
    case "decade":
      return decade(10 * Math.floor(year / 10));
  }
};

/** The first and last year of a decade or any other run of whole years. */
export const yearEnds = (period: ClosedPeriod): readonly [Period, Period] => [
  calendarYear(yearOf(period.start)),
  calendarYear(yearOf(period.end)),
];

/** The latest month of a name that had begun by a day: April asked for in March 2025 is April 2024. */
export const latestMonth = (monthOfYear: number, askedOn: CalendarDate): Period => {
  const year = monthOf(askedOn) >= monthOfYear ? yearOf(askedOn) : yearOf(askedOn) - 1;
  return month(year, monthOfYear);
};

/** The month of a name within a year, be it a fiscal one: October of FY2024 is October 2023. */
export const monthWithin = (year: ClosedPeriod, monthOfYear: number): Period => {
  const first = monthOf(year.start) <= monthOfYear ? yearOf(year.start) : yearOf(year.start) + 1;
  return month(first, monthOfYear);
};
