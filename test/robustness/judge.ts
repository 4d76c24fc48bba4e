import type { Answer } from "../../src/desk.ts";
import type { Expectation, Question, Wanted } from "./question.ts";

/** As the evaluation counts: asked back, refused what is held, answered wrongly, answered what is not held. */
export const JUDGEMENTS = ["correct", "asked", "missed", "wrong", "false"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** A billionth of the number: what two ways of adding the same floating-point numbers may differ by. */
const ROUNDING = 1e-9;

const isNearTo = (got: number, want: number, tolerance: number): boolean =>
  Math.abs(got - want) <= Math.abs(tolerance) + ROUNDING * Math.abs(want);

/** Whether a number is the wanted one, or one that is as right; changes are compared by size (`unsigned`). */
export const isNear = (got: number, wanted: Wanted, unsigned = false): boolean =>
  [wanted.value, ...wanted.alternatives].some((want) =>
    unsigned
      ? isNearTo(Math.abs(got), Math.abs(want), wanted.tolerance)
      : isNearTo(got, want, wanted.tolerance),
  );

/** Whether every wanted value is among those given. */
const holds = (values: readonly number[], wanted: readonly Wanted[]): boolean =>
  wanted.every((one) => values.some((value) => isNear(value, one)));

const cites = ({ citations }: Answer, sources: readonly string[]): boolean =>
  sources.length === 0 || citations.some(({ source }) => sources.includes(source));

type Judged<Type extends Expectation["type"]> = Extract<Expectation, { type: Type }>;

const judgeAnswer = (kind: string, expect: Judged<"answer">, answer: Answer): Judgement => {
  if (answer.status === "clarify") return "asked";
  if (answer.status !== "answered") return "missed";
  const values = answer.values.map(({ value }) => value);
  const [first] = values;
  const [only, ...others] = expect.values;
  const isRight =
    only !== undefined && others.length === 0
      ? first !== undefined && isNear(first, only, kind === "comparison")
      : holds(values, expect.values);
  return isRight && cites(answer, expect.sources) ? "correct" : "wrong";
};

const judgeClaim = (expect: Judged<"claim">, answer: Answer): Judgement => {
  if (answer.verdict === expect.verdict)
    return expect.verdict === "unverifiable" || cites(answer, expect.sources) ? "correct" : "wrong";
  if (answer.status === "clarify") return "asked";
  return answer.verdict !== null && answer.verdict !== "unverifiable" ? "wrong" : "missed";
};

/** `askOption` answers one of the choices that were offered. */
export type AskOption = (question: string) => Answer;

const judgeAmbiguous = (expect: Judged<"ambiguous">, answer: Answer, askOption: AskOption): Judgement => {
  if (answer.status === "not_found") return "missed";
  const told =
    answer.status === "answered"
      ? answer.values
      : answer.options.flatMap(({ question }) => askOption(question).values);
  const isRight = holds(
    told.map(({ value }) => value),
    expect.values,
  );
  if (isRight) return "correct";
  return answer.status === "answered" ? "wrong" : "asked";
};

const judgeSource = (expect: Judged<"source">, answer: Answer): Judgement => {
  if (answer.status === "clarify") return "asked";
  if (answer.status !== "answered") return "missed";
  return cites(answer, expect.sources) ? "correct" : "wrong";
};

/** Judges one answer by the rules of the evaluation. */
export const judge = ({ kind, expect }: Question, answer: Answer, askOption: AskOption): Judgement => {
  switch (expect.type) {
    case "answer":
      return judgeAnswer(kind, expect, answer);
    case "claim":
      return judgeClaim(expect, answer);
    case "source":
      return judgeSource(expect, answer);
    case "ambiguous":
      return judgeAmbiguous(expect, answer, askOption);
    case "none":
      return answer.status !== "answered" || answer.verdict === "unverifiable" ? "correct" : "false";
  }
};
