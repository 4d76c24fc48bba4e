import { foldText } from "../language/normalise.ts";
import type { Span } from "../language/span.ts";

const LINE_END = /\r?\n/;
const SPACES = /\s+/;

/** A document's paragraphs as they are counted here: its lines that are not empty, the first being 1. */
export const paragraphsOf = (text: string): readonly string[] =>
  text.split(LINE_END).filter((line) => line.trim() !== "");

/**
 * Every place in a paragraph where something printed stands by itself: "42" neither in "1,042" nor in
 * "42nd" nor in "42.5". Case, the kind of quotes and dashes, and the width of spaces do not matter.
 */
export const findPrinted = (paragraph: string, printed: string): readonly Span[] => {
  const words = foldText(printed).trim().split(SPACES);
  const phrase = words.map((word) => RegExp.escape(word)).join("\\s+");
  const alone = new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[.,])${phrase}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, "gu");
  return Array.from(
    foldText(paragraph).matchAll(alone),
    ({ 0: match, index }): Span => [index, index + match.length],
  );
};
