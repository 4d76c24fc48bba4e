import { describe, expect, test } from "vitest";
import type { Memory } from "../../src/question/memory.ts";
import { pickOption } from "../../src/question/pick-option.ts";

const offered: Memory = {
  turns: [],
  options: [
    { label: "cancelled sailings, 2023", question: "first" },
    { label: "suspended sailings, 2023", question: "second" },
    { label: "ferry passengers, night boat, 2023", question: "third" },
  ],
};

describe("after a choice was offered", () => {
  test.each([
    ["1", "first"],
    ["2", "second"],
    [" 2 ", "second"],
    ["2.", "second"],
    ["2)", "second"],
    ["#3", "third"],
    ["option 2", "second"],
    ["Number 3", "third"],
    ["no. 1", "first"],
    ["cancelled", "first"],
    ["SUSPENDED SAILINGS", "second"],
    ["night boat", "third"],
    ["night boats", "third"],
    ["sailings", null],
    ["2023", null],
    ["4", null],
    ["0", null],
    ["100", null],
    ["2 riders", null],
    ["cancelled flights", null],
    ["", null],
    ["?", null],
  ])("%j picks %j", (text, question) => expect(pickOption(text, offered)).toBe(question));
});

test.each([
  ["at a thread's beginning", null],
  ["where none was offered", { turns: [], options: [] }],
])("%s a number picks nothing", (_name, memory) => {
  expect(pickOption("1", memory)).toBeNull();
  expect(pickOption("cancelled", memory)).toBeNull();
});
