import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Answer, AnswerOption } from "../answer/answer.ts";
import type { CalendarDate } from "../calendar/day.ts";
import { hasCopy } from "../copy/write-copy.ts";
import { layOutFault, withoutMemory } from "../message/lay-out-fault.ts";
import type { Message } from "../message/message.ts";
import type { Store } from "../store/open-store.ts";
import { type NewTelling, type Telling, tellingSchema } from "../store/telling.ts";
import { commandIn, storyOf, tryStory } from "./chat-story.ts";
import type { DeskButton } from "./courier.ts";
import { doCommand, pressStory } from "./do-story.ts";
import type { Log } from "./log.ts";
import { type Office, openOffice, type ReasonForm } from "./office.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { Answered, Conversation, Desk } from "./open-desk.ts";
import { readCheck } from "./read-check.ts";
import { recordOf } from "./record-of.ts";
import type { Recorded } from "./recorded.ts";
import { seenHere } from "./seen-here.ts";
import { type Pressed, type StoryReply, storyButtons, storyForm } from "./story.ts";
import { type Tried, tryStore } from "./try-store.ts";
import { withNoList } from "./with-no-list.ts";

/** A question as a chat platform delivers it. */
export type ChatQuestion = {
  readonly text: string;
  readonly askedOn: CalendarDate;
  /**
   * The conversation that it leans on and is remembered in, "slack:T1:C1:1700000000.000100"; null where it stands
   * alone and nothing is remembered.
   */
  readonly thread: string | null;
  /** Who asks, "slack:T1:U1". */
  readonly asker: string;
  /** The message that asks, by which the ledger knows the answer; left out: nothing can be done with it later. */
  readonly asked?: string;
  /** Whose number signs the answer is to use, "de"; left out or null: the language pack's. */
  readonly locale?: string | null;
};

export type ChatReply =
  | {
      readonly kind: "answered";
      readonly answer: Answer;
      readonly message: Message;
      /** What may be asked next, each answered as it stands. */
      readonly followUps: readonly AnswerOption[];
      /** It was refused, and the desk may be asked for it. */
      readonly isForDesk: boolean;
      /** What a reporter may do with it. */
      readonly actions: readonly DeskButton[];
      /** What the ledger is to keep of it, once it is known where it stands. */
      readonly record: Recorded;
    }
  /** It was no question: the desk did what it was told, and this is for who said it alone. */
  | ({ readonly kind: "story" } & StoryReply)
  /** We broke, which is never "not held". The id stands in the message and in the log. */
  | { readonly kind: "failed"; readonly id: string; readonly message: Message };

/** What a person may press below a reply. */
export const deskButtonsOf = (reply: ChatReply): readonly DeskButton[] => {
  switch (reply.kind) {
    case "answered":
      return reply.actions;
    case "story":
      return reply.buttons;
    case "failed":
      return [];
  }
};

/** The desk as a chat platform uses it: with a memory, and each question taken once. Nothing here throws. */
export type ChatDesk = {
  readonly desk: Desk;
  /** What it does where nobody just asked. */
  readonly office: Office;
  /** True for the first who takes it in 24 hours; a repeat is false. Without the store, this process remembers. */
  readonly take: (delivery: string) => Promise<boolean>;
  /** The questions of one thread are answered in order. Without the store the answer comes, and says what it lacks. */
  readonly ask: (question: ChatQuestion) => Promise<ChatReply>;
  readonly told: (telling: NewTelling) => Promise<void>;
  /** Whether a text tells the desk to do something for who says it alone, and asks nothing. */
  readonly isForOne: (text: string) => Promise<boolean>;
  /** The form that a reporter's action asks for; null: none. */
  readonly formFor: (action: string) => ReasonForm | null;
  /** Does what a reporter pressed below an answer. */
  readonly press: (pressed: Pressed) => Promise<StoryReply>;
  /** What was told to the message that asked, or null. */
  readonly toldFor: (asked: string) => Promise<Telling | null>;
  /** The newest first. */
  readonly recentQuestions: (asker: string) => Promise<readonly string[]>;
  /** An id of at most 16 letters for a text that is too long for a button; null while the store is down. */
  readonly keep: (text: string) => Promise<string | null>;
  readonly kept: (id: string) => Promise<string | null>;
  /** Waits for what is still to be kept; the store can be closed then. */
  readonly settle: () => Promise<unknown>;
};

const RECENT = 5;

type Asking = {
  readonly desk: Desk;
  readonly store: Store;
  readonly log: Log;
  /** By the thread, and by the person who asks. */
  readonly inOrder: ReturnType<typeof oneAtATime>;
  /** Told of work that nobody waits for but the end. */
  readonly later: (work: Promise<unknown>) => void;
};

const failed = (log: Log, error: unknown): ChatReply => {
  const id = randomUUID().slice(0, 8);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error({ id, error: stack }, "a question could not be answered");
  return { kind: "failed", id, message: layOutFault(id) };
};

/** A draft's check is nothing to copy: it holds somebody's numbers against ours. */
const actionsFor = (answer: Answer, { text, asked }: ChatQuestion): readonly DeskButton[] =>
  asked === undefined || readCheck(text) !== null || !hasCopy(answer) ? [] : storyButtons(asked);

const replyWith = (
  desk: Desk,
  replied: Answered,
  { question, before }: { readonly question: ChatQuestion; readonly before: Conversation | null },
): ChatReply => ({
  kind: "answered",
  answer: replied.answer,
  message: withNoList(desk, question.text, replied),
  followUps: desk.followUps(replied.answer, question.askedOn),
  isForDesk: replied.answer.status === "not_found" && question.text.trim() !== "",
  actions: actionsFor(replied.answer, question),
  record: recordOf(desk, replied, { question, before }),
});

const remembered = ({ store, log }: Asking, thread: string | null): Promise<Tried<Conversation | null>> =>
  thread === null
    ? Promise.resolve({ ok: true, value: null })
    : tryStore(log, "reading a conversation", () => store.conversations.get(thread));

/** What the thread remembers of it; true where that worked. */
const rememberIt = async (
  { store, log }: Asking,
  thread: string | null,
  conversation: Conversation,
): Promise<boolean> => {
  if (thread === null) return true;
  const kept = await tryStore(log, "keeping a conversation", () =>
    store.conversations.set(thread, conversation),
  );
  return kept.ok;
};

/** Milliseconds. By then an answer has left the house, which nothing is to hold up that nobody waits for. */
const AFTER_ANSWER = 20;

/** What the person asked last, for the list of it. */
const rememberQuestion = async ({ store, log }: Asking, { asker, text }: ChatQuestion): Promise<void> => {
  await pause(AFTER_ANSWER);
  await tryStore(log, "keeping a question", async () => {
    const earlier = (await store.questions.get(asker)) ?? [];
    await store.questions.set(asker, [text, ...earlier.filter((one) => one !== text)].slice(0, RECENT));
  });
};

/** The message that a command in the same conversation is about; the next one there waits for it. */
const keepLast = ({ store, log, inOrder, later }: Asking, { thread, asked }: ChatQuestion): void => {
  if (thread === null || asked === undefined) return;
  const keep = () => tryStore(log, "keeping what was asked last", () => store.lastAsked.set(thread, asked));
  later(inOrder(thread, keep));
};

const askOnce = async (asking: Asking, question: ChatQuestion): Promise<ChatReply> => {
  const { desk, log, inOrder } = asking;
  const command = await commandIn(asking, question.text);
  if (command !== null) {
    const who = { by: question.asker, thread: question.thread };
    const story = storyOf(asking, question.askedOn);
    return { kind: "story", ...(await tryStory(asking, () => doCommand(story, command, who))) };
  }
  const before = await remembered(asking, question.thread);
  try {
    const { text, askedOn, locale = null } = question;
    const previous = before.ok ? before.value : null;
    const asked = { text, askedOn, locale };
    const replied = previous === null ? desk.askAlone(asked) : desk.ask(asked, previous);
    const reply = replyWith(desk, replied, { question, before: previous });
    const isCopied = reply.kind === "answered" && reply.actions.length > 0;
    // A draft is nobody's next question, and is not kept.
    const isDraft = readCheck(text) !== null;
    const isKept = isDraft || (await rememberIt(asking, question.thread, replied.conversation));
    if (!isDraft) asking.later(inOrder(question.asker, () => rememberQuestion(asking, question)));
    if (isCopied) keepLast(asking, question);
    return before.ok && isKept ? reply : { ...reply, message: withoutMemory(reply.message) };
  } catch (error) {
    return failed(log, error);
  }
};

/** The same text has the same id, so that a message that is rendered again has the same buttons. */
const idOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);

/** Gives a desk its memory. */
export const openChatDesk = (desk: Desk, store: Store, log: Log): ChatDesk => {
  const inOrder = oneAtATime();
  const isNewHere = seenHere();
  const unfinished = new Set<Promise<unknown>>();
  const later = (work: Promise<unknown>): void => {
    unfinished.add(work);
    work.finally(() => unfinished.delete(work));
  };
  const asking = { desk, store, log, inOrder, later };
  return {
    desk,
    office: openOffice(asking),
    take: async (delivery) => {
      if (!isNewHere(delivery)) return false;
      const taken = await tryStore(log, "taking a delivery", () => store.take(delivery));
      return taken.ok ? taken.value : true;
    },
    ask: (question) => inOrder(question.thread ?? randomUUID(), () => askOnce(asking, question)),
    told: async (telling) => {
      await tryStore(log, "writing the ledger", () =>
        store.tellings.set(telling.asked, tellingSchema.parse(telling)),
      );
    },
    isForOne: async (text) => (await commandIn(asking, text)) !== null,
    formFor: storyForm,
    press: (pressed) => tryStory(asking, () => pressStory(storyOf(asking, pressed.day), pressed)),
    toldFor: async (asked) => {
      const found = await tryStore(log, "reading the ledger", () => store.tellings.get(asked));
      return found.ok ? found.value : null;
    },
    recentQuestions: async (asker) => {
      const found = await inOrder(asker, () =>
        tryStore(log, "reading questions", () => store.questions.get(asker)),
      );
      return found.ok ? (found.value ?? []) : [];
    },
    keep: async (text) => {
      const id = idOf(text);
      const done = await tryStore(log, "keeping a text", () => store.texts.set(id, text));
      return done.ok ? id : null;
    },
    kept: async (id) => {
      const found = await tryStore(log, "reading a text", () => store.texts.get(id));
      return found.ok ? found.value : null;
    },
    settle: () => Promise.all(unfinished),
  };
};
