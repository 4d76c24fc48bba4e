import { describe, expect, test } from "vitest";
import { readAskOptions } from "../../../adapters/terminal/ask-options.ts";

const PLAIN = { json: false, trace: false, chart: null, csv: null, copy: false, now: null };

test.each([
  [["how many?"], { ...PLAIN, task: { kind: "question", text: "how many?" } }],
  [["how", "many?"], { ...PLAIN, task: { kind: "question", text: "how many?" } }],
  [["--json", "how many?"], { ...PLAIN, json: true, task: { kind: "question", text: "how many?" } }],
  [["how many?", "--trace"], { ...PLAIN, trace: true, task: { kind: "question", text: "how many?" } }],
  [["how many?", "--copy"], { ...PLAIN, copy: true, task: { kind: "question", text: "how many?" } }],
  [["--", "--json"], { ...PLAIN, task: { kind: "question", text: "--json" } }],
  [["--json", "--batch", "f"], { ...PLAIN, json: true, task: { kind: "batch", file: "f" } }],
  [
    ["--chart", "a.png", "--csv", "a.csv", "how many?"],
    { ...PLAIN, chart: "a.png", csv: "a.csv", task: { kind: "question", text: "how many?" } },
  ],
  [
    ["--now", "2024-02-29", "how many?"],
    { ...PLAIN, now: "2024-02-29", task: { kind: "question", text: "how many?" } },
  ],
])("ask %j", (words, options) => {
  expect(readAskOptions(words)).toEqual({ kind: "options", options });
});

describe("a call that is wrong is answered with one line", () => {
  test.each([
    [[], "a question is missing"],
    [[""], "the question is empty"],
    [["  ", " "], "the question is empty"],
    [["--jsn", "how many?"], "--jsn"],
    [["--batch"], "--batch"],
    [["--batch", "f", "how many?"], "not both"],
    [["--now", "2023-02-29", "how many?"], '--now: found "2023-02-29", expected a day such as 2024-09-30'],
    [["--now", "yesterday", "how many?"], "expected a day"],
    [["--now", "2024-1-1", "how many?"], "expected a day"],
    [["--now", "", "how many?"], "expected a day"],
    [["--now"], "--now"],
    [["--copy", "--batch", "f"], "--copy is for the answer to one question"],
  ])("ask %j", (words, expected) => {
    const read = readAskOptions(words);
    expect(read).toMatchObject({ kind: "wrong", problem: expect.stringContaining(expected) });
    expect(read.kind === "wrong" && read.problem).not.toContain("\n");
  });
});

test("--help says how to call it", () => {
  expect(readAskOptions(["--help"])).toMatchObject({
    kind: "help",
    text: expect.stringContaining("--batch"),
  });
});
