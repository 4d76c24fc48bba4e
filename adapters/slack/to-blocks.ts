import type { ContextBlock, SectionBlock } from "@slack/types";
import type { Block, Message } from "../../src/desk.ts";
import { OURS, SLACK } from "./limits.ts";
import {
  joinLines,
  plainElement,
  preformatted,
  quote,
  rich,
  richLine,
  section,
  type Writing,
} from "./rich-text.ts";
import type { Dialect, InlineElement, RichSection, SlackBlock } from "./slack-block.ts";
import { askButton, type Below, belowBlocks } from "./to-buttons.ts";
import { fitsTable, toTable } from "./to-table.ts";
import { WORDING } from "./wording.ts";

/** What a message is written with, besides its own words. */
export type Outfit = {
  readonly dialect: Dialect;
  /** The value of a button that asks this question; null: it is too long and could not be kept. */
  readonly offerValue: (question: string) => string | null;
  readonly below: Below;
};

type Choice = Extract<Block, { readonly kind: "choice" }>;
type Group = readonly [Block, ...Block[]];

/** A quotation stands with its receipt; otherwise blocks of one kind stand together. */
const belongs = (block: Block, before: Block): boolean =>
  block.kind === before.kind ||
  (before.kind === "receipt" && block.kind === "quotation") ||
  (before.kind === "quotation" && block.kind === "receipt");

const groupBlocks = (blocks: readonly Block[]): readonly Group[] => {
  const groups: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && belongs(block, before)) last.push(block);
    else groups.push([block]);
  }
  return groups;
};

/** "Source: …" and what it prints, behind a bar; the second line on is what the card behind a citation says. */
const receiptSection = (
  { lines }: Extract<Block, { readonly kind: "receipt" }>,
  writing: Omit<Writing, "snippet">,
): RichSection => {
  const snippet = lines
    .slice(1)
    .map((line) => line.map(({ text }) => text).join(""))
    .join("; ");
  return quote(joinLines(lines.map((line) => richLine(line, { ...writing, snippet }))));
};

const italic = (text: string): InlineElement => ({ type: "text", text, style: { italic: true } });

const quotationSection = ({ text, found }: { text: string; found: boolean }): RichSection =>
  quote([italic(found ? `“${text}”` : text)]);

const textSection = (block: Block, writing: Omit<Writing, "snippet">): RichSection => {
  switch (block.kind) {
    case "headline":
    case "line":
    case "working":
    case "caveat":
      return section(richLine(block.line, { ...writing, snippet: "" }));
    case "receipt":
      return receiptSection(block, writing);
    case "quotation":
      return quotationSection(block);
    case "paste":
      return preformatted(block.text);
    case "choice":
      return section([plainElement(`${block.number}. ${block.label}`)]);
    case "table":
    case "chart":
      throw new Error(`a ${block.kind} is no text`);
  }
};

/** What the archive has of a document stands behind the same bar as its receipt. */
const joinQuotations = (group: Group, sections: readonly RichSection[]): readonly RichSection[] => {
  const joined: RichSection[] = [];
  sections.forEach((one, at) => {
    const last = joined.at(-1);
    if (last !== undefined && group[at]?.kind === "quotation")
      joined[joined.length - 1] = quote(joinLines([last.elements, one.elements]));
    else joined.push(one);
  });
  return joined;
};

/** Sections follow one another without a break; a quoted part breaks by itself. */
const withBreaks = (sections: readonly RichSection[]): readonly RichSection[] =>
  sections.map((one, at) => {
    const next = sections[at + 1];
    const needsBreak = one.type === "rich_text_section" && next?.type === "rich_text_section";
    return needsBreak ? { ...one, elements: [...one.elements, plainElement("\n")] } : one;
  });

/** Said in small print: what was assumed, and what a careful editor would add. Links need full print. */
const isSmallPrint = (block: Block): boolean => {
  if (block.kind !== "caveat" && block.kind !== "line") return false;
  const { line } = block;
  const isAside = block.kind === "caveat" || line.every(({ style }) => style === "quiet");
  return isAside && line.every(({ link }) => link === null);
};

const smallPrint = (text: string): ContextBlock => ({
  type: "context",
  elements: [{ type: "plain_text", text, emoji: false }],
});

/** Lines below one another, in as few blocks as their length allows; null where one of them is too long for any. */
const smallPrintBlocks = (blocks: readonly Block[]): readonly SlackBlock[] | null => {
  const texts = blocks.map((block) => ("line" in block ? block.line.map(({ text }) => text).join("") : ""));
  if (texts.some((text) => text === "" || text.length > SLACK.text)) return null;
  const paragraphs: string[] = [];
  for (const text of texts) {
    const joined = `${paragraphs.at(-1) ?? ""}\n${text}`;
    if (paragraphs.length > 0 && joined.length <= SLACK.text) paragraphs[paragraphs.length - 1] = joined;
    else paragraphs.push(text);
  }
  return paragraphs.map(smallPrint);
};

type Offered = { readonly choice: Choice; readonly value: string | null };

/** One choice a line, its button beside it. */
const choiceSection = ({ choice, value }: Offered): SectionBlock => ({
  type: "section",
  text: { type: "plain_text", text: `${choice.number}. ${choice.label}`.slice(0, SLACK.text), emoji: false },
  ...(value === null ? {} : { accessory: askButton({ label: WORDING.choose, value }, choice.number - 1) }),
});

/** Short choices are buttons side by side; long ones, which a button would not show, stand beside theirs. */
const choiceBlocks = (choices: readonly Choice[], { offerValue }: Outfit): readonly SlackBlock[] => {
  const offered = choices.map((choice): Offered => ({ choice, value: offerValue(choice.question) }));
  const short = offered.every(
    ({ choice, value }) => choice.label.length <= OURS.shownOnButton && value !== null,
  );
  if (!short || offered.length > SLACK.actionElements) return offered.map(choiceSection);
  const elements = offered.map(({ choice, value }) =>
    askButton({ label: `${choice.number}. ${choice.label}`, value: value ?? "" }, choice.number - 1),
  );
  return [{ type: "actions", elements }];
};

type Paste = Extract<Block, { readonly kind: "paste" }>;
const isPaste = (block: Block): block is Paste => block.kind === "paste";
/** The name of the form above it, so that only what is to be pasted stands in the box with the copy button. */
const pasteBlock = ({ form, text }: Paste): SlackBlock =>
  rich([section([{ type: "text", text: form, style: { bold: true } }]), preformatted(text)]);

const isChoice = (block: Block): block is Choice => block.kind === "choice";
const isTable = (block: Block): block is Extract<Block, { readonly kind: "table" }> => block.kind === "table";

/**
 * A message as Slack's blocks, in the order in which it is read, with its buttons last. Nothing of it is left out;
 * whatever stands in it is text: no mention, no markup and no emoji comes out of data or of what a person typed.
 */
export const toBlocks = (message: Message, outfit: Outfit): readonly SlackBlock[] => {
  let citations = 0;
  const writing = { dialect: outfit.dialect, nextIndex: () => ++citations };
  let tables = 0;
  // A chart is a file of its own, below the answer.
  const said = message.blocks.filter(({ kind }) => kind !== "chart");
  const blocks = groupBlocks(said).flatMap((group): readonly SlackBlock[] => {
    if (isChoice(group[0])) return choiceBlocks(group.filter(isChoice), outfit);
    if (isTable(group[0])) {
      return group.filter(isTable).map((table) => {
        tables += 1;
        return toTable(table, tables === 1 ? outfit.dialect : "simple");
      });
    }
    const small = group.every(isSmallPrint) ? smallPrintBlocks(group) : null;
    if (small !== null) return small;
    if (isPaste(group[0])) return group.filter(isPaste).map(pasteBlock);
    const sections = group.map((block) => textSection(block, writing));
    return [rich(withBreaks(joinQuotations(group, sections)))];
  });
  const choices = message.blocks.filter(isChoice).length;
  return [...blocks, ...belowBlocks(outfit.below, choices)];
};

/** Whether Slack takes a message as these blocks, in so many letters of JSON. */
export const fitsMessage = (message: Message, blocks: readonly SlackBlock[], room: number): boolean =>
  blocks.length <= SLACK.blocks &&
  JSON.stringify(blocks).length <= room &&
  message.blocks.every((block) => block.kind !== "table" || fitsTable(block));
