import { expect, test } from "vitest";
import { plainText } from "../../src/message/plain-text.ts";
import { CLARIFY, FOUND, LOOKUP, layOut, SERIES } from "../fixtures/answers.ts";

test("a lookup as a chat thread carries it", () => {
  expect(plainText(layOut(LOOKUP, [FOUND])).split("\n")).toEqual([
    "Ferry passengers in FY2024: about 113,000 passengers.",
    "I took FY2024 from your last question.",
    "Source: The Harbour Post, “Ferries fill up” (https://harbour.example/ferries), published 20 December 2024 (inferred)",
    "paragraph 6 prints “113,000”, attributed to the port office, yearly report",
    "“Some 113,000 people took a ferry.”",
    "Note: The port office counts crew as passengers.",
    "Note: Its year begins in October.",
  ]);
});

test("choices carry the numbers by which they are picked", () => {
  expect(plainText(layOut(CLARIFY, [])).split("\n").slice(1)).toEqual([
    "1. ferry passengers",
    "2. ferry crews",
  ]);
});

test("each row of a table is a line that reads without columns", () => {
  expect(plainText(layOut(SERIES, [])).split("\n").slice(1, 3)).toEqual([
    "ferry passengers, FY2024: about 113,000 passengers",
    "ferry passengers, FY2023: 170,000 passengers",
  ]);
});
