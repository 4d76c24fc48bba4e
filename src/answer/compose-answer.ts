import type { Finding, Told } from "../finding/finding.ts";
import { tellObservation } from "../finding/tell.ts";
import type { Question } from "../question/question.ts";
import type { Answer, AnswerKind } from "./answer.ts";
import { answerValue, citationsOf } from "./cite.ts";
import { composeDisagreements } from "./compose-disagreements.ts";
import { headlineOfJudged, headlineOfSourced, headlineOfTold } from "./compose-headline.ts";
import { composeAssumptions, composeCaveats } from "./compose-notes.ts";
import { insteadOf, nearestLabels, optionsFor, sayFailing } from "./compose-refusal.ts";
import type { Composing } from "./say.ts";
import { WORDING } from "./wording.ts";

const EMPTY = {
  values: [],
  verdict: null,
  citations: [],
  options: [],
  nearest: [],
  disagreements: [],
  assumptions: [],
  caveats: [],
} as const;

const kindOf = (question: Question): AnswerKind => {
  switch (question.act.kind) {
    case "claim":
    case "source":
    case "topic":
      return question.act.kind;
    case "figure":
      break;
  }
  switch (question.operation.kind) {
    case "lookup":
    case "series":
    case "ranking":
      return question.operation.kind;
    case "beyond":
      return "ranking";
    case "change":
    case "compare":
      return "comparison";
    case "share":
    case "ratio":
    case "sum":
    case "mean":
      return "derived";
  }
};

type Valued = Extract<Finding, { kind: "told" | "judged" | "sourced" }>;

const answered = (finding: Valued, headline: string, { question, composing }: With): Answer => {
  const values: readonly Told[] = finding.values;
  const { catalog } = composing;
  return {
    ...EMPTY,
    status: "answered",
    kind: finding.kind === "told" ? finding.as : kindOf(question),
    headline,
    values: values.map((told) => answerValue(told, catalog)),
    verdict: finding.kind === "judged" ? finding.verdict : null,
    citations: citationsOf(values, catalog),
    disagreements: composeDisagreements(finding.notes, composing),
    assumptions: composeAssumptions({ ...finding, question, values }, composing),
    caveats: composeCaveats(finding.notes, values, composing),
  };
};

type With = { readonly question: Question; readonly composing: Composing };

const refused = (finding: Extract<Finding, { kind: "not_held" }>, { question, composing }: With): Answer => {
  const reason = sayFailing(finding.failing, finding.nearest, composing);
  return {
    ...EMPTY,
    status: "not_found",
    kind: kindOf(question),
    headline: finding.claim ? WORDING.cannotJudge(reason) : reason,
    verdict: finding.claim ? "unverifiable" : null,
    nearest: nearestLabels(finding.nearest, composing),
    options: insteadOf(finding.nearest, composing),
    assumptions: composeAssumptions({ question, carried: [], notes: [], values: [] }, composing),
  };
};

const askedBack = (
  finding: Extract<Finding, { kind: "ambiguous" }>,
  { question, composing }: With,
): Answer => {
  const options = optionsFor(finding.readings, composing);
  return {
    ...EMPTY,
    status: "clarify",
    kind: kindOf(question),
    headline: WORDING.choose(options.length),
    options,
    assumptions: composeAssumptions({ question, carried: [], notes: [], values: [] }, composing),
  };
};

const topics = (finding: Extract<Finding, { kind: "topics" }>, composing: Composing): Answer => {
  const values = finding.readings.flatMap((reading) => {
    const held = reading.chosen.at(-1);
    return held === undefined ? [] : [tellObservation(held.best, reading)];
  });
  return {
    ...EMPTY,
    status: "answered",
    kind: "topic",
    headline: WORDING.topics(values.length),
    values: values.map((told) => answerValue(told, composing.catalog)),
    citations: citationsOf(values, composing.catalog),
  };
};

/** The answer in the contract's own shape: values with what they rest on, or an honest no. */
export const composeAnswer = (question: Question, finding: Finding, composing: Composing): Answer => {
  const context = { question, composing };
  switch (finding.kind) {
    case "told":
      return answered(finding, headlineOfTold(finding, question, composing), context);
    case "judged":
      return answered(finding, headlineOfJudged(finding, composing), context);
    case "sourced":
      return answered(finding, headlineOfSourced(finding, composing), context);
    case "topics":
      return topics(finding, composing);
    case "ambiguous":
      return askedBack(finding, context);
    case "not_held":
      return refused(finding, context);
  }
};
