import { describe, expect, test } from "vitest";
import { buildSpeller, type Lexicon } from "../../src/retrieval/build-speller.ts";

const lexicon: Lexicon = {
  subject: ["ferry", "ferries", "passengers", "island", "sailings", "cancelled", "harbour", "lifeboat"],
  language: ["how", "many", "february", "between", "percent"],
  grammar: ["how", "between"],
  names: ["Kiribati", "Ghana"],
};
const speller = buildSpeller(lexicon);
const spell = (word: string): string | null => speller(word, false);

describe("a slip for a word of the subject or of the language is mended", () => {
  test.each([
    ["pasengers", "passengers"],
    ["passangers", "passengers"],
    ["passnegers", "passengers"],
    ["lifeboaat", "lifeboat"],
    ["cancellled", "cancelled"],
    ["saillings", "sailings"],
    ["febuary", "february"],
    ["Pasengers", "passengers"],
    ["PASENGERS", "passengers"],
    ["betwen", "between"],
  ])("%s is %s", (typed, meant) => expect(spell(typed)).toBe(meant));
});

describe("what is no slip stays", () => {
  test.each([
    ["a word of the subject", "ferries"],
    ["its plural or its stem", "passenger"],
    ["a word of the language", "february"],
    ["a word that English has, however near", "island"],
    ["an everyday word", "house"],
    ["another everyday word, one letter from ours", "many"],
    ["a name of a territory", "Kiribati"],
    ["a short word", "fery".slice(0, 3)],
    ["a number", "2024"],
    ["a word with digits in it", "fy2024"],
    ["initials", "UNHCR"],
    ["gibberish that nothing is near", "qwrtpsdf"],
    ["letters of another script", "паром"],
    ["nothing", ""],
    ["a name of an object's own", "constructor"],
    ["a very long word", "passengers".repeat(20)],
  ])("%s", (_name, word) => expect(spell(word)).toBeNull());
});

test("asking for a word many times gives the same", () => {
  const words = Array.from({ length: 50 }, () => "pasengers");
  expect(new Set(words.map(spell))).toEqual(new Set(["passengers"]));
});

test("a speller of no words mends nothing", () => {
  const bare = buildSpeller({ subject: [], language: [], grammar: [], names: [] });
  expect(bare("pasengers", false)).toBeNull();
});

describe("a word with a capital inside a sentence is a name, and only ever a misspelt name", () => {
  const named = buildSpeller({ ...lexicon, subject: [...lexicon.subject, "Kingsbridge"] });

  test.each([
    ["Kingsbrigde", "kingsbridge"],
    ["Pasengers", null],
    ["Febuary", "february"],
  ])("%s", (word, meant) => expect(named(word, true)).toBe(meant));

  test("in small letters it may be any word", () => expect(named("pasengers", false)).toBe("passengers"));
});
