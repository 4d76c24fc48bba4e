import { expect, test } from "vitest";
import type { Answer } from "../../src/desk.ts";
import { bare } from "../fixtures/answers.ts";
import { type Judgement, judge } from "./judge.ts";
import type { Question } from "./question.ts";

const answerWith = (changes: Partial<Answer>): Answer => ({ ...bare, ...changes });

const told = (...values: readonly number[]): Partial<Answer> => ({
  values: values.map((value) => ({
    value,
    valueMax: null,
    unit: "bridges",
    label: "bridges",
    qualifier: "exact",
    period: { label: "2019", start: "2019-01-01", end: "2019-12-31" },
    figures: [],
    derived: null,
  })),
});

const wanted = (...values: readonly number[]) =>
  values.map((value) => ({ value, tolerance: 0, alternatives: [] }));
const one: Question["expect"] = { type: "answer", values: wanted(12), sources: [] };
const cited: Question["expect"] = { ...one, sources: ["a-source"] };
const two: Question["expect"] = { type: "answer", values: wanted(12, 15), sources: [] };
const none: Question["expect"] = { type: "none" };
const claim: Question["expect"] = { type: "claim", verdict: "supported", values: [], sources: [] };
const both: Question["expect"] = { type: "ambiguous", values: wanted(12, 15) };

const OPTIONS = {
  options: [
    { label: "", question: "12" },
    { label: "", question: "15" },
  ],
};

test.each<[string, string, Question["expect"], Partial<Answer>, Judgement]>([
  ["the figure", "lookup", one, told(12), "correct"],
  ["the figure in second place", "lookup", one, told(15, 12), "wrong"],
  ["the figure without its source", "lookup", cited, told(12), "wrong"],
  ["a change with the other sign", "comparison", one, told(-12), "correct"],
  ["another sign where there is no change", "lookup", one, told(-12), "wrong"],
  ["one of two figures", "series", two, told(12), "wrong"],
  ["both, in any order", "series", two, told(15, 12), "correct"],
  ["a refusal of what is held", "lookup", one, { status: "not_found" }, "missed"],
  ["a question back", "lookup", one, { status: "clarify" }, "asked"],
  ["an answer to what is not held", "none", none, told(12), "false"],
  ["a refusal of what is not held", "none", none, { status: "not_found" }, "correct"],
  ["another verdict", "claim", claim, { verdict: "contradicted" }, "wrong"],
  ["no verdict", "claim", claim, { status: "not_found", verdict: "unverifiable" }, "missed"],
  ["choices that hold both readings", "ambiguous", both, { status: "clarify", ...OPTIONS }, "correct"],
  [
    "choices that hold one reading",
    "ambiguous",
    both,
    { status: "clarify", options: OPTIONS.options.slice(1) },
    "asked",
  ],
  ["one reading told as the answer", "ambiguous", both, told(12), "wrong"],
])("%s is judged as the evaluation does", (_name, ...[kind, expected, changes, judgement]) => {
  const question: Question = { id: "q", question: "", kind, expect: expected };
  const askOption = (text: string): Answer => answerWith(told(Number(text)));
  expect(judge(question, answerWith(changes), askOption)).toBe(judgement);
});
