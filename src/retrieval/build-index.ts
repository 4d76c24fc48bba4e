import { calledLike } from "../catalog/called.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { dimensionOf, type Measure, type MemberKey } from "../catalog/observation.ts";
import { isOfPlace } from "../language/kin.ts";
import { moneyName } from "../language/money.ts";
import { matchPhrases } from "../language/phrase-book.ts";
import { atOnce, mapInTurns, type Turns } from "../language/turns.ts";
import type { Wordnet } from "../language/wordnet.ts";
import { findTokens, stemsOf } from "../language/words.ts";
import { conceptsOfName } from "../question/fold-terms.ts";
import { tokensOfName } from "../question/number-names.ts";
import type { Concept } from "../question/question.ts";
import { scopeStem, type Vocabulary } from "../question/vocabulary.ts";
import { buildKin, type KinBook, nameFinder } from "./build-kin.ts";
import type { Tone } from "./candidate.ts";
import { CUTOFFS } from "./cutoffs.ts";
import { isWordLikeCode, type NameParts, partsOfName } from "./member-parts.ts";

/** A name by its words: stem to weight. Rare words weigh more than those that many measures share. */
export type WeightedName = {
  readonly name: string;
  readonly weights: ReadonlyMap<string, number>;
  /** The same as two rows, which are gone through for every question. */
  readonly stems: readonly string[];
  readonly weighed: readonly number[];
  /** Of all its words together. */
  readonly weight: number;
  /** Words for an average in it. */
  readonly means: readonly string[];
  /** A code that is spelt like a word. */
  readonly wordLike: boolean;
};

export type MeasureEntry = {
  readonly measure: Measure;
  readonly names: readonly WeightedName[];
  readonly nameStems: ReadonlySet<string>;
  readonly tone: Tone | null;
  /** Whether a name of it says that it is the whole of what its siblings are parts of: "total", "all". */
  readonly whole: boolean;
  readonly perHead: boolean;
  readonly rate: boolean;
  /** Whether it is what its source's title says that the source is of, and no other measure of it is. */
  readonly main: boolean;
  /** Words for everybody whom it is about, which do not say what is counted of them: "migrants", "residents". */
  readonly populationStems: ReadonlySet<string>;
  /** Words of the name that the package gives it, and not of what else it is called. */
  readonly firstStems: ReadonlySet<string>;
  /** Words that the definition, the unit and the sources of its figures explain. */
  readonly contextStems: ReadonlySet<string>;
  /** What its whole pack is about is said with these stems; they narrow nothing. */
  readonly scopeStems: ReadonlySet<string>;
  /** Members that some figure of it has, beyond those that all have. */
  readonly members: ReadonlySet<MemberKey>;
  readonly dimensions: ReadonlySet<string>;
  /** Dimensions that every figure of it has a member of: there is no total over them. */
  readonly always: ReadonlySet<string>;
  /** The words that name a dimension which its figures are counted by: "country" → country. */
  readonly dimensionStems: ReadonlyMap<string, string>;
};

export type MemberEntry = {
  readonly key: MemberKey;
  readonly dimension: string;
  readonly names: readonly WeightedName[];
  readonly parts: readonly NameParts[];
};

/** Frozen once built: asking changes nothing in it. */
export type Index = {
  readonly measures: ReadonlyMap<string, MeasureEntry>;
  readonly members: ReadonlyMap<MemberKey, MemberEntry>;
  readonly measuresByStem: ReadonlyMap<string, readonly MeasureEntry[]>;
  readonly measuresByMember: ReadonlyMap<MemberKey, readonly MeasureEntry[]>;
  readonly membersByStem: ReadonlyMap<string, readonly MemberEntry[]>;
  /** Words that are in no name, and what they stand for in one. */
  readonly kin: KinBook;
  /** The same of words in definitions. */
  readonly contextKin: KinBook;
  /** Words for having a price: "pay", "cost". Every amount of money is one. */
  readonly pays: ReadonlySet<string>;
  /** How many members each dimension has. */
  readonly dimensionSizes: ReadonlyMap<string, number>;
};

type Weigh = (stem: string) => number;
type Named = { readonly stem: string; readonly empty: boolean };

/** "Emissions per person" are not those of everybody: what stands behind "per" says which are meant. */
const isEach = (before: Concept | undefined, { text }: Concept, { language }: Vocabulary): boolean =>
  language.phrases.get("each_of")?.entries.has(before?.text.toLowerCase() ?? "") === true &&
  language.phrases.get("time_unit")?.entries.has(text.toLowerCase()) !== true;

const namedConcepts = (name: string, vocabulary: Vocabulary): readonly Named[] =>
  conceptsOfName(tokensOfName(name, vocabulary.language), vocabulary).flatMap((concept, at, all) => {
    const { stem, role } = concept;
    if (role === "stop") return [];
    return [{ stem, empty: role === "empty" && !isEach(all[at - 1], concept, vocabulary) }];
  });

type Weighing = { readonly weigh: Weigh; readonly vocabulary: Vocabulary };

const weighName = (name: string, { weigh, vocabulary }: Weighing): WeightedName => {
  const weights = new Map(
    namedConcepts(name, vocabulary).map(({ stem, empty }) => [stem, empty ? CUTOFFS.emptyWord : weigh(stem)]),
  );
  return {
    name,
    means: findTokens(name)
      .filter(({ key }) => vocabulary.language.phrases.get("average")?.entries.has(key) ?? false)
      .map(({ stem }) => stem),
    wordLike: isWordLikeCode(name, vocabulary),
    weights,
    stems: [...weights.keys()],
    weighed: [...weights.values()],
    weight: weights.values().reduce((sum, weight) => sum + weight, 0),
  };
};

/** Inverse document frequency over measures: a word that one measure alone has tells the most. */
function* weigher(namesOfMeasures: readonly (readonly string[])[], vocabulary: Vocabulary): Turns<Weigh> {
  const counts = new Map<string, number>();
  yield* mapInTurns(namesOfMeasures, (names) => {
    const stems = new Set(names.flatMap((name) => namedConcepts(name, vocabulary).map(({ stem }) => stem)));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  });
  const total = namesOfMeasures.length;
  return (stem) => Math.log(1 + total / (counts.get(stem) ?? 1));
}

const textsOf = (measure: Measure, catalog: Catalog): ReadonlySet<string> => {
  const texts = [
    measure.definition,
    measure.population,
    measure.measuredProperty,
    measure.unit,
    moneyName(measure.unit),
    measure.name,
  ];
  const said = catalog.figures.saidOf(measure.id).flatMap(({ source: id, attribution }) => {
    const source = catalog.sources.get(id);
    return [attribution, source?.outlet, source?.byline, ...calledLike(id, catalog)];
  });
  return new Set([...texts, ...said].filter((text) => text !== null && text !== undefined));
};

const contextOf = (texts: ReadonlySet<string>, vocabulary: Vocabulary): ReadonlySet<string> =>
  new Set([...texts].flatMap((text) => namedConcepts(text, vocabulary).map(({ stem }) => stem)));

function* invert<Key, Entry>(
  entries: Iterable<Entry>,
  keysOf: (entry: Entry) => Iterable<Key>,
): Turns<ReadonlyMap<Key, readonly Entry[]>> {
  const inverted = new Map<Key, Entry[]>();
  yield* mapInTurns(entries, (entry) => {
    for (const key of new Set(keysOf(entry))) {
      const row = inverted.get(key);
      if (row === undefined) inverted.set(key, [entry]);
      else row.push(entry);
    }
  });
  return inverted;
}

const stemsOfNames = (names: readonly WeightedName[]): readonly string[] =>
  names.flatMap(({ stems }) => stems);

const namesIn = (entries: readonly { readonly names: readonly WeightedName[] }[]): readonly string[] =>
  entries.flatMap(({ names }) => names.map(({ name }) => name));

type Naming = { readonly catalog: Catalog; readonly vocabulary: Vocabulary };

/** Its own name first, then what people call it. */
const namer = ({ catalog }: Naming): ((id: string, own: string) => readonly string[]) => {
  const namesById = Map.groupBy(catalog.names, ({ id }) => id);
  return (id, own) => [...new Set([own, ...(namesById.get(id) ?? []).map(({ name }) => name)])];
};

/** Its last word first ("user" of "road user"), the others as far as they are no words of the measure itself. */
const dimensionWords = (
  members: ReadonlySet<MemberKey>,
  nameStems: ReadonlySet<string>,
  shared: SharedWords,
): ReadonlyMap<string, string> =>
  new Map(
    [...new Set([...members].map(dimensionOf))].flatMap((dimension) => {
      const stems = stemsOf(dimension);
      const common = [...(shared.get(dimension) ?? [])].filter((stem) => !nameStems.has(stem));
      return [...common, ...stems.filter((stem, at) => at === stems.length - 1 || !nameStems.has(stem))].map(
        (stem) => [stem, dimension] as const,
      );
    }),
  );

/** Words that nearly all members of a dimension may be called with: "city", of metropolitan areas. */
type SharedWords = ReadonlyMap<string, ReadonlySet<string>>;
const NEARLY_ALL = 0.8;
const FEWEST_SHARING = 3;

const sharedIn = (members: readonly MemberEntry[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { names } of members)
    for (const stem of new Set(stemsOfNames(names))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const least = Math.max(FEWEST_SHARING, NEARLY_ALL * members.length);
  return new Set([...counts].flatMap(([stem, count]) => (count >= least ? [stem] : [])));
};

const sharedWords = (members: readonly MemberEntry[]): SharedWords =>
  new Map(
    [...Map.groupBy(members, ({ dimension }) => dimension)].map(([dimension, own]) => [
      dimension,
      sharedIn(own),
    ]),
  );

/** What its name says of whether more of it is better; null where nothing does. */
const toneOf = ({ name }: Measure, { language }: Vocabulary): Tone | null => {
  const keys = findTokens(name).map(({ key }) => key);
  const says = (meaning: "ill" | "ordinal_name"): boolean =>
    keys.some((key) => language.phrases.get(meaning)?.entries.has(key));
  if (says("ordinal_name")) return "ordinal";
  return says("ill") ? "ill" : null;
};

/** Whether a phrase of that meaning stands in the text. */
const says = (
  meaning: "whole_name" | "rate" | "per_head",
  text: string,
  { language }: Vocabulary,
): boolean => {
  const book = language.phrases.get(meaning);
  const keys = findTokens(text).map(({ key }) => key);
  return book !== undefined && matchPhrases(keys, book).length > 0;
};

/** So many sets of members are looked at in a turn. */
const GROUPS_A_TURN = 5_000;

type Grouped = Pick<MeasureEntry, "members" | "always">;

/** A measure may be counted by a hundred thousand sets of members. */
function* groupedBy(groups: readonly (readonly MemberKey[])[]): Turns<Grouped> {
  const members = new Set<MemberKey>();
  let always: ReadonlySet<string> | null = null;
  for (const [at, group] of groups.entries()) {
    if (at % GROUPS_A_TURN === GROUPS_A_TURN - 1) yield;
    for (const member of group) members.add(member);
    if (always === null || always.size > 0) {
      const dimensions: ReadonlySet<string> = new Set(group.map(dimensionOf));
      always = always === null ? dimensions : always.intersection(dimensions);
    }
  }
  return { members, always: always ?? new Set() };
}

const scopeOf = ({ pack }: Measure, { packs }: Catalog): readonly string[] =>
  packs.find(({ name }) => name === pack)?.scope ?? [];

const sourcesOf = ({ id }: Measure, { figures }: Catalog): ReadonlySet<string> =>
  new Set(figures.saidOf(id).map(({ source }) => source));

/** Of each source the one measure that its title names: "Incidents attended by …" tells of incidents first. */
function* mainMeasures({ catalog }: Naming): Turns<ReadonlySet<string>> {
  const told = yield* mapInTurns(catalog.measures.values(), (measure) => {
    const stems = stemsOf(measure.name);
    return [...sourcesOf(measure, catalog)]
      .filter((source) => {
        const title = new Set(stemsOf(catalog.sources.get(source)?.title ?? ""));
        return stems.length > 0 && stems.every((stem) => title.has(stem));
      })
      .map((source) => ({ source, id: measure.id }));
  });
  const alone = [...Map.groupBy(told.flat(), ({ source }) => source).values()].filter(
    ({ length }) => length === 1,
  );
  return new Set(alone.flat().map(({ id }) => id));
}

type Entering = Naming & { readonly mains: ReadonlySet<string>; readonly shared: SharedWords };

function* measureEntry(
  measure: Measure,
  names: readonly WeightedName[],
  { catalog, vocabulary, mains, shared }: Entering,
): Turns<MeasureEntry> {
  const { members, always } = yield* groupedBy(catalog.figures.groupsOf(measure.id));
  const nameStems = new Set(stemsOfNames(names));
  const texts = names.map(({ name }) => name);
  return {
    measure,
    names,
    nameStems,
    tone: toneOf(measure, vocabulary),
    whole: texts.some((name) => says("whole_name", name, vocabulary)),
    rate: texts.some((name) => says("rate", name, vocabulary)),
    main: mains.has(measure.id),
    perHead: [measure.unit, ...texts].some((text) => says("per_head", text, vocabulary)),
    populationStems: new Set(stemsOf(measure.population)).difference(new Set(stemsOf(measure.name))),
    firstStems: new Set(stemsOf(measure.name)),
    contextStems: contextOf(textsOf(measure, catalog), vocabulary),
    scopeStems: new Set(scopeOf(measure, catalog).map(scopeStem)),
    members,
    dimensions: new Set([...members, ...measure.members].map(dimensionOf)),
    always,
    dimensionStems: dimensionWords(members, nameStems, shared),
  };
}

function* kinIn(texts: readonly string[], wordnet: Wordnet, { catalog, vocabulary }: Naming): Turns<KinBook> {
  return yield* buildKin(vocabulary.language.synonyms, wordnet, {
    isInName: yield* nameFinder(texts),
    scopes: new Set(catalog.packs.flatMap(({ scope }) => scope)),
  });
}

const toldOf = ({ definition, name }: Measure): string => `${definition} ${name}`;

const stemsMeaning = (meaning: "pays", { language }: Vocabulary): ReadonlySet<string> =>
  new Set([...(language.phrases.get(meaning)?.entries.keys() ?? [])].flatMap(stemsOf));

const sizesOf = (members: readonly MemberEntry[]): Index["dimensionSizes"] =>
  new Map([...Map.groupBy(members, ({ dimension }) => dimension)].map(([key, own]) => [key, own.length]));

/** A tenth of a millisecond and more for each. */
const MEASURES_A_TURN = 20;

/** Everything that a question's words are matched against: names, not figures. */
export function* indexInTurns(catalog: Catalog, vocabulary: Vocabulary, wordnet: Wordnet): Turns<Index> {
  const naming = { catalog, vocabulary };
  const namesOf = namer(naming);
  const all = [...catalog.measures.values()];
  const weigh = yield* weigher(
    all.map(({ id, name }) => namesOf(id, name)),
    vocabulary,
  );
  const weighted = (id: string, own: string): readonly WeightedName[] =>
    namesOf(id, own)
      .map((name) => weighName(name, { weigh, vocabulary }))
      .filter(({ weight }) => weight > 0);
  const members = yield* mapInTurns(catalog.members.values(), ({ id, name }) => ({
    key: id,
    dimension: dimensionOf(id),
    names: weighted(id, name),
    parts: namesOf(id, name).map((one) => partsOfName(one, vocabulary, (word) => isOfPlace(word, wordnet))),
  }));
  const entering = { ...naming, mains: yield* mainMeasures(naming), shared: sharedWords(members) };
  const measures: MeasureEntry[] = [];
  for (const measure of all) {
    if (measures.length % MEASURES_A_TURN === MEASURES_A_TURN - 1) yield;
    measures.push(yield* measureEntry(measure, weighted(measure.id, measure.name), entering));
  }
  const measuresByStem = yield* invert(measures, ({ nameStems, dimensionStems }) => [
    ...nameStems,
    ...dimensionStems.keys(),
  ]);
  // A name that is read as one word ("Motorcycle or moped") may be said by a part of it.
  const membersByStem = yield* invert(members, ({ names, parts }) => [
    ...stemsOfNames(names),
    ...parts.flatMap(({ words }) => words.map(({ stem }) => stem)),
  ]);
  return {
    measures: new Map(measures.map((entry) => [entry.measure.id, entry])),
    members: new Map(members.map((entry) => [entry.key, entry])),
    measuresByStem,
    measuresByMember: yield* invert(measures, (entry) => entry.members),
    membersByStem,
    kin: yield* kinIn(namesIn([...measures, ...members]), wordnet, naming),
    contextKin: yield* kinIn(all.map(toldOf), wordnet, naming),
    pays: stemsMeaning("pays", vocabulary),
    dimensionSizes: sizesOf(members),
  };
}

/** The same, all at once. */
export const buildIndex = (catalog: Catalog, vocabulary: Vocabulary, wordnet: Wordnet): Index =>
  atOnce(indexInTurns(catalog, vocabulary, wordnet));
