import { fiscalYear } from "./calendar-periods.ts";
import { type CalendarDate, monthOf, yearOf } from "./day.ts";
import type { Period } from "./period.ts";

const SPLIT_YEAR = /^(?<first>\d{4})(?:[/–-](?<short>\d{2})|\/(?<long>\d{4}))$/;

/** "2015-16", "2015–16" and "2015/2016" → "2015/16"; null where it is no year that ends in the next one. */
export const splitYearName = (text: string): string | null => {
  const { first, short, long } = SPLIT_YEAR.exec(text)?.groups ?? {};
  const next = short ?? long?.slice(2);
  if (first === undefined || next === undefined) return null;
  return (Number(first) + 1) % 100 === Number(next) ? `${first}/${next}` : null;
};

/** The year called "2015/16" where years begin in the month of a day; null where it is no name of such a year. */
export const splitYear = (name: string, start: CalendarDate): Period | null => {
  const label = splitYearName(name);
  if (label === null) return null;
  return { ...fiscalYear(yearOf(`${label.slice(0, 4)}-01-01` as CalendarDate) + 1, monthOf(start)), label };
};
