import { join } from "node:path";
import type { Answer } from "./answer/answer.ts";
import { ask, type Knowledge } from "./ask.ts";
import type { CalendarDate } from "./calendar/day.ts";
import type { Catalog } from "./catalog/catalog.ts";
import type { Measure, Observation, Source } from "./catalog/observation.ts";
import { readPrintedNumber } from "./language/find-quantities.ts";
import type { Language } from "./language/language.ts";
import { findTokens } from "./language/words.ts";
import type { Message } from "./message/message.ts";
import type { Receipt } from "./message/receipt.ts";
import { findReceipt, openArchive } from "./packs/archive.ts";
import { LANGUAGE_FOLDER } from "./packs/data-reports.ts";
import { loadLanguage } from "./packs/load-language.ts";
import { loadPacks } from "./packs/load-packs.ts";
import type { Problem } from "./packs/problem.ts";
import type { Memory } from "./question/memory.ts";
import { buildVocabulary } from "./question/vocabulary.ts";
import { buildIndex } from "./retrieval/build-index.ts";
import { buildSpeller } from "./retrieval/build-speller.ts";

export type { Answer } from "./answer/answer.ts";
export { type CalendarDate, readDay } from "./calendar/day.ts";
export { layOutHelp, layOutWelcome } from "./message/lay-out-help.ts";
export { layOutSources, layOutTopics } from "./message/lay-out-holdings.ts";
export type { Block, Inline, Message } from "./message/message.ts";
export { plainText } from "./message/plain-text.ts";
export { type DataReport, validateData, verifyData } from "./packs/data-reports.ts";
export { type ImportPlan, planImport } from "./packs/import/plan-import.ts";
export { writeImport } from "./packs/import/write-import.ts";
export { describeProblem, type Problem } from "./packs/problem.ts";

/** What a person said, and the day on which they said it. */
export type Asked = { readonly text: string; readonly askedOn: CalendarDate };

/** What a thread remembers between two questions. Adapters keep it and hand it back; they do not look inside. */
export type Conversation = Memory;

export type Replied = {
  readonly answer: Answer;
  readonly message: Message;
  /** What the thread is to remember for the next question. */
  readonly conversation: Conversation;
  /** Each step's name and value, in order, for `ask --trace`. */
  readonly trace: readonly { readonly step: string; readonly value: unknown }[];
};

export type Topic = { readonly measure: Measure; readonly figures: readonly Observation[] };

export type Desk = {
  readonly ask: (asked: Asked, previous: Conversation | null) => Replied;
  readonly topics: () => readonly Topic[];
  readonly sources: () => readonly Source[];
  /** Some questions that are answered from what is held, for a newcomer to start from. */
  readonly suggestions: () => readonly string[];
};

export type Opened =
  | { readonly ok: true; readonly desk: Desk }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type Folders = { readonly data: string; readonly archive: string | null };

/** How many questions a newcomer is shown. */
const SUGGESTIONS = 3;

/** The newest figure of a measure that counts something, for a question that is sure to be answered. */
const suggestionFor = ({ measure, figures }: Topic): string | null => {
  if (measure.statType !== "value") return null;
  const plain = figures.filter(({ members, kind }) => members.length === 0 && kind === "actual");
  const newest = plain.toSorted((a, b) => (a.timePeriod.start < b.timePeriod.start ? 1 : -1))[0];
  return newest === undefined ? null : `${measure.name}, ${newest.timePeriod.label}?`;
};

const topicsOf = (catalog: Catalog): readonly Topic[] =>
  [...catalog.measures.values()].map((measure) => ({
    measure,
    figures: catalog.observationsOf.get(measure.id) ?? [],
  }));

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

const learn = (catalog: Catalog, language: Language): Omit<Knowledge, "receiptsOf"> => {
  const spell = buildSpeller({
    subject: wordsOf(catalog),
    language: language.words,
    grammar: grammarOf(language),
    names: territories(),
  });
  const vocabulary = buildVocabulary(catalog, language, spell);
  return { catalog, vocabulary, index: buildIndex(catalog, vocabulary), wording: language.wording };
};

/** What the newsroom's archive says of each figure that an answer cites. */
const receiptsIn = (folder: string | null, catalog: Catalog): Knowledge["receiptsOf"] => {
  const archive = folder === null ? null : openArchive(folder);
  return ({ citations }) =>
    citations.map(({ figure, source, paragraph, asPrinted }): Receipt => {
      const file = catalog.sources.get(source)?.archive ?? null;
      const text = archive === null || file === null ? null : archive(file);
      if (text === null) return { figure, state: "no_archive", sentence: null };
      const found = findReceipt(text, paragraph, asPrinted);
      return found.kind === "found"
        ? { figure, state: "found", sentence: found.sentence }
        : { figure, state: "missing", sentence: null };
    });
};

/** Loads the language pack and every data package under `data`; problems instead of a desk where one is broken. */
export const openDesk = (folders: Folders): Opened => {
  const read = loadLanguage(join(folders.data, LANGUAGE_FOLDER));
  if (!read.ok) return read;
  const { language } = read;
  const loaded = loadPacks(folders.data, (asPrinted) => readPrintedNumber(asPrinted, language.numbers));
  if (!loaded.ok) return loaded;
  const { catalog } = loaded;
  const knowledge = { ...learn(catalog, language), receiptsOf: receiptsIn(folders.archive, catalog) };
  const topics = topicsOf(catalog);
  const mostHeld = topics.toSorted((a, b) => b.figures.length - a.figures.length);
  const suggestions = mostHeld.flatMap((topic) => suggestionFor(topic) ?? []).slice(0, SUGGESTIONS);
  return {
    ok: true,
    desk: {
      ask: (asked, previous) => {
        const { answer, message, memory, trace } = ask(asked, previous, knowledge);
        return { answer, message, conversation: memory, trace };
      },
      topics: () => topics,
      sources: () => [...catalog.sources.values()],
      suggestions: () => suggestions,
    },
  };
};
