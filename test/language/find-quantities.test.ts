import { describe, expect, test } from "vitest";
import { findQuantities, readPrintedNumber } from "../../src/language/find-quantities.ts";
import { findVagueNumbers } from "../../src/language/find-vague-numbers.ts";
import type { Quantity } from "../../src/language/quantity.ts";
import { EVEN, growthOf } from "../fixtures/growth.ts";
import { english } from "./english.ts";

const find = (text: string) => findQuantities(text, english.numbers);

/** "7600000", "64 percent", "6..7": value, upper end, unit. */
const shown = ({ value, valueMax, unit }: Quantity): string =>
  `${Number(value.toFixed(4))}${valueMax === null ? "" : `..${valueMax}`}${unit === null ? "" : ` ${unit}`}`;

describe("numbers are read as people write them", () => {
  test.each([
    ["113,431 arrests", ["113431"]],
    ["1 000 000 people", ["1000000"]],
    ["1\u00a0000\u00a0000 people", ["1000000"]],
    ["1.000.000 people", ["1000000"]],
    ["7.6 million, 7.6m and 7.6million", ["7600000", "7600000", "7600000"]],
    ["42k crossings, 600K kids", ["42000", "600000"]],
    ["3 bn, 3b, 3 billion", ["3000000000", "3000000000", "3000000000"]],
    ["$175bn", ["175000000000 usd"]],
    [
      "US$5m, $ 42, 5 dollars, 42 million usd, 42 USD",
      ["5000000 usd", "42 usd", "5 usd", "42000000 usd", "42 usd"],
    ],
    ["64%, 64 percent, 64 per cent, 64 pct, 64-percent", Array(5).fill("64 percent")],
    ["5 percentage points", ["5 percent"]],
    [".5% of it", ["0.5 percent"]],
    ["-33.5% and −5", ["-33.5 percent", "-5"]],
    ["one million", ["1000000"]],
    ["twenty-five thousand and half a million", ["25000", "500000"]],
    ["one hundred and fifty thousand two hundred", ["150200"]],
    ["three million two hundred thousand and five", ["3200005"]],
    ["two hundred thousand", ["200000"]],
    ["2 and a half million, two and a half times", ["2500000", "2.5 times"]],
    ["a quarter of a million", ["250000"]],
    ["a hundred, a dozen, two dozen, half a dozen", ["100", "12", "24", "6"]],
    ["two-thirds of them, three quarters, a third of", ["66.6667 percent", "75 percent", "33.3333 percent"]],
    ["half of them", ["50 percent"]],
    ["half of 1%, half a percent", ["0.5 percent", "0.5 percent"]],
    ["1/3 of them", ["33.3333 percent"]],
    ["one in four, 1 in 10, nine out of ten", ["25 percent", "10 percent", "90 percent"]],
    ["ten times, 10-fold, tenfold, 10x", Array(4).fill("10 times")],
    ["twice as many, doubled, tripled", ["2 times", "2 times", "3 times"]],
    ["10,661 | 12,816 | 10,405", ["10661", "12816", "10405"]],
    ["arrests—42,000", ["42000"]],
    ["(113,431), “42”.", ["113431", "42"]],
    ["in 2023", ["2023"]],
    ["fell from 170,590 to 113,431", ["170590", "113431"]],
    ["from 100,000 in 2023 to 170,590 in 2024", ["100000", "2023", "170590", "2024"]],
    ["fell in 2024 to 113,431", ["2024", "113431"]],
    ["100-day plan", ["100"]],
  ])("%s", (text, expected) => {
    expect(find(text).map(shown)).toEqual(expected);
  });
});

describe("ranges have two ends", () => {
  test.each([
    ["six or seven days", ["6..7"]],
    ["10 to 20, 10-20, 10–20", ["10..20", "10..20", "10..20"]],
    ["between 5 and 6 million", ["5000000..6000000"]],
    ["between one hundred and two hundred", ["100..200"]],
    ["10k-20k", ["10000..20000"]],
    ["$5–6 million", ["5000000..6000000 usd"]],
    ["$1 million to $2 million", ["1000000..2000000 usd"]],
    ["60 to 64%", ["60..64 percent"]],
    ["from 10 to 20", ["10", "20"]],
    ["20 to 10", ["20", "10"]],
    ["5 to 20,000", ["5", "20000"]],
    ["64% or 42,000", ["64 percent", "42000"]],
  ])("%s", (text, expected) => {
    expect(find(text).map(shown)).toEqual(expected);
  });
});

describe("what is no quantity is left alone", () => {
  test.each([
    "Title 42",
    "COVID-19",
    "b2b",
    "the 1960s",
    "CBP One, cbp one app",
    "FY2024 and Q1",
    "21st, third, 5th, second",
    "the 6pm bulletin",
    "8:30",
    "6/5/2024",
    "24/7",
    "version 3.5.1",
    "#5",
    "aged 26",
    "which one is it, that one",
    "the second half of it",
    "a figure, an arrest",
    "a K, an M",
    "how many times",
    "how much $$",
    "thousands, hundreds of thousands, millions, dozens, several hundred",
    "million-dollar question",
    "double-digit growth",
    "1".repeat(40),
    "",
  ])("%j", (text) => {
    expect(find(text).map(shown)).toEqual([]);
  });
});

describe("the hedge belongs to the number beside it", () => {
  test.each([
    ["more than 7.6 million", "more_than", "more than"],
    ["over $42 million", "more_than", "over"],
    ["at least 5", "at_least", "at least"],
    ["no fewer than 5", "at_least", "no fewer than"],
    ["about 180,000", "about", "about"],
    ["Some 42,000 people", "about", "Some"],
    ["~500", "about", "~"],
    ["roughly 20 times", "about", "roughly"],
    ["nearly 38,000", "nearly", "nearly"],
    ["almost half", "nearly", "almost"],
    ["up to 80%", "up_to", "up to"],
    ["fewer than 20,000", "fewer_than", "fewer than"],
    ["less than half of 1%", "fewer_than", "less than"],
    ["under 1,500 a day", "fewer_than", "under"],
    ["<5%", "fewer_than", "<"],
    ["> 6", "more_than", ">"],
    ["no more than 5", "at_most", "no more than"],
    ["only about 5,000", "about", "about"],
    ["500 or so", "about", "or so"],
    ["500 or more", "at_least", "or more"],
    ["500-plus", "at_least", "plus"],
    ["500+", "at_least", "+"],
    ["7.6 million-plus people", "at_least", "plus"],
    ["40-odd", "about", "odd"],
    ["at least one", "at_least", "at least"],
  ])("%s is %s", (text, qualifier, hedge) => {
    const [quantity] = find(text);
    expect(quantity?.qualifier).toBe(qualifier);
    expect(text.slice(...(quantity?.hedgeAt ?? [0, 0]))).toBe(hedge);
  });

  test.each([
    "just 3.3 million",
    "only 60,000",
    "exactly 5",
    "113,431",
    "more arrests than 5 others",
    "over in 500",
  ])("%s has none", (text) => {
    expect(find(text).map(({ qualifier, hedgeAt }) => [qualifier, hedgeAt])).toEqual([["exact", null]]);
  });
});

test.each([
  ["7.6 million", 100_000],
  ["113,431", 1],
  ["42k", 1000],
  ["64%", 1],
  ["63.5%", 0.1],
  ["$175 billion", 1_000_000_000],
  ["twenty-five thousand", 1000],
  ["half a million", 100_000],
  ["half of 1%", 0.1],
])("%s can show steps of %d", (text, step) => {
  expect(find(text)[0]?.step).toBeCloseTo(step, 10);
});

test("what is printed is cut from the text as it stands, without the hedge", () => {
  const text = "Roughly “$175 BILLION” and between 5 and 6 million";
  expect(find(text).map(({ asPrinted, at }) => [asPrinted, text.slice(...at)])).toEqual([
    ["$175 BILLION", "$175 BILLION"],
    ["between 5 and 6 million", "between 5 and 6 million"],
  ]);
});

describe("a figure's printed cell is read as one number", () => {
  test.each([
    ["7.6 million", 7_600_000],
    ["$175 billion", 175_000_000_000],
    ["64%", 64],
    ["half of 1%", 0.5],
    ["one", 1],
    ["26", 26],
    ["10 times", 10],
    ["600k", 600_000],
    ["more than 81,000", 81_000],
  ])("%s", (asPrinted, value) => {
    expect(readPrintedNumber(asPrinted, english.numbers)?.value).toBe(value);
  });

  test.each(["", "thousands", "none", "5 of 7 people", "FY2024"])("%j is none", (asPrinted) => {
    expect(readPrintedNumber(asPrinted, english.numbers)).toBeNull();
  });
});

describe("amounts without a number are found apart", () => {
  test.each([
    ["thousands of soldiers", [1000]],
    ["hundreds of thousands of cases", [100_000]],
    ["tens of thousands", [10_000]],
    ["several hundred and a few thousand", [100, 1000]],
    ["millions and millions", [1_000_000, 1_000_000]],
    ["a million people, two hundred, several people", []],
  ])("%s", (text, magnitudes) => {
    expect(findVagueNumbers(text, english.numbers).map(({ magnitude }) => magnitude)).toEqual(magnitudes);
  });
});

test.each([
  "1",
  "1,",
  "14 ",
  "one hundred and ",
  "half of ",
  "- ",
  "hundreds of ",
  "about 5 ",
  "1 000 ",
  "$",
])("ten times as many of %j take about ten times as long", (part) => {
  const read = (text: string) => [
    findQuantities(text, english.numbers),
    findVagueNumbers(text, english.numbers),
  ];
  expect(growthOf(part, read)).toBeLessThan(EVEN);
});
