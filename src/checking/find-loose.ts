import type { PhraseMeaning } from "../language/phrases.ts";
import type { Quantity } from "../language/quantity.ts";
import type { Span } from "../language/span.ts";
import { isVerbForm } from "../language/words.ts";
import { overlaps, type Surface } from "../question/find-surface.ts";
import type { Concept } from "../question/question.ts";

const CAPITAL = /^\p{Lu}/u;
const ADVERB = /\p{L}{3}ly$/u;
const TELLING: readonly PhraseMeaning[] = ["report", "attribution"];

const partOf = ({ parts, tokens }: Surface, at: number): Span => {
  const index = tokens.findIndex((token) => token.at[1] > at);
  const part = parts.find(({ from, to }) => from <= index && index < to);
  return [tokens[part?.from ?? 0]?.at[0] ?? 0, tokens[(part?.to ?? tokens.length) - 1]?.at[1] ?? 0];
};

/** "Told the board | that …": what is told begins behind the word that opens it, if one does. */
const toldFrom = ({ tokens, frames }: Surface, verb: Span, number: Span): number => {
  const opening = tokens.find(
    ({ at }) =>
      at[0] >= verb[1] &&
      at[1] <= number[0] &&
      frames.some((frame) => frame.meaning === "anaphora" && frame.at[0] === at[0]),
  );
  return opening?.at[0] ?? verb[1];
};

/** In UTF-16 units: "told reporters after the hearing that". */
const LONGEST_TELLING = 60;

/** "The commissioner, 61, opened by saying …, noting | that 7.6 million …": all before the last such word. */
const standsBeforeTold = (concept: Concept, number: Quantity, surface: Surface): boolean =>
  surface.frames.some(({ meaning, at }) => {
    if (!TELLING.includes(meaning) || at[1] > number.at[0] || concept.at[0] >= at[1]) return false;
    const gap = toldFrom(surface, at, number.at) - at[1];
    return gap > 0 && gap <= LONGEST_TELLING;
  });

/** How many words a speaker is named with: "one lawmaker cited". */
const SPEAKER = 2;

const speakerAt = ({ tokens }: Surface, verb: Span, number: Quantity): number => {
  const before = tokens.filter(({ at }) => at[1] <= verb[0] && at[0] >= number.at[1]).slice(-SPEAKER);
  return before[0]?.at[0] ?? verb[0];
};

/** Where it is only said who tells it: a part between commas that holds such a word, or what stands before one. */
const isTelling = (concept: Concept, number: Quantity, surface: Surface): boolean => {
  if (standsBeforeTold(concept, number, surface)) return true;
  const part = partOf(surface, concept.at[0]);
  const telling = surface.frames.filter(({ meaning, at }) => TELLING.includes(meaning) && overlaps(at, part));
  if (telling.length === 0) return false;
  if (!overlaps(part, number.at)) return true;
  return telling.some(({ meaning, at }) => {
    if (at[0] > number.at[1])
      return meaning === "attribution" && concept.at[0] >= speakerAt(surface, at, number);
    return at[1] <= number.at[0] && concept.at[0] < toldFrom(surface, at, number.at);
  });
};

/** A name narrows wherever it stands; what else stands before the number tells who did it, and how. */
const mayNarrow = ({ text, at }: Concept, number: Quantity, surface: Surface): boolean => {
  const first = surface.tokens[0];
  if (CAPITAL.test(text) && first?.at[0] !== at[0]) return true;
  if (at[0] < number.at[0]) return false;
  return !ADVERB.test(text) && !isVerbForm(text) && overlaps(partOf(surface, number.at[0]), at);
};

/** Words of a stretch that say who tells it, and those that may go unheld as they narrow nothing. */
export type Looseness = { readonly telling: ReadonlySet<Concept>; readonly idle: ReadonlySet<Concept> };

const NAME = /^(?:\p{Lu}|\d{1,3}$)/u;

/** "…, Jordan Hale, said", "Hale said": the name that stands right before a word for telling, wherever it stands. */
const speakersIn = ({ tokens, frames }: Surface): readonly Span[] =>
  frames
    .filter(({ meaning }) => TELLING.includes(meaning))
    .flatMap(({ from }) => {
      const first = tokens.findLastIndex(({ text }, at) => at < from && !NAME.test(text)) + 1;
      return tokens.slice(first, from).map(({ at }) => at);
    });

/** Sorts the words around a number by whether its source must hold them for the number to be the same. */
export const findLoose = (concepts: readonly Concept[], number: Quantity, surface: Surface): Looseness => {
  const speakers = speakersIn(surface);
  const isSpeaker = ({ at }: Concept): boolean => speakers.some((span) => overlaps(span, at));
  const telling = new Set(
    concepts.filter((concept) => isSpeaker(concept) || isTelling(concept, number, surface)),
  );
  const loose = concepts.filter((concept) => !mayNarrow(concept, number, surface));
  return { telling, idle: telling.union(new Set(loose)) };
};
