import { describe, expect, test } from "vitest";
import { calendarYear, fiscalYear, month, periodOfDays } from "../../src/calendar/calendar-periods.ts";
import type { CalendarDate } from "../../src/calendar/day.ts";
import type { Period } from "../../src/calendar/period.ts";
import { besidePeriod, restate, shiftPeriod } from "../../src/question/shift-period.ts";

const JULY = 7;
const days = (start: string, end: string): Period => periodOfDays(start as CalendarDate, end as CalendarDate);
const open: Period = { label: "since June 2023", start: "2023-06-01" as CalendarDate, end: null };
const shown = (period: Period | null | undefined): string =>
  period === null || period === undefined ? "none" : `${period.start}/${period.end ?? ""}`;

describe("a period of the thread, said again", () => {
  test.each([
    ["a fiscal year is one", fiscalYear(2024, JULY), "fiscal_year", "fiscal"],
    ["a calendar year is one", calendarYear(2023), "year", "calendar"],
    ["a month is one", month(2024, 2), "month", "calendar"],
    ["three weeks are a span", days("2024-05-01", "2024-05-21"), "span", "unstated"],
    ["what has no end is a span", open, "span", "unstated"],
    ["another country's fiscal year is a span", fiscalYear(2024, 10), "span", "unstated"],
  ])("%s", (_name, period, ...[grain, basis]) => {
    expect(restate(period, JULY)).toEqual({ kind: "within", period, grain, basis, relative: false });
  });
});

describe("the year or the month before, and after", () => {
  test.each<readonly [string, Period, "year" | "month" | "quarter", number, string]>([
    ["the year before a fiscal year", fiscalYear(2024, JULY), "year", -1, "2022-07-01/2023-06-30"],
    ["the year after a calendar year", calendarYear(2023), "year", 1, "2024-01-01/2024-12-31"],
    ["two years before", calendarYear(2023), "year", -2, "2021-01-01/2021-12-31"],
    ["the month before March", month(2024, 3), "month", -1, "2024-02-01/2024-02-29"],
    ["the month before January", month(2024, 1), "month", -1, "2023-12-01/2023-12-31"],
    ["the year before a leap February", month(2024, 2), "year", -1, "2023-02-01/2023-02-28"],
    ["the year after a February", month(2023, 2), "year", 1, "2024-02-01/2024-02-29"],
    ["the year before three weeks", days("2024-05-01", "2024-05-21"), "year", -1, "2023-05-01/2023-05-21"],
    ["the year before what has no end", open, "year", -1, "none"],
  ])("%s", (_name, period, ...[grain, by, expected]) => {
    expect(shown(shiftPeriod(period, { grain, by }, JULY)?.period)).toBe(expected);
  });

  test("a fiscal year stays a fiscal year, with its label", () => {
    expect(shiftPeriod(fiscalYear(2024, JULY), { grain: "year", by: -1 }, JULY)).toMatchObject({
      grain: "fiscal_year",
      basis: "fiscal",
      period: { label: "FY2023" },
    });
  });
});

describe("the stretch beside a period", () => {
  const weeks = days("2024-06-05", "2024-06-18");

  test.each<readonly [string, Period, "before" | "after", number | null, string]>([
    ["two weeks before", weeks, "before", 14, "2024-05-22/2024-06-04"],
    ["two weeks after", weeks, "after", 14, "2024-06-19/2024-07-02"],
    ["as long a stretch before, where none is said", weeks, "before", null, "2024-05-22/2024-06-04"],
    ["two weeks before what has no end", open, "before", 14, "2023-05-18/2023-05-31"],
    ["two weeks after what has no end", open, "after", 14, "none"],
    ["before what has no end, however long", open, "before", null, "none"],
  ])("%s", (_name, period, ...[side, length, expected]) => {
    expect(shown(besidePeriod(period, side, length))).toBe(expected);
  });
});
