import type { Period } from "../calendar/period.ts";
import { splitYearName } from "../calendar/split-year.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { isOutcome } from "../catalog/observation.ts";
import type { Language } from "../language/language.ts";
import { matchPhrases, type PhraseBook, phraseBook } from "../language/phrase-book.ts";
import type { NamedPeriod } from "../language/reference-period.ts";
import { atOnce, mapInTurns, type Turns } from "../language/turns.ts";
import { findTokens, stemsOf, type Token } from "../language/words.ts";
import { isArticle } from "./match-names.ts";
import { type NumberNames, numberNamesOf, tokensOfName } from "./number-names.ts";

/**
 * The word that a misspelt one was meant to be, or null where it is no mistake or no one can tell. A name (a
 * capital inside a sentence) is only ever a misspelt name.
 */
export type Spell = (word: string, isName: boolean) => string | null;

/** Every word that questions are read with: the language's, and the packs' own. */
export type Vocabulary = {
  readonly language: Language;
  /** Words that stand for one another in a subject, by stems: "slip away" → ["abscond"]. */
  readonly terms: PhraseBook<readonly string[]>;
  /** The same terms, by what they are in a text, whatever they stand for. */
  readonly termNames: PhraseBook<true>;
  /** Names of measures of three words and more, where they stand as they are. */
  readonly measureNames: PhraseBook<true>;
  /** The words of named periods that are no words of the calendar: they may belong to a measure's name, too. */
  readonly periodWords: ReadonlySet<string>;
  /** Names of members of two words and more: a frame word inside one ("criminal record") is no frame. */
  readonly protectedNames: PhraseBook<true>;
  /** The years that figures name as "2015/16", by that name: seasons, school years. */
  readonly splitYears: ReadonlyMap<string, Period>;
  readonly namedPeriods: readonly { readonly phrase: string; readonly period: NamedPeriod }[];
  /** Stems of the subject's own words: a sentence without any of them only chats beside one that has some. */
  readonly subjectStems: ReadonlySet<string>;
  /** Words that a measure is called by though they are frame words elsewhere: "starts" of "Housing starts". */
  readonly headWords: ReadonlySet<string>;
  readonly numberNames: NumberNames;
  /** Names of one word, as they stand: "falls" may be a cause, and no change. */
  readonly singleNames: ReadonlySet<string>;
  /** Words of names that tell a change elsewhere ("Admissions after a fall"), each with the other words of those names. */
  readonly changesInNames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly fiscalYearStartMonth: number;
  readonly spell: Spell;
};

/** Words that only mean something together ("at large"): read as one word wherever they stand in a row. */
const joined = (stems: readonly string[]): readonly string[] => [stems.join("+")];

const isGrammar = (key: string, { phrases }: Language): boolean =>
  (["stop", "empty"] as const).some((meaning) => phrases.get(meaning)?.entries.has(key));

const isDenial = (key: string, { phrases }: Language): boolean =>
  phrases.get("negation")?.entries.has(key) ?? false;

/** Names of members that would lose a word if grammar were dropped from them. */
function* inseparable(names: readonly string[], language: Language): Turns<readonly (readonly string[])[]> {
  const all = yield* mapInTurns(names, (name) =>
    tokensOfName(name, language).filter(({ key }, index) => index === 0 || !isArticle(key, language)),
  );
  return all
    .filter((tokens) => tokens.length > 1 && tokens.some(({ key }) => isGrammar(key, language)))
    .map((tokens) => tokens.map(({ stem }) => stem));
}

/** What a word stands for may hold words that stand for others in turn; one turn is followed. */
const foldOnce = (stems: readonly string[], book: PhraseBook<readonly string[]>): readonly string[] => {
  const matches = matchPhrases(stems, book);
  return stems.flatMap((stem, at) => {
    const match = matches.find(({ from, to }) => from <= at && at < to);
    if (match === undefined) return [stem];
    return match.from === at ? match.meaning : [];
  });
};

/** "got the asylum" is "got asylum": an article inside a term is no part of it. */
const withoutArticles = (phrase: string, language: Language): readonly string[] =>
  tokensOfName(phrase, language)
    .filter(({ key }, index) => index === 0 || !isArticle(key, language))
    .map(({ stem }) => stem);

/** The one stem that a phrase for what whole packs are about stands for. */
export const scopeStem = (phrase: string): string => `all of ${stemsOf(phrase).join(" ")}`;

function* termBook(
  catalog: Catalog,
  memberNames: readonly string[],
  language: Language,
): Turns<PhraseBook<readonly string[]>> {
  const own = yield* mapInTurns(
    catalog.terms,
    ({ term, means }) => [withoutArticles(term, language), stemsOf(means)] as const,
  );
  const names = (yield* inseparable(memberNames, language)).map((stems) => [stems, joined(stems)] as const);
  const scopes = catalog.packs.flatMap(({ scope }) =>
    scope.map((phrase) => [withoutArticles(phrase, language), [scopeStem(phrase)]] as const),
  );
  const direct = phraseBook([...names, ...scopes, ...own]);
  return phraseBook(
    yield* mapInTurns(direct.entries, ([key, means]) => [key.split(" "), foldOnce(means, direct)] as const),
  );
}

/** Initials are a name whatever they spell: "US" is no "us". */
const INITIALS = /^\p{Lu}{2,}$/u;

/**
 * The words that measures and members are called by, and the terms for them; no words of grammar. The words of
 * a longer term ("broke free") say the subject only together, wherever it stands as a whole.
 */
function* subjectStemsOf(catalog: Catalog, language: Language): Turns<ReadonlySet<string>> {
  const called = catalog.names.filter(({ id }) => catalog.measures.has(id) || catalog.members.has(id));
  const own = [...catalog.measures.values(), ...catalog.members.values()];
  const names = [...called, ...own].map(({ name }) => name);
  const terms = catalog.terms.flatMap(({ term, means }) =>
    findTokens(term).length > 1 ? [means] : [term, means],
  );
  const tokens = (yield* mapInTurns([...names, ...terms], findTokens)).flat();
  const isName = ({ key, text }: Token): boolean =>
    INITIALS.test(text) || (!isGrammar(key, language) && !isDenial(key, language));
  return new Set(tokens.filter(isName).map(({ stem }) => stem));
}

const PLURAL = /.{3,}s$/u;
const FINAL_S = /s$/u;
/** Endings that a word has as a verb. */
const DOINGS = ["ed", "ing"] as const;

/** Last words of measures' names that say nothing elsewhere; what is counted in ("people") goes on saying nothing. */
function* headWordsOf(catalog: Catalog, { phrases }: Language): Turns<ReadonlySet<string>> {
  const isSaid = (key: string): boolean => phrases.get("empty")?.entries.has(key) ?? false;
  /** "Starts" of "Housing starts" tell what is done, though they are counted in themselves. */
  const isDoing = ({ key }: Token): boolean =>
    DOINGS.some((ending) => isSaid(`${key.replace(FINAL_S, "")}${ending}`));
  const isEmpty = (key: string): boolean =>
    [...phrases].every(
      ([meaning, book]) => meaning === "anybody" || (meaning === "empty") === book.entries.has(key),
    );
  const heads = yield* mapInTurns(catalog.measures.values(), ({ name, unit }) => {
    const head = findTokens(name).at(-1);
    const counted = stemsOf(unit);
    if (head === undefined) return [];
    // "Entries", by itself: who asks for them says so. "People" may be anybody.
    const isAll = findTokens(name).length === 1 && !phrases.get("anybody")?.entries.has(head.key);
    return counted.includes(head.stem) && !isDoing(head) && !isAll ? [] : [head];
  });
  const said = yield* mapInTurns(heads.flat(), (head) =>
    PLURAL.test(head.key) && isEmpty(head.key) ? [head.stem] : [],
  );
  return new Set(said.flat());
}

const CHANGES = ["change", "change_up", "change_down"] as const;

/** A measure that is a change itself is asked for as one. */
function* changesInNames(
  { measures, members }: Catalog,
  { phrases }: Language,
): Turns<ReadonlyMap<string, ReadonlySet<string>>> {
  const isChange = (key: string): boolean =>
    CHANGES.some((meaning) => phrases.get(meaning)?.entries.has(key) === true);
  const counted = [...measures.values()].filter((measure) => !isOutcome(measure));
  const found = new Map<string, Set<string>>();
  yield* mapInTurns([...counted, ...members.values()], ({ name }) => {
    const tokens = findTokens(name);
    for (const { key, stem } of tokens)
      if (isChange(key))
        found.set(stem, (found.get(stem) ?? new Set()).union(new Set(tokens.map((one) => one.stem))));
  });
  return found;
}

/**
 * Names that stand for other days in another package are known all the same: which days are meant is told by the
 * figures that are asked for.
 */
const splitYearsOf = ({ figures }: Pick<Catalog, "figures">): ReadonlyMap<string, Period> => {
  const named = figures.periods().flatMap((period) => {
    const name = splitYearName(period.label);
    return name === null ? [] : [[name, period] as const];
  });
  // Of several the first stays.
  return new Map(named.toReversed());
};

function* singleNamesAmong(names: readonly string[]): Turns<ReadonlySet<string>> {
  const single = yield* mapInTurns(names, (name) => {
    const tokens = findTokens(name);
    return tokens.length === 1 ? tokens.map(({ key }) => key) : [];
  });
  return new Set(single.flat());
}

export function* vocabularyInTurns(catalog: Catalog, language: Language, spell: Spell): Turns<Vocabulary> {
  const periodsById = Map.groupBy(catalog.periods, ({ id }) => id);
  const namedPeriods = catalog.names.flatMap(({ id, name }) =>
    (periodsById.get(id) ?? []).map((period) => ({ phrase: name, period })),
  );
  const own = catalog.periods.map((period) => ({ phrase: period.name, period }));
  const memberNames = [
    ...[...catalog.members.values()].map(({ name }) => name),
    ...catalog.names.filter(({ id }) => catalog.members.has(id)).map(({ name }) => name),
  ];
  const measureNames = [
    ...catalog.names.filter(({ id }) => catalog.measures.has(id)),
    ...catalog.measures.values(),
  ];
  const terms = yield* termBook(catalog, memberNames, language);
  const severalWords = yield* mapInTurns(memberNames, (name) =>
    tokensOfName(name, language).length > 1 ? [[withoutArticles(name, language), true] as const] : [],
  );
  const ofMeasures = yield* mapInTurns(
    measureNames,
    ({ name }) => [withoutArticles(name, language), true] as const,
  );
  const allNames = [...memberNames, ...measureNames.map(({ name }) => name)];
  return {
    language,
    terms,
    termNames: phraseBook([...terms.entries.keys()].map((key) => [key.split(" "), true] as const)),
    measureNames: phraseBook(ofMeasures.filter(([stems]) => stems.length > 2)),
    periodWords: new Set([...own, ...namedPeriods].flatMap(({ phrase }) => stemsOf(phrase))),
    protectedNames: phraseBook(severalWords.flat()),
    splitYears: splitYearsOf(catalog),
    namedPeriods: [...own, ...namedPeriods],
    subjectStems: yield* subjectStemsOf(catalog, language),
    headWords: yield* headWordsOf(catalog, language),
    singleNames: yield* singleNamesAmong(allNames),
    changesInNames: yield* changesInNames(catalog, language),
    numberNames: yield* numberNamesOf(allNames, language),
    fiscalYearStartMonth: catalog.fiscalYearStartMonth,
    spell,
  };
}

/** The same, all at once. */
export const buildVocabulary = (catalog: Catalog, language: Language, spell: Spell): Vocabulary =>
  atOnce(vocabularyInTurns(catalog, language, spell));
