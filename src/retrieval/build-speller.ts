import Fuse from "fuse.js";
import { isEnglishWord } from "../language/english-words.ts";
import { atOnce, mapInTurns, type Turns } from "../language/turns.ts";
import { stemOf } from "../language/words.ts";
import type { Spell } from "../question/vocabulary.ts";
import { fileLookAlikes } from "./look-alikes.ts";
import { SLIPS, slipCost } from "./slip-cost.ts";

/** Words that are spelt right whatever they look like. */
const RAREST = 60;
/** Words this common are meant as they stand; a rarer one may be a slip for a word of the subject. */
const COMMON = 20;

const LETTERS = /^\p{L}+$/u;
const POSSESSIVE = /['’]s?$/u;
const PLURAL = /(?<=\p{L}{5})s$/u;
const SHORTEST = 4;

/**
 * What the slips in a word of so many letters may cost. A short word is too near to too many others, and in a
 * long one two slips are common; measured with generated typing mistakes in `npm run robustness`.
 */
const ALLOWED = [
  { from: 8, cost: 2 },
  { from: 6, cost: 1.25 },
  { from: SHORTEST, cost: 1 },
] as const;

/** Fuse.js proposes from here on; the slips above decide. Half of a word may differ before it is left out. */
const FUSE = { threshold: 0.5, ignoreLocation: true, includeScore: true, minMatchCharLength: 2 } as const;
const PROPOSALS = 24;

/** In a word this short one slip is half of what Fuse.js compares: all that look alike are tried instead. */
const TOO_SHORT_FOR_FUSE = 5;
/** Letters of "teh" and "adn": swapped letters of a word of grammar, and nothing else can be told so short. */
const SHORTEST_SWAPPED = 3;

/** Two words that cost this much the same are as likely; no one can tell which was meant. */
const TIE = 0.04;
/** A word of grammar is the less likely to be meant by something that has to be guessed. */
const GRAMMAR = 0.15;

const allowedFor = (word: string): number => ALLOWED.find(({ from }) => word.length >= from)?.cost ?? 0;

type Proposal = { readonly word: string; readonly cost: number };

/** A first letter is seldom mistyped, and a different one is most often another word. */
const fits = (typed: string, { word, cost }: Proposal): boolean =>
  cost <= Math.min(allowedFor(typed), allowedFor(word) + SLIPS.extra) &&
  (typed[0] === word[0] || typed[1] === word[0]);

/** A word that exists may still be a slip ("boarder"), where a letter too many, too few or swapped makes it one. */
const fitsRealWord = (typed: string, { word, cost }: Proposal): boolean =>
  cost <= SLIPS.extra &&
  typed.length >= 6 &&
  typed[0] === word[0] &&
  typed.at(-1) === word.at(-1) &&
  (typed.length !== word.length || [...typed].toSorted().join("") === [...word].toSorted().join(""));

/** The one nearest proposal; none where two different words are as near. */
const nearest = (proposals: readonly Proposal[]): string | null => {
  const [first, ...others] = proposals.toSorted((a, b) => a.cost - b.cost);
  if (first === undefined) return null;
  const rival = others.find(({ word }) => stemOf(word) !== stemOf(first.word));
  return rival !== undefined && rival.cost - first.cost < TIE ? null : first.word;
};

export type Lexicon = {
  /** Words of the packs: what a misspelt word is most likely meant to be. */
  readonly subject: Iterable<string>;
  /** Words that the language pack reads: months, number words, frame phrases. */
  readonly language: Iterable<string>;
  /** Those of them that are grammar or say nothing by themselves. */
  readonly grammar: Iterable<string>;
  /** Names that are spelt right though no list has them: territories, say. */
  readonly names: Iterable<string>;
};

const lower = (words: Iterable<string>): Set<string> =>
  new Set([...words].map((word) => word.toLowerCase().replace(POSSESSIVE, "")));

const CAPITAL = /^\p{Lu}/u;

/** Words of the packs that are written with a capital: only they can be meant by a misspelt name. */
const namesAmong = (words: Iterable<string>): Set<string> =>
  new Set(withPlurals(lower([...words].filter((word) => CAPITAL.test(word)))).keys());

/** Each word, and the word that it is with an s: people leave out the apostrophe of "graham's", or double a plural. */
const withPlurals = (words: ReadonlySet<string>): ReadonlyMap<string, string> =>
  new Map(
    [...words].flatMap((word) =>
      word.endsWith("s") || word.length < SHORTEST
        ? [[word, word]]
        : [
            [`${word}s`, word],
            [word, word],
          ],
    ),
  );

/** The known words that look like one that is typed, with what its slips would cost. */
function* proposerOf(
  targets: ReadonlySet<string>,
  grammar: ReadonlySet<string>,
): Turns<(typed: string) => readonly Proposal[]> {
  const find = yield* fileLookAlikes(
    [...targets].filter((word) => LETTERS.test(word) && word.length >= SHORTEST),
  );
  const lookingAlike = (typed: string): readonly string[] => {
    const alike = find(typed, Math.floor(allowedFor(typed) / SLIPS.swapped));
    return typed.length > TOO_SHORT_FOR_FUSE
      ? new Fuse(alike, FUSE).search(typed, { limit: PROPOSALS }).map(({ item }) => item)
      : alike.toSorted((a, b) => a.length - b.length);
  };
  return (typed) =>
    lookingAlike(typed).map((word) => ({
      word,
      cost: slipCost(typed, word) + (grammar.has(word) ? GRAMMAR : 0),
    }));
}

/** "teh", "adn": two letters of a word of grammar that changed places. */
const unswapped = ([first = "", second = "", third = ""]: string, grammar: ReadonlySet<string>) =>
  nearest(
    [`${second}${first}${third}`, `${first}${third}${second}`]
      .filter((word) => grammar.has(word))
      .map((word) => ({ word, cost: SLIPS.swapped })),
  );

/** A speller over what is known. Fuse.js ranks the known words that look alike; a word that is known stays. */
export function* spellerInTurns(lexicon: Lexicon): Turns<Spell> {
  const subject = lower(lexicon.subject);
  yield;
  const language = lower(lexicon.language);
  yield;
  const allGrammar = lower(lexicon.grammar);
  const grammar = allGrammar.difference(subject);
  const names = lower(lexicon.names);
  const isRight = (typed: string): boolean =>
    isEnglishWord(typed, RAREST) || names.has(typed) || subject.has(typed) || language.has(typed);
  const subjectStems = new Set(yield* mapInTurns(subject, stemOf));
  const plurals = withPlurals(subject);
  const targets = new Set([...plurals.keys(), ...language]);
  yield;
  const propose = yield* proposerOf(targets, grammar);
  const isKnown = (typed: string): boolean =>
    subject.has(typed) ||
    language.has(typed) ||
    (language.has(typed.replace(PLURAL, "")) && !subject.has(typed.replace(PLURAL, ""))) ||
    subjectStems.has(stemOf(typed)) ||
    isEnglishWord(typed, COMMON);
  const proper = namesAmong(lexicon.subject);
  const look = (typed: string, isName: boolean): string | null => {
    if (typed.length === SHORTEST_SWAPPED && LETTERS.test(typed) && !isRight(typed) && !isName)
      return unswapped(typed, allGrammar);
    if (!LETTERS.test(typed) || typed.length < SHORTEST || isKnown(typed)) return null;
    const real = isRight(typed);
    const fitting = (one: Proposal): boolean =>
      (!isName || proper.has(one.word) || (language.has(one.word) && !grammar.has(one.word))) &&
      (real ? subject.has(one.word) && fitsRealWord(typed, one) : fits(typed, one));
    const meant = nearest(propose(typed).filter(fitting));
    return meant === null || language.has(meant) ? meant : (plurals.get(meant) ?? meant);
  };
  const remembered = new Map<string, string | null>();
  return (word, isName) => {
    const possessive = POSSESSIVE.exec(word)?.[0] ?? "";
    const typed = word.slice(0, word.length - possessive.length).toLowerCase();
    const key = isName ? word : typed;
    const before = remembered.get(key);
    const meant = before === undefined ? look(typed, isName) : before;
    if (remembered.size < 10_000) remembered.set(key, meant);
    return meant === null ? null : meant + possessive;
  };
}

/** The same, all at once. */
export const buildSpeller = (lexicon: Lexicon): Spell => atOnce(spellerInTurns(lexicon));
