import { type CalendarUnit, unitNamed } from "../language/calendar-words.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import { stemOf, stemsOf } from "../language/words.ts";
import type { Assigned } from "./assign-roles.ts";
import type { Surface } from "./find-surface.ts";
import type { PerTime, StatedQuantity } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type Has = (meaning: PhraseMeaning) => boolean;

/** The unit of time right behind "how many". */
export const timeUnitOf = ({ frames, tokens }: Surface, { isAside }: Assigned): string | null => {
  const counting = frames.filter(({ meaning, from }) => meaning === "counting" && !isAside(from));
  const unit = frames.find(
    ({ meaning, from }) => meaning === "time_unit" && counting.some(({ to }) => to === from),
  );
  return unit === undefined ? null : (tokens[unit.from]?.stem ?? null);
};

export const unitsOfTime = ({ language }: Vocabulary): readonly string[] =>
  [...(language.phrases.get("time_unit")?.entries.keys() ?? [])].map(stemOf);

const TIMES: readonly (readonly [PhraseMeaning, PerTime["unit"]])[] = [
  ["per_day", "day"],
  ["per_week", "week"],
  ["per_month", "month"],
];

/** The words of a meaning that say something of themselves: "day" and "daily", not "a" and "each". */
const tellingStems = (meaning: PhraseMeaning, { language }: Vocabulary): readonly string[] => {
  const isGrammar = (word: string): boolean =>
    (["stop", "article", "each_of"] as const).some(
      (grammar) => language.phrases.get(grammar)?.entries.has(word) === true,
    );
  const phrases = [...(language.phrases.get(meaning)?.entries.keys() ?? [])];
  // "Monthly totals" says more than the unit.
  const alone = phrases.map((phrase) => phrase.split(" ").filter((word) => !isGrammar(word)));
  return [...new Set(alone.flatMap((words) => (words.length === 1 ? words : [])).flatMap(stemsOf))];
};

/** "How many a day", "monthly". */
export const perTimeOf = (
  { frames, text }: Surface,
  { isAside, isExcluded }: Assigned,
  vocabulary: Vocabulary,
): PerTime | null => {
  const said = TIMES.flatMap(([meaning, unit]) =>
    frames
      .filter((frame) => frame.meaning === meaning && !isAside(frame.from) && !isExcluded(frame.from))
      .map(({ at }) => ({ unit, said: text.slice(...at), stems: tellingStems(meaning, vocabulary) })),
  );
  return said[0] ?? null;
};

/** The word behind "by", "each", "per": "by branch", "in each country". */
export const eachOf = ({ frames, tokens }: Surface): readonly string[] =>
  frames.flatMap(({ meaning, to }) => (meaning === "each_of" ? (tokens[to]?.stem ?? []) : []));

/** The word behind "across all": "how many, across all branches". */
export const wholeOf = ({ frames, tokens }: Surface): readonly string[] =>
  frames.flatMap(({ meaning, to }) => (meaning === "taken_together" ? (tokens[to]?.stem ?? []) : []));

/** What a figure is wanted for each of: "per person". */
export const perEachOf = ({ frames, tokens }: Surface): readonly string[] =>
  frames.flatMap(({ meaning, to }) => (meaning === "for_each" ? (tokens[to]?.stem ?? []) : []));

/** Where that stands; a unit of time or a number behind it is another matter. */
export const perAtOf = ({ frames, tokens }: Surface, { roles }: Assigned): number | null => {
  const isWho = (at: number): boolean =>
    frames.some(({ meaning, from }) => meaning === "asker" && from === at);
  // "Per the paper" tells who says so.
  const isNamed = (at: number): boolean =>
    frames.some(({ meaning, from }) => meaning === "article" && from === at);
  const behind = frames
    .filter(({ meaning, to }) => meaning === "for_each" && !isNamed(to))
    .map(({ to }) => roles.findIndex((role, at) => at >= to && role !== "empty" && !isWho(at)));
  const isTime = (index: number): boolean =>
    frames.some(({ meaning, from, to }) => meaning === "time_unit" && from <= index && index < to);
  // "Per person in France" is of persons, "for each person granted asylum" of those who were granted it.
  const at = behind.find((index) => roles[index] === "content" && !isTime(index));
  return at === undefined ? null : (tokens[at]?.at[0] ?? null);
};

const RATES: readonly (readonly [PhraseMeaning, CalendarUnit])[] = [
  ["per_month", "month"],
  ["per_quarter", "quarter"],
  ["per_year", "year"],
];

/** "Which month of 2019": the unit in the words that ask for a time, but for that of "in a decade", "in ten years". */
const unitRanked = (
  { frames, tokens }: Surface,
  quantities: readonly StatedQuantity[],
  { language }: Vocabulary,
): CalendarUnit | null => {
  const isCounted = (index: number): boolean =>
    frames.some(({ meaning, to }) => meaning === "indefinite" && to === index) ||
    quantities.some(({ at, timeUnit }) => timeUnit !== null && at[1] <= (tokens[index]?.at[0] ?? 0));
  const units = frames
    .filter(({ meaning, from }) => meaning === "rank_time" && !isCounted(from))
    .flatMap(({ from, to }) =>
      tokens.slice(from, to).flatMap(({ key }) => unitNamed(key, language.calendar) ?? []),
    );
  return units[0] ?? null;
};

/** "By quarter", "each year", "a month on average". */
const unitEach = ({ frames, tokens }: Surface, has: Has, { language }: Vocabulary): CalendarUnit | null => {
  const behind = frames
    .filter(({ meaning }) => meaning === "each_of")
    .flatMap(({ to }) => unitNamed(tokens[to]?.key ?? "", language.calendar) ?? []);
  return behind[0] ?? RATES.find(([meaning]) => has(meaning))?.[1] ?? null;
};

export const perUnitOf = (
  surface: Surface,
  {
    quantities,
    has,
    vocabulary,
  }: {
    readonly quantities: readonly StatedQuantity[];
    readonly has: Has;
    readonly vocabulary: Vocabulary;
  },
): CalendarUnit | null =>
  unitEach(surface, has, vocabulary) ??
  (has("high") || has("low") ? unitRanked(surface, quantities, vocabulary) : null);
