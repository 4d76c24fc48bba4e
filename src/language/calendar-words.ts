import type { NumberWords } from "./number-words.ts";
import { onceFor } from "./once-for.ts";
import { type PhraseMatcher, phraseMatcher } from "./phrase-finder.ts";

/** What a word of the language pack's calendar table does when a period is read. */
export const CALENDAR_MEANINGS = [
  // Names. A careful month is also another word ("may", "march").
  "month",
  "careful_month",
  "season",
  "unit",
  // Beside "season": "fall", which is also a verb.
  "careful",
  // Beside "unit": "days", of which there are several, so that "the days before" is no single day.
  "plural",
  "ordinal",
  "count",
  // Which calendar, and signs that touch a number: "FY24", "Q1", "H2", "5th", "1990s".
  "fiscal",
  "calendar",
  "quarter_sign",
  "half_sign",
  "ordinal_suffix",
  "decade_suffix",
  // Parts: early, mid and late are thirds; "start of" and "end of" are edges.
  "third",
  "edge",
  // An edge only where a hyphen ties it to a year: "end-2020".
  "tied_edge",
  "full",
  // Counted from the day of asking, or from the thread's period.
  "last",
  "past",
  "previous",
  "this",
  "next",
  "following",
  "ago",
  "earlier",
  "later",
  "yesterday",
  // Asks for a count, "how many crossings a day": "a day" behind it is a rate.
  "asked_count",
  // Bounds.
  "since",
  "after",
  "post",
  "before",
  "pre",
  // "On either side of" an event: before it and since.
  "around_event",
  "from",
  "to",
  "through",
  "between",
  "and",
  "or",
  "onward",
  "and_earlier",
  "to_now",
  // A period that is not over.
  "so_far",
  "ytd",
  "fytd",
  // Whole references.
  "now",
  "latest",
  "same",
  "same_time",
  "that",
  "then",
  "it",
  "stretch",
  // Beside a named period: "took office", "administration", "under".
  "began",
  // Between who did it and what: "since the mayor signed his order".
  "enacted",
  "tenure",
  "under",
  // Small words.
  "the",
  "in",
  "of",
  "on",
  "over",
  "as_of",
  // "The year ending in September 2023".
  "ending",
  "rate",
  // What makes a number behind it no year: "ages 14 15 16".
  "not_year",
  // Whole phrases that look like a period and are none: "year by year".
  "no_period",
] as const;
export type CalendarMeaning = (typeof CALENDAR_MEANINGS)[number];

export const CALENDAR_UNITS = ["day", "week", "month", "quarter", "half", "year", "decade"] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** A row as the table has it; `value` is a number, a unit's name, "start" or "end", or empty. */
export type CalendarRow = {
  readonly phrase: string;
  readonly meaning: CalendarMeaning;
  readonly value: string;
};

/** How a language says periods. One phrase may have several rows: "current" is this one and the latest. */
export type CalendarWords = {
  readonly rows: readonly CalendarRow[];
  /** What makes the digits before it a quantity and no year: "2019 million", "2019 percent". */
  readonly quantityWords: readonly string[];
  /** What makes the digits that touch it a quantity: "$2019". */
  readonly currencies: readonly string[];
};

/** Of phrases that a meaning has, the value of each; the first row of a phrase stands. */
const valuesOf = (meaning: CalendarMeaning) =>
  onceFor(({ rows }: CalendarWords): ReadonlyMap<string, string> => {
    const own = rows.filter((row) => row.meaning === meaning);
    return new Map(own.toReversed().map(({ phrase, value }) => [phrase, value]));
  });

const unitsOf = valuesOf("unit");
const ordinalsOf = valuesOf("ordinal");

/** "decades" → "decade"; undefined where the word is no unit. */
export const unitNamed = (word: string, words: CalendarWords): CalendarUnit | undefined => {
  const value = unitsOf(words).get(word);
  return CALENDAR_UNITS.find((unit) => unit === value);
};

/** "second" → 2; undefined where the word counts nothing. */
export const ordinalNamed = (word: string, words: CalendarWords): number | undefined => {
  const value = ordinalsOf(words).get(word);
  return value === undefined ? undefined : Number(value);
};

export const readCalendarWords = (rows: readonly CalendarRow[], numbers: NumberWords): CalendarWords => ({
  rows,
  quantityWords: [
    ...numbers.numbers.filter(({ meaning }) => meaning.endsWith("scale")).map(({ phrase }) => phrase),
    ...numbers.units.filter(({ position }) => position !== "before").map(({ phrase }) => phrase),
  ],
  currencies: numbers.units.filter(({ position }) => position === "before").map(({ phrase }) => phrase),
});

export type CalendarSense = {
  readonly meaning: CalendarMeaning | "quantity_word" | "currency";
  readonly value: string;
};

const senses = ({
  rows,
  quantityWords,
  currencies,
}: CalendarWords): ReadonlyMap<string, readonly CalendarSense[]> => {
  const byPhrase = new Map<string, readonly CalendarSense[]>();
  const add = (phrase: string, sense: CalendarSense) =>
    byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), sense]);
  for (const { phrase, meaning, value } of rows) add(phrase, { meaning, value });
  for (const phrase of quantityWords) add(phrase, { meaning: "quantity_word", value: "" });
  for (const phrase of currencies) add(phrase, { meaning: "currency", value: "" });
  return byPhrase;
};

/** Built once for each language pack. */
export const calendarMatcher: (words: CalendarWords) => PhraseMatcher<readonly CalendarSense[]> = onceFor(
  (words) => phraseMatcher(senses(words)),
);
