import { expect, test } from "vitest";
import type { CalendarDate } from "../../src/calendar/day.ts";
import type { Period } from "../../src/calendar/period.ts";
import { shapeOf, yearBegunBy } from "../../src/resolution/period-shape.ts";

const period = (start: string, end: string | null): Period => ({
  label: "",
  start: start as CalendarDate,
  end: end as CalendarDate | null,
});

test.each([
  ["a calendar year", period("2023-01-01", "2023-12-31"), "year"],
  ["a fiscal year from July", period("2022-07-01", "2023-06-30"), "fiscal_year"],
  ["a fiscal year of another country", period("2022-10-01", "2023-09-30"), "span"],
  ["a month", period("2024-02-01", "2024-02-29"), "month"],
  ["a February cut short", period("2024-02-01", "2024-02-28"), "span"],
  ["most of a calendar year", period("2024-01-01", "2024-08-31"), "partial_year"],
  ["most of a fiscal year", period("2023-07-01", "2024-02-29"), "partial_year"],
  ["a quarter, which is no year cut short", period("2024-01-01", "2024-03-31"), "quarter"],
  ["the rest of a year", period("2024-03-01", "2024-12-31"), "span"],
  ["two years", period("2022-01-01", "2023-12-31"), "span"],
  ["what has no end", period("2023-06-01", null), "open"],
  ["a day", period("2024-06-05", "2024-06-05"), "span"],
])("%s", (_name, given, shape) => expect(shapeOf(given, 7)).toBe(shape));

test.each([
  ["2024-01-01", "2024-01-01/2024-12-31"],
  ["2023-07-01", "2023-07-01/2024-06-30"],
  ["2023-07-02", "none"],
  ["2023-10-01", "none"],
])("what begins on %s begins the year %s", (start, year) => {
  const begun = yearBegunBy(period(start, null), 7);
  expect(begun === null ? "none" : `${begun.start}/${begun.end}`).toBe(year);
});
