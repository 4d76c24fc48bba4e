import type { CalendarDate } from "../calendar/day.ts";
import { findPeriods } from "../language/find-periods.ts";
import { findQuantities } from "../language/find-quantities.ts";
import { onceFor } from "../language/once-for.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import type { Quantity } from "../language/quantity.ts";
import type { PeriodMention, ReferencePeriod } from "../language/reference-period.ts";
import type { Span } from "../language/span.ts";
import type { Token } from "../language/words.ts";
import { type Frame, findFrames } from "./find-frames.ts";
import { findSplitYears } from "./find-split-years.ts";
import { findNames, matchNames } from "./match-names.ts";
import { isNumberName, tokensOfQuestion } from "./number-names.ts";
import { type Part, splitParts } from "./split-parts.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What stands in a question, each found by itself, before it is said what it does there. */
export type Surface = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly PeriodMention[];
  readonly quantities: readonly Quantity[];
  readonly frames: readonly Frame[];
  readonly parts: readonly Part[];
  /** Tokens that stand in a name or term of two words and more, and are read as that first. */
  readonly named: ReadonlySet<number>;
};

export const overlaps = ([a, b]: Span, [c, d]: Span): boolean => a < d && c < b;

/** The token that a span begins in; -1 where it holds none. */
export const tokenAt = (tokens: readonly Token[], span: Span): number =>
  tokens.findIndex(({ at }) => overlaps(at, span));

/** The spans of a number and of its hedge. */
export const spansOf = (quantities: readonly Quantity[]): readonly Span[] =>
  quantities.flatMap(({ at, hedgeAt }) => (hedgeAt === null ? [at] : [at, hedgeAt]));

/** Where names of two words and more stand, as tokens from and to. */
const stretches = (
  names: readonly { readonly from: number; readonly to: number }[],
): readonly (readonly [number, number])[] =>
  names.filter(({ from, to }) => to - from > 1).map(({ from, to }) => [from, to] as const);

const WORDS_FOR_TODAY: readonly ReferencePeriod["kind"][] = ["now", "latest", "same", "recurring_month"];

/** "Leave Now" of a campaign's name is no "now". */
const insideName = (
  { at }: PeriodMention,
  tokens: readonly Token[],
  names: readonly (readonly [number, number])[],
): boolean =>
  names.some(([from, to]) => {
    const [start, end] = [tokens[from]?.at[0] ?? 0, tokens[to - 1]?.at[1] ?? 0];
    return start <= at[0] && at[1] <= end;
  });

const outsideNames = (
  mentions: readonly PeriodMention[],
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): readonly PeriodMention[] => {
  const ofToday = new Set(mentions.filter(({ reference }) => WORDS_FOR_TODAY.includes(reference.kind)));
  if (ofToday.size === 0) return mentions;
  const names = stretches(matchNames(tokens, vocabulary.measureNames, vocabulary));
  return mentions.filter((mention) => !ofToday.has(mention) || !insideName(mention, tokens, names));
};

/** What is said of a year that figures call "2015/16", and all that is said of other times. */
const withSplitYears = (
  mentions: readonly PeriodMention[],
  text: string,
  vocabulary: Vocabulary,
): readonly PeriodMention[] => {
  const split = findSplitYears(text, vocabulary);
  const others = mentions.filter(({ at }) => !split.some((year) => overlaps(at, year.at)));
  return [...others, ...split].toSorted((a, b) => a.at[0] - b.at[0]);
};

const abbreviationsOf = onceFor(
  ({ language }: Vocabulary): ReadonlySet<string> =>
    new Set(language.phrases.get("abbreviation")?.entries.keys()),
);

const SAYINGS: readonly PhraseMeaning[] = ["empty", "chat", "compare"];

/** "all three" says no number of anything: a saying of several words that holds one is no quantity. */
const isSaying = ({ meaning, from, to, at }: Frame, [start, end]: Span): boolean =>
  SAYINGS.includes(meaning) && to - from > 1 && at[0] <= start && end <= at[1];

/** Frames that say the same inside a period or a number: "5 | years in 2023" are still years, "drop | below 13,000". */
const KEPT: readonly PhraseMeaning[] = [
  "clause_time",
  "clause_past",
  "full_period",
  "time_unit",
  "falls_below",
  "climbs_above",
];

/** Everything that can be read off a question's text by itself. */
export const findSurface = (text: string, askedOn: CalendarDate, vocabulary: Vocabulary): Surface => {
  const { language, namedPeriods, fiscalYearStartMonth } = vocabulary;
  const tokens = tokensOfQuestion(text, vocabulary.numberNames, language);
  const numbered = tokens.filter(isNumberName);
  const inNumber = (at: Span): boolean => numbered.some((token) => overlaps(token.at, at));
  const found = findPeriods(text, {
    askedOn,
    fiscalYearStartMonth,
    named: namedPeriods,
    words: language.calendar,
  });
  const mentions = outsideNames(withSplitYears(found, text, vocabulary), tokens, vocabulary).filter(
    ({ at }) => !inNumber(at),
  );
  const named = findNames(tokens, vocabulary);
  const frames = findFrames({ text, tokens, named }, vocabulary);
  const quantities = findQuantities(text, language.numbers).filter(
    ({ at }) =>
      !inNumber(at) &&
      !mentions.some((mention) => overlaps(at, mention.at)) &&
      !frames.some((frame) => isSaying(frame, at)),
  );
  const whole = [...mentions.map(({ at }) => at), ...spansOf(quantities)];
  const inNames = stretches([...named.protectedNames, ...named.termNames]);
  return {
    text,
    tokens,
    mentions,
    quantities,
    frames: frames.filter(
      ({ meaning, at }) => KEPT.includes(meaning) || !whole.some((span) => overlaps(at, span)),
    ),
    parts: splitParts(text, { tokens, whole, abbreviations: abbreviationsOf(vocabulary) }),
    named: new Set(
      inNames.flatMap(([from, to]) => Array.from({ length: to - from }, (_, step) => from + step)),
    ),
  };
};
