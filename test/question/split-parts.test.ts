import { describe, expect, test } from "vitest";
import type { Span } from "../../src/language/span.ts";
import { findTokens } from "../../src/language/words.ts";
import { splitParts } from "../../src/question/split-parts.ts";

const split = (text: string, whole: readonly Span[] = []) => {
  const tokens = findTokens(text);
  const parts = splitParts(text, { tokens, whole, abbreviations: new Set(["incl", "approx"]) });
  return parts.map(({ from, to, ...part }) => ({
    words: tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(" "),
    ...part,
  }));
};

const words = (text: string): readonly string[] => split(text).map((part) => part.words);

describe("a text falls apart at its commas, dashes, brackets and full stops", () => {
  test.each<readonly [string, readonly string[]]>([
    ["how many riders", ["how many riders"]],
    ["riders, please", ["riders", "please"]],
    ["riders (not crew) in May", ["riders", "not crew", "in May"]],
    ["riders - in May", ["riders", "in May"]],
    ["night-boat riders", ["night boat riders"]],
    ["On deadline. How many riders?", ["On deadline", "How many riders"]],
    ["one… two", ["one", "two"]],
    ["first\nsecond", ["first", "second"]],
    ["riders of the U.S. company", ["riders of the US company"]],
    ["i.e. riders", ["ie riders"]],
    ["riders incl. islanders", ["riders incl islanders"]],
    ["?!...", []],
    ["", []],
  ])("%s", (text, expected) => expect(words(text)).toEqual(expected));

  test("a comma inside a date or a number parts nothing", () => {
    const text = "riders on June 5, 2024, please";
    expect(split(text, [[10, 22]]).map((part) => part.words)).toEqual(["riders on June 5 2024", "please"]);
  });

  test("every part of a sentence that ends in a question mark is asked", () => {
    expect(split("I write on ferries. Riders, in May?").map(({ asked }) => asked)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("parts of one sentence know that they belong together, and which of them came first", () => {
    expect(split("One. Two, three").map(({ sentence, inner }) => [sentence, inner])).toEqual([
      [0, false],
      [1, false],
      [1, true],
    ]);
  });

  test("every word is in one part and one only", () => {
    const text = "A, b (c) - d; e: f. G? h!";
    expect(words(text).join(" ")).toBe("A b c d e f G h");
  });
});
