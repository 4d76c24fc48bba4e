import type { PartOfSpeech, Sense, Wordnet } from "./wordnet.ts";
import { baseFormsOf, stemOf } from "./words.ts";

/**
 * A word's rarer senses lead elsewhere: "carry" is "deport" in its fourth. Ranks count from 0 in each part of
 * speech.
 */
const SENSES = 3;

/** A word that may be a noun is one in most questions for figures: "dogs" are no "trackers". */
const ORDER: readonly PartOfSpeech[] = ["noun", "verb", "adj", "adv"];

const LETTERS = /^\p{L}+$/u;
const CAPITAL = /^\p{Lu}/u;

const likeliest = (senses: readonly Sense[]): readonly Sense[] => {
  const part = ORDER.find((one) => senses.some((sense) => sense.part === one));
  return senses.filter((sense) => sense.part === part && sense.rank < SENSES);
};

/**
 * What is written as a name stands for the name that it comes from ("Italian", Italy), and in its first sense for
 * others of the same ("Britain", UK): Chicago is a game of cards in its second.
 */
const ofNames = (senses: readonly Sense[]): readonly Sense[] =>
  senses
    .filter(({ words }) => words.some((word) => CAPITAL.test(word)))

    .map((sense) => ({ ...sense, words: sense.rank === 0 && sense.part === "noun" ? sense.words : [] }));

/** "Italian", "Victorians": a word that comes from a place's name, and may stand before any name of that place. */
export const isOfPlace = (word: string, wordnet: Wordnet): boolean =>
  CAPITAL.test(word) &&
  ofNames(baseFormsOf(word).flatMap((form) => wordnet.sensesOf(form))).some(({ derived }) =>
    derived.some((one) => CAPITAL.test(one) && stemOf(one) !== stemOf(word)),
  );

/** Words that stand for the same thing in a common sense: "freight" of "cargo", "emission" of "emit". */
export const kinOf = (word: string, isName: boolean, wordnet: Wordnet): readonly string[] => {
  const senses = baseFormsOf(word).flatMap((form) => wordnet.sensesOf(form));
  const named = ofNames(senses);
  const meant = isName || named.length === senses.length ? named : likeliest(senses);
  const words = new Set(meant.flatMap((sense) => [...sense.words, ...sense.derived]));
  return [...words].filter((kin) => LETTERS.test(kin) && stemOf(kin) !== stemOf(word));
};
