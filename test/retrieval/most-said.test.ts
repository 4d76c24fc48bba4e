import { expect, test } from "vitest";
import { mostSaid } from "../../src/retrieval/most-said.ts";

const rates = Array.from({ length: 100 }, (_, at) => `rate of ${at}`);

test("a few are all kept, in the order in which they come up", () => {
  expect(mostSaid([["b", "a"], ["c"], ["a"]], 3)).toEqual(["b", "a", "c"]);
});

test("of many those stay that more words name, or rarer ones", () => {
  expect(mostSaid([rates, ["rate of 7", "rate of 99"], ["rate of 3"]], 3)).toEqual([
    "rate of 3",
    "rate of 7",
    "rate of 99",
  ]);
});

test("of those that are named alike the first stay", () => {
  expect(mostSaid([rates], 2)).toEqual(["rate of 0", "rate of 1"]);
});

test("nothing names nothing", () => expect(mostSaid([[], []], 5)).toEqual([]));
