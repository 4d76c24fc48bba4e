import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/finding/finding.ts";
import { find } from "../fixtures/ferries.ts";

/** A finding in a line: what was done, the numbers, and what must be said beside them. */
const shown = (finding: Finding): string => {
  switch (finding.kind) {
    case "told":
      return `${finding.as} ${finding.values.map(({ value }) => value).join(" ")}`;
    case "judged":
      return `${finding.verdict} ${finding.judgements[0]?.against.value}`;
    case "sourced":
      return `sourced ${finding.values.map(({ value }) => value).join(" ")}`;
    case "not_held":
      return `not held: ${finding.failing.part}`;
    case "ambiguous":
    case "topics":
      return `${finding.kind} ${finding.readings.length}`;
  }
};
const notes = (text: string): readonly string[] => {
  const finding = find(text);
  return "notes" in finding ? finding.notes.map(({ kind }) => kind) : [];
};

describe("a look", () => {
  test.each([
    ["riders in 2023", "lookup 1012000"],
    ["riders on the night boat", "lookup 50000"],
    ["ferries in service", "series 44 40"],
    ["riders in 2022 and 2023", "series 800000 1012000"],
    ["riders and tickets sold in 2022", "comparison 800000 850000"],
    ["tickets sold in FY2023", "series 1100000 900000"],
    ["crew in 2023", "lookup 1200"],
    ["pier repair money", "lookup 2000000"],
    ["monthly drills", "series 14 12 10"],
    ["riders per month in 2023", "not held: words"],
    ["average monthly riders from 2019 to 2023", "derived 58533.33"],
  ])("%s: %s", (text, expected) => expect(shown(find(text))).toBe(expected));

  test("says where two sources do not agree", () =>
    expect(notes("tickets sold in FY2023")).toContain("disagrees"));
  test("says where a year is cut short", () => expect(notes("riders in 2024")).toEqual(["partial"]));
  test("says where no period was named", () =>
    expect(notes("riders on the night boat")).toEqual(["no_period"]));
  test("says where it is no count", () =>
    expect(notes("goal for ferries in service in March 2024")).toEqual(["other_kind"]));
  test("says which year a bare one was taken for", () =>
    expect(notes("tickets sold in 2022")).toEqual(["year_basis"]));
  test("says nothing where nothing need be said", () => expect(notes("riders in 2022")).toEqual([]));
});

describe("a change", () => {
  test.each([
    ["change in riders from 2019 to 2020", "comparison -600000"],
    ["how many fewer riders in 2020 than in 2019", "comparison 600000"],
    ["how many more riders in 2022 than in 2021", "comparison 300000"],
    ["percent change in riders from 2019 to 2020", "comparison -66.67"],
    ["by what percentage did riders fall from 2019 to 2020", "comparison 66.67"],
    ["change in riders in 2022", "comparison 300000"],
    ["how many more riders in 2023 than in 2022", "comparison 212000"],
    ["how many more suspended sailings than cancelled sailings in 2023", "comparison 60"],
  ])("%s: %s", (text, expected) => expect(shown(find(text))).toBe(expected));

  test("a result that a source prints comes before ours, which stands beside it where it differs", () => {
    expect(shown(find("percent change in riders from 2022 to 2023"))).toBe("comparison 27");
    expect(notes("percent change in riders from 2022 to 2023")).toContain("computed_differs");
  });

  test("the other way than asked is told by its size, and said", () => {
    expect(shown(find("how many more riders in 2020 than in 2019"))).toBe("comparison 600000");
    expect(notes("how many more riders in 2020 than in 2019")).toEqual(["other_direction"]);
  });

  test("counted from the year before where only one is named, and said", () => {
    expect(notes("change in riders in 2023")).toContain("counted_from");
  });

  test.each([
    ["of things of different units", "how many more riders than tickets sold in 2022", "not held: operation"],
    ["from a year that is not held", "change in riders from 2018 to 2022", "not held: period"],
    ["of one figure", "change in crew", "not held: operation"],
  ])("none %s", (_name, text, expected) => expect(shown(find(text))).toBe(expected));
});

describe("a share, a multiple, a sum, a mean", () => {
  test.each([
    ["what share of riders in 2023 were on the night boat", "derived 4.94"],
    ["what share of riders took the island line in 2023", "derived 25.99"],
    ["what share of riders took the island line in 2022", "derived 25"],
    ["how many times the riders of 2020 were there in 2023", "derived 3.37"],
    ["total riders from 2019 to 2021", "derived 1700000"],
    ["yearly average of riders from 2019 to 2021", "derived 566666.67"],
    ["average of riders 2019 to 2021", "derived 566666.67"],
    ["average of ferries in service from 2022 to 2024", "not held: operation"],
  ])("%s: %s", (text, expected) => expect(shown(find(text))).toBe(expected));

  test("a year cut short is no part of a sum, and said to be left out", () => {
    expect(shown(find("total riders since 2022"))).toBe("derived 1812000");
    expect(notes("total riders since 2022")).toContain("left_out_partial");
  });

  test.each([
    [
      "no share of one thing in another unit",
      "tickets sold as a share of riders in 2022",
      "not held: operation",
    ],
    ["no share of a thing by itself", "what share of tickets sold in FY2022", "not held: operation"],
    ["no sum of levels at a time", "total ferries in service from 2022 to 2024", "not held: operation"],
  ])("%s", (_name, text, expected) => expect(shown(find(text))).toBe(expected));
});

describe("a ranking", () => {
  test.each([
    ["which year had the most riders", "ranking 1012000"],
    ["which year had the fewest riders", "ranking 300000"],
    ["which year since 2021 had the fewest riders", "ranking 500000"],
  ])("%s: %s", (text, expected) => expect(shown(find(text))).toBe(expected));

  test("a year cut short cannot be the lowest, and is said to be left out", () => {
    expect(shown(find("which year since 2022 had the fewest riders"))).toBe("ranking 800000");
    expect(notes("which year since 2022 had the fewest riders")).toEqual(["left_out_partial", "only_held"]);
  });
});

test("a total of less than was asked for says how far it reaches", () =>
  expect(notes("total riders from 2015 to 2023")).toContain("covers_only"));

describe("a claim", () => {
  test.each([
    ["is it true that 1,012,000 people took the ferry in 2023", "supported 1012000"],
    ["is it true that a million people took the ferry in 2023", "supported 1012000"],
    ["is it true that 1.05 million people took the ferry in 2023", "close 1012000"],
    ["is it true that 2 million people took the ferry in 2023", "contradicted 1012000"],
    ["is it true that 800,000 people took the ferry in 2023", "contradicted 1012000"],
    ["is it true that 800,000 people took the ferry in 2018", "not held: period"],
    ["is it true that 800,000 pigeons took the ferry in 2022", "not held: words"],
    ["is it true that riders fell from 2019 to 2020", "supported -600000"],
    ["is it true that riders rose from 2019 to 2020", "contradicted -600000"],
    ["is it true that riders fell by 600,000 from 2019 to 2020", "supported -600000"],
    ["is it true that riders fell by half from 2019 to 2020", "contradicted -66.67"],
    ["is it true that 2023 had the most riders", "supported 1012000"],
    ["is it true that riders in 2022 were the highest in two years", "supported 800000"],
    ["is it true that riders in 2022 were the highest in five years", "contradicted 900000"],
    ["is it true that riders rose by 40% or 27% from 2022 to 2023", "supported 27"],
    ["is it true that riders fell by 40% or 27% from 2022 to 2023", "contradicted 27"],
    ["is it true that 2019 had the most riders", "contradicted 1012000"],
    ["is it true that 25% of riders took the island line in 2022", "supported 25"],
  ])("%s: %s", (text, expected) => expect(shown(find(text))).toBe(expected));

  test("another year's figure is named as such", () => {
    expect(notes("is it true that 800,000 people took the ferry in 2023")).toContain("is_other_figure");
  });

  test("two sources that disagree: the one that bears it out does, with the other beside it", () => {
    expect(shown(find("is it true that 900,000 tickets were sold in FY2023"))).toBe("supported 900000");
    expect(shown(find("is it true that 1.1 million tickets were sold in FY2023"))).toBe("supported 1100000");
    expect(shown(find("is it true that 500,000 tickets were sold in FY2023"))).toMatch(/^contradicted/u);
  });
});

test("the sum of a fall that is told by its size comes out at that size", () => {
  const finding = find("how many fewer riders in 2020 than in 2019");
  expect("values" in finding && finding.values[0]?.formula).toBe("900000 - 300000");
});

describe("a source", () => {
  test.each([
    ["who says that 1,012,000 people took the ferry in 2023", "sourced 1012000"],
    ["source for cancelled sailings?", "sourced 150"],
    ["source for the riders in 2018?", "not held: period"],
  ])("%s: %s", (text, expected) => expect(shown(find(text))).toBe(expected));
});

test.each([
  "riders in 2023",
  "percent change in riders from 2022 to 2023",
  "what share of riders in 2023 were on the night boat",
  "is it true that riders fell from 2019 to 2020",
  "which year had the most riders",
  "total riders from 2019 to 2021",
])("%s rests on held figures, each by its own print", (text) => {
  const finding = find(text);
  if (!("values" in finding)) throw new Error(`${text} was not answered`);
  for (const { inputs, value, formula } of finding.values) {
    expect(inputs.length).toBeGreaterThan(0);
    if (formula === null) expect(Math.abs(inputs[0].value)).toBe(Math.abs(value));
  }
});
