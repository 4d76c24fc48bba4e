import { onceFor } from "./once-for.ts";
import { type PhraseMatcher, phraseFinder, phraseMatcher } from "./phrase-finder.ts";
import { QUALIFIERS, type Qualifier, type QuantityUnit } from "./quantity.ts";

/** What a word of the language pack's number table does when a number is read. */
export const NUMBER_MEANINGS = [
  // Add up: "twenty", "seven".
  "cardinal",
  // Multiply what stands before them, and small numbers may follow: "hundred", "dozen".
  "group",
  // Multiply: "million". A short one only digits: "42 k"; a glued one only digits that it touches: "5b".
  "scale",
  "short_scale",
  "glued_scale",
  "article",
  // One part of so many: "half" is 2, "third" is 3.
  "fraction",
  // So many times, in one word: "twice", "tenfold".
  "multiple",
  // No number by themselves: "thousands", "several hundred".
  "vague",
  "vague_count",
  // What joins numbers.
  "and",
  "or",
  "to",
  "between",
  "from",
  "of",
  "in_every",
  // "A third fewer": a part of what there was before.
  "comparative",
  // What makes a number next to it no quantity: "second half", "Title 42".
  "ordinal",
  "label",
] as const;
export type NumberMeaning = (typeof NUMBER_MEANINGS)[number];

export const UNIT_POSITIONS = ["before", "after", "glued"] as const;
export const HEDGE_POSITIONS = ["before", "after"] as const;

export type NumberRow = {
  readonly phrase: string;
  readonly meaning: NumberMeaning;
  readonly value: number | null;
};
export type UnitRow = {
  readonly phrase: string;
  readonly meaning: QuantityUnit;
  readonly position: (typeof UNIT_POSITIONS)[number];
};
export type HedgeRow = {
  readonly phrase: string;
  readonly meaning: Qualifier;
  readonly position: (typeof HEDGE_POSITIONS)[number];
};

/** How a language says numbers, their units and their hedges: the rows of the language pack's tables. */
export type NumberWords = {
  readonly numbers: readonly NumberRow[];
  readonly units: readonly UnitRow[];
  readonly hedges: readonly HedgeRow[];
};

/** Takes the rows as they stand in their tables; the first phrase of a meaning is the one we write ourselves. */
export const readNumberWords = (rows: NumberWords): NumberWords => ({
  numbers: rows.numbers,
  units: rows.units,
  hedges: rows.hedges,
});

/** What a phrase may do in a number. One phrase may be both a word and a unit, before or after: "usd". */
export type NumberSense = {
  readonly word: { readonly meaning: NumberMeaning; readonly value: number } | null;
  readonly units: readonly UnitRow[];
};

const sensesOf = ({ numbers, units }: NumberWords): ReadonlyMap<string, NumberSense> => {
  const senses = new Map<string, NumberSense>();
  for (const { phrase, meaning, value } of numbers) {
    senses.set(phrase, { word: { meaning, value: value ?? 0 }, units: [] });
  }
  for (const unit of units) {
    const known = senses.get(unit.phrase) ?? { word: null, units: [] };
    senses.set(unit.phrase, { ...known, units: [...known.units, unit] });
  }
  return senses;
};

/** Built once for each language pack. */
export const numberMatcher: (words: NumberWords) => PhraseMatcher<NumberSense> = onceFor((words) =>
  phraseMatcher(sensesOf(words)),
);

export const hedgeFinders = onceFor((words: NumberWords) => {
  const finder = (position: HedgeRow["position"]) =>
    phraseFinder(
      words.hedges
        .filter((hedge) => hedge.position === position)
        .map(({ phrase, meaning }) => [phrase, meaning] as const),
    );
  return { before: finder("before"), after: finder("after") };
});

/** The words we write ourselves with a figure: a hedge for each qualifier, and names for large amounts. */
export type FigureWording = {
  readonly hedges: Readonly<Record<Qualifier, string>>;
  /** Largest first. */
  readonly scales: readonly { readonly value: number; readonly name: string }[];
  readonly to: string;
  /** Whose signs part thousands and decimals, "en-US"; the words stay the language pack's. */
  readonly locale: string;
};

/** The first row of each meaning: "more than" for more_than, "million" for 1000000. An exact figure has no hedge. */
/** How American newsrooms write numbers, whose figures these mostly are. */
const OWN_LOCALE = "en-US";

export const figureWording = ({ numbers, hedges }: NumberWords): FigureWording => {
  const hedgeOf = (qualifier: Qualifier): string =>
    qualifier === "exact" ? "" : (hedges.find(({ meaning }) => meaning === qualifier)?.phrase ?? "");
  const scales = new Map<number, string>();
  for (const { phrase, meaning, value } of numbers) {
    if (meaning === "scale" && value !== null && !scales.has(value)) scales.set(value, phrase);
  }
  return {
    hedges: Object.fromEntries(QUALIFIERS.map((qualifier) => [qualifier, hedgeOf(qualifier)])) as Record<
      Qualifier,
      string
    >,
    scales: [...scales].map(([value, name]) => ({ value, name })).toSorted((a, b) => b.value - a.value),
    to: numbers.find(({ meaning }) => meaning === "to")?.phrase ?? "-",
    locale: OWN_LOCALE,
  };
};
