import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { answerAsCsv } from "../../src/answer/answer-as-csv.ts";
import { bare, lookupCitation, value } from "../fixtures/answers.ts";

const read = (csv: string): readonly Record<string, string>[] => parse(csv, { columns: true });

test("each figure has its days, hedge and place", () => {
  const csv = answerAsCsv({ ...bare, values: [value({})], citations: [lookupCitation] });
  expect(read(csv)).toEqual([
    {
      what: "ferry passengers",
      period: "FY2024",
      start: "2023-10-01",
      end: "2024-09-30",
      value: "113000",
      value_max: "",
      unit: "passengers",
      qualifier: "about",
      formula: "",
      sources: "The Harbour Post, paragraph 6, “113,000”",
    },
  ]);
});

test("what is worked out carries its sum", () => {
  const derived = { formula: "(2 - 1) / 1", inputs: ["a"], working: "percent_change" } as const;
  expect(read(answerAsCsv({ ...bare, values: [value({ derived })] }))[0]?.formula).toBe("(2 - 1) / 1");
});

test.each(["=1+1", "+1", "-1", "@x"])("%s is text to a spreadsheet program", (label) => {
  expect(read(answerAsCsv({ ...bare, values: [value({ label })] }))[0]?.what).toBe(`'${label}`);
});
