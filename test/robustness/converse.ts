import { type Answer, type Conversation, type Desk, readDay } from "../../src/desk.ts";
import { type Judgement, judge } from "./judge.ts";
import type { Question } from "./question.ts";

/** The day on which a question without one is asked. */
const ASKED_ON = "2026-11-21";

/** A question that was asked, what its thread had come to before it, and what came of it. */
export type Asked = {
  readonly question: Question;
  readonly before: Conversation | null;
  readonly answer: Answer;
  readonly judgement: Judgement;
};

const dayOf = ({ now }: Question) => {
  const day = readDay(now ?? ASKED_ON);
  if (day === null) throw new Error(`${now} is no day`);
  return day;
};

/** Asks other words in a question's place: on its day, with its thread before it. */
export const askInstead = (
  desk: Desk,
  { question, before }: Pick<Asked, "question" | "before">,
  text: string,
): Answer => desk.ask({ text, askedOn: dayOf(question) }, before).answer;

/** Asks every question in order, each with what its thread said before. */
export const askAll = (desk: Desk, questions: readonly Question[]): readonly Asked[] => {
  const threads = new Map<string, Conversation>();
  return questions.map((question) => {
    const { thread } = question;
    const before = thread === undefined ? null : (threads.get(thread) ?? null);
    const askedOn = dayOf(question);
    const { answer, conversation } = desk.ask({ text: question.question, askedOn }, before);
    if (thread !== undefined) threads.set(thread, conversation);
    const askOption = (text: string): Answer => desk.ask({ text, askedOn }, null).answer;
    return { question, before, answer, judgement: judge(question, answer, askOption) };
  });
};
