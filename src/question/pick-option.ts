import { findTokens } from "../language/words.ts";
import type { Memory } from "./memory.ts";

const NUMBER = /^\s*(?:option|number|no\.?|#)?\s*(\d{1,2})\s*[.)]?\s*$/iu;

const stemsIn = (text: string): ReadonlySet<string> => new Set(findTokens(text).map(({ stem }) => stem));

/** The one option whose label holds all the words that were typed; null where several do, or none. */
const byWords = (text: string, options: Memory["options"]): string | null => {
  const typed = stemsIn(text);
  if (typed.size === 0) return null;
  const fitting = options.filter(({ label }) => typed.isSubsetOf(stemsIn(label)));
  return fitting.length === 1 ? (fitting[0]?.question ?? null) : null;
};

/** "2", or words of one option's label, after a choice was offered: the question that option stands for. */
export const pickOption = (text: string, memory: Memory | null): string | null => {
  if (memory === null || memory.options.length === 0) return null;
  const number = NUMBER.exec(text)?.[1];
  if (number !== undefined) return memory.options[Number(number) - 1]?.question ?? null;
  return byWords(text, memory.options);
};
