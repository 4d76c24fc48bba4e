import type { Answered, Conversation, Desk } from "./open-desk.ts";
import type { Recorded } from "./recorded.ts";
import { toldOf } from "./told-of.ts";

/** A question as it was asked, by whom and in which conversation. */
export type RecordedQuestion = {
  readonly text: string;
  readonly askedOn: string;
  readonly locale?: string | null;
  readonly thread: string | null;
  readonly asker: string;
};

/** What is kept of an answer, to be given again as it was meant and held against what is held later. */
export const recordOf = (
  desk: Desk,
  { answer }: Pick<Answered, "answer">,
  { question, before }: { readonly question: RecordedQuestion; readonly before: Conversation | null },
): Recorded => ({
  question: question.text,
  askedOn: question.askedOn,
  locale: question.locale ?? null,
  before,
  conversation: question.thread,
  person: question.asker,
  headline: answer.headline,
  told: toldOf(answer),
  rests: [...desk.restsOf(answer)],
});
