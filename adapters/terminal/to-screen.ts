import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import { type Block, type Inline, type Message, strikeThrough } from "../../src/desk.ts";
import { TERMINAL } from "./limits.ts";
import { neutralise } from "./neutralise.ts";
import { screenTable } from "./screen-table.ts";
import { sparkline } from "./sparkline.ts";

/** Width in cells; colour false prints letters only. */
export type Screen = { readonly width: number; readonly colour: boolean };

type Look = Parameters<typeof styleText>[0];

const paint = (look: Look, text: string, { colour }: Screen): string =>
  colour && text !== "" ? styleText(look, text, { validateStream: false }) : text;

const LOOKS: Readonly<Record<Inline["style"], Look>> = {
  plain: [],
  strong: "bold",
  quiet: "dim",
  struck: "strikethrough",
};

const showInline = ({ text, style, link }: Inline, screen: Screen): string => {
  const shown = style === "struck" && !screen.colour ? strikeThrough(text) : text;
  const words = paint(LOOKS[style], neutralise(shown), screen);
  return link === null || link === text ? words : `${words} ${paint("dim", `<${neutralise(link)}>`, screen)}`;
};

const showLine = (line: readonly Inline[], screen: Screen): string =>
  line.map((inline) => showInline(inline, screen)).join("");

/** Wraps at words; lines after the first, and the first too where `first` says so, stand in by some cells. */
const hang = (
  text: string,
  indent: { readonly first: number; readonly rest: number },
  screen: Screen,
): string => {
  const width = Math.max(TERMINAL.leastWidth, screen.width) - indent.rest;
  const lines = wrapAnsi(text, width).split("\n");
  return lines.map((line, at) => " ".repeat(at === 0 ? indent.first : indent.rest) + line).join("\n");
};

const FLUSH = { first: 0, rest: 0 } as const;
const HANGING = { first: 0, rest: TERMINAL.indent } as const;
const INDENTED = { first: TERMINAL.indent, rest: TERMINAL.indent } as const;

const showReceipt = (lines: readonly (readonly Inline[])[], screen: Screen): string =>
  lines.map((line, at) => hang(showLine(line, screen), at === 0 ? HANGING : INDENTED, screen)).join("\n");

const showQuotation = ({ text, found }: { text: string; found: boolean }, screen: Screen): string =>
  hang(
    found ? paint("italic", `“${neutralise(text)}”`, screen) : paint("yellow", neutralise(text), screen),
    INDENTED,
    screen,
  );

const BREAKS = /([\n\t])/u;

/** Its breaks and tabs are what it is copied for. */
const asItStands = (text: string): string =>
  text
    .split(BREAKS)
    .map((part) => (BREAKS.test(part) ? part : neutralise(part)))
    .join("");

const showBlock = (block: Block, screen: Screen): string => {
  switch (block.kind) {
    case "headline":
      return hang(showLine(block.line, screen), FLUSH, screen);
    case "line":
    case "working":
      return hang(showLine(block.line, screen), HANGING, screen);
    case "caveat":
      return hang(paint("dim", showLine(block.line, { ...screen, colour: false }), screen), HANGING, screen);
    case "table":
      return screenTable(block, Math.max(TERMINAL.leastWidth, screen.width));
    case "chart":
      return sparkline(block.chart);
    case "receipt":
      return showReceipt(block.lines, screen);
    case "quotation":
      return showQuotation(block, screen);
    case "paste":
      // A line that was wrapped would be pasted with its breaks.
      return `${paint("dim", neutralise(block.form), screen)}\n${asItStands(block.text)}`;
    case "choice":
      return hang(`${paint("bold", `${block.number}.`, screen)} ${neutralise(block.label)}`, HANGING, screen);
  }
};

/** Blocks of one kind stand together; a quotation stays with its receipt. */
const gapBefore = (block: Block, before: Block | undefined): string => {
  if (before === undefined) return "";
  if (block.kind === "paste") return "\n\n";
  const together = block.kind === before.kind || block.kind === "quotation";
  return together ? "\n" : "\n\n";
};

/**
 * A message as a terminal shows it, ended by a line break. Nothing of it is cut; whatever stands in it,
 * what a person typed or what a file holds, can only be read, never obeyed by the terminal.
 */
export const toScreen = ({ blocks }: Message, screen: Screen): string => {
  const shown = blocks.filter((block) => block.kind !== "chart" || sparkline(block.chart) !== "");
  const parts = shown.map((block, at) => gapBefore(block, shown[at - 1]) + showBlock(block, screen));
  return `${parts.join("")}\n`;
};
