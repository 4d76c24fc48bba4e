import type { Kind, Lexeme } from "./lexeme.ts";
import { isOf } from "./settle-seasons.ts";

/** What shows that "may" and "march" behind it are months. */
const BEFORE_MONTH: readonly Kind[] = [
  "in",
  "of",
  "since",
  "through",
  "after",
  "before",
  "last",
  "third",
  "edge",
  "between",
  "from",
  "as_of",
];
const AFTER_MONTH: readonly Kind[] = ["year_number", "day_number", "apostrophe"];
const JOINS: readonly Kind[] = ["to", "and", "or", "dash", "through", "comma"];
const SHORT_QUESTION = 4;
const UPPER = /^\p{Lu}\p{Ll}/u;

const isAny = (lexeme: Lexeme | undefined, kinds: readonly Kind[]): boolean =>
  lexeme !== undefined && kinds.some((kind) => lexeme.senses.has(kind));

const isCapitalised = (text: string, lexemes: readonly Lexeme[], index: number): boolean => {
  const before = lexemes[index - 1];
  const opensSentence = before === undefined || before.senses.has("sign");
  return !opensSentence && UPPER.test(text.slice(...(lexemes[index]?.at ?? [0, 0])));
};

/** "March to May 2024": what is joined to a month is one. */
const joinsMonth = (lexemes: readonly Lexeme[], index: number): boolean =>
  isAny(lexemes[index + 1], JOINS) && isAny(lexemes[index + 2], ["month", "careful_month"]);

/** "What about march?", "and may?": in so short a question the last word is no verb. */
const endsFollowUp = (lexemes: readonly Lexeme[], index: number): boolean => {
  const [before, after] = [lexemes[index - 1], lexemes[index + 1]];
  const last = after === undefined || (isAny(after, ["sign"]) && lexemes[index + 2] === undefined);
  return last && index > 0 && index < SHORT_QUESTION && !isAny(before, ["careful_month", "no_period"]);
};

const isDated = (lexemes: readonly Lexeme[], index: number): boolean => {
  const after = lexemes[index + 1];
  return isAny(after, AFTER_MONTH) || (isOf(after) && isAny(lexemes[index + 2], ["year_number"]));
};

const isMonth = (text: string, lexemes: readonly Lexeme[], index: number): boolean => {
  const before = lexemes[index - 1];
  if (isDated(lexemes, index) || joinsMonth(lexemes, index)) return true;
  if (lexemes[index]?.definite === true) return false;
  if (isAny(before, BEFORE_MONTH) || isCapitalised(text, lexemes, index)) return true;
  const joined = isAny(before, JOINS) && isAny(lexemes[index - 2], ["month", "careful_month", "between"]);
  return joined || endsFollowUp(lexemes, index);
};

/** Makes months of "may" and "march" where they are months, and plain words where they may be verbs. */
export const settleMonths = (text: string, lexemes: readonly Lexeme[]): readonly Lexeme[] =>
  lexemes.map((lexeme, index) => {
    const value = lexeme.senses.get("careful_month");
    if (value === undefined) return lexeme;
    const sense: readonly [Kind, string] = isMonth(text, lexemes, index) ? ["month", value] : ["word", ""];
    return { ...lexeme, senses: new Map([sense]) };
  });
