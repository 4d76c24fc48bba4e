import { describe, expect, test } from "vitest";
import { sayAge, WORDING } from "../../src/answer/wording.ts";

describe("how long ago", () => {
  test.each([
    [0, "this month"],
    [-3, "this month"],
    [1, "1 month ago"],
    [11, "11 months ago"],
    [12, "1 year ago"],
    [13, "1 year 1 month ago"],
    [24, "2 years ago"],
    [26, "2 years 2 months ago"],
  ])("%d months: %s", (months, said) => expect(sayAge(months)).toBe(said));
});

test.each([
  [["moon"], "I hold nothing on “moon”."],
  [["moon", "Mars"], "I hold nothing on “moon” and “Mars”."],
  [["moon", "Mars", "Venus"], "I hold nothing on “moon”, “Mars”, and “Venus”."],
])("words that are not held are quoted: %j", (words, said) => expect(WORDING.words(words)).toBe(said));

test("one choice is asked for otherwise than two", () => {
  expect(WORDING.choose(1)).not.toContain("1 things");
  expect(WORDING.topics(1)).not.toContain("1 measures");
});
