import { type Answer, type Conversation, type Message, plainText } from "../../src/desk.ts";
import { asked, openTestDesk } from "../fixtures/test-desk.ts";

/** One conversation as a newsroom has it: look-ups, follow-ups, arithmetic, a claim, a source, a refusal, a new subject. */
export const TURNS = [
  "How many people did ICE arrest in fiscal 2024?",
  "and the year before?",
  "by what percentage did that fall?",
  "says who?",
  "and in fiscal 2019?",
  "is it true that ICE made 170,590 arrests in fiscal 2024?",
  "how many people are on the non-detained docket",
  "how many of them have a final order of removal?",
  "what share is that?",
  "asylum grants by year since 2014",
  "which year had the most?",
  "what is the price of a ticket to Mars?",
] as const;

export type Turn = { readonly question: string; readonly answer: Answer; readonly message: Message };

/** What the terminal answers to the same turns, in one thread. */
export const terminalTurns = (): readonly Turn[] => {
  const desk = openTestDesk();
  let conversation: Conversation | null = null;
  return TURNS.map((question) => {
    const replied = desk.ask(asked(question), conversation);
    conversation = replied.conversation;
    return { question, answer: replied.answer, message: replied.message };
  });
};

/** What must stand in a thread's answer for it to be the terminal's: the lead, each number, document and caveat. */
export const partsOf = ({ answer, message }: Turn): readonly string[] => [
  answer.headline,
  ...answer.caveats,
  ...answer.assumptions,
  ...answer.citations.flatMap(({ outlet, asPrinted }) => [outlet, asPrinted]),
  ...answer.options.map(({ label }) => label),
  ...message.blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : [])),
];

/** The whole of it as text, for a failure's message. */
export const textOf = ({ message }: Turn): string => plainText(message);
