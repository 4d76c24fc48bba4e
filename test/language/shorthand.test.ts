import { describe, expect, test } from "vitest";
import { shorthandWriter } from "../../src/language/shorthand.ts";

const writeOut = shorthandWriter([
  { phrase: "b4", means: "before" },
  { phrase: "w/", means: "with" },
  { phrase: "w/o", means: "without" },
  { phrase: "ppl", means: "people" },
  { phrase: "r", means: "are" },
  { phrase: "hw", means: "how" },
]);

describe("shorthand is written out where it stands as a word", () => {
  test.each([
    ["hw many r there b4 noon", "how many are there before noon"],
    ["ppl w/convictions", "people with convictions"],
    ["ppl w/ convictions", "people with convictions"],
    ["w/o a licence", "without a licence"],
    ["how many ppl?", "how many people?"],
    ["PPL", "people"],
    ["B4 2020", "before 2020"],
    ["an R from Ohio", "an R from Ohio"],
    ["hwy 5", "hwy 5"],
    ["", ""],
  ])("%s is %s", (text, written) => {
    expect(writeOut(text)).toBe(written);
  });
});
