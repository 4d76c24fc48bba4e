import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  type CalendarDate,
  dayOfWeek,
  daysBetween,
  firstDayOfMonth,
  lastDayOfMonth,
  makeDay,
  monthOf,
  readDay,
  yearOf,
} from "../../src/calendar/day.ts";

const day = (text: string) => text as CalendarDate;

describe("a day is read as ISO prints it", () => {
  test.each(["2024-09-30", "2024-02-29", "1999-12-31"])("%s is a day", (text) => {
    expect(readDay(text)).toBe(text);
  });

  test.each(["2024-09-31", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-5", "30/09/2024", "2024", ""])(
    "%j is none",
    (text) => {
      expect(readDay(text)).toBeNull();
    },
  );
});

describe("days and months are counted by the calendar", () => {
  test.each([
    ["2024-12-31", 1, "2025-01-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2024-06-05", -14, "2024-05-22"],
  ])("%s and %i days is %s", (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
  });

  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-10-01", -12, "2023-10-01"],
    ["2024-11-15", 3, "2025-02-15"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test("a month runs to its last day, over the turn of the year too", () => {
    expect(lastDayOfMonth(2024, 2)).toBe("2024-02-29");
    expect(lastDayOfMonth(2023, 2)).toBe("2023-02-28");
    expect(firstDayOfMonth(2024, 13)).toBe("2025-01-01");
    expect(lastDayOfMonth(2024, 0)).toBe("2023-12-31");
    expect(firstDayOfMonth(2024, -11)).toBe("2023-01-01");
    expect(lastDayOfMonth(1900, 2)).toBe("1900-02-28");
    expect(lastDayOfMonth(2000, 2)).toBe("2000-02-29");
    expect(firstDayOfMonth(9999, 13)).toBe("+010000-01-01");
    expect(lastDayOfMonth(10000, 2)).toBe("+010000-02-29");
  });

  test("days between are signed", () => {
    expect(daysBetween(day("2024-01-01"), day("2025-01-01"))).toBe(366);
    expect(daysBetween(day("2024-01-02"), day("2024-01-01"))).toBe(-1);
  });

  test("parts of a day", () => {
    expect([yearOf(day("2024-06-05")), monthOf(day("2024-06-05")), dayOfWeek(day("2024-06-05"))]).toEqual([
      2024, 6, 3,
    ]);
    expect(makeDay(2024, 6, 31)).toBeNull();
  });
});
