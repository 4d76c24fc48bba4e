import { daysBetween } from "../calendar/day.ts";
import { unitNamed } from "../language/calendar-words.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import type { Quantity } from "../language/quantity.ts";
import type { PeriodMention } from "../language/reference-period.ts";
import type { Assigned } from "./assign-roles.ts";
import { type Surface, tokenAt } from "./find-surface.ts";
import type { Stretch } from "./operation.ts";
import type { Question, StatedQuantity } from "./question.ts";
import { yearNamed } from "./shift-period.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** "of the 42,000": a number that is known already, and nobody asks whether it is right. */
const isDefinite = ({ at, hedgeAt }: Quantity, { tokens, frames }: Surface): boolean => {
  const index = tokenAt(tokens, hedgeAt ?? at);
  return frames.some(({ meaning, to }) => meaning === "definite" && to === index);
};

/** Two numbers with nothing but "or" between them. */
const offersAlternatives = (quantities: readonly Quantity[], { tokens, frames }: Surface): boolean => {
  const [first, second] = quantities;
  if (first === undefined || second === undefined) return false;
  const next = tokens.findLastIndex(({ at }) => at[0] < first.at[1]) + 1;
  return (
    frames.some(({ meaning, from }) => meaning === "alternative" && from === next) &&
    tokenAt(tokens, second.at) === next + 1
  );
};

const LISTING: readonly PhraseMeaning[] = ["high", "low", "rank_list"];

const LISTERS: readonly PhraseMeaning[] = ["asker", "article", "lister"];

/** "which three | airports had the most": a number between the word that asks and the one that ranks. */
const opensList = (index: number, frames: Surface["frames"]): boolean =>
  (index === 0 || frames.some(({ meaning, to }) => LISTERS.includes(meaning) && to === index)) &&
  frames.some(({ meaning, from }) => (meaning === "high" || meaning === "low") && from > index);

/** "the top three", "5 largest": how many are to be listed; the number itself is then no quantity. */
const listedBy = (
  quantities: readonly StatedQuantity[],
  { tokens, frames }: Surface,
): StatedQuantity | undefined =>
  quantities.find(({ value, unit, at }) => {
    const index = tokenAt(tokens, at);
    const beside = frames.some(
      ({ meaning, from, to }) =>
        LISTING.includes(meaning) && (to === index || from === index + 1 || (from < index && index < to)),
    );
    return (
      (beside || opensList(index, frames)) &&
      unit === null &&
      Number.isInteger(value) &&
      value > 0 &&
      value <= MOST_LISTED
    );
  });

/** More than this many is a table, and nobody asks for "the top 200" in a chat. */
const MOST_LISTED = 50;

/** The unit of time right behind a number: "180 days". */
export const timeUnitBehind = ({ at }: Quantity, { frames, tokens }: Surface): string | null => {
  const next = tokens.findLastIndex((token) => token.at[0] < at[1]) + 1;
  const unit = frames.find(({ meaning, from }) => meaning === "time_unit" && from === next);
  return unit === undefined ? null : (tokens[unit.from]?.stem ?? null);
};

/** "The most in ten years", "a decade high": the stretch that a rank is claimed for; null where none is said. */
export const windowOf = (
  quantities: readonly StatedQuantity[],
  { frames, tokens }: Surface,
  { language }: Vocabulary,
): Stretch | null => {
  const frame = frames.find(({ meaning }) => meaning === "time_unit");
  const unit = frame && unitNamed(tokens[frame.from]?.key ?? "", language.calendar);
  if (frame === undefined || unit === undefined) return null;
  const counted = quantities.find(({ timeUnit }) => timeUnit !== null);
  if (counted !== undefined) return { unit, count: counted.value };
  const single = frames.some(({ meaning, to }) => meaning === "article" && to === frame.from);
  return single ? { unit, count: 1 } : null;
};

/** "Per 100,000 people": for how many of something a rate is wanted. */
const perAmountOf = (
  quantities: readonly StatedQuantity[],
  { frames, tokens }: Surface,
): StatedQuantity | undefined =>
  quantities.find(({ at }) => {
    const index = tokenAt(tokens, at);
    return frames.some(({ meaning, to }) => meaning === "for_each" && to === index);
  });

export type Numbers = Pick<Question, "quantities" | "offersAlternatives" | "perAmount"> & {
  readonly listed: number | null;
  /** Numbers that somebody might mean to be checked. */
  readonly claimed: readonly Quantity[];
};

/** "Over the three years 2019, 2020 and 2021", "the five years 2001 to 2005": it only counts what is named beside it. */
const countsPeriods = ({ value, timeUnit }: StatedQuantity, mentions: readonly PeriodMention[]): boolean => {
  const within = mentions.filter(({ reference }) => reference.kind === "within").length;
  const years = mentions.flatMap(({ reference }) =>
    reference.kind === "range" ? [yearNamed(reference.ends[1]) - yearNamed(reference.ends[0]) + 1] : [],
  );
  return timeUnit !== null && [within, ...years, ...mentions.flatMap(yearsOfTerms)].includes(value);
};

/** "Her four years": the years of the terms of office that a name stands for. */
const yearsOfTerms = ({ reference }: PeriodMention): readonly number[] =>
  reference.kind === "named"
    ? reference.periods.flatMap(({ period: { start, end } }) =>
        end === null ? [] : [Math.round(daysBetween(start, end) / DAYS_A_YEAR)],
      )
    : [];

const DAYS_A_YEAR = 365.25;

export const numbersOf = (surface: Surface, { isAside, isExcluded }: Assigned): Numbers => {
  const stated = surface.quantities.map((one) => ({
    ...one,
    definite: isDefinite(one, surface),
    timeUnit: timeUnitBehind(one, surface),
  }));
  const listed = listedBy(stated, surface);
  const each = perAmountOf(stated, surface);
  const isSaid = (index: number): boolean => !isAside(index) && !isExcluded(index);
  const quantities = stated.filter(
    (one) =>
      one !== listed &&
      one !== each &&
      !countsPeriods(one, surface.mentions) &&
      isSaid(tokenAt(surface.tokens, one.at)),
  );
  return {
    perAmount: each?.value ?? null,
    quantities,
    listed: listed?.value ?? null,
    claimed: quantities.filter(({ definite }) => !definite),
    offersAlternatives: offersAlternatives(quantities, surface),
  };
};
