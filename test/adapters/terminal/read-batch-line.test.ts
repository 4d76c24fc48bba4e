import { describe, expect, test } from "vitest";
import { readBatchLine } from "../../../adapters/terminal/read-batch-line.ts";

test.each([
  ['{"id":"q1","question":"how many?"}', { id: "q1", question: "how many?", now: null, thread: null }],
  [
    '{"id":"q1","question":"?","now":"2026-11-21","thread":"t1","expect":{"type":"none"}}',
    { id: "q1", question: "?", now: "2026-11-21", thread: "t1" },
  ],
  ['{"id":"q1","question":""}', { id: "q1", question: "", now: null, thread: null }],
  ['{"id":7,"question":"?","now":null,"thread":null}', { id: 7, question: "?", now: null, thread: null }],
])("%s", (text, line) => {
  expect(readBatchLine(text)).toEqual({ ok: true, line });
});

describe("a line that is wrong gets one reason on one line", () => {
  test.each([
    ["how many?", "no JSON"],
    ['{"id":"q1"', "no JSON"],
    ['"how many?"', "expected an object"],
    ["[]", "expected an object"],
    ["null", "expected an object"],
    ['{"question":"?"}', '"id"'],
    ['{"id":"q1"}', '"question"'],
    ['{"id":"q1","question":5}', '"question"'],
    ['{"id":"q1","question":"?","now":"2023-02-29"}', '"now": found "2023-02-29"'],
    ['{"id":"q1","question":"?","now":20231231}', '"now"'],
    ['{"id":"q1","question":"?","thread":{}}', '"thread"'],
  ])("%s", (text, expected) => {
    const read = readBatchLine(text);
    expect(read).toMatchObject({ ok: false, reason: expect.stringContaining(expected) });
    expect(read.ok === false && read.reason).not.toContain("\n");
  });
});
