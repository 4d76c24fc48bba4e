import { expect, test } from "vitest";
import { dayOf } from "../../adapters/day-of.ts";

test.each([
  [new Date(2026, 10, 21, 0, 0, 1), "2026-11-21"],
  [new Date(2026, 10, 21, 23, 59, 59), "2026-11-21"],
  [new Date(2024, 1, 29, 12), "2024-02-29"],
])("%s is a moment of %s where the person sits", (moment, day) => {
  expect(dayOf(moment)).toBe(day);
});
