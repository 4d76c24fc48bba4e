import { calendarYear, fiscalYear, fiscalYearOf, month, periodOfDays } from "../calendar/calendar-periods.ts";
import { addDays, addMonths, daysBetween, lastDayOfMonth, monthOf, yearOf } from "../calendar/day.ts";
import { type Grain, type Period, samePeriod } from "../calendar/period.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";

/** The year that a month or a quarter lies in, and that a year is named after. */
export const yearNamed = ({ start, end }: Period): number => yearOf(end ?? start);

type Within = Extract<ReferencePeriod, { kind: "within" }>;

const within = (period: Period, grain: Grain, basis: Within["basis"]): Within => ({
  kind: "within",
  period,
  grain,
  basis,
  relative: false,
});

const isMonth = ({ start, end }: Period): boolean => end === lastDayOfMonth(yearOf(start), monthOf(start));

/** A period as if it had been said: FY2024 of a thread is "FY2024" in the next question. */
export const restate = (period: Period, fiscalStartMonth: number): Within => {
  const fiscal = fiscalYear(fiscalYearOf(period.start, fiscalStartMonth), fiscalStartMonth);
  if (samePeriod(period, fiscal)) return within(period, "fiscal_year", "fiscal");
  if (samePeriod(period, calendarYear(yearOf(period.start)))) return within(period, "year", "calendar");
  return isMonth(period) ? within(period, "month", "calendar") : within(period, "span", "unstated");
};

const months = (by: number, grain: Grain): number => {
  if (grain === "month") return by;
  return grain === "quarter" ? 3 * by : 12 * by;
};

/** "the year before" FY2024 is FY2023, and before February 2025 it is February 2024. Null where there is no telling. */
export const shiftPeriod = (
  period: Period,
  { grain, by }: { readonly grain: Grain; readonly by: number },
  fiscalStartMonth: number,
): Within | null => {
  const said = restate(period, fiscalStartMonth);
  const start = addMonths(period.start, months(by, grain));
  if (said.grain === "fiscal_year" && grain !== "month")
    return within(
      fiscalYear(fiscalYearOf(start, fiscalStartMonth), fiscalStartMonth),
      "fiscal_year",
      "fiscal",
    );
  if (said.grain === "year" && grain !== "month")
    return within(calendarYear(yearOf(start)), "year", "calendar");
  if (said.grain === "month") return within(month(yearOf(start), monthOf(start)), "month", "calendar");
  if (period.end === null) return null;
  return within(periodOfDays(start, addMonths(period.end, months(by, grain))), "span", "unstated");
};

/** "the two weeks before it", beside the period that the thread spoke of. */
export const besidePeriod = (
  period: Period,
  side: "before" | "after",
  days: number | null,
): Period | null => {
  const length = days ?? (period.end === null ? null : daysBetween(period.start, period.end) + 1);
  if (length === null) return null;
  if (side === "before") return periodOfDays(addDays(period.start, -length), addDays(period.start, -1));
  return period.end === null ? null : periodOfDays(addDays(period.end, 1), addDays(period.end, length));
};
