import { describe, expect, test } from "vitest";
import { figuresOf } from "../../src/catalog/figures.ts";
import type { Observation } from "../../src/catalog/observation.ts";
import { catalog } from "../fixtures/ferries.ts";

const [some] = catalog.figures.all();
if (some === undefined) throw new Error("the harbour holds nothing");

const figure = (id: string, of: string, year: number): Observation => {
  const [measure = "", ...members] = of.split(" ");
  const timePeriod = { label: String(year), start: `${year}-01-01`, end: `${year}-12-31` } as never;
  return { ...some, id, measure, members, value: year, timePeriod };
};

const rows = [
  figure("a", "boats", 2020),
  figure("b", "gulls place=pier", 2020),
  figure("c", "boats colour=red place=pier", 2020),
  figure("d", "boats", 2021),
  figure("é", "boats colour=red place=pier", 2021),
];
const figures = figuresOf(rows);
const ids = (found: Iterable<Observation>): readonly string[] => Array.from(found, ({ id }) => id);

describe("figures in columns", () => {
  test("come back as they went in, in order", () => {
    expect([...figures.all()]).toEqual(rows);
    expect(figures.size).toBe(rows.length);
  });

  test.each(rows)("$id is found by its id", (row) => expect(figures.get(row.id)).toEqual(row));

  test("what is not held is not found", () => {
    expect(figures.get("x")).toBeUndefined();
    expect(ids(figures.of("x"))).toEqual([]);
    expect(figures.at("boats", ["colour=blue"])).toEqual([]);
    expect(figures.at("gulls", [])).toEqual([]);
    expect(figures.groupsOf("x")).toEqual([]);
  });

  test.each([
    [[], ["a", "d"]],
    [
      ["colour=red", "place=pier"],
      ["c", "é"],
    ],
    [
      ["place=pier", "colour=red"],
      ["c", "é"],
    ],
    [["place=pier"], []],
  ])("of boats with %j there are %j", (members, found) =>
    expect(ids(figures.at("boats", members))).toEqual(found),
  );

  test("a measure has its figures, its groups and its periods", () => {
    expect(ids(figures.of("boats"))).toEqual(["a", "c", "d", "é"]);
    expect(figures.countOf("boats")).toBe(4);
    expect(figures.groupsOf("boats")).toEqual([[], ["colour=red", "place=pier"]]);
    expect(figures.periodsOf("gulls").map(({ label }) => label)).toEqual(["2020"]);
  });

  test("a figure is the same object whichever way it is come by", () => {
    expect(figures.get("c")).toBe(figures.at("boats", ["colour=red", "place=pier"])[0]);
  });

  test("figures are found by their value", () => {
    expect(ids(figures.withValue(2021))).toEqual(["d", "é"]);
  });

  test("what is not held is found nowhere", () => {
    expect(figures.get("c")).toEqual(rows[2]);
    expect(figures.get("x")).toBeUndefined();
    expect(ids(figures.all())).toEqual(["a", "b", "c", "d", "é"]);
    expect(ids(figures.of("gulls"))).toEqual(["b"]);
    expect(ids(figures.of("x"))).toEqual([]);
  });

  test("of nothing there is nothing", () => {
    expect(figuresOf([]).size).toBe(0);
    expect(figuresOf([]).get("a")).toBeUndefined();
  });
});
