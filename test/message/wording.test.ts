import { expect, test } from "vitest";
import { sayDay, sayPublished, WORDING } from "../../src/message/wording.ts";

test.each([
  ["2024-12-20", "20 December 2024"],
  ["2024-01-01", "1 January 2024"],
  ["2024-02-29", "29 February 2024"],
])("%s is said as %s, whatever the machine's time zone", (day, said) => {
  expect(sayDay(day)).toBe(said);
});

test.each([
  [{ date: "2024-12-20", basis: "printed" }, "published 20 December 2024"],
  [{ date: "2024-12-20", basis: "inferred" }, "published 20 December 2024 (inferred)"],
  [{ date: null, basis: "unknown" }, "publication date unknown"],
  [{ date: null, basis: "inferred" }, "publication date unknown"],
] as const)("%j is said as %s", (published, said) => {
  expect(sayPublished(published)).toBe(said);
});

test.each([
  [1, "I hold 1 source:"],
  [0, "I hold 0 sources:"],
  [1200, "I hold 1,200 sources:"],
])("%d sources", (count, said) => {
  expect(WORDING.sources(count)).toBe(said);
});
