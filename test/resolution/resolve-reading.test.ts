import { describe, expect, test } from "vitest";
import type { Resolution } from "../../src/resolution/reading.ts";
import { resolve } from "../fixtures/ferries.ts";

const readings = (resolution: Resolution): readonly string[] =>
  "readings" in resolution
    ? resolution.readings.map(({ measure, members, chosen }) =>
        [measure.id, ...members, chosen.map(({ period }) => period.label).join(" ")].join(" "),
      )
    : [];

describe("one reading", () => {
  test.each<readonly [string, readonly string[]]>([
    ["riders in 2023", ["passengers 2023"]],
    ["riders on the island line in 2022", ["passengers line=island 2022"]],
    ["riders of the port company in 2023", ["passengers 2023"]],
    ["riders", ["passengers 2019 2020 2021 2022 2023 2024 (through August)"]],
    ["ferries in service in March 2024", ["ferries March 2024"]],
    ["the goal for ferries in service", ["ferries March 2024"]],
    ["proposed money for pier repair", ["pier-money 2024"]],
    ["crew in 2023", ["crew 2023"]],
    ["riders in 2023, not 2022", ["passengers 2023"]],
    ["riders (not tickets) in 2023", ["passengers 2023"]],
    ["tickets sold in 2022", ["tickets FY2022"]],
  ])("%s", (text, expected) => {
    const resolution = resolve(text);
    expect([resolution.kind, readings(resolution)]).toEqual(["resolved", expected]);
  });
});

describe("two readings that were both asked for", () => {
  test.each<readonly [string, readonly string[]]>([
    ["riders and tickets sold in 2023", ["passengers 2023", "tickets FY2023"]],
    [
      "riders on the island line and the night boat in 2023",
      ["passengers line=island 2023", "passengers line=night 2023"],
    ],
    [
      "cancelled sailings and lifeboat drills",
      ["cancelled 2023", "drills February 2023 February 2024 March 2024"],
    ],
  ])("%s", (text, expected) => {
    const resolution = resolve(text);
    expect([resolution.kind, readings(resolution)]).toEqual(["resolved", expected]);
  });
});

describe("several readings, equally fair", () => {
  test.each(["sailings in 2023", "how many sailings", "2023 sailings"])("%s", (text) => {
    const resolution = resolve(text);
    expect([resolution.kind, readings(resolution)]).toEqual([
      "ambiguous",
      ["cancelled 2023", "suspended 2023"],
    ]);
  });

  test("a number that was said tells them apart", () => {
    expect(readings(resolve("is it true that there were 90 sailings in 2023"))).toEqual(["suspended 2023"]);
  });
});

describe("no reading, and which part stands in the way", () => {
  test.each([
    ["a word that is not held", "riders in Paris in 2023", { part: "words", words: ["Paris"] }],
    ["words about something else", "pigeons in Paris", { part: "words", words: ["pigeons", "Paris"] }],
    [
      "a group that is another's",
      "riders of the river company",
      { part: "members", members: ["company=river"] },
    ],
    [
      "a group that is not counted",
      "tickets sold for the night boat",
      { part: "words", words: ["night", "boat"] },
    ],
    ["a year", "riders in 2018", { part: "period", label: "2018" }],
    ["a month of a year", "riders in March 2023", { part: "period", label: "March 2023" }],
    ["a year of a group", "riders on the night boat in 2022", { part: "period", label: "2022" }],
    ["one of two years", "riders in 2023 and 2018", { part: "period", label: "2018" }],
    ["a count since a day in the middle of a year", "riders since the great storm", { part: "period" }],
    ["a goal", "the goal for lifeboat drills", { part: "kind", label: "goal" }],
    ["a count where only a plan is held", "actual pier repair money", { part: "kind", label: "actual" }],
    ["money", "how many dollars for lifeboat drills", { part: "unit", label: "usd" }],
    ["nothing at all", "", { part: "nothing" }],
    ["a question with nothing in it", "how many?", { part: "nothing" }],
    ["a page of text", "riders ".repeat(1_000), { part: "too_long" }],
    ["a thread that is not there", "and in 2022?", { part: "thread", label: "and in 2022?" }],
    ["a source of nothing", "says who?", { part: "thread", label: "says who?" }],
  ])("%s", (_name, text, failing) => expect(resolve(text)).toMatchObject({ kind: "not_held", failing }));
});

describe("what is held on a word", () => {
  test.each<readonly [string, readonly string[]]>([
    ["what do you hold on sailings", ["cancelled 2023", "suspended 2023"]],
    ["what do you have on lifeboat drills", ["drills March 2024"]],
  ])("%s", (text, expected) => {
    expect(resolve(text).kind).toBe("topics");
    expect(readings(resolve(text))).toEqual(expected);
  });

  test("on no word, everything, up to what a person still reads", () => {
    const found = readings(resolve("what do you hold?"));
    expect(found.length).toBeGreaterThan(8);
    expect(found.length).toBeLessThanOrEqual(12);
  });

  test("on something else, nothing", () => {
    expect(resolve("what do you hold on pigeons")).toMatchObject({
      kind: "not_held",
      failing: { part: "words", words: ["pigeons"] },
    });
  });
});
