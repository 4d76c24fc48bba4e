import type { Answer, Desk, Topic } from "../../src/desk.ts";
import { type Asked, askAll, askInstead } from "./converse.ts";
import { isNear } from "./judge.ts";
import type { Question, Wanted } from "./question.ts";
import { createRandom } from "./random.ts";
import { type Case, type Part, sayAnswer } from "./report.ts";
import { type Subject, SWAPS } from "./swaps.ts";

/** How many variants of one kind are drawn from one question. */
const DRAWN = 4;
const MOST_HARM = 0.5;

/** The figures that a near miss must not be answered with; null where the question is not swapped. */
const originalOf = ({ expect }: Question): readonly Wanted[] | null => {
  if (expect.type === "claim") return expect.verdict === "unverifiable" ? null : expect.values;
  return expect.type === "answer" && expect.values.length === 1 ? expect.values : null;
};

const subjectOf = ({ question, answer }: Asked, topics: readonly Topic[]): Subject => {
  const cited = new Set(answer.citations.map(({ figure }) => figure));
  const own = topics.filter(({ figures }) => figures.some(({ id }) => cited.has(id)));
  // A share or a multiple may be worked out anew from the measure that it is taken of.
  const ids = new Set(own.flatMap(({ measure }) => [measure.id, measure.baseMeasure]));
  return {
    text: question.question,
    kind: question.kind,
    isClaim: question.expect.type === "claim",
    unit: answer.values[0]?.unit ?? "",
    isActual: own.every(({ figures }) =>
      figures.every(({ id, kind }) => !cited.has(id) || kind === "actual"),
    ),
    topics: topics.filter(({ measure }) => ids.has(measure.id)),
  };
};

/**
 * What came of a near miss. Harm is the original's figure, or a claim about something else called supported.
 * A claim about something else that was judged all the same, or another figure, is counted beside it.
 */
const outcomeOf = ({ question }: Asked, original: readonly Wanted[], answer: Answer): string => {
  if (question.expect.type === "claim" && answer.verdict === "supported") return "original";
  if (answer.status === "clarify") return "clarify";
  if (answer.status !== "answered" || answer.verdict === "unverifiable") return "not held";
  if (question.expect.type === "claim") return "judged";
  return answer.values.some(({ value }) => original.some((wanted) => isNear(value, wanted)))
    ? "original"
    : "other";
};

const missesOf = (desk: Desk, seed: number, asked: Asked): readonly Case[] => {
  const { id } = asked.question;
  const original = originalOf(asked.question) ?? [];
  const subject = subjectOf(asked, desk.topics());
  return SWAPS.flatMap(({ kind, swap }) => {
    const variants = swap(subject).filter((text) => text !== subject.text);
    return createRandom(seed, `${id}/${kind}`)
      .sample([...new Set(variants)], DRAWN)
      .map((question): Case => {
        const answer = askInstead(desk, asked, question);
        const expected = `anything but ${original.map(({ value }) => value).join(", ")} for: ${subject.text}`;
        return {
          kind,
          id,
          question,
          expected,
          got: sayAnswer(answer),
          outcome: outcomeOf(asked, original, answer),
        };
      });
  });
};

/** Part 2: one part of a question is swapped for something that is not held, so the figure must not come back. */
export const askNearMisses = (desk: Desk, questions: readonly Question[], seed: number): Part => {
  const single = askAll(desk, questions).filter(({ question }) => originalOf(question) !== null);
  const right = single.filter(({ judgement }) => judgement === "correct");
  const byKind = SWAPS.map(({ kind }) => kind);
  const cases = right.flatMap((asked) => missesOf(desk, seed, asked));
  return {
    title: "2. Near misses",
    note: `from ${right.length} of ${single.length} questions for one figure or a verdict, those answered right`,
    outcomes: ["not held", "clarify", "other", "judged", "original"],
    right: ["not held", "clarify"],
    harm: ["original"],
    cases: cases.toSorted((a, b) => byKind.indexOf(a.kind) - byKind.indexOf(b.kind)),
    leastRight: () => null,
    mostHarm: MOST_HARM,
  };
};
