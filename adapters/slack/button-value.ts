import type { AnswerOption, ChatDesk, Message } from "../../src/desk.ts";
import { SLACK } from "./limits.ts";
import type { Offer } from "./to-buttons.ts";

/** A button carries its question, or, where that is too long for Slack, the id under which it is kept. */
const QUESTION = "=";
const KEPT = "#";

/** The value of a button that carries its question itself; null where that is too long. */
export const ownValue = (question: string): string | null =>
  question.length < SLACK.buttonValue ? QUESTION + question : null;

/** The value of a button that asks this; null where it is too long and cannot be kept now. */
export const buttonValue = async (question: string, { keep }: ChatDesk): Promise<string | null> => {
  const own = ownValue(question);
  if (own !== null) return own;
  const id = await keep(question);
  return id === null ? null : KEPT + id;
};

/** The question behind a button, however long ago the button was made; null where it is not known any more. */
export const questionBehind = async (value: string, { kept }: ChatDesk): Promise<string | null> =>
  value.startsWith(KEPT) ? kept(value.slice(KEPT.length)) : value.slice(QUESTION.length);

/** Follow-ups as buttons; one that could not be kept is left out. */
export const offersFor = async (
  options: readonly AnswerOption[],
  chat: ChatDesk,
): Promise<readonly Offer[]> => {
  const offers = await Promise.all(
    options.map(async ({ label, question }) => ({ label, value: await buttonValue(question, chat) })),
  );
  return offers.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
};

/** The values of a message's choices, by their question. */
export const choiceValues = async (
  { blocks }: Message,
  chat: ChatDesk,
): Promise<(question: string) => string | null> => {
  const questions = blocks.flatMap((block) => (block.kind === "choice" ? [block.question] : []));
  const entries = await Promise.all(
    questions.map(async (question) => [question, await buttonValue(question, chat)] as const),
  );
  const values = new Map(entries);
  return (question) => values.get(question) ?? null;
};
