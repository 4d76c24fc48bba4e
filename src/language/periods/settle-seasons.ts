import type { Kind, Lexeme } from "./lexeme.ts";

/** What shows that "fall" and "spring" behind it are seasons: "in the fall", "last spring". */
const BEFORE_SEASON: readonly Kind[] = ["in", "since", "last", "this", "next", "third", "edge"];
const YEAR: readonly Kind[] = ["year_number", "apostrophe"];
const RUNS_ON: readonly Kind[] = ["to", "through", "dash"];
const PARTED: readonly Kind[] = ["season", "month", "careful_month"];

const isAny = (lexeme: Lexeme | undefined, kinds: readonly Kind[]): boolean =>
  lexeme !== undefined && kinds.some((kind) => lexeme.senses.has(kind));

/** "Of", and not "in" or "for", which the calendar lets stand for it. */
export const isOf = (lexeme: Lexeme | undefined): boolean => isAny(lexeme, ["of"]) && !isAny(lexeme, ["in"]);

/** "Fall 2019", "fall of 2019"; but in "did they fall 2019 to 2020" both years are read by themselves. */
const isDated = (lexemes: readonly Lexeme[], index: number): boolean => {
  if (isOf(lexemes[index + 1])) return isAny(lexemes[index + 2], YEAR);
  if (!isAny(lexemes[index + 1], YEAR)) return false;
  return !isAny(lexemes[index + 2], RUNS_ON) || isAny(lexemes[index + 3], PARTED);
};

const isSeason = (lexemes: readonly Lexeme[], index: number): boolean =>
  isDated(lexemes, index) || isAny(lexemes[index - 1], BEFORE_SEASON);

/** Makes plain words of "fall" and "spring" where they may be verbs: "did they fall in 2020". */
export const settleSeasons = (lexemes: readonly Lexeme[]): readonly Lexeme[] =>
  lexemes.map((lexeme, index) =>
    isAny(lexeme, ["careful"]) && !isSeason(lexemes, index)
      ? { ...lexeme, senses: new Map<Kind, string>([["word", ""]]) }
      : lexeme,
  );
