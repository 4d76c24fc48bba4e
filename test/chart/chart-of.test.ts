import { describe, expect, test } from "vitest";
import type { Answer, AnswerValue } from "../../src/answer/answer.ts";
import { chartOf } from "../../src/chart/chart-of.ts";
import { bare, FIGURE_WORDING, value } from "../fixtures/answers.ts";

const year = (number: number, change: Partial<AnswerValue> = {}): AnswerValue =>
  value({
    qualifier: "exact",
    value: number * 10,
    period: { label: String(number), start: `${number}-01-01`, end: `${number}-12-31` },
    ...change,
  });

const chart = (values: readonly AnswerValue[], change: Partial<Answer> = {}) =>
  chartOf({ ...bare, kind: "series", values, ...change }, ["The Harbour Post"], FIGURE_WORDING);

const YEARS = [year(2021), year(2019), year(2020)];

describe("a series is drawn", () => {
  test("in the order of time, with its unit, sources and a text for who cannot see it", () => {
    const drawn = chart(YEARS);
    expect(drawn?.kind).toBe("time");
    expect(drawn?.points.map(({ period }) => period)).toEqual(["2019", "2020", "2021"]);
    expect(drawn).toMatchObject({
      title: "ferry passengers",
      unit: "passengers",
      sources: ["The Harbour Post"],
    });
    expect(drawn?.alt).toBe(
      "Chart: ferry passengers, 3 figures, 2019 to 2021. Lowest 20,190 passengers (2019); highest 20,210 passengers (2021).",
    );
  });

  test("with the year that is not whole marked, and left out of the ends", () => {
    const part = year(2022, {
      value: 1,
      period: { label: "2022 (through July)", start: "2022-01-01", end: "2022-07-31" },
    });
    const drawn = chart([...YEARS, part]);
    expect(drawn?.points.map(({ isPartial }) => isPartial)).toEqual([false, false, false, true]);
    expect(drawn?.alt).toContain("Lowest 20,190 passengers (2019)");
  });

  test("with each hedge", () => {
    const drawn = chart([...YEARS.slice(1), year(2021, { qualifier: "more_than" })]);
    expect(drawn?.points.at(-1)).toMatchObject({ isHedged: true, said: "more than 20,210 passengers" });
  });

  test("a line for each thing that is compared, called what they do not share", () => {
    const of = (place: string) => YEARS.map((one) => ({ ...one, label: `Ferries, ${place}` }));
    const drawn = chart([...of("North"), ...of("South")], { kind: "comparison" });
    expect(drawn?.title).toBe("Ferries");
    expect([...new Set(drawn?.points.map(({ series }) => series))]).toEqual(["North", "South"]);
  });

  test("in millions where the figures reach them", () => {
    expect(chart(YEARS)?.scale).toBeNull();
    expect(chart([...YEARS.slice(1), year(2021, { value: 3_000_000 })])?.scale).toEqual({
      value: 1_000_000,
      name: "million",
    });
  });
});

test("what is held for one period is drawn as bars, the largest first", () => {
  const places = ["North", "South", "West"].map((place, at) =>
    year(2020, { label: `Ferries, ${place}`, value: at }),
  );
  const drawn = chart(places, { kind: "ranking" });
  expect(drawn).toMatchObject({ kind: "bars", title: "Ferries, 2020" });
  expect(drawn?.points.map(({ series }) => series)).toEqual(["West", "South", "North"]);
});

describe("nothing is drawn", () => {
  const month = year(2020, { period: { label: "May 2020", start: "2020-05-01", end: "2020-05-31" } });
  const open = year(2022, { period: { label: "since 2022", start: "2022-01-01", end: null } });
  test.each<readonly [why: string, values: readonly AnswerValue[], change: Partial<Answer>]>([
    ["two figures", YEARS.slice(1), {}],
    ["figures of two units", [...YEARS, year(2022, { unit: "percent" })], {}],
    ["a month beside years", [...YEARS, month], {}],
    ["a period without an end", [...YEARS, open], {}],
    ["two figures for one period", [...YEARS, { ...year(2021), value: 7 }], {}],
    ["years in the order of their size", YEARS, { kind: "ranking" }],
    ["a claim", YEARS, { kind: "claim" }],
    ["a topic", YEARS, { kind: "topic" }],
    ["what was refused", YEARS, { status: "not_found" }],
    ["each thing in a period of its own", YEARS.map((one, at) => ({ ...one, label: `Ferry ${at}` })), {}],
  ])("of %s", (_why, values, change) => {
    expect(chart(values, change)).toBeNull();
  });
});
