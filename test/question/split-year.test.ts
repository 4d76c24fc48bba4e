import { describe, expect, test } from "vitest";
import { splitYearName } from "../../src/calendar/split-year.ts";
import { figuresOf } from "../../src/catalog/figures.ts";
import { findSurface } from "../../src/question/find-surface.ts";
import { buildVocabulary } from "../../src/question/vocabulary.ts";
import { catalog, TODAY } from "../fixtures/ferries.ts";
import { english } from "../language/english.ts";

describe("a year that ends in the next one", () => {
  test.each([
    ["2015/16", "2015/16"],
    ["2015-16", "2015/16"],
    ["2015–16", "2015/16"],
    ["2015/2016", "2015/16"],
    ["1999/00", "1999/00"],
    ["2015/17", null],
    ["2015-2016", null],
    ["2015", null],
  ])("%s is called %j", (text, name) => expect(splitYearName(text)).toBe(name));
});

describe("where a figure's own period is called so", () => {
  const [some] = catalog.figures.all();
  if (some === undefined) throw new Error("the harbour holds nothing");
  const season = { label: "2015/16", start: "2015-10-01", end: "2016-09-30" } as typeof some.timePeriod;
  const periodsOf = (text: string, periods: readonly (typeof some.timePeriod)[]) => {
    const held = periods.map((timePeriod, at) => ({ ...some, id: `s${at}`, timePeriod }));
    const figures = figuresOf([...catalog.figures.all(), ...held]);
    const vocabulary = buildVocabulary({ ...catalog, figures }, english, () => null);
    return findSurface(text, TODAY, vocabulary).mentions.map(({ reference }) => reference);
  };

  test.each(["riders in 2015/16", "riders in 2015-16"])("%s means that period", (text) => {
    expect(periodsOf(text, [season])).toMatchObject([{ kind: "within", period: season }]);
  });

  const later = { label: "2018/19", start: "2018-10-01", end: "2019-09-30" } as typeof season;

  test.each([
    ["riders in 15/16", [{ kind: "within", period: season }]],
    ["riders from 2015/16 to 2018/19", [{ kind: "range", ends: [season, later] }]],
    ["riders between 2015-16 and 2018-19", [{ kind: "range", ends: [season, later] }]],
    [
      "riders in 2015/16 and 2018/19",
      [
        { kind: "within", period: season },
        { kind: "within", period: later },
      ],
    ],
    ["15/17 riders", []],
  ])("%s", (text, expected) => {
    expect(periodsOf(text, [season, later])).toMatchObject(expected);
  });

  test("another such year is one too, held or not", () => {
    expect(periodsOf("riders in 2017/18", [season])).toMatchObject([
      { kind: "within", period: { label: "2017/18", start: "2017-10-01" } },
    ]);
  });

  test("a name for two different stretches of days is that name", () => {
    const other = { ...season, start: "2015-07-01", end: "2016-06-30" } as typeof season;
    expect(periodsOf("riders in 2015/16", [season, other])).toMatchObject([
      { kind: "within", period: { label: "2015/16" } },
    ]);
  });
});
