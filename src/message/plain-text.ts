import type { Block, Inline, Message } from "./message.ts";

/** Struck through, where letters are all there is: "~~113,431~~". */
export const strikeThrough = (text: string): string => `~~${text}~~`;

/** An address stands behind the words that lead to it: "“Title” (https://…)". */
const sayInline = ({ text, style, link }: Inline): string => {
  if (style === "struck") return strikeThrough(text);
  return link === null || link === text ? text : `${text} (${link})`;
};

const sayLine = (line: readonly Inline[]): string => line.map(sayInline).join("");

/** "ICE arrests, FY2024: 113,431 arrests": a row that reads well in letters of any width. */
const sayRow = (cells: readonly string[]): string => {
  const what = cells.slice(0, -1).filter((cell) => cell !== "");
  const value = cells.at(-1) ?? "";
  return what.length === 0 ? value : `${what.join(", ")}: ${value}`;
};

/** A picture has no letters; the table before it says what it shows. */
type Worded = Exclude<Block, { readonly kind: "chart" }>;

const sayBlock = (block: Worded): string => {
  switch (block.kind) {
    case "headline":
    case "line":
    case "working":
    case "caveat":
      return sayLine(block.line);
    case "table":
      return block.rows.map(sayRow).join("\n");
    case "receipt":
      return block.lines.map(sayLine).join("\n");
    case "quotation":
      return block.found ? `“${block.text}”` : block.text;
    case "paste":
      return `${block.form}\n${block.text}`;
    case "choice":
      return `${block.number}. ${block.label}`;
  }
};

/** The whole message as a chat thread would carry it without any formatting; nothing is left out. */
export const plainText = ({ blocks }: Message): string =>
  blocks.flatMap((block) => (block.kind === "chart" ? [] : [sayBlock(block)])).join("\n");
