import type { Kind, Lexeme } from "./lexeme.ts";

/** What "a day" behind it is counted by: "3,200 a day", "two a day", "42k a month". */
const AMOUNTS: readonly Kind[] = ["amount", "number", "count", "quantity_word", "asked_count"];
/** How many words may name what is counted: "2,500 border crossings a day". */
const MOST_NOUNS = 2;
/** Behind these "a year" is no rate: "113,431 a year ago". */
const POINTS_BACK: readonly Kind[] = ["ago", "earlier", "later"];
const BOUNDS: readonly Kind[] = ["before", "after"];

const isAny = (lexeme: Lexeme | undefined, kinds: readonly Kind[]): boolean =>
  lexeme !== undefined && kinds.some((kind) => lexeme.senses.has(kind));

/** A number that counts: neither a year nor the "a" of the rate itself. */
const isAmount = (lexeme: Lexeme | undefined): boolean => {
  const year = lexeme?.senses.get("year_number");
  const odd = year !== undefined && Number(year) % 100 !== 0;
  return isAny(lexeme, AMOUNTS) && !isAny(lexeme, ["rate"]) && !odd;
};

const isCounted = (lexemes: readonly Lexeme[], index: number): boolean => {
  for (let back = 1; back <= MOST_NOUNS + 1; back += 1) {
    if (isAmount(lexemes[index - back])) return true;
    if (!isAny(lexemes[index - back], ["word"])) return false;
  }
  return false;
};

/** "113,431 a year before" and "a year earlier" are counted back; "3,200 a day before the order" is a rate. */
const pointsBack = (lexemes: readonly Lexeme[], index: number): boolean => {
  const [word, bound] = [lexemes[index], lexemes[index + 1]];
  if (!isAny(word, POINTS_BACK)) return false;
  return !isAny(word, BOUNDS) || bound === undefined || isAny(bound, ["sign", "comma", "close"]);
};

/** "A" is a rate behind a number alone; "per", "each" and "every" always are. */
const isRate = (lexemes: readonly Lexeme[], index: number): boolean => {
  const [rate, unit] = [lexemes[index], lexemes[index + 1]];
  if (!isAny(rate, ["rate"]) || !isAny(unit, ["unit"]) || isAny(unit, ["plural"])) return false;
  if (!isAny(rate, ["count"])) return true;
  return isCounted(lexemes, index) && !pointsBack(lexemes, index + 2);
};

/**
 * Takes the unit out of rates, so that the bound behind it is read by itself: "3,200 a day after the order" is
 * after the order, and not the day after it.
 */
export const settleRates = (lexemes: readonly Lexeme[]): readonly Lexeme[] =>
  lexemes.map((lexeme, index) => {
    if (isRate(lexemes, index)) return { ...lexeme, senses: new Map<Kind, string>([["rate", ""]]) };
    if (!isRate(lexemes, index - 1)) return lexeme;
    const unit = lexeme.senses.get("unit") ?? "";
    return {
      ...lexeme,
      senses: new Map<Kind, string>([
        ["word", ""],
        ["rated_unit", unit],
      ]),
    };
  });
