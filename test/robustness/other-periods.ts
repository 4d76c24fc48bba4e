import type { Topic } from "../../src/desk.ts";
import { MONTHS, YEARS } from "./strangers.ts";

type Days = { readonly start: string; readonly end: string };

/** What the year may mean, calendar and fiscal both: 1 October of the year before to 31 December. */
const daysOfYear = (year: number): Days => ({ start: `${year - 1}-10-01`, end: `${year}-12-31` });

const daysOfMonth = (month: string, year: number): Days => {
  const number = new Date(`${month} 1, ${year} UTC`).toISOString().slice(5, 7);
  return { start: `${year}-${number}-01`, end: `${year}-${number}-31` };
};

/** Whether any figure of these measures covers one of the days. Then the period is held, or part of it is. */
const isHeld = (topics: readonly Topic[], { start, end }: Days): boolean =>
  topics.some(({ figures }) =>
    figures.some(
      ({ timePeriod }) => timePeriod.start <= end && (timePeriod.end ?? timePeriod.start) >= start,
    ),
  );

/** "2024-" or "2014-2024": a range, of which a part would stay held. */
const RANGE = /\b(?:19|20)\d\d ?[-–] ?\d/u;
const MONTH_AND_YEAR =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?=(?:20)\d\d\b)((?:20)\d\d)\b/iu;
const SHORT_FISCAL = /\bFY ?'?(\d\d)\b/iu;
const YEAR = /(?<![\d,.$-])\b(20[012]\d)\b(?![\d,.-])/u;
const DATE_WORDS =
  /\b(?:since|last|prior|previous|year|years|month|months|late|early|before|after|trump|biden|obama|today|now|currently|order|week|weeks|wks|day)\b|\d{4}|\bFY/iu;
const LAST_MARKS = /[\s?.!]+$/u;

const yearsNotHeld = (topics: readonly Topic[]): readonly number[] =>
  YEARS.filter((year) => !isHeld(topics, daysOfYear(year)));

/** The question about another year or month, of which none of its measures holds a day. */
export const otherPeriods = (text: string, topics: readonly Topic[]): readonly string[] => {
  if (RANGE.test(text)) return [];
  const month = MONTH_AND_YEAR.exec(text);
  if (month !== null) {
    const year = Number(month[1]);
    const months = MONTHS.filter((name) => !isHeld(topics, daysOfMonth(name, year)));
    const years = yearsNotHeld(topics).map((other) =>
      text.replace(month[0], month[0].replace(/\d{4}/u, `${other}`)),
    );
    return [...months.map((name) => text.replace(month[0], `${name} ${year}`)), ...years];
  }
  const fiscal = SHORT_FISCAL.exec(text);
  if (fiscal !== null)
    return yearsNotHeld(topics)
      .filter((year) => year >= 2000)
      .map((year) => text.replace(fiscal[0], `FY${String(year).slice(2)}`));
  const year = YEAR.exec(text);
  return year === null ? [] : yearsNotHeld(topics).map((other) => text.replace(year[0], String(other)));
};

/** The question about a year, where it named no time at all. */
export const addedPeriods = (text: string, topics: readonly Topic[]): readonly string[] =>
  DATE_WORDS.test(text)
    ? []
    : yearsNotHeld(topics).map((year) => `${text.replace(LAST_MARKS, "")} in ${year}?`);
