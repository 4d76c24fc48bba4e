import type { Answer } from "./answer/answer.ts";
import type { CalendarDate } from "./calendar/day.ts";
import type { Measure, Observation, Source } from "./catalog/observation.ts";
import type { Message } from "./message/message.ts";
import type { Problem } from "./packs/problem.ts";

export type { Answer } from "./answer/answer.ts";
export { type CalendarDate, readDay } from "./calendar/day.ts";
export { layOutHelp, layOutWelcome } from "./message/lay-out-help.ts";
export { layOutSources, layOutTopics } from "./message/lay-out-holdings.ts";
export type { Block, Inline, Message } from "./message/message.ts";
export { plainText } from "./message/plain-text.ts";
export { describeProblem, type Problem } from "./packs/problem.ts";

/** What a person said, and the day on which they said it. */
export type Asked = { readonly text: string; readonly askedOn: CalendarDate };

/** What a thread remembers between two questions. Adapters keep it and hand it back; they do not look inside. */
export type Conversation = { readonly __kind: "conversation" };

export type Replied = {
  readonly answer: Answer;
  readonly message: Message;
  /** What the thread is to remember for the next question. */
  readonly conversation: Conversation;
  /** Each step's name and value, in order, for `ask --trace`. */
  readonly trace: readonly { readonly step: string; readonly value: unknown }[];
};

export type Topic = { readonly measure: Measure; readonly figures: readonly Observation[] };

export type Desk = {
  readonly ask: (asked: Asked, previous: Conversation | null) => Replied;
  readonly topics: () => readonly Topic[];
  readonly sources: () => readonly Source[];
  /** Some questions that are answered from what is held, for a newcomer to start from. */
  readonly suggestions: () => readonly string[];
};

export type Opened =
  | { readonly ok: true; readonly desk: Desk }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type Folders = { readonly data: string; readonly archive: string | null };

/** Loads the language pack and every data package under `data`; problems instead of a desk where one is broken. */
export const openDesk = (_folders: Folders): Opened => {
  throw new Error("the steps are not joined up yet");
};
