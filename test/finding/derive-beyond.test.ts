import { describe, expect, test } from "vitest";
import { deriveBeyond } from "../../src/finding/derive-beyond.ts";
import type { Operation } from "../../src/question/question.ts";
import { catalog, compose, parse, reading } from "../fixtures/ferries.ts";

type Beyond = Extract<Operation, { kind: "beyond" }>;

const on = (beyond: Omit<Beyond, "kind">) => {
  const { values, notes } = deriveBeyond(reading("passengers"), { kind: "beyond", ...beyond }, catalog);
  return [values.map(({ period }) => period.label), notes.map(({ kind }) => kind)];
};

describe("the years on one side of a number", () => {
  test.each<readonly [string, Omit<Beyond, "kind">, readonly string[]]>([
    [
      "all above it",
      { side: "above", threshold: 700_000, came: false, which: "all" },
      ["2019", "2022", "2023"],
    ],
    ["the first above it", { side: "above", threshold: 850_000, came: false, which: "first" }, ["2019"]],
    ["the last below it", { side: "below", threshold: 600_000, came: false, which: "last" }, ["2021"]],
    [
      "the one that came down to it",
      { side: "below", threshold: 600_000, came: true, which: "all" },
      ["2020"],
    ],
    [
      "none, where it always was there",
      { side: "below", threshold: 2_000_000, came: true, which: "first" },
      [],
    ],
  ])("%s; the year that is not over is left out by name", (_name, beyond, labels) =>
    expect(on(beyond)).toEqual([labels, ["left_out_partial"]]),
  );
});

test.each<readonly [string, Partial<Beyond>]>([
  ["when did riders first drop below 400,000", { side: "below", came: true, which: "first" }],
  ["what year did riders first top 900,000", { side: "above", which: "first" }],
  ["when was the last time that riders exceeded 900,000", { side: "above", which: "last" }],
  ["which years saw fewer than 600,000 riders", { side: "below", which: "all" }],
])("%s", (text, expected) => expect(parse(text).operation).toMatchObject({ kind: "beyond", ...expected }));

test.each([
  ["a claim", "is it true that more than 900,000 riders took the ferry in the year 2023"],
  ["a count of years", "how many years had more than 900,000 riders"],
  ["a number beside a year", "more than 900,000 riders in 2023"],
])("%s asks for no side", (_name, text) => expect(parse(text).operation.kind).not.toBe("beyond"));

test("no year on that side is a refusal that says so", () => {
  const { status, headline } = compose("when did riders first drop below 100,000");
  expect([status, headline]).toEqual([
    "not_found",
    "No period that I hold came to lie on that side of the number.",
  ]);
});
