import type { NumberWords } from "./number-words.ts";
import { findHedges, type Hedge, type Hedges } from "./numbers/find-hedges.ts";
import { lexNumbers, type NumberLexeme } from "./numbers/lex-numbers.ts";
import { type QuantityAt, readQuantity } from "./numbers/read-quantity.ts";
import type { Quantity } from "./quantity.ts";

const hedgeOf = (hedges: Hedges, start: number, end: number): Hedge | null => {
  const before = hedges.before.get(start);
  if (before !== undefined && before.qualifier !== "exact") return before;
  return hedges.after.get(end) ?? null;
};

const quantityOf = (
  text: string,
  lexemes: readonly NumberLexeme[],
  read: QuantityAt,
): Omit<Quantity, "qualifier" | "hedgeAt"> => {
  const at = [lexemes[read.from]?.at[0] ?? 0, lexemes[read.next - 1]?.at[1] ?? 0] as const;
  const { value, valueMax, unit, step } = read;
  return { value, valueMax, unit, step, asPrinted: text.slice(...at), at };
};

const findAll = (text: string, words: NumberWords, oneCounts: boolean): readonly Quantity[] => {
  const lexemes = lexNumbers(text, words);
  const hedges = findHedges(text, words);
  const hedged = (lexeme: number) => oneCounts || hedges.before.has(lexemes[lexeme]?.at[0] ?? -1);
  const found: Quantity[] = [];
  for (let index = 0; index < lexemes.length; ) {
    const read = readQuantity(lexemes, index, hedged);
    if (read !== null) {
      const quantity = quantityOf(text, lexemes, read);
      const hedge = hedgeOf(hedges, ...quantity.at);
      found.push({ ...quantity, qualifier: hedge?.qualifier ?? "exact", hedgeAt: hedge?.at ?? null });
    }
    index = read?.next ?? index + 1;
  }
  return found;
};

/**
 * Every number of a running text with its unit and its hedge, left to right, none overlapping.
 * "more than 7.6 million" → value 7600000, step 100000, qualifier more_than, asPrinted "7.6 million".
 * A year is found as the number that it is; who looks for amounts drops what overlaps a period.
 */
export const findQuantities = (text: string, words: NumberWords): readonly Quantity[] =>
  findAll(text, words, false);

/**
 * The number of a figure's "as printed" cell: "$175 billion", "half of 1%", "one", "10 times". Null where
 * the cell holds no number that can be read, or more than one.
 */
export const readPrintedNumber = (asPrinted: string, words: NumberWords): Quantity | null => {
  const found = findAll(asPrinted, words, true);
  return found.length === 1 ? (found[0] ?? null) : null;
};
