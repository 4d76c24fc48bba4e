import {
  fiscalQuarter,
  month,
  monthsFrom,
  periodOfDays,
  quarter,
  season,
} from "../../calendar/calendar-periods.ts";
import { addMonths, makeDay, monthOf, yearOf } from "../../calendar/day.ts";
import { halfOf } from "../../calendar/parts-of-period.ts";
import type { Period } from "../../calendar/period.ts";
import type { Made } from "./lexeme.ts";
import {
  type ClosedPeriod,
  closed,
  latestMonth,
  makePoint,
  monthWithin,
  nameOfYear,
  type Point,
  type Today,
  yearPoint,
} from "./point.ts";
import { monthRangeMade, partialMade, referenceMade } from "./reference.ts";
import {
  definite,
  has,
  type Match,
  numberOf,
  pointMade,
  pointsOf,
  type Reading,
  type Rule,
  rule,
  wordOf,
} from "./rule.ts";

const yearPointOf = (match: Match): Point | null => pointsOf(match)[0] ?? null;

/** What a part of a year takes from it. */
const partOf = (whole: Point, period: Period, grain: Point["grain"]): Made =>
  pointMade(makePoint(period, grain, { basis: whole.basis, relative: whole.relative }));

const monthOfYear: Reading = (match) => {
  const [year, named] = [yearPointOf(match), numberOf(match, "month")];
  if (year === null || named === null) return null;
  const period = monthWithin(year.period, named);
  // "October of FY2024" lies in the fiscal year before; a month is the same on either calendar.
  return pointMade(makePoint(period, "month", { relative: year.relative }));
};

const dayOfYear: Reading = (match) => {
  const [year, named, day] = [yearPointOf(match), numberOf(match, "month"), numberOf(match, "day_number")];
  if (year === null || named === null || day === null) return null;
  const date = makeDay(yearOf(monthWithin(year.period, named).start), named, day);
  return date === null ? null : pointMade(makePoint(periodOfDays(date, date), "day"));
};

/** "June 5" is the latest one that is not after the day of asking. */
const yearlessDay: Reading = (match, { askedOn }) => {
  const [named, day] = [numberOf(match, "month"), numberOf(match, "day_number")];
  if (named === null || day === null) return null;
  const years = [0, 1, 2, 3, 4].map((back) => makeDay(yearOf(askedOn) - back, named, day));
  const date = years.find((one) => one !== null && one <= askedOn);
  if (date === null || date === undefined) return null;
  return pointMade(makePoint(periodOfDays(date, date), "day", { relative: true, yearless: true }));
};

const quarterNumber = (match: Match): number | null => {
  const number = numberOf(match, "number") ?? numberOf(match, "ordinal");
  return number !== null && number >= 1 && number <= 4 ? number : null;
};

const quarterOfYear: Reading = (match, today) => {
  const [year, number] = [yearPointOf(match), quarterNumber(match)];
  if (year === null || number === null) return null;
  const period =
    year.basis === "fiscal"
      ? fiscalQuarter(nameOfYear(year), number, today.fiscalYearStartMonth)
      : quarter(nameOfYear(year), number);
  return partOf(year, period, "quarter");
};

/** "Q1" alone is the latest finished one. */
const yearlessQuarter: Reading = (match, { askedOn }) => {
  const number = quarterNumber(match);
  if (number === null) return null;
  const newest = [0, 1].map((back) => quarter(yearOf(askedOn) - back, number));
  const period = newest.find(({ end }) => end !== null && end < askedOn);
  return period === undefined
    ? null
    : pointMade(makePoint(period, "quarter", { relative: true, yearless: true }));
};

/** "In the third quarter"; "the third quarter of the docket" is a part of something else. */
const ordinalQuarter: Reading = (match, today) =>
  definite(match) && match.after?.senses.has("of") !== true ? yearlessQuarter(match, today) : null;

/** "The third quarter of every year", "every Q3". */
const everyQuarter: Reading = (match) => {
  const quarterOfAll = quarterNumber(match);
  const isYearly = !has(match, "rated_unit") || wordOf(match, "rated_unit") === "year";
  return quarterOfAll === null || !isYearly
    ? null
    : referenceMade({ kind: "recurring_quarter", quarter: quarterOfAll });
};

const halfOfYear: Reading = (match) => {
  const year = yearPointOf(match);
  const number = numberOf(match, "number") ?? numberOf(match, "ordinal");
  if (year === null || (number !== 1 && number !== 2)) return null;
  return partOf(year, halfOf(year.period, number, `H${number} ${year.period.label}`), "span");
};

const seasonName = (match: Match): string =>
  match.filled.find(({ kind }) => kind === "season")?.lexeme.text ?? "";

const seasonOfYear: Reading = (match) => {
  const [year, first] = [yearPointOf(match), numberOf(match, "season")];
  if (year === null || first === null) return null;
  return pointMade(
    makePoint(season(seasonName(match), nameOfYear(year), first), "span", { relative: year.relative }),
  );
};

/**
 * "Last summer", "last February": the latest that was over on the day of asking; "next": the first to begin
 * after it; "this" one is of its year.
 */
const relativePart = (
  periodIn: (year: number) => Period,
  match: Match,
  { askedOn }: Today,
): Period | null => {
  const years = [1, 0, -1, -2].map((shift) => periodIn(yearOf(askedOn) + shift));
  if (has(match, "next")) return years.findLast(({ start }) => start > askedOn) ?? null;
  if (!has(match, "last")) return periodIn(yearOf(askedOn));
  return years.find(({ end }) => end !== null && end < askedOn) ?? null;
};

const relativeSeason: Reading = (match, today) => {
  const first = numberOf(match, "season");
  if (first === null) return null;
  const period = relativePart((year) => season(seasonName(match), year, first), match, today);
  return period === null ? null : pointMade(makePoint(period, "span", { relative: true }));
};

const relativeMonth: Reading = (match, today) => {
  const named = numberOf(match, "month");
  if (named === null) return null;
  const inYear = (year: number) => monthWithin(yearPoint(year, "unstated", today).period, named);
  const period = relativePart(inYear, match, today);
  return period === null ? null : pointMade(makePoint(period, "month", { relative: true }));
};

/** "This time last year" is the month of asking, a year back; "this period 2024" is no month. */
const sameTimeOfYear: Reading = (match, { askedOn }) => {
  const year = yearPointOf(match);
  const opened = match.filled[0]?.lexeme.senses;
  if (year?.relative !== true || !(opened?.has("this") || opened?.has("now"))) return null;
  const period = monthWithin(year.period, monthOf(askedOn));
  return pointMade(makePoint(period, "month", { relative: true }));
};

/** Where a year or a day follows, the month belongs to that: "2021 through June 5, 2024". */
const isWholeMonth = ({ after }: Match): boolean =>
  !(after !== null && (after.senses.has("year_point") || after.senses.has("day_number")));

/** "FY24 through April". */
const yearThroughMonth: Reading = (match) => {
  if (!isWholeMonth(match)) return null;
  const [year, named] = [yearPointOf(match), numberOf(match, "month")];
  return year === null || named === null ? null : partialMade(year, monthWithin(year.period, named));
};

/** "The first seven months of FY2024" runs to a month of it; all twelve are the year. */
const monthsOfYear: Reading = (match) => {
  const [year, count] = [yearPointOf(match), numberOf(match, "count")];
  if (year === null || count === null || count > 12) return null;
  if (count === 12) return pointMade(year);
  if (numberOf(match, "ordinal") !== 1 || has(match, "last")) return null;
  const last = addMonths(year.period.start, count - 1);
  return partialMade(year, monthWithin(year.period, monthOf(last)));
};

const lastMonthsOfYear: Reading = (match) => {
  const [year, count] = [yearPointOf(match), numberOf(match, "count")];
  if (year === null || count === null || count > 12) return null;
  const start = addMonths(year.period.start, 12 - count);
  return partOf(year, monthsFrom(start, count, `the last ${count} months of ${year.period.label}`), "span");
};

/** "The 12 months to September 2024" end with that month. */
const monthsUpTo: Reading = (match, today) => {
  const [year, named, count] = [yearPointOf(match), numberOf(match, "month"), numberOf(match, "count")];
  if (year === null || named === null || count === null) return null;
  const last = closed(monthWithin(year.period, named));
  const first = addMonths(last.start, 1 - count);
  return monthRangeMade(closed(month(yearOf(first), monthOf(first))), last, today);
};

/** "The year that ended in September 2023": a fiscal one only where it does end there. */
const yearEndingIn: Reading = (match, today) => {
  const [year, named] = [yearPointOf(match), numberOf(match, "month")];
  if (year === null || named === null) return null;
  const last = closed(monthWithin(year.period, named));
  const fiscal = yearPoint(yearOf(last.start), "fiscal", today);
  if (fiscal.period.end === last.end) return pointMade(fiscal);
  if (has(match, "fiscal")) return null;
  const first = addMonths(last.start, -11);
  return monthRangeMade(closed(month(yearOf(first), monthOf(first))), last, today);
};

/** The month of a name in a calendar year. */
const monthIn = (year: number, named: number, today: Today): ClosedPeriod =>
  closed(monthWithin(yearPoint(year, "calendar", today).period, named));

const monthsInYear: Reading = (match, today) => {
  if (!isWholeMonth(match)) return null;
  const [year, from, to] = [yearPointOf(match), numberOf(match, "month", 0), numberOf(match, "month", 1)];
  if (year === null || from === null || to === null) return null;
  const [last, first] = [closed(monthWithin(year.period, to)), closed(monthWithin(year.period, from))];
  if (first.start <= last.start) return monthRangeMade(first, last, today);
  return monthRangeMade(monthIn(yearOf(last.start) - 1, from, today), last, today);
};

const monthToMonth: Reading = (match, today) => {
  const [from, point] = [numberOf(match, "month"), pointsOf(match)[0]];
  if (from === null || point === undefined) return null;
  const year = yearOf(point.period.start) - (from > monthOf(point.period.start) ? 1 : 0);
  return monthRangeMade(monthIn(year, from, today), point.period, today);
};

const yearlessMonths: Reading = (match, today) => {
  if (!isWholeMonth(match)) return null;
  const [from, to] = [numberOf(match, "month", 0), numberOf(match, "month", 1)];
  if (from === null || to === null) return null;
  const last = closed(latestMonth(to, today.askedOn));
  const year = yearOf(last.start) - (from > to ? 1 : 0);
  return monthRangeMade(monthIn(year, from, today), last, today);
};

/** Months, days, quarters, halves and seasons of years that stand already. */
export const MONTH_RULES: readonly Rule[] = [
  rule("month of|in|comma? year_point", monthOfYear),
  rule("month day_number comma|of|in? year_point", dayOfYear),
  rule("day_number of? month comma|of|in? year_point", dayOfYear),
  rule("month day_number", yearlessDay),
  rule("day_number of? month", yearlessDay),
  rule("quarter_sign ~number of|in|comma? year_point", quarterOfYear),
  rule("year_point comma? quarter_sign ~number", quarterOfYear),
  rule("ordinal quarter_unit of|in|comma? year_point", quarterOfYear),
  rule("quarter_sign ~number", yearlessQuarter),
  rule("ordinal quarter_unit", ordinalQuarter),
  rule("ordinal quarter_unit of|in? rate rated_unit", everyQuarter),
  rule("quarter_sign ~number of|in? rate rated_unit", everyQuarter),
  rule("rate quarter_sign ~number", everyQuarter),
  rule("ordinal half_unit of|in|comma? year_point", halfOfYear),
  rule("half_sign ~number of|in|comma? year_point", halfOfYear),
  rule("season of|in|comma? year_point", seasonOfYear),
  rule("last|this|next season", relativeSeason),
  rule("last|this month", relativeMonth),
  rule("this? stretch of|in? year_point", sameTimeOfYear),
  rule("through month of|in|comma? fiscal_point", yearThroughMonth),
  rule("year_point comma? through|to month close?", yearThroughMonth),
  rule("full? ordinal? count month_unit of|in year_point", monthsOfYear),
  rule("last count month_unit of|in year_point", lastMonthsOfYear),
  rule("from? month to|through|dash month of|in|comma? year_point", monthsInYear),
  rule("between month and|to|dash month of|in|comma? year_point", monthsInYear),
  rule("year_point comma? from? month to|through|dash month", monthsInYear),
  // "Summer 2023, July to September": the months say which are meant.
  rule("season of|in|comma? year_point comma from? month to|through|dash month close?", monthsInYear),
  rule("ordinal quarter_unit of|in? year_point comma from? month to|through|dash month close?", monthsInYear),
  rule("from? month to|through|dash month_point", monthToMonth),
  rule("count month_unit to|through|ending in? month of|in|comma? year_point", monthsUpTo),
  rule("year_unit|fiscal to|through|ending in|on? month of|in|comma? year_point", yearEndingIn),
  rule("from? month to|through|dash month", yearlessMonths),
];
