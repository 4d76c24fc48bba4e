import { describe, expect, test } from "vitest";
import { kinOf } from "../../src/language/kin.ts";
import { openWordnet } from "../../src/language/wordnet.ts";

const wordnet = openWordnet();

describe("a word's senses", () => {
  test.each([
    ["freight", "cargo"],
    ["physician", "doctor"],
    ["a", null],
    ["zygote", "fertilized ovum"],
    ["zzzz", null],
    ["", null],
    ["  ", null],
    ["constructor", "builder"],
  ])("“%s” stands for “%s”", (word, other) => {
    const words = wordnet.sensesOf(word).flatMap((sense) => sense.words);
    if (other === null) expect(words.every((one) => one.length < 40)).toBe(true);
    else expect(words).toContain(other);
  });

  test("a word that it has not has none", () => {
    expect(wordnet.sensesOf("qwertyuiop")).toEqual([]);
  });
});

describe("what stands for the same thing", () => {
  test.each([
    ["freight", "cargo"],
    ["emit", "emission"],
    ["Italian", "Italy"],
    ["physicians", "doctor"],
  ])("“%s”: “%s”", (word, kin) => {
    expect(kinOf(word, /^\p{Lu}/u.test(word), wordnet)).toContain(kin);
  });

  test.each([
    ["dogs", "track"],
    ["Chicago", "Michigan"],
    ["nurses", "hold"],
    ["dogs", "dogs"],
    ["Office", "agency"],
  ])("“%s” never “%s”", (word, other) => {
    expect(kinOf(word, /^\p{Lu}/u.test(word), wordnet)).not.toContain(other);
  });
});
