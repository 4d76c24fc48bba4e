import type { Knowledge } from "../ask.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Language } from "../language/language.ts";
import { atOnce, mapInTurns, type Turns } from "../language/turns.ts";
import { openWordnet } from "../language/wordnet.ts";
import { findTokens } from "../language/words.ts";
import { vocabularyInTurns } from "../question/vocabulary.ts";
import { indexInTurns } from "../retrieval/build-index.ts";
import { spellerInTurns } from "../retrieval/build-speller.ts";

/** Codes of two letters, of which Intl knows the territories: names that are spelt right in no word list. */
const territories = (): readonly string[] => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const all = letters.flatMap((one) => letters.flatMap((other) => names.of(one + other) ?? []));
  return all.flatMap((name) => findTokens(name).map(({ key }) => key));
};

/** Every word that the packs use of their subject: what a misspelt word of a question was meant to be. */
function* wordsOf(catalog: Catalog): Turns<readonly string[]> {
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
  const said = yield* mapInTurns([...measures, ...names, ...terms, ...dimensions], (text) =>
    findTokens(text).map((token) => token.text),
  );
  return said.flat();
}

/** Frame words that say nothing by themselves: a misspelt word is rather another. */
const grammarOf = ({ phrases }: Language): readonly string[] =>
  (["stop", "empty", "chat"] as const).flatMap((meaning) => [
    ...(phrases.get(meaning)?.entries.keys() ?? []),
  ]);

export type Learnt = Omit<Knowledge, "receiptsOf"> & Pick<Language, "style" | "readCommand">;

/** Works out what the steps of a question need to know of what is held, but for the archive. */
export function* learnInTurns(catalog: Catalog, language: Language): Turns<Learnt> {
  const wordnet = openWordnet();
  const spell = yield* spellerInTurns({
    subject: yield* wordsOf(catalog),
    language: language.words,
    grammar: grammarOf(language),
    names: territories(),
  });
  const vocabulary = yield* vocabularyInTurns(catalog, language, spell);
  const { wording, style, readCommand } = language;
  return {
    catalog,
    vocabulary,
    index: yield* indexInTurns(catalog, vocabulary, wordnet),
    wording,
    style,
    readCommand,
  };
}

/** The same, all at once. */
export const learn = (catalog: Catalog, language: Language): Learnt =>
  atOnce(learnInTurns(catalog, language));
