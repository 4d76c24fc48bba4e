import { findQuantities } from "../language/find-quantities.ts";
import { findVagueNumbers } from "../language/find-vague-numbers.ts";
import type { NumberMeaning, NumberWords } from "../language/number-words.ts";
import { phraseFinder } from "../language/phrase-finder.ts";
import type { Span } from "../language/span.ts";
import type { NumberFinder } from "./verify.ts";

/** Words that say a number by themselves, also where no quantity is meant: "one" in "one of them". */
const NUMBER_BY_ITSELF: readonly NumberMeaning[] = ["cardinal", "group", "fraction", "multiple", "vague"];

/** Digits that are glued to something and so no quantity: "1960s". */
const DIGITS = /\p{N}+(?:[.,]\p{N}+)*\p{L}*/gu;

const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Left to right, and of two that lie in one another the longer. */
const outermost = (spans: readonly Span[]): readonly Span[] => {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (!kept.some((other) => contains(other, span))) kept.push(span);
  }
  return kept;
};

/**
 * Finds everything in a text that says a number, whether or not it is an amount: "7.6 million", "hundreds of
 * thousands", the "one" of "no one", the year 2024, the digits of "1960s". Whoever enters figures has looked
 * at each of them.
 */
export const numberFinder = (words: NumberWords): NumberFinder => {
  const findWords = phraseFinder(
    words.numbers
      .filter(({ meaning }) => NUMBER_BY_ITSELF.includes(meaning))
      .map(({ phrase }) => [phrase, null] as const),
  );
  return (text) =>
    outermost([
      ...findQuantities(text, words).map(({ at }) => at),
      ...findVagueNumbers(text, words).map(({ at }) => at),
      ...findWords(text).map(({ at }) => at),
      ...Array.from(text.matchAll(DIGITS), ({ 0: match, index }): Span => [index, index + match.length]),
    ]);
};
