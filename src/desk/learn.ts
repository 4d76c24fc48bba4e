import type { Knowledge } from "../ask.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Language } from "../language/language.ts";
import { openWordnet } from "../language/wordnet.ts";
import { findTokens } from "../language/words.ts";
import { buildVocabulary } from "../question/vocabulary.ts";
import { buildIndex } from "../retrieval/build-index.ts";
import { buildSpeller } from "../retrieval/build-speller.ts";

/** Codes of two letters, of which Intl knows the territories: names that are spelt right in no word list. */
const territories = (): readonly string[] => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const all = letters.flatMap((one) => letters.flatMap((other) => names.of(one + other) ?? []));
  return all.flatMap((name) => findTokens(name).map(({ key }) => key));
};

/** Every word that the packs use of their subject: what a misspelt word of a question was meant to be. */
const wordsOf = (catalog: Catalog): readonly string[] => {
  const measures = [...catalog.measures.values()].flatMap(({ name, definition, population }) => [
    name,
    definition,
    population,
  ]);
  const names = [
    ...catalog.names.map(({ name }) => name),
    ...[...catalog.members.values()].map(({ name }) => name),
  ];
  const terms = catalog.terms.flatMap(({ term, means }) => [term, means]);
  const dimensions = [...catalog.members.values()].map(({ dimension }) => dimension);
  return [...measures, ...names, ...terms, ...dimensions].flatMap((text) =>
    findTokens(text).map((token) => token.text),
  );
};

/** Frame words that say nothing by themselves: a misspelt word is rather another. */
const grammarOf = ({ phrases }: Language): readonly string[] =>
  (["stop", "empty", "chat"] as const).flatMap((meaning) => [
    ...(phrases.get(meaning)?.entries.keys() ?? []),
  ]);

export type Learnt = Omit<Knowledge, "receiptsOf"> & Pick<Language, "style" | "readCommand">;

/**
 * Works out what the steps of a question need to know of what is held, but for the archive, in turns: whoever
 * drives it may let others have theirs in between.
 */
export function* learnInTurns(catalog: Catalog, language: Language): Generator<void, Learnt> {
  const wordnet = openWordnet();
  yield;
  const spell = buildSpeller({
    subject: wordsOf(catalog),
    language: language.words,
    grammar: grammarOf(language),
    names: territories(),
  });
  yield;
  const vocabulary = buildVocabulary(catalog, language, spell);
  yield;
  const { wording, style, readCommand } = language;
  return {
    catalog,
    vocabulary,
    index: buildIndex(catalog, vocabulary, wordnet),
    wording,
    style,
    readCommand,
  };
}

/** The same, all at once. */
export const learn = (catalog: Catalog, language: Language): Learnt => {
  const turns = learnInTurns(catalog, language);
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
  }
};
