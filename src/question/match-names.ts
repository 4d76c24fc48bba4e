import { matchPhrases, type PhraseBook, type PhraseMatch } from "../language/phrase-book.ts";
import type { Token } from "../language/words.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Whether a word may stand inside a name without being part of it: "got the asylum" is "got asylum". */
export const isArticle = (key: string, { phrases }: Vocabulary["language"]): boolean =>
  phrases.get("article")?.entries.has(key) ?? false;

type Match<Meaning> = PhraseMatch<Meaning>;

/** Names of members and terms of the packs, where they stand in a question. */
export type NamesSaid = {
  readonly protectedNames: readonly Match<true>[];
  readonly termNames: readonly Match<true>[];
};

const overlap = (one: Match<unknown>, other: Match<unknown>): boolean =>
  one.from < other.to && other.from < one.to;

/** Longest first, then leftmost; nothing twice. */
const outermost = <Meaning>(matches: readonly Match<Meaning>[]): readonly Match<Meaning>[] => {
  const kept: Match<Meaning>[] = [];
  for (const match of matches.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from))
    if (!kept.some((other) => overlap(match, other))) kept.push(match);
  return kept.toSorted((a, b) => a.from - b.from);
};

/**
 * Names and terms of the packs in a question, by their stems. An article inside one is passed over, one that
 * it begins with is not: "got the asylum" is "got asylum", but "day" is not "a day".
 */
export const matchNames = <Meaning>(
  tokens: readonly Token[],
  book: PhraseBook<Meaning>,
  { language }: Pick<Vocabulary, "language">,
): readonly Match<Meaning>[] => {
  const stems = tokens.map(({ stem }) => stem);
  const places = tokens.flatMap(({ key }, index) => (isArticle(key, language) ? [] : [index]));
  if (places.length === tokens.length) return matchPhrases(stems, book);
  const bare = places.map((index) => stems[index] ?? "");
  const passedOver = matchPhrases(bare, book).map(({ from, to, meaning }) => ({
    from: places[from] ?? 0,
    to: (places[to - 1] ?? 0) + 1,
    meaning,
  }));
  return outermost([...matchPhrases(stems, book), ...passedOver]);
};

export const findNames = (
  tokens: readonly Token[],
  vocabulary: Pick<Vocabulary, "language" | "protectedNames" | "termNames">,
): NamesSaid => ({
  protectedNames: matchNames(tokens, vocabulary.protectedNames, vocabulary),
  termNames: matchNames(tokens, vocabulary.termNames, vocabulary),
});
