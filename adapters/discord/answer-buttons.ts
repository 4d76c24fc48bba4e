import type { AnswerOption, ChatDesk, DeskButton, Message } from "../../src/desk.ts";
import {
  askDeskId,
  type Button,
  type Buttons,
  followUpId,
  isLong,
  type Kept,
  questionId,
  reportId,
  storyId,
} from "./buttons.ts";
import { WORDING } from "./wording.ts";

/** What an answer's buttons are made from. */
export type Offered = {
  readonly message: Message;
  readonly followUps: readonly AnswerOption[];
  /** Names the conversation that a follow-up goes on: a thread, or the message that began it. */
  readonly root: string;
  /** The id of the message or interaction that asked. */
  readonly asked: string;
  /** The question of a private answer, which its reader may share; null: everyone sees the answer. */
  readonly share: string | null;
  /** What a reporter may do with the answer. */
  readonly actions: readonly DeskButton[];
  /** It was refused, and there is a desk to ask. */
  readonly asksDesk: boolean;
  /** False where there is nobody to report a problem to. */
  readonly reports: boolean;
};

const choicesIn = ({ blocks }: Message): readonly AnswerOption[] =>
  blocks.flatMap((block) =>
    block.kind === "choice" ? [{ label: `${block.number}. ${block.label}`, question: block.question }] : [],
  );

const asking = (options: readonly AnswerOption[], kept: Kept): readonly Button[] =>
  options.flatMap(({ label, question }) => {
    const id = questionId("ask", question, kept);
    return id === null ? [] : [{ id, label }];
  });

const sharing = (question: string | null, kept: Kept): readonly Button[] => {
  const id = question === null ? null : questionId("share", question, kept);
  return id === null ? [] : [{ id, label: WORDING.share }];
};

/** Keeps the questions that are too long for a button. */
export const keepLong = async (
  { message, followUps, share }: Offered,
  keep: ChatDesk["keep"],
): Promise<Kept> => {
  const questions = [...choicesIn(message), ...followUps].map(({ question }) => question);
  const long = [...questions, ...(share === null ? [] : [share])].filter(isLong);
  const ids = await Promise.all(long.map(keep));
  return new Map(long.flatMap((question, at) => (ids[at] ? [[question, ids[at]] as const] : [])));
};

/** What can be pressed under an answer. A private one is asked about again with the command, or shared first. */
export const buttonsOf = (offered: Offered, kept: Kept): Buttons => ({
  choices: asking(choicesIn(offered.message), kept),
  followUps: asking(offered.followUps, kept),
  rest: [
    ...sharing(offered.share, kept),
    { id: followUpId(offered.root), label: WORDING.followUp },
    ...offered.actions.map(({ label, action }) => ({ id: storyId(action), label })),
    ...(offered.asksDesk ? [{ id: askDeskId(offered.asked), label: WORDING.askDesk }] : []),
    ...(offered.reports ? [{ id: reportId(offered.asked), label: WORDING.report }] : []),
  ],
});
