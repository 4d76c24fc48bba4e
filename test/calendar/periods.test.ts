import { describe, expect, test } from "vitest";
import {
  calendarYear,
  decade,
  fiscalQuarter,
  fiscalYear,
  fiscalYearOf,
  month,
  periodOfDays,
  quarter,
  season,
  weekOf,
} from "../../src/calendar/calendar-periods.ts";
import type { CalendarDate } from "../../src/calendar/day.ts";
import { edgeOf, halfOf, thirdOf } from "../../src/calendar/parts-of-period.ts";
import { contains, overlaps, type Period, samePeriod } from "../../src/calendar/period.ts";

const day = (text: string) => text as CalendarDate;
const days = (start: string, end: string | null): Period => ({
  label: "",
  start: day(start),
  end: end === null ? null : day(end),
});
const shown = ({ label, start, end }: Period) => `${label}: ${start} to ${end}`;

test.each([
  [calendarYear(2023), "2023: 2023-01-01 to 2023-12-31"],
  [fiscalYear(2024, 10), "FY2024: 2023-10-01 to 2024-09-30"],
  [fiscalYear(2024, 7), "FY2024: 2023-07-01 to 2024-06-30"],
  [fiscalYear(2024, 1), "FY2024: 2024-01-01 to 2024-12-31"],
  [month(2025, 2), "February 2025: 2025-02-01 to 2025-02-28"],
  [quarter(2024, 1), "Q1 2024: 2024-01-01 to 2024-03-31"],
  [fiscalQuarter(2024, 1, 10), "Q1 FY2024: 2023-10-01 to 2023-12-31"],
  [fiscalQuarter(2024, 4, 10), "Q4 FY2024: 2024-07-01 to 2024-09-30"],
  [weekOf(day("2024-06-05")), "the week of June 3, 2024: 2024-06-03 to 2024-06-09"],
  [decade(1990), "1990s: 1990-01-01 to 1999-12-31"],
  [season("winter", 2024, 12), "winter 2024: 2023-12-01 to 2024-02-29"],
  [season("summer", 2024, 6), "summer 2024: 2024-06-01 to 2024-08-31"],
  [periodOfDays(day("2024-06-05"), day("2024-06-05")), "June 5, 2024: 2024-06-05 to 2024-06-05"],
  [thirdOf(calendarYear(2020), 3, "late 2020"), "late 2020: 2020-09-01 to 2020-12-31"],
  [thirdOf(fiscalYear(2024, 10), 1, "early"), "early: 2023-10-01 to 2024-01-31"],
  [thirdOf(month(2024, 6), 1, "early June"), "early June: 2024-06-01 to 2024-06-10"],
  [thirdOf(month(2024, 6), 3, "late June"), "late June: 2024-06-21 to 2024-06-30"],
  [halfOf(fiscalYear(2024, 10), 2, "H2"), "H2: 2024-04-01 to 2024-09-30"],
  [edgeOf(calendarYear(2020), "end", "end"), "end: 2020-12-01 to 2020-12-31"],
  [edgeOf(month(2024, 6), "start", "start"), "start: 2024-06-01 to 2024-06-07"],
])("%j runs as its name says", (period, expected) => {
  expect(shown(period)).toBe(expected);
});

test.each([
  ["2023-10-01", 10, 2024],
  ["2023-09-30", 10, 2023],
  ["2023-09-30", 1, 2023],
])("%s with fiscal years from month %i lies in %i", (date, startMonth, year) => {
  expect(fiscalYearOf(day(date), startMonth)).toBe(year);
});

describe("periods beside one another", () => {
  test.each([
    [days("2024-01-01", "2024-12-31"), days("2024-12-31", "2025-01-01"), true],
    [days("2024-01-01", "2024-12-31"), days("2025-01-01", "2025-01-02"), false],
    [days("2019-01-01", null), days("2024-01-01", "2024-01-02"), true],
    [days("2019-01-01", null), days("2018-01-01", "2018-12-31"), false],
  ])("%j and %j overlap: %j", (one, other, expected) => {
    expect([overlaps(one, other), overlaps(other, one)]).toEqual([expected, expected]);
  });

  test.each([
    [days("2024-01-01", "2024-12-31"), days("2024-01-01", "2024-12-31"), true],
    [days("2024-01-01", "2024-12-31"), days("2023-12-31", "2024-12-31"), false],
    [days("2024-01-01", "2024-12-31"), days("2024-05-01", null), false],
    [days("2019-01-01", null), days("2024-05-01", null), true],
  ])("%j contains %j: %j", (outer, inner, expected) => {
    expect(contains(outer, inner)).toBe(expected);
  });

  test("the same days under two names are one period, an open end is another", () => {
    expect(samePeriod(fiscalYear(2024, 1), calendarYear(2024))).toBe(true);
    expect(samePeriod(fiscalYear(2024, 10), calendarYear(2024))).toBe(false);
    expect(samePeriod(days("2019-01-01", null), days("2019-01-01", "2019-12-31"))).toBe(false);
  });
});
