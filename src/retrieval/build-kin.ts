import { kinOf } from "../language/kin.ts";
import type { SynonymGroup } from "../language/language.ts";
import { type PhraseBook, phraseBook } from "../language/phrase-book.ts";
import { mapInTurns, type Turns } from "../language/turns.ts";
import type { Wordnet } from "../language/wordnet.ts";
import { findTokens, singularOf, stemOf, stemsOf } from "../language/words.ts";
import { scopeStem } from "../question/vocabulary.ts";

/** A word or phrase that stands in some name, for another that was said. */
export type Kin = {
  readonly text: string;
  readonly stems: readonly string[];
  /** The stem of a word that the measure must speak of as well; null where it need not. */
  readonly where: string | null;
};

/** What people say, and what it stands for in the names of measures and members. */
export type KinBook = {
  /** Phrases that the language pack has, by their stems. */
  readonly phrases: PhraseBook<readonly Kin[]>;
  /** What a word stands for as WordNet has it; only what stands in some name. */
  readonly ofWord: (word: string, isName: boolean) => readonly Kin[];
  /** "Australians", of what is about Australia as a whole: that whole. Null where the word stands for no such place. */
  readonly ofScope: (word: string, isName: boolean) => Kin | null;
};

/**
 * Whether some measure or member has all words of a phrase in one of its names, in the singular or the plural. Their
 * stems are not enough: "enrolled" in a name is no "enrollment".
 */
type IsInName = (phrase: string) => boolean;

const singularsOf = (text: string): readonly string[] => findTokens(text).map(({ key }) => singularOf(key));

export function* nameFinder(names: Iterable<string>): Turns<IsInName> {
  const byWord = new Map<string, ReadonlySet<string>[]>();
  yield* mapInTurns(names, (name) => {
    const words = new Set(singularsOf(name));
    for (const word of words) {
      const row = byWord.get(word);
      if (row === undefined) byWord.set(word, [words]);
      else row.push(words);
    }
  });
  return (phrase) => {
    const words = singularsOf(phrase);
    const having = byWord.get(words[0] ?? "") ?? [];
    return having.some((name) => words.every((word) => name.has(word)));
  };
}

/** A phrase of a group that stands whole in some name is what the others of the group stand for. */
function* fromGroups(groups: readonly SynonymGroup[], isInName: IsInName): Turns<KinBook["phrases"]> {
  const entries = yield* mapInTurns(groups, (group) => {
    const held = group
      .filter(({ phrase }) => isInName(phrase))
      .map(({ phrase }) => ({ text: phrase, stems: stemsOf(phrase) }));
    return group.map(({ phrase, where }) => {
      const others = held.filter(({ text }) => text !== phrase);
      const stem = where === null ? null : stemOf(where);
      return [stemsOf(phrase), others.map((kin): Kin => ({ ...kin, where: stem }))] as const;
    });
  });
  const byWords = Map.groupBy(entries.flat(), ([words]) => words.join(" "));
  return phraseBook(
    [...byWords.values()]
      .map((same) => [same[0]?.[0] ?? [], same.flatMap(([, kin]) => kin)] as const)
      .filter(([, kin]) => kin.length > 0),
  );
}

/** People use some ten thousand words; what WordNet has of each is read from its files. */
const REMEMBERED = 20_000;

const onceForWord = <Found>(
  find: (word: string, isName: boolean) => Found,
): ((word: string, isName: boolean) => Found) => {
  const known = new Map<string, { readonly found: Found }>();
  return (word, isName) => {
    const key = isName ? `${word} ` : word;
    const before = known.get(key) ?? { found: find(word, isName) };
    if (known.size < REMEMBERED) known.set(key, before);
    return before.found;
  };
};

/**
 * Words that people use for what names say in others: from WordNet, and from the language pack for what WordNet
 * keeps apart.
 */
export function* buildKin(
  synonyms: readonly SynonymGroup[],
  wordnet: Wordnet,
  { isInName, scopes }: { readonly isInName: IsInName; readonly scopes: ReadonlySet<string> },
): Turns<KinBook> {
  return {
    phrases: yield* fromGroups(synonyms, isInName),
    ofWord: onceForWord((word, isName) =>
      kinOf(word, isName, wordnet).flatMap((text) =>
        isInName(text) ? [{ text, stems: [stemOf(text)], where: null }] : [],
      ),
    ),
    ofScope: onceForWord((word, isName) => {
      const text = kinOf(word, isName, wordnet).find((kin) => scopes.has(kin));
      return text === undefined ? null : { text, stems: [scopeStem(text)], where: null };
    }),
  };
}
