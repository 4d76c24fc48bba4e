import { expect, test } from "vitest";
import { restsOf } from "../../src/resolution/rest-of.ts";
import { observation, series } from "../fixtures/ferries.ts";

const rests = (part: string) =>
  restsOf(series("passengers"), series("passengers", [part])).map(({ period, best }) => [
    period.label,
    best.value,
    best.leftOf?.map(({ id }) => id),
  ]);

test("what is left is told for the periods that both the whole and the part are held for", () => {
  expect(rests("line=island")).toEqual([
    ["2022", 600_000, ["p22", "p22-island"]],
    ["2023", 749_000, ["p23", "p23-island"]],
  ]);
});

test("a part that is larger than its whole is none of it", () => {
  const part = series("passengers", ["line=island"]).map((held) => ({
    ...held,
    best: { ...observation("p22-island"), value: 2_000_000 },
  }));
  expect(restsOf(series("passengers"), part)).toEqual([]);
});

test("nothing is taken from a whole that the sources disagree on", () => {
  const wholes = series("passengers").map((held) => ({ ...held, disagreeing: [observation("p19")] }));
  expect(restsOf(wholes, series("passengers", ["line=island"]))).toEqual([]);
});
