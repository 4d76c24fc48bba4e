import type { Writable } from "node:stream";
import {
  type AnswerBefore,
  type CalendarDate,
  type Conversation,
  type Desk,
  doOwnStory,
  layOutHelp,
  layOutSources,
  layOutTopics,
  layOutWelcome,
  type Message,
  recordOf,
  type Store,
  withNoList,
} from "../../src/desk.ts";
import { type Command, isLeaving, readCommand } from "./commands.ts";
import { TERMINAL } from "./limits.ts";
import { type Screen, toScreen } from "./to-screen.ts";
import { describeFault, tryAsking } from "./try-asking.ts";
import { write } from "./write.ts";

/** Where the conversation is had: lines in, text out. */
export type Terminal = {
  readonly lines: AsyncIterable<string>;
  readonly output: Writable;
  /** Read anew for each answer, as a window may be resized. */
  readonly screen: () => Screen;
  readonly today: () => CalendarDate;
  /** Takes the detail of a fault that nobody expected. */
  readonly log: (detail: string) => void;
  /** Shown to a person who sits there; a pipe gets answers only. */
  readonly greets: boolean;
  /** The memory in which lists are kept, opened when it is needed first; left out: there is none. */
  readonly store?: () => Store;
  /** Closes it. */
  readonly close?: () => Promise<void>;
  /** Called whenever the next question may come. */
  readonly prompt: () => void;
};

const welcome = (desk: Desk): Message =>
  layOutWelcome({
    figures: desk.topics().reduce((sum, { count }) => sum + count, 0),
    sources: desk.sources().length,
    suggestions: desk.suggestions().slice(0, TERMINAL.suggestions),
  });

const about = (command: Command, desk: Desk): Message => {
  switch (command) {
    case "help":
      return layOutHelp(desk.suggestions().slice(0, TERMINAL.suggestions));
    case "sources":
      return layOutSources(desk.sources());
    case "topics":
      return layOutTopics(desk.topics());
  }
};

/** What the next line may lean on: the conversation, and the answer before. */
type Before = { readonly conversation: Conversation | null; readonly answer: AnswerBefore | null };
type Sitting = { readonly terminal: Terminal; readonly before: Before };
type Turn = { readonly text: string; readonly after: Before };

/** Whoever sits at a terminal, and their lists. */
const SITTER = "terminal";

/** What the desk is told to do with the answer before, or with a list; null: it is asked something. */
const doStory = async (desk: Desk, line: string, { terminal, before }: Sitting): Promise<Message | null> => {
  const command = desk.readCommand(line);
  if (command === null || terminal.store === undefined) return null;
  const now = () => ({ day: terminal.today(), at: new Date().toISOString() });
  const who = { by: SITTER, thread: null, before: before.answer };
  const done = await doOwnStory({ desk, store: terminal.store(), now }, command, who);
  if (done === null) return null;
  const files = done.files.map(
    ({ name, content }) => ({ kind: "paste", form: name, text: content }) as const,
  );
  return { blocks: [...done.message.blocks, ...files] };
};

const answerLine = (desk: Desk, line: string, { terminal, before }: Sitting): Turn => {
  const askedOn = terminal.today();
  const tried = tryAsking(desk, { text: line, askedOn }, before.conversation);
  if (!tried.ok) {
    terminal.log(tried.detail);
    return { text: `${tried.sentence}\n\n`, after: before };
  }
  const { answer, message, conversation } = tried.replied;
  const question = { text: line, askedOn, thread: null, asker: SITTER };
  const recorded = recordOf(desk, tried.replied, { question, before: before.conversation });
  const said = withNoList(desk, line, { answer, message });
  const text = `${toScreen(said, terminal.screen())}\n`;
  return { text, after: { conversation, answer: { answer, recorded } } };
};

/** One line taken and answered: what to print, and what the thread is to remember. */
const takeTurn = async (desk: Desk, line: string, sitting: Sitting): Promise<Turn> => {
  const { terminal, before } = sitting;
  const show = (message: Message): string => `${toScreen(message, terminal.screen())}\n`;
  const command = readCommand(line);
  if (command !== null) return { text: show(about(command, desk)), after: before };
  try {
    const done = await doStory(desk, line, sitting);
    return done === null ? answerLine(desk, line, sitting) : { text: show(done), after: before };
  } catch (error) {
    const { sentence, detail } = describeFault(error);
    terminal.log(detail);
    return { text: `${sentence}\n\n`, after: before };
  }
};

/** One conversation, from the greeting to its last line; each question may lean on the ones before it. */
export const converse = async (desk: Desk, terminal: Terminal): Promise<void> => {
  if (terminal.greets) await write(terminal.output, `${toScreen(welcome(desk), terminal.screen())}\n`);
  let before: Before = { conversation: null, answer: null };
  terminal.prompt();
  for await (const line of terminal.lines) {
    if (isLeaving(line)) return;
    if (line.trim() !== "") {
      const turn: Turn = await takeTurn(desk, line, { terminal, before });
      before = turn.after;
      await write(terminal.output, turn.text);
    }
    terminal.prompt();
  }
};
