import { composeAnswer } from "../../src/answer/compose-answer.ts";
import type { Knowledge } from "../../src/ask.ts";
import type { CalendarDate } from "../../src/calendar/day.ts";
import { deriveFinding } from "../../src/finding/derive-finding.ts";
import { layOutMessage } from "../../src/message/lay-out-message.ts";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { resolveReading } from "../../src/resolution/resolve-reading.ts";
import { adoptKin } from "../../src/retrieval/adopt-kin.ts";
import { promoteAsides } from "../../src/retrieval/promote-asides.ts";
import { retrieveCandidates } from "../../src/retrieval/retrieve-candidates.ts";
import { timed } from "./measure.ts";

export const STEPS = ["parse", "retrieve", "resolve", "derive", "compose", "lay out"] as const;
export type Step = (typeof STEPS)[number];

/** What each step of a question that leans on nothing takes, in milliseconds: the rooms of `ask`, one by one. */
export const timeSteps = (
  text: string,
  askedOn: CalendarDate,
  { catalog, vocabulary, index, wording }: Omit<Knowledge, "receiptsOf">,
): Readonly<Record<Step, number>> => {
  const parse = timed(() => ({ ...parseQuestion({ text, askedOn }, vocabulary), thread: null }));
  const retrieve = timed(() => {
    const question = adoptKin(promoteAsides(parse.value, index), index);
    return { question, candidates: retrieveCandidates(question, index) };
  });
  const { question, candidates } = retrieve.value;
  const resolve = timed(() => resolveReading(question, candidates, catalog));
  const derive = timed(() => deriveFinding(question, resolve.value, catalog));
  const compose = timed(() => composeAnswer(question, derive.value, { catalog, wording, askedOn }));
  const layOut = timed(() => layOutMessage(compose.value, [], wording));
  return {
    parse: parse.took,
    retrieve: retrieve.took,
    resolve: resolve.took,
    derive: derive.took,
    compose: compose.took,
    "lay out": layOut.took,
  };
};
