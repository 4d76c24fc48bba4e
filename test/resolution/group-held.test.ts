import { describe, expect, test } from "vitest";
import type { Observation } from "../../src/catalog/observation.ts";
import { groupHeld } from "../../src/resolution/group-held.ts";
import { observation } from "../fixtures/ferries.ts";

const print = (id: string, change: Partial<Observation>): Observation => ({
  ...observation("p23"),
  id,
  ...change,
});
const only = (...observations: readonly Observation[]) => {
  const [held, ...more] = groupHeld(observations);
  if (held === undefined || more.length > 0) throw new Error("not one period");
  return {
    best: held.best.id,
    others: held.others.map(({ id }) => id),
    disagreeing: held.disagreeing.map(({ id }) => id),
  };
};

describe("several prints of one period", () => {
  test("the more precise one is told, the rounded one stands beside it", () => {
    const [exact, round] = [print("exact", { value: 149_305 }), print("round", { value: 149_000 })];
    expect(only(round, exact)).toEqual({ best: "exact", others: ["round"], disagreeing: [] });
  });

  test("of two that say the same number the hedged one is told", () => {
    const [bare, hedged] = [print("bare", {}), print("hedged", { qualifier: "more_than" })];
    expect(only(bare, hedged).best).toBe("hedged");
    expect(only(hedged, bare).best).toBe("hedged");
  });

  test("of two numbers as precise the one without a hedge is told", () => {
    const [bare, hedged] = [
      print("bare", { value: 149_305 }),
      print("hedged", { value: 149_306, qualifier: "about" }),
    ];
    expect(only(hedged, bare).best).toBe("bare");
  });

  test("what differs by more than rounding does disagrees", () => {
    const [one, other] = [print("one", { value: 1_100_001 }), print("other", { value: 900_000 })];
    expect(only(one, other)).toEqual({ best: "one", others: [], disagreeing: ["other"] });
  });

  test("two and a half percent is rounding, a little more is not", () => {
    const base = print("base", { value: 1_000_001 });
    expect(only(base, print("near", { value: 980_000 })).others).toEqual(["near"]);
    expect(only(base, print("far", { value: 970_000 })).disagreeing).toEqual(["far"]);
  });

  test("zero agrees with zero and with nothing else", () => {
    const zero = print("zero", { value: 0 });
    expect(only(zero, print("also", { value: 0 })).others).toHaveLength(1);
    expect(only(zero, print("one", { value: 1 })).disagreeing).toHaveLength(1);
  });
});

test("a goal for a period is no print of the count of that period", () => {
  const held = groupHeld([observation("ferries-24"), observation("ferries-goal")]);
  expect(held.map(({ best }) => best.id).toSorted()).toEqual(["ferries-24", "ferries-goal"]);
});

test("periods come oldest first, whatever order they were read in", () => {
  const held = groupHeld(["p23", "p19", "p24-august", "p21"].map(observation));
  expect(held.map(({ period }) => period.label)).toEqual(["2019", "2021", "2023", "2024 (through August)"]);
});

test("nothing held is nothing", () => expect(groupHeld([])).toEqual([]));
