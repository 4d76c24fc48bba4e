import type { APIEmbed } from "discord.js";
import { type Block, type Message, shortenMessage } from "../../src/desk.ts";
import { type Buttons, NO_BUTTONS, toRows } from "./buttons.ts";
import { DISCORD, OURS } from "./limits.ts";
import { toMarkdown } from "./to-markdown.ts";

/** The colour of the bar beside an answer: found, asked back, not held, a claim that holds or does not, broken. */
export const COLOURS = {
  answered: 0x3b7dd8,
  clarify: 0xe0a030,
  not_found: 0x8a8f98,
  supported: 0x3a9b62,
  contradicted: 0xd9622b,
  failed: 0xd04545,
} as const;
export type Tone = keyof typeof COLOURS;

export type Outfit = {
  readonly tone: Tone;
  /** False where the bot may not embed: then all of it is text. */
  readonly embeds: boolean;
  readonly buttons: Buttons;
  /** A line of markdown above the answer; null: none. */
  readonly above: string | null;
};

/** The body of one message, as discord.js takes it. */
export type Body = {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: ReturnType<typeof toRows>;
};

/** A part of the answer that is not parted, and whether it goes on with what stands before it. */
type Section = { readonly text: string; readonly close: boolean };

const isChoice = ({ kind }: Block): boolean => kind === "choice";

/** A chart is a file of its own, below the answer. */
const isWorded = (block: Block): block is Worded => block.kind !== "chart";
type Worded = Exclude<Block, { readonly kind: "chart" }>;

const SPACE = /\s(?=\S*$)/u;

/** So much of a text to be copied goes into one block of code, which ends with its message. */
const PASTED = DISCORD.content - 200;

const parted = (text: string): readonly string[] => {
  if (text.length <= PASTED) return [text];
  const room = text.slice(0, PASTED);
  const at = room.lastIndexOf("\n") > 0 ? room.lastIndexOf("\n") : room.search(SPACE);
  const cut = at > 0 ? at : PASTED;
  return [text.slice(0, cut), ...parted(text.slice(cut).trimStart())];
};

/** A block of code cannot go on in the next message, so a long one is several. */
const shortPastes = (block: Worded): readonly Worded[] =>
  block.kind === "paste" ? parted(block.text).map((text) => ({ ...block, text })) : [block];

/** Blocks of one kind stand together; a quotation stays with its receipt. */
const sectionsOf = (blocks: readonly Block[]): readonly Section[] =>
  blocks
    .filter(isWorded)
    .flatMap(shortPastes)
    .map((block, at, worded) => {
      const before = worded[at - 1];
      return { text: toMarkdown(block), close: before?.kind === block.kind || block.kind === "quotation" };
    });

/** Buttons say choices as well as a list does, where they show all of it. */
const showsChoices = ({ blocks }: Message, { choices }: Buttons): boolean => {
  const offered = blocks.filter((block) => block.kind === "choice");
  return (
    choices.length === offered.length &&
    offered.every(({ label, number }) => `${number}. ${label}`.length <= OURS.shownOnButton)
  );
};

const NUMBER = /^\d+(?=\.)/u;

/** Where the text says what may be chosen, a button need not say it again. */
const numbersOnly = (buttons: Buttons): Buttons => ({
  ...buttons,
  choices: buttons.choices.map((one) => ({ ...one, label: NUMBER.exec(one.label)?.[0] ?? one.label })),
});

/** A text that no message has room for goes on in the next one, from a space. */
const pieces = (text: string, most: number): readonly string[] => {
  if (text.length <= most) return [text];
  const room = text.slice(0, most);
  const at = Math.max(room.lastIndexOf("\n"), room.search(SPACE));
  // A backslash belongs to the sign behind it.
  const cut = at > 0 ? at : most - (room.endsWith("\\") ? 1 : 0);
  return [text.slice(0, cut), ...pieces(text.slice(cut).trimStart(), most)];
};

/** The texts with one more section in them: in the last one where there is room, else in one of its own. */
const add = (texts: readonly string[], { text, close }: Section, most: number): readonly string[] => {
  const last = texts.at(-1);
  const joined = last === undefined ? null : `${last}${close ? "\n" : "\n\n"}${text}`;
  return joined === null || joined.length > most
    ? [...texts, ...pieces(text, most)]
    : [...texts.slice(0, -1), joined];
};

/** Puts sections into texts of at most so many characters, in order. */
const fill = (sections: readonly Section[], most: number): readonly string[] =>
  sections.reduce<readonly string[]>((texts, section) => add(texts, section, most), []);

const withAbove = (sections: readonly Section[], above: string | null): readonly Section[] => {
  const [first, ...rest] = sections;
  if (above === null) return sections;
  return [
    { text: above, close: false },
    ...(first === undefined ? [] : [{ ...first, close: true }]),
    ...rest,
  ];
};

const body = (content: string, embeds: APIEmbed[]): Body => ({ content, embeds, components: [] });

/** The lead is the message's text, which notifications and replies show; the rest is the embed below it. */
const embedded = (sections: readonly Section[], outfit: Outfit): readonly Body[] => {
  const leads = fill(withAbove(sections.slice(0, 1), outfit.above), DISCORD.content);
  const embeds = fill(sections.slice(1), DISCORD.embedDescription).map(
    (description): APIEmbed => ({ description, color: COLOURS[outfit.tone] }),
  );
  return [
    ...leads.slice(0, -1).map((content) => body(content, [])),
    body(leads.at(-1) ?? "", embeds.slice(0, 1)),
    ...embeds.slice(1).map((embed) => body("", [embed])),
  ];
};

const asText = (sections: readonly Section[], outfit: Outfit): readonly Body[] =>
  fill(withAbove(sections, outfit.above), DISCORD.content).map((content) => body(content, []));

const layOut = (message: Message, outfit: Outfit): readonly Body[] => {
  const blocks = showsChoices(message, outfit.buttons)
    ? message.blocks.filter((block) => !isChoice(block))
    : message.blocks;
  const sections = sectionsOf(blocks);
  return outfit.embeds ? embedded(sections, outfit) : asText(sections, outfit);
};

/** What is looked at to see whether it fits is what is sent then, and is not made twice. */
const layingOut = (outfit: Outfit): ((message: Message) => readonly Body[]) => {
  let last: { readonly of: Message; readonly bodies: readonly Body[] } | null = null;
  return (message) => {
    if (last?.of !== message) last = { of: message, bodies: layOut(message, outfit) };
    return last.bodies;
  };
};

/**
 * A message as Discord takes it: the lead as text, the rest in an embed, buttons below. Detail is taken from the
 * middle of what is too long; what must not be left out goes on in further messages, the buttons under the last.
 */
export const toMessages = (message: Message, outfit: Outfit): readonly Body[] => {
  const laidOut = layingOut(outfit);
  const shortened = shortenMessage(message, (one) => laidOut(one).length === 1);
  const bodies = laidOut(shortened);
  const isSaidByButtons = showsChoices(shortened, outfit.buttons);
  const rows = toRows(isSaidByButtons ? outfit.buttons : numbersOnly(outfit.buttons));
  return bodies.map((one, at) => (at === bodies.length - 1 ? { ...one, components: rows } : one));
};

export const PLAIN: Outfit = { tone: "answered", embeds: true, buttons: NO_BUTTONS, above: null };
