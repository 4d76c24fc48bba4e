import type { Block, Inline } from "../../src/desk.ts";
import { escapeLineStart, escapeText, fencePaste } from "./escape-text.ts";
import { toTable } from "./to-table.ts";

const WEB = /^https?:\/\//iu;
/** Both would end the address in a masked link. */
const ENDS_LINK = /[\s()<>]/gu;

const encode = (sign: string): string => encodeURIComponent(sign).replace("(", "%28").replace(")", "%29");

/** A link as a bot may send it; <…> keeps Discord from unfolding a preview. What is no web address is text. */
const link = (text: string, url: string): string =>
  WEB.test(url) && URL.canParse(url)
    ? `[${text}](<${url.replace(ENDS_LINK, encode)}>)`
    : `${text} (${escapeText(url)})`;

/** White space next to a sign would keep it from being one. */
const wrapped = (text: string, sign: string): string => {
  const inner = text.trim();
  if (inner === "") return text;
  const [before = "", after = ""] = text.split(inner);
  return `${before}${sign}${inner}${sign}${after}`;
};

const inline = ({ text, style, link: url }: Inline, isFirst: boolean): string => {
  const words = isFirst ? escapeLineStart(text) : escapeText(text);
  if (url !== null) return url === text ? `<${url.replace(ENDS_LINK, encode)}>` : link(words, url);
  switch (style) {
    case "plain":
      return words;
    case "strong":
      return wrapped(words, "**");
    case "quiet":
      return wrapped(words, "*");
    case "struck":
      return wrapped(words, "~~");
  }
};

/** A line of Discord's markdown; small where all of it is quiet. */
export const toLine = (line: readonly Inline[]): string => {
  if (line.length > 0 && line.every(({ style, link: url }) => style === "quiet" && url === null))
    return `-# ${escapeText(line.map(({ text }) => text).join(""))}`;
  return line.map((one, at) => inline(one, at === 0)).join("");
};

/** One block as Discord's markdown. Whatever stands in it is text: no mention, no style, no link comes out of data. */
export const toMarkdown = (block: Exclude<Block, { readonly kind: "chart" }>): string => {
  switch (block.kind) {
    case "headline":
    case "line":
    case "working":
    case "caveat":
      return toLine(block.line);
    case "table":
      return toTable(block);
    case "receipt":
      return block.lines.map(toLine).join("\n");
    case "quotation":
      return `> ${block.found ? `*“${escapeText(block.text)}”*` : escapeText(block.text)}`;
    case "paste":
      return `**${escapeText(block.form)}**\n${fencePaste(block.text)}`;
    case "choice":
      return `**${block.number}.** ${escapeText(block.label)}`;
  }
};
