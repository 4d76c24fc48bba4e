import { describe, expect, test } from "vitest";
import { CLOTHES, variantsBy } from "./clothes.ts";
import { createRandom } from "./random.ts";
import { withTypos } from "./typos.ts";

const variants = (kind: string, question: string): readonly string[] => {
  const clothes = CLOTHES.find((one) => one.kind === kind);
  if (clothes === undefined) throw new Error(`no clothes of the kind ${kind}`);
  return variantsBy(clothes, question, createRandom(1, question));
};

describe("the period moves to the front", () => {
  test.each([
    ["How many bridges were built in 2019?", "In 2019, how many bridges were built?"],
    ["bridges built FY2023", "FY2023: bridges built"],
    ["Is it true that 12 bridges fell in 2003?", "Is it true that in 2003 12 bridges fell?"],
  ])("%s", (question, turned) => {
    expect(variants("word order", question)).toContain(turned);
  });

  test.each([
    "How many bridges were built between 2017 and 2019?",
    "bridges, 2019 against 2018",
    "I lost my notes. How many bridges were built in 2019?",
    "how many bridges are there",
  ])("but not where it would read otherwise: %s", (question) => {
    expect(variants("word order", question)).toEqual([]);
  });
});

test.each([
  [
    "contraction",
    "What's the longest bridge",
    ["What is the longest bridge", "What’s the longest bridge", "Whats the longest bridge"],
  ],
  ["contraction", "how many bridges are there", []],
  ["case", "Bridges in 2019?", ["bridges in 2019?", "BRIDGES IN 2019?", "Bridges In 2019?"]],
])("%s: %s", (kind, question, expected) => {
  const others = expected.filter((variant) => variant !== question);
  expect(variants(kind, question)).toEqual(others);
});

test("punctuation is lost around words, never within a number", () => {
  expect(variants("punctuation", "Is it true, that 1,400 bridges cost $7.6 billion?")).toContain(
    "Is it true that 1,400 bridges cost $7.6 billion",
  );
});

describe("typos", () => {
  const QUESTION = "How many bridges were repaired between 2019 and 2023?";

  test.each([1, 2])("%d of them change so many words, neither their first letter nor a number", (slips) => {
    for (let seed = 0; seed < 50; seed += 1) {
      const typed = withTypos(QUESTION, slips, createRandom(seed, "typos")) ?? "";
      const words = typed.split(" ");
      const changed = QUESTION.split(" ").flatMap((word, at) =>
        word === words[at] ? [] : [[word, words[at] ?? ""]],
      );
      expect(changed).toHaveLength(slips);
      for (const [word, slip] of changed)
        expect([word?.[0], /\d/u.test(word ?? "")]).toEqual([slip?.[0], false]);
    }
  });

  test("are not made where there are too few words for them", () => {
    expect(withTypos("bridges in 2019", 2, createRandom(1, "few"))).toBeNull();
  });
});

test("the same seed draws the same questions, another seed others", () => {
  const draw = (seed: number) => withTypos("bridges repaired and painted", 2, createRandom(seed, "key"));
  expect(draw(7)).toBe(draw(7));
  expect(new Set([1, 2, 3, 4, 5].map(draw)).size).toBeGreaterThan(1);
});
