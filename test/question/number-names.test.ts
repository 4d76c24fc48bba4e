import { describe, expect, test } from "vitest";
import { atOnce } from "../../src/language/turns.ts";
import { numberNamesOf, tokensOfName, tokensOfQuestion } from "../../src/question/number-names.ts";
import { english } from "../language/english.ts";

const stemsOf = (tokens: readonly { readonly stem: string }[]): readonly string[] =>
  tokens.map(({ stem }) => stem).filter((stem) => stem.startsWith("#"));

describe("a number in a name is one word, whichever way it is written", () => {
  test.each([
    ["16-24", "#16-24"],
    ["16 to 24", "#16-24"],
    ["Aged 16–24 years", "#16-24"],
    ["65 and over", "#65+"],
    ["65+", "#65+"],
    ["65 years and older", "#65+"],
    ["Under 5", "#<5"],
    ["Under-five mortality", "#<5"],
    ["Average rent, two-bedroom apartment", "#2"],
    ["Rent of a 2-bedroom apartment", "#2"],
    ["Five-year survival", "#5"],
  ])("%s: %s", (name, stem) => expect(stemsOf(tokensOfName(name, english))).toEqual([stem]));

  test.each(["Deaths per 100,000 people", "Fine particles (PM2.5)", "Census 2011", "Deaths per 100 births"])(
    "%s holds none",
    (name) => expect(stemsOf(tokensOfName(name, english))).toEqual([]),
  );
});

test("a letter before a hyphen or a star is no article", () => {
  const read = (text: string) =>
    tokensOfQuestion(text, atOnce(numberNamesOf([], english)), english).map(({ stem }) => stem);
  expect(read("A-level entries")).toEqual(["a-level", "entri"]);
  expect(read("the A* rate")).toEqual(["the", "a*", "rate"]);
  expect(read("a level of a kind")).toEqual(["a", "level", "of", "a", "kind"]);
});

describe("a number in a question is part of a name", () => {
  const names = [
    "16-24",
    "25-64",
    "65 and over",
    "Under 5",
    "Average rent, two-bedroom apartment",
    "Five-year survival",
  ];
  const known = atOnce(numberNamesOf(names, english));
  const read = (text: string) => stemsOf(tokensOfQuestion(text, known, english));

  test.each([
    ["deaths among 16 to 24 year olds", ["#16-24"]],
    ["women aged between 16 and 24", ["#16-24"]],
    ["deaths of 65s and over", ["#65+"]],
    ["over-65s in care", ["#65+"]],
    ["people 65 or older", ["#65+"]],
    ["under-5s in care", ["#<5"]],
    ["children under five", ["#<5"]],
    ["under fives", ["#<5"]],
    ["average rent of a two bedroom flat", ["#2"]],
    ["2-bedroom rents", ["#2"]],
    ["rents of 2 bed flats", ["#2"]],
    ["five-year survival", ["#5"]],
  ])("%s: %j", (text, stems) => expect(read(text)).toEqual(stems));

  test.each([
    ["of another group than those that are held", "deaths among 18 to 24 year olds", ["#18-24"]],
    ["and of another number of the same", "one-bedroom rents in 2019", ["#1"]],
    ["of ages above those", "women 75 and over", ["#75+"]],
    ["an amount is none", "was it under 5 million in 2019", []],
    ["nor is a percentage", "is it over 65 percent", []],
    ["nor a time", "deaths in the last 5 years", []],
    ["nor how many are listed", "top 5 towns by rent", []],
    ["nor a stretch that no name has", "it rose from 10 to 20 in 2019", []],
  ])("%s: %s", (_name, text, stems) => expect(read(text)).toEqual(stems));
});
