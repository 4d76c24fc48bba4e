import { expect, test } from "vitest";
import { formatNumber, formatQuantity, inLocale, type ShownQuantity } from "../../src/language/format.ts";
import { english } from "./english.ts";

test.each([
  [3_300_000, "3,300,000"],
  [63.67, "63.7"],
  [64, "64"],
  [0.5, "0.5"],
  [0, "0"],
  [0.0512, "0.051"],
  [-33.51, "-33.5"],
  [1234.56, "1,235"],
])("%d is written %s", (value, written) => {
  expect(formatNumber(value, english.wording)).toBe(written);
});

const exact = { valueMax: null, qualifier: "exact" } as const;

test.each<[ShownQuantity, string]>([
  [{ ...exact, value: 7_600_000, qualifier: "more_than", unit: "people" }, "more than 7,600,000 people"],
  [{ ...exact, value: 38_000, qualifier: "about", unit: "people" }, "about 38,000 people"],
  [{ ...exact, value: 38_000, qualifier: "nearly", unit: "people" }, "nearly 38,000 people"],
  [{ ...exact, value: 5, qualifier: "at_least", unit: "days" }, "at least 5 days"],
  [{ ...exact, value: 5, qualifier: "at_most", unit: "days" }, "at most 5 days"],
  [{ ...exact, value: 20_000, qualifier: "fewer_than", unit: "people" }, "fewer than 20,000 people"],
  [{ ...exact, value: 80, qualifier: "up_to", unit: "percent" }, "up to 80%"],
  [{ ...exact, value: 64, unit: "percent" }, "64%"],
  [{ ...exact, value: 175_000_000_000, unit: "usd" }, "$175 billion"],
  [{ ...exact, value: 12_450_000, unit: "usd" }, "$12.45 million"],
  [{ ...exact, value: 1_250_000_000_000, unit: "usd" }, "$1.25 trillion"],
  [{ ...exact, value: 42_000, unit: "usd" }, "$42,000"],
  [{ ...exact, value: -5_000_000, unit: "usd" }, "-$5 million"],
  [{ ...exact, value: 10, unit: "times" }, "10 times"],
  [{ ...exact, value: 6, valueMax: 7, unit: "days a week" }, "6 to 7 days a week"],
  [{ ...exact, value: 60, valueMax: 64, unit: "percent" }, "60% to 64%"],
  [{ ...exact, value: 113_431, unit: "" }, "113,431"],
])("%j is said %s", (shown, said) => {
  expect(formatQuantity(shown, english.wording)).toBe(said);
});

test.each<readonly [locale: string, said: string]>([
  ["de", "113.431 arrests"],
  ["fr", "113\u202f431 arrests"],
  ["en-GB", "113,431 arrests"],
  ["hi", "1,13,431 arrests"],
  // Neither a locale that nobody knows nor one that is none changes anything.
  ["xx", "113,431 arrests"],
  ["not a locale", "113,431 arrests"],
])("in %s a figure is said %s", (locale, said) => {
  const shown = { ...exact, value: 113_431, unit: "arrests" };
  expect(formatQuantity(shown, inLocale(english.wording, locale))).toBe(said);
});
