import type { NumberWords } from "./number-words.ts";
import { lexNumbers, type NumberLexeme } from "./numbers/lex-numbers.ts";
import type { Span } from "./span.ts";

/** An amount said only by its order: "hundreds of thousands" is magnitude 100000. */
export type VagueNumber = { readonly magnitude: number; readonly text: string; readonly at: Span };

type Vague = { readonly magnitude: number; readonly next: number };

/** "thousands", "tens of thousands", "hundreds of millions". */
const pluralsAt = (lexemes: readonly NumberLexeme[], from: number): Vague | null => {
  const [first, of, second] = [lexemes[from], lexemes[from + 1], lexemes[from + 2]];
  if (first?.kind !== "vague") return null;
  const counted = of?.kind === "of" && second?.kind === "vague" && second.value > first.value;
  if (!counted) return { magnitude: first.value, next: from + 1 };
  return { magnitude: first.value * second.value, next: from + 3 };
};

/** "several hundred", "a few thousand", "a couple of million". */
const countedAt = (lexemes: readonly NumberLexeme[], from: number): Vague | null => {
  if (lexemes[from]?.kind !== "vague_count") return null;
  let next = from + 1;
  let magnitude = 1;
  for (let lexeme = lexemes[next]; lexeme?.kind === "group" || lexeme?.kind === "scale"; ) {
    magnitude *= lexeme.value;
    next += 1;
    lexeme = lexemes[next];
  }
  return magnitude === 1 ? null : { magnitude, next };
};

/**
 * Amounts that give no number, which no held figure can be checked against to the digit: "thousands of
 * soldiers", "several hundred". What `findQuantities` finds is never among them.
 */
export const findVagueNumbers = (text: string, words: NumberWords): readonly VagueNumber[] => {
  const lexemes = lexNumbers(text, words);
  const found: VagueNumber[] = [];
  for (let index = 0; index < lexemes.length; ) {
    const vague = pluralsAt(lexemes, index) ?? countedAt(lexemes, index);
    if (vague !== null) {
      const at = [lexemes[index]?.at[0] ?? 0, lexemes[vague.next - 1]?.at[1] ?? 0] as const;
      found.push({ magnitude: vague.magnitude, text: text.slice(...at), at });
    }
    index = vague?.next ?? index + 1;
  }
  return found;
};
