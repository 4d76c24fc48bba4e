import { expect, test } from "vitest";
import { findPrinted, paragraphsOf } from "../../src/packs/find-printed.ts";

test.each<readonly [printed: string, paragraph: string, found: readonly string[]]>([
  ["42", "42 boats, then 42.", ["42", "42"]],
  ["42", "It was 1,042 or 42,000 or 42.5 or 142 or 42nd.", []],
  ["42", "the A42 and the 42s", []],
  ["$175 billion", "asked for $175 billion.", ["$175 billion"]],
  ["7.6 million", "7.6\u00A0million", ["7.6\u00A0million"]],
  ["7.6 million", "7.6  million and 7.6 millions", ["7.6  million"]],
  ["one", "One bridge, none of them, someone", ["One"]],
  ["six or seven", "six or seven days", ["six or seven"]],
  ["64%", "a massive 64% decline", ["64%"]],
  ["'24", "in the summer of ’24", ["’24"]],
  ["13", "| 13 | 130 |", ["13"]],
  ["5.", "is it 5.?", ["5."]],
])("%s in “%s” stands at %j", (printed, paragraph, found) => {
  expect(findPrinted(paragraph, printed).map((at) => paragraph.slice(...at))).toEqual(found);
});

test("lines that are empty or blank are no paragraphs, however lines end", () => {
  expect(paragraphsOf("one\r\n\r\n  \n two \n\nthree")).toEqual(["one", " two ", "three"]);
});
