import { describe, expect, test } from "vitest";
import { best, fairest, viable } from "../../src/resolution/viable.ts";
import type { Candidate } from "../../src/retrieval/candidate.ts";
import { parse, retrieve } from "../fixtures/ferries.ts";

const viableFor = (text: string): readonly string[] => [
  ...new Set(viable(retrieve(text), parse(text)).map(({ measure }) => measure.id)),
];

describe("what may be answered from", () => {
  test("a rise is no level: who asks how many gets no percentage", () => {
    expect(viableFor("ferry passengers")).toContain("passengers");
    expect(viableFor("ferry passengers")).not.toContain("passenger-rise");
    expect(viableFor("by what percentage did ferry passengers rise")).toContain("passenger-rise");
  });

  test("a share is a share's, and a level's that it can be worked out from", () => {
    expect(viableFor("share of passengers on the island line")).toEqual(["island-share", "passengers"]);
  });

  test("money is in dollars", () => {
    expect(viableFor("how many dollars for pier repair")).toEqual(["pier-money"]);
    expect(viableFor("how many dollars for lifeboat drills")).toEqual([]);
  });

  test("a word left over stops an answer", () => expect(viableFor("riders on the moon")).toEqual([]));

  test("who asks for a source may word it in his own way", () => {
    expect(viableFor("who says the lovely ferry passengers were counted in 2023")).toContain("passengers");
  });
});

const candidate = (id: string, completeness: number, score = completeness): Candidate => {
  const [one] = retrieve("riders");
  if (one === undefined) throw new Error("riders are held");
  return { ...one, name: id, completeness, score };
};
const riders = parse("riders");
const names = (candidates: readonly Candidate[]): readonly string[] => candidates.map(({ name }) => name);

describe("the fairest of them", () => {
  test("those that were said in full leave the others behind", () => {
    expect(names(fairest([candidate("half", 0.6, 0.9), candidate("full", 1, 0.8)], riders))).toEqual([
      "full",
    ]);
  });

  test("where none was, all that are about as incomplete as the best", () => {
    expect(names(fairest([candidate("a", 0.7), candidate("b", 0.6), candidate("c", 0.3)], riders))).toEqual([
      "a",
      "b",
    ]);
  });

  test("of nothing, nothing", () => expect(fairest([], riders)).toEqual([]));
});

describe("the best of those that hold what was asked", () => {
  const rows = (...candidates: readonly Candidate[]) => candidates.map((one) => ({ candidate: one }));
  const kept = (...candidates: readonly Candidate[]) =>
    names(best(rows(...candidates)).map((row) => row.candidate));

  test("said in full, the better said one alone", () => {
    expect(kept(candidate("plain", 1), candidate("loose", 1, 0.96))).toEqual(["plain"]);
  });

  test("said in full as well, both", () => {
    expect(kept(candidate("one", 1), candidate("other", 1))).toEqual(["one", "other"]);
  });

  test("half said, both where neither has a clear lead", () => {
    expect(kept(candidate("one", 0.7), candidate("other", 0.5))).toEqual(["one", "other"]);
  });
});
