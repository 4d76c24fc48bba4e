import { expect, test } from "vitest";
import { openTestDesk } from "../fixtures/test-desk.ts";
import { judgeDraft, type Outcome, readMarkedDraft } from "./marked-draft.ts";

const desk = openTestDesk();

const GOOD = ["matches", "rounds"];
const isFalseMatch = ({ verdict, got }: Outcome): boolean => GOOD.includes(got) && !GOOD.includes(verdict);

const DRAFTS = [
  // A wire story: 85 numbers, half of them wrong in every way that there is.
  ["wire", "2025-03-20", 0.95],
  // A newsletter, and a county board's report with quotations, written before any result was seen.
  ["letter", "2025-01-20", 0.95],
  ["local", "2025-01-20", 0.95],
  // A magazine's feature and a desk's memo with lists, written before any result was seen as well.
  ["feature", "2025-03-20", 0.9],
  ["memo", "2024-06-20", 0.9],
  // A review of many figures in plain sentences, as a desk's assistant would write it.
  ["review", "2025-03-20", 0.95],
  // Who said what in a debate.
  ["debate", "2025-03-20", 0.95],
] as const;

test.each(DRAFTS)("the numbers of the draft %s, checked on %s: at least %d right", (name, day, least) => {
  const { outcomes, extra } = judgeDraft(desk, readMarkedDraft(name), day);
  const right = outcomes.filter(({ verdict, got }) => verdict === got).length;
  expect(outcomes.length).toBeGreaterThan(20);
  expect(right / outcomes.length).toBeGreaterThanOrEqual(least);
  expect(outcomes.filter(isFalseMatch)).toEqual([]);
  expect(extra.map(({ asPrinted }) => asPrinted)).toEqual([]);
});

test("at least 60 numbers over ten paragraphs, half of them right and the rest wrong in every way", () => {
  const { text, marked } = readMarkedDraft("wire");
  expect(marked.length).toBeGreaterThanOrEqual(60);
  expect(text.split("\n\n").length).toBeGreaterThanOrEqual(10);
  const good = marked.filter(({ verdict }) => GOOD.includes(verdict)).length;
  expect(Math.abs(good - marked.length / 2)).toBeLessThanOrEqual(5);
  expect(new Set(marked.map(({ verdict }) => verdict)).size).toBe(7);
});
