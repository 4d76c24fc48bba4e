import { describe, expect, test } from "vitest";
import { findOperation, type Signs } from "../../src/question/find-operation.ts";
import { parse } from "../fixtures/ferries.ts";

const operation = (text: string) => parse(text).operation;

describe("what is to be done with the figures", () => {
  test.each([
    "riders in 2023",
    "how many riders were there in 2023",
    "total riders in 2023",
    "riders since 2019",
    "riders in 2022 and 2023",
    "how many people took the ferry",
    "riders fell to what in 2020",
  ])("%s: looked up", (text) => expect(operation(text)).toEqual({ kind: "lookup" }));

  test.each([
    "riders by year",
    "riders each year since 2019",
    "riders from 2019 to 2023",
    "riders over time",
  ])("%s: a series", (text) => expect(operation(text)).toEqual({ kind: "series" }));

  test.each([
    ["how many fewer riders in 2020 than in 2019", "difference", "down", true],
    ["how many more riders in 2023 than in 2022", "difference", "up", true],
    ["change in riders from 2022 to 2023", "difference", null, false],
    ["percent change in riders from 2022 to 2023", "percent", null, false],
    ["by what percentage did riders rise in 2023", "percent", "up", true],
    ["how much did riders drop in 2020", "difference", "down", true],
  ])("%s: a change", (text, ...asked) => {
    const [form, direction, sized] = asked;
    expect(operation(text)).toMatchObject({ kind: "change", form, direction, sized });
  });

  test.each([
    ["which year had the most riders", "high", "period"],
    ["which year had the fewest riders", "low", "period"],
    ["the highest number of riders in any year", "high", "period"],
    ["which boat had the most riders", "high", "member"],
  ])("%s: a ranking", (text, direction, over) => {
    expect(operation(text)).toEqual({
      kind: "ranking",
      direction,
      merit: false,
      count: 1,
      nth: 1,
      over,
      window: null,
    });
  });

  test.each([
    ["which year had the second highest number of riders", "high", 2],
    ["the third-lowest year for riders", "low", 3],
    ["2nd largest number of riders in any year", "high", 2],
    ["the first year with the most riders", "high", 1],
    ["highest number of riders in the second quarter", "high", 1],
  ])("%s: a ranking of which one place is wanted", (text, direction, nth) => {
    expect(operation(text)).toMatchObject({ kind: "ranking", direction, nth });
  });

  test.each([
    ["what share of riders took the night boat", "share"],
    ["what percentage of riders took the night boat", "share"],
    ["how many times the riders of 2020 were there in 2023", "ratio"],
    ["total riders from 2019 to 2023", "sum"],
    ["riders from 2019 to 2023, all together", "sum"],
    ["yearly average of riders from 2019 to 2023", "mean"],
    ["average of riders 2019 to 2023", "mean"],
    ["compare riders and tickets sold in 2023", "compare"],
  ])("%s: %s", (text, kind) => expect(operation(text).kind).toBe(kind));
});

describe("where several signs stand in one question", () => {
  const signs = (...meanings: readonly string[]): Signs => ({
    has: (meaning) => meanings.includes(meaning),
    periods: [],
    quantities: [],
    listed: null,
    nth: 1,
    window: null,
  });

  test.each<readonly [string, Signs, string]>([
    ["a multiple comes before a change", signs("ratio", "more"), "ratio"],
    ["a change comes before a share", signs("percent", "change"), "change"],
    ["the highest share is a ranking", signs("share", "high"), "ranking"],
    ["a ranking comes before a series", signs("high", "series"), "ranking"],
    ["the level reached is no change", signs("change_down", "level"), "lookup"],
    ["a run of years that grew is the run", signs("change_up", "series"), "series"],
    ["a sum of one period is that period", signs("sum"), "lookup"],
    ["no sign at all is a look", signs(), "lookup"],
  ])("%s", (_name, given, kind) => expect(findOperation(given).kind).toBe(kind));

  test("a list of three is as long as it says", () => {
    expect(findOperation({ ...signs("high"), listed: 3 })).toMatchObject({ kind: "ranking", count: 3 });
  });
});
