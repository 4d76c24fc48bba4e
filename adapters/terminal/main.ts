import type { Writable } from "node:stream";
import {
  type Answer,
  type CalendarDate,
  type Conversation,
  type Desk,
  layOutHelp,
  layOutNoCopy,
  layOutPastes,
  layOutSources,
  layOutTopics,
  layOutWelcome,
  type Message,
} from "../../src/desk.ts";
import { type Command, isLeaving, readCommand } from "./commands.ts";
import { TERMINAL } from "./limits.ts";
import { type Screen, toScreen } from "./to-screen.ts";
import { tryAsking } from "./try-asking.ts";
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
  /** Called whenever the next question may come. */
  readonly prompt: () => void;
};

const welcome = (desk: Desk): Message =>
  layOutWelcome({
    figures: desk.topics().reduce((sum, { count }) => sum + count, 0),
    sources: desk.sources().length,
    suggestions: desk.suggestions().slice(0, TERMINAL.suggestions),
  });

/** Copy of the answer before; a notice where there is none. */
const copyOf = (answer: Answer | null, desk: Desk): Message => {
  const copy = answer === null ? null : desk.copyOf(answer);
  return copy === null ? layOutNoCopy() : layOutPastes(copy);
};

const about = (command: Command, answer: Answer | null, desk: Desk): Message => {
  switch (command) {
    case "copy":
      return copyOf(answer, desk);
    case "help":
      return layOutHelp(desk.suggestions().slice(0, TERMINAL.suggestions));
    case "sources":
      return layOutSources(desk.sources());
    case "topics":
      return layOutTopics(desk.topics());
  }
};

/** What the next line may lean on: the conversation, and the answer before. */
type Before = { readonly conversation: Conversation | null; readonly answer: Answer | null };
type Sitting = { readonly terminal: Terminal; readonly before: Before };
type Turn = { readonly text: string; readonly after: Before };

/** One line taken and answered: what to print, and what the thread is to remember. */
const takeTurn = (desk: Desk, line: string, { terminal, before }: Sitting): Turn => {
  const show = (message: Message): string => `${toScreen(message, terminal.screen())}\n`;
  const command = readCommand(line);
  if (command !== null) return { text: show(about(command, before.answer, desk)), after: before };
  const tried = tryAsking(desk, { text: line, askedOn: terminal.today() }, before.conversation);
  if (tried.ok) return { text: show(tried.replied.message), after: tried.replied };
  terminal.log(tried.detail);
  return { text: `${tried.sentence}\n\n`, after: before };
};

/** One conversation, from the greeting to its last line; each question may lean on the ones before it. */
export const converse = async (desk: Desk, terminal: Terminal): Promise<void> => {
  if (terminal.greets) await write(terminal.output, `${toScreen(welcome(desk), terminal.screen())}\n`);
  let before: Before = { conversation: null, answer: null };
  terminal.prompt();
  for await (const line of terminal.lines) {
    if (isLeaving(line)) return;
    if (line.trim() !== "") {
      const turn: Turn = takeTurn(desk, line, { terminal, before });
      before = turn.after;
      await write(terminal.output, turn.text);
    }
    terminal.prompt();
  }
};
