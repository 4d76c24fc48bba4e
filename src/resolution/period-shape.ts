import { calendarYear, fiscalYear, fiscalYearOf } from "../calendar/calendar-periods.ts";
import {
  type CalendarDate,
  dayOfMonth,
  daysBetween,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from "../calendar/day.ts";
import { type Period, samePeriod } from "../calendar/period.ts";
import { splitYearName } from "../calendar/split-year.ts";

/** What a held period is: a whole year, a year cut short, a month, and so on. Series hold one shape only. */
export type PeriodShape = "fiscal_year" | "year" | "partial_year" | "quarter" | "month" | "open" | "span";

const isMonth = ({ start, end }: Period): boolean =>
  dayOfMonth(start) === 1 && end !== null && end === lastDayOfMonth(yearOf(start), monthOf(start));

const isQuarter = ({ start, end }: Period): boolean =>
  dayOfMonth(start) === 1 &&
  monthOf(start) % 3 === 1 &&
  end === lastDayOfMonth(yearOf(start), monthOf(start) + 2);

/** The whole year, on either calendar, that a period is the beginning of; null where it begins no year. */
export const yearBegunBy = ({ start }: Period, fiscalStartMonth: number): Period | null => {
  if (dayOfMonth(start) !== 1) return null;
  if (monthOf(start) === fiscalStartMonth)
    return fiscalYear(fiscalYearOf(start, fiscalStartMonth), fiscalStartMonth);
  return monthOf(start) === 1 ? calendarYear(yearOf(start)) : null;
};

/** A stretch that begins a year and covers at least half of it, but not all: "through April". */
const isPartialYear = (period: Period, year: Period): boolean =>
  period.end !== null &&
  year.end !== null &&
  period.end < year.end &&
  daysBetween(period.start, period.end) > 180;

const FISCAL_NAME = /^FY\d{4}$/u;

/** "2019/20", "FY2020": a year by its name, in whichever month it begins. */
const isNamedYear = ({ label, start, end }: Period): boolean =>
  (FISCAL_NAME.test(label) || splitYearName(label) !== null) &&
  dayOfMonth(start) === 1 &&
  end !== null &&
  end === lastDayOfMonth(yearOf(start), monthOf(start) + 11);

export const shapeOf = (period: Period, fiscalStartMonth: number): PeriodShape => {
  if (period.end === null) return "open";
  if (isMonth(period)) return "month";
  if (isQuarter(period)) return "quarter";
  if (isNamedYear(period)) return monthOf(period.start) === 1 ? "year" : "fiscal_year";
  const year = yearBegunBy(period, fiscalStartMonth);
  if (year === null) return "span";
  if (samePeriod(year, period)) return monthOf(year.start) === 1 ? "year" : "fiscal_year";
  return isPartialYear(period, year) ? "partial_year" : "span";
};

export const isYearly = (shape: PeriodShape): boolean => shape === "year" || shape === "fiscal_year";

/** The two ways to take a bare year: the calendar's, and the fiscal year of that name. */
export const yearsNamed = (day: CalendarDate, fiscalStartMonth: number): readonly [Period, Period] => [
  calendarYear(yearOf(day)),
  fiscalYear(yearOf(day), fiscalStartMonth),
];
