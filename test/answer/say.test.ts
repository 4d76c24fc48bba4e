import { describe, expect, test } from "vitest";
import { ageOf, labelOf, lastDayOf } from "../../src/answer/say.ts";
import type { CalendarDate } from "../../src/calendar/day.ts";
import { catalog, composing, measure, observation } from "../fixtures/ferries.ts";

test("a label is the measure, and the group where there is one", () => {
  expect(labelOf({ measure: measure("passengers"), members: [] }, catalog)).toBe("ferry passengers");
  expect(labelOf({ measure: measure("passengers"), members: ["line=night"] }, catalog)).toBe(
    "ferry passengers, night boat",
  );
});

describe("how old a figure is", () => {
  const age = (id: string, askedOn: string) =>
    ageOf(observation(id), { ...composing, askedOn: askedOn as CalendarDate });

  test.each([
    ["from the end of its period", "p22", "2024-03-01", "1 year 3 months ago"],
    ["in its last month", "drills-mar24", "2024-03-31", "this month"],
    ["asked before it ends", "p24-august", "2024-05-01", "this month"],
    ["a month after it ends", "drills-mar24", "2024-04-01", "1 month ago"],
  ])("%s", (_name, id, ...[askedOn, said]) => expect(age(id, askedOn)).toBe(said));

  test("without an end, and without a date of its source, from where it begins", () => {
    expect(lastDayOf(observation("fog"), catalog)).toBe("2023-06-01");
  });

  test("without an end, from the day its source came out", () => {
    const open = { ...observation("p22"), timePeriod: { ...observation("p22").timePeriod, end: null } };
    expect(lastDayOf(open, catalog)).toBe("2024-09-10");
  });
});
