import type { Answer, Desk } from "../../src/desk.ts";
import { CLOTHES, variantsBy } from "./clothes.ts";
import { type Asked, askAll, askInstead } from "./converse.ts";
import type { Question } from "./question.ts";
import { createRandom } from "./random.ts";
import { ALL, type Case, type Part, sayAnswer } from "./report.ts";

const ANSWERABLE = ["answer", "claim", "source"];

const BARS: Readonly<Record<string, number>> = { "one typo": 95, "two typos": 90 };
const BAR = 99;
const MOST_HARM = 1;

const FIRST_ONLY = 1;

/** The numbers that have to stay: the first where one is asked for, else all of them in any order. */
const figuresOf = ({ expect }: Question, { values }: Answer): string => {
  if (expect.type === "source") return "";
  const one = expect.type === "claim" || (expect.type === "answer" && expect.values.length === FIRST_ONLY);
  const numbers = values.map(({ value }) => value);
  return JSON.stringify(one ? numbers.slice(0, FIRST_ONLY) : numbers.toSorted((a, b) => a - b));
};

const citesAlike = (one: Answer, other: Answer): boolean =>
  one.citations.length === 0 ||
  one.citations.some(({ source }) => other.citations.some((cited) => cited.source === source));

/**
 * What came of the same question in other words. Harm is a number, a verdict or, where the source was asked
 * for, a source that the plain question did not get.
 */
const compare = ({ question, answer }: Asked, variant: Answer): string => {
  const isSameFigure = figuresOf(question, answer) === figuresOf(question, variant);
  const isSame = answer.status === variant.status && answer.verdict === variant.verdict && isSameFigure;
  if (isSame) return citesAlike(answer, variant) ? "same" : "other";
  if (variant.status === "clarify") return "clarify";
  return variant.status === "answered" ? "other" : "not held";
};

const dressedCases = (desk: Desk, seed: number, asked: Asked): readonly Case[] =>
  CLOTHES.flatMap((clothes) => {
    const { id, question } = asked.question;
    const random = createRandom(seed, `${id}/${clothes.kind}`);
    return variantsBy(clothes, question, random).map((variant): Case => {
      const answer = askInstead(desk, asked, variant);
      const [expected, got] = [sayAnswer(asked.answer), sayAnswer(answer)];
      return { kind: clothes.kind, id, question: variant, expected, got, outcome: compare(asked, answer) };
    });
  });

/** Part 1: the same question in other clothes gets the same answer. Only questions that are answered right are dressed. */
export const askTheSame = (desk: Desk, questions: readonly Question[], seed: number): Part => {
  const answerable = askAll(desk, questions).filter(({ question }) =>
    ANSWERABLE.includes(question.expect.type),
  );
  const right = answerable.filter(({ judgement }) => judgement === "correct");
  const byKind = CLOTHES.map(({ kind }) => kind);
  const cases = right.flatMap((asked) => dressedCases(desk, seed, asked));
  return {
    title: "1. The same question in other clothes",
    note: `${right.length} of ${answerable.length} answerable questions are answered right and were dressed`,
    outcomes: ["same", "clarify", "not held", "other"],
    right: ["same"],
    harm: ["other"],
    cases: cases.toSorted((a, b) => byKind.indexOf(a.kind) - byKind.indexOf(b.kind)),
    leastRight: (kind) => (kind === ALL ? null : (BARS[kind] ?? BAR)),
    mostHarm: MOST_HARM,
  };
};
