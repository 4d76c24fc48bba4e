import { stemmer } from "stemmer";
import lemmatizer from "wink-lemmatizer";
import { lately } from "./lately.ts";
import type { Span } from "./span.ts";

/**
 * A word of a text, or a sign that stands for one ("%", "$$"): as it stands, its lower-case key, the stem
 * that its forms share, and where it stands.
 */
export type Token = {
  readonly text: string;
  readonly key: string;
  readonly stem: string;
  readonly at: Span;
};

/**
 * Initials with their full stops ("U.S.", "i.e."), or letters and digits, with an apostrophe inside ("isn't");
 * a hyphen parts words ("at-large" is two).
 */
const WORD =
  /(?<![\p{L}\p{N}])(?:\p{L}\.){1,}\p{L}(?![\p{L}\p{N}])(?:['’]\p{L}+)*|[\p{L}\p{N}]+(?:['’]\p{L}+)*|[%$]+/gu;
const DOTS = /\./gu;
const POSSESSIVE = /'s?$/u;
const DIGIT = /\p{N}/u;
/** Lemmatising takes microseconds, but every word of every name comes by many times. */
const stems = new Map<string, string>();

const withoutDots = (word: string): string => (word.includes(".") ? word.replace(DOTS, "") : word);

const keyOf = (word: string): string => word.toLowerCase().replaceAll("’", "'");

const withoutPossessive = (word: string): string => {
  const key = keyOf(word);
  return key.includes("'") ? key.replace(POSSESSIVE, "") : key;
};

/** "deportations", "deported" → "deport"; "children" → "child"; words with digits stay as they are. */
export const stemOf = (word: string): string => {
  const bare = withoutPossessive(word);
  const known = stems.get(bare);
  if (known !== undefined) return known;
  const stem = DIGIT.test(bare) ? bare : stemmer(lemmatizer.verb(lemmatizer.noun(bare)));
  if (stems.size < 100_000) stems.set(bare, stem);
  return stem;
};

/** "emissions" → ["emissions", "emission"], "grown" → ["grown", "grow"]: what a dictionary may have it under. */
export const baseFormsOf = (word: string): readonly string[] => {
  const bare = withoutPossessive(word);
  return [...new Set([bare, lemmatizer.noun(bare), lemmatizer.verb(bare)])];
};

/** "emissions" → "emission"; a word that is no plural stays. */
export const singularOf = (word: string): string => lemmatizer.noun(withoutPossessive(word));

/** Every word of a text, in order. */
export const findTokens: (text: string) => readonly Token[] = lately((text) =>
  Array.from(text.matchAll(WORD), (match): Token => {
    const word = withoutDots(match[0]);
    const at = [match.index, match.index + match[0].length] as const;
    return { text: word, key: keyOf(word), stem: stemOf(word), at };
  }),
);

/** Small letters and single spaces, as nearly all of the language pack is written. */
const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)*$/;

/** The keys of a text's words, which are had for a fraction of the time that their stems take. */
export const keysOf = (text: string): readonly string[] =>
  PLAIN_WORDS.test(text)
    ? text.split(" ")
    : Array.from(text.matchAll(WORD), ([word]) => keyOf(withoutDots(word)));

/** The stems of a phrase, in order: "at-large arrests" → ["at", "larg", "arrest"]. */
export const stemsOf = (phrase: string): readonly string[] => findTokens(phrase).map(({ stem }) => stem);

/** "reached", "climbing" are forms of a verb and of nothing else; "arrests" may be a noun. */
export const isVerbForm = (word: string): boolean => {
  const bare = withoutPossessive(word);
  return lemmatizer.verb(bare) !== bare && lemmatizer.noun(bare) === bare;
};
