import {
  type Answer,
  type AnswerOption,
  type Block,
  type ChatReply,
  deskButtonsOf,
  layOutHoldings,
  type Message,
  type Recorded,
  type Telling,
} from "../../src/desk.ts";
import { dayOf } from "../day-of.ts";
import { buttonsOf, keepLong } from "./answer-buttons.ts";
import type { Bot } from "./bot.ts";
import { type Body, type Outfit, type Tone, toMessages } from "./to-message.ts";
import { WORDING } from "./wording.ts";

/** A question as Discord delivered it. */
export type Question = {
  readonly text: string;
  /** The id of the message or interaction that asks. */
  readonly asked: string;
  /** Differs where an answer is to be a message of its own; Discord makes no second one with the same. */
  readonly nonce: string;
  /** Names the conversation: a thread, a direct message channel, or the message that began it. */
  readonly root: string;
  readonly asker: string;
  readonly at: Date;
  readonly isPrivate: boolean;
  /** Whose number signs the answer uses: the person's in private, the server's in public; null: not known. */
  readonly locale: string | null;
};

/** The desk's answer, ready to be written wherever there is room for it. */
export type Answered = {
  readonly question: Question;
  /** What the desk said; null where it was not asked. */
  readonly reply: ChatReply | null;
  /** What the ledger keeps of it; null where there is nothing to keep. */
  readonly record: Recorded | null;
  readonly bodies: (outfit: Pick<Outfit, "embeds" | "above">) => readonly Body[];
};

export const keyOf = (id: string): string => `discord:${id}`;

type Said = {
  readonly message: Message;
  readonly followUps: readonly AnswerOption[];
  readonly tone: Tone;
};

const toneOf = ({ status, verdict }: Answer): Tone =>
  verdict === "supported" || verdict === "contradicted" ? verdict : status;

const saidBy = (reply: ChatReply): Said => {
  switch (reply.kind) {
    case "answered":
      return { message: reply.message, followUps: reply.followUps, tone: toneOf(reply.answer) };
    case "story":
      return { message: reply.message, followUps: [], tone: "answered" };
    case "failed":
      return { message: reply.message, followUps: [], tone: "failed" };
  }
};

/** Nothing, "help" and "?" ask how to ask. */
const HELP = /^(?:help|\?)?$/iu;
export const isHelp = (text: string): boolean => HELP.test(text);

const plainLine = (text: string): Block => ({ kind: "line", line: [{ text, style: "plain", link: null }] });

/** How one asks, and what there is to ask about. */
const introduce = ({ chat: { desk } }: Bot): Said => ({
  message: {
    blocks: [
      { kind: "headline", line: [{ text: WORDING.help, style: "plain", link: null }] },
      ...WORDING.ways.map(plainLine),
      ...layOutHoldings(desk.topics(), desk.sources()).blocks.map(
        (block): Block => (block.kind === "headline" ? { ...block, kind: "line" } : block),
      ),
    ],
  },
  followUps: desk.suggestions().map((question) => ({ label: question, question })),
  tone: "answered",
});

/** Asks the desk. Never throws; a fault is an answer that says so. */
export const askDesk = async (bot: Bot, question: Question): Promise<Answered> => {
  const { text, root, asker, asked, at, isPrivate, locale } = question;
  const reply = isHelp(text)
    ? null
    : await bot.chat.ask({
        text,
        askedOn: dayOf(at),
        thread: keyOf(root),
        asker: keyOf(asker),
        asked: keyOf(asked),
        locale,
      });
  const { message, followUps, tone } = reply === null ? introduce(bot) : saidBy(reply);
  const share = isPrivate && reply?.kind === "answered" ? text : null;
  const reports = bot.settings.deskChannel !== null;
  const asksDesk = reports && reply?.kind === "answered" && reply.isForDesk;
  const actions = reply === null ? [] : deskButtonsOf(reply);
  const isReported = reports && reply?.kind !== "story";
  const offered = { message, followUps, root, asked, share, actions, asksDesk, reports: isReported };
  const buttons = buttonsOf(offered, await keepLong(offered, bot.chat.keep));
  return {
    question,
    reply,
    record: reply?.kind === "answered" ? reply.record : null,
    bodies: (outfit) => toMessages(message, { ...outfit, tone, buttons }),
  };
};

/** Writes into the ledger what was told where. */
export const record = (
  { chat }: Bot,
  { question, record: kept }: Answered,
  at: { readonly place: string; readonly message: string },
): Promise<void> =>
  chat.told({
    ...(kept ?? { question: question.text, askedOn: dayOf(question.at), headline: "", told: [] }),
    platform: "discord",
    asker: question.asker,
    audience: question.isPrivate ? "one" : "everyone",
    place: at.place,
    message: at.message,
    thread: keyOf(question.root),
    asked: keyOf(question.asked),
    toldAt: new Date().toISOString(),
  });

/** What was told to a message before, by the message's id. */
export const toldTo = ({ chat }: Bot, asked: string): Promise<Telling | null> => chat.toldFor(keyOf(asked));

/** True for the first who takes it in a day. */
export const takeOnce = ({ chat }: Bot, id: string): Promise<boolean> => chat.take(keyOf(id));
