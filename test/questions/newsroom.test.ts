import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Conversation } from "../../src/desk.ts";
import { askAlone, desk, judge, type Line, readLines, TODAY } from "./newsroom.ts";

const lines = readLines(join(import.meta.dirname, "newsroom.jsonl"));

/** Each line's answer; lines of one thread are one conversation, in their order. */
const answers = (() => {
  const threads = new Map<string, Conversation>();
  return lines.map((line) => {
    const before = line.thread === undefined ? null : (threads.get(line.thread) ?? null);
    const replied = desk.ask({ text: line.question, askedOn: line.now ?? TODAY }, before);
    if (line.thread !== undefined) threads.set(line.thread, replied.conversation);
    return { line, answer: replied.answer };
  });
})();

describe("what a newsroom asks", () => {
  test.each(answers.map((row) => [row.line.id, row.line.question, row] as const))(
    "%s %s",
    (_id, _question, { line, answer }) => {
      expect(judge(answer, line)).toBeNull();
    },
  );

  test("no id stands twice", () => {
    const ids = lines.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

describe("the judge of these questions", () => {
  const told = askAlone("How many people did ICE arrest in fiscal 2024?");
  const line = (expected: Line["expect"], kind = "lookup"): Line => ({
    id: "j1",
    question: "How many people did ICE arrest in fiscal 2024?",
    kind,
    expect: expected,
  });
  const right = { value: 113431 };

  test.each<readonly [string, Line["expect"], string]>([
    ["another number", { type: "answer", values: [{ value: 113432 }] }, "tells 113431, not 113432"],
    ["one of two numbers missing", { type: "answer", values: [right, { value: 170590 }] }, "lacks 170590"],
    [
      "another source",
      { type: "answer", values: [right], sources: ["atlantic-deportation-push"] },
      "cites washtimes-ice-docket, not atlantic-deportation-push",
    ],
    ["a number where none is held", { type: "none" }, "is answered"],
    ["no verdict on a claim", { type: "claim", verdict: "supported" }, "is no verdict, not supported"],
    ["a fair reading left out", { type: "ambiguous", values: [right, { value: 5 }] }, "lacks 5"],
  ])("it finds fault with %s", (_name, expected, fault) => {
    expect(judge(told, line(expected))).toContain(fault);
  });

  test("it finds no fault with the right number from the right source", () => {
    const expected = { type: "answer", values: [right], sources: ["washtimes-ice-docket"] } as const;
    expect(judge(told, line(expected))).toBeNull();
  });

  test("it takes a change by its size and any other number with its sign", () => {
    const fallen = askAlone("Percent change in at-large arrests, fiscal 2023 to fiscal 2024.");
    const expected = { type: "answer", values: [{ value: 63.67, tolerance: 0.5 }] } as const;
    expect(judge(fallen, line(expected, "comparison"))).toBeNull();
    expect(judge(fallen, line(expected))).not.toBeNull();
  });
});
