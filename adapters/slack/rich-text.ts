import type { Inline } from "../../src/desk.ts";
import { SLACK } from "./limits.ts";
import type { CitationElement, Dialect, InlineElement, RichBlock, RichSection } from "./slack-block.ts";

/** The host is what Slack calls a site by: "https://paper.example/a" → "paper.example". */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);

const WEB = /^https?:$/u;
/** Slack refuses the whole message for a link that is none; such an address is shown as text. */
const isLink = (url: string): boolean =>
  URL.canParse(url) && WEB.test(new URL(url).protocol) && url.length <= SLACK.linkUrl;

/** Slack refuses a text of no letters. */
const visible = (text: string): string => (text === "" ? " " : text);

const cite = (inline: Inline & { link: string }, { nextIndex, snippet }: Writing): CitationElement => ({
  type: "citation",
  url: inline.link,
  text: visible(inline.text),
  index: nextIndex(),
  details: { citation_type: "web", display_name: hostOf(inline.link), title: inline.text, snippet },
});

const styleOf = (style: Inline["style"]) => {
  switch (style) {
    case "plain":
      return {};
    case "strong":
      return { style: { bold: true } };
    case "quiet":
      return { style: { italic: true } };
    case "struck":
      return { style: { strike: true } };
  }
};

export type Writing = {
  readonly dialect: Dialect;
  /** Numbers the citations of one message, in the order in which they are read. */
  readonly nextIndex: () => number;
  /** What the source says, for the card behind a citation. */
  readonly snippet: string;
};

const element = (inline: Inline, writing: Writing): readonly InlineElement[] => {
  const { text, link } = inline;
  if (link === null) return [{ type: "text", text: visible(text), ...styleOf(inline.style) }];
  if (!isLink(link)) {
    const said = text === link ? text : `${text} (${link})`;
    return [{ type: "text", text: visible(said), ...styleOf(inline.style) }];
  }
  if (writing.dialect === "cited") return [cite({ ...inline, link }, writing)];
  return [{ type: "link", url: link, text: visible(text), ...styleOf(inline.style) }];
};

/** A line as Slack's rich text, in which every character stands for itself. */
export const richLine = (line: readonly Inline[], writing: Writing): readonly InlineElement[] =>
  line.flatMap((inline) => element(inline, writing));

export const plainElement = (text: string): InlineElement => ({ type: "text", text: visible(text) });

export const section = (elements: readonly InlineElement[]): RichSection => ({
  type: "rich_text_section",
  elements,
});

export const quote = (elements: readonly InlineElement[]): RichSection => ({
  type: "rich_text_quote",
  elements,
});

export const preformatted = (text: string): RichSection => ({
  type: "rich_text_preformatted",
  elements: [plainElement(text)],
});

export const rich = (elements: readonly RichSection[]): RichBlock => ({ type: "rich_text", elements });

/** Lines below one another within one section. */
export const joinLines = (lines: readonly (readonly InlineElement[])[]): readonly InlineElement[] =>
  lines.flatMap((line, at) => (at === 0 ? line : [plainElement("\n"), ...line]));
