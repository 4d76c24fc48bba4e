import { describe, expect, test } from "vitest";
import { foldText } from "../../src/language/normalise.ts";
import { phraseFinder } from "../../src/language/phrase-finder.ts";

const find = phraseFinder([
  ["more than", "more_than"],
  ["no more than", "at_most"],
  ["at large", "at_large"],
  ["large", "size"],
  ["biden's order", "order"],
  ["up", "rise"],
  ["%", "percent"],
  ["us", "country"],
  ["u.s.", "country"],
  ["us", "never reached: the first meaning stands"],
]);

test.each([
  ["more than 7.6 million", ["more_than"]],
  ["MORE  than\n7.6 million", ["more_than"]],
  ["no more than 5", ["at_most"]],
  ["at-large arrests", ["at_large"]],
  ["at–large arrests", ["at_large"]],
  ["at large - arrests", ["at_large"]],
  ["a large docket", ["size"]],
  ["Biden’s order", ["order"]],
  ["bidens order", ["order"]],
  ["64%", ["percent"]],
  ["the U.S. and the US", ["country", "country"]],
  ["up up", ["rise", "rise"]],
  ["group", []],
  ["b2up", []],
  ["arrests in Baltimore", []],
  ["more - than", []],
  ["constructor toString __proto__", []],
  ["", []],
])("%j holds %j", (text, meanings) => {
  expect(find(text).map(({ meaning }) => meaning)).toEqual(meanings);
});

describe("what is found is pointed at in the text as it was given", () => {
  test.each(["“At–Large”  arrests", "İstanbul, at large", "a\u00a0at\u00a0large", "😀 at large"])(
    "%s",
    (text) => {
      for (const { at, text: found } of find(text)) {
        expect(text.slice(...at)).toBe(found);
        expect(foldText(found)).toMatch(/^at.large$/);
      }
      expect(find(text)).toHaveLength(1);
    },
  );
});

test.each(["“Biden’s” – FY24", "İ", "ﬁ ß Å é", "a\u00a0b\u202fc", "😀"])(
  "folding %s keeps its length",
  (text) => {
    expect(foldText(text)).toHaveLength(text.length);
  },
);

test("folding makes quotes, dashes, spaces and case plain", () => {
  expect(foldText("“Biden’s” FY–24\u00a0−5")).toBe('"biden\'s" fy-24 -5');
});
