import type { AnswerPeriod } from "../answer/answer.ts";
import { fiscalYearOf } from "../calendar/calendar-periods.ts";
import { type CalendarDate, dayOfMonth, monthOf, readDay, yearOf } from "../calendar/day.ts";
import { splitYearName } from "../calendar/split-year.ts";
import { fill, type HouseStyle } from "../language/house-style.ts";
import { type PeriodShape, shapeOf } from "../resolution/period-shape.ts";
import type { Styled } from "./styled.ts";

type Named = "year" | "fiscal_year" | "quarter" | "month" | "day" | "partial_year" | "other";

const FISCAL = /\bFY(\d{4})\b/gu;
const FISCAL_ONCE = /\bFY(\d{4})\b/u;

const NAMED: Readonly<Record<PeriodShape, Named>> = {
  fiscal_year: "fiscal_year",
  year: "year",
  partial_year: "partial_year",
  quarter: "quarter",
  month: "month",
  open: "other",
  span: "other",
};

/** A day in house style: "Dec. 20, 2024". */
export const sayDay = (day: CalendarDate, { parts, monthsWithDay }: HouseStyle): string =>
  fill(parts["period_name.day"], {
    month: monthsWithDay[monthOf(day) - 1] ?? "",
    day: String(dayOfMonth(day)),
    year: String(yearOf(day)),
  });

/** "FY2024 (through April)" → "fiscal year 2024 (through April)". */
const withFiscalYears = (label: string, { parts }: HouseStyle): string =>
  label.replace(FISCAL, (_whole, year: string) => fill(parts["period_name.fiscal_year"], { year }));

type Read = { readonly named: Named; readonly name: string };

const readPeriod = ({ label, start, end }: AnswerPeriod, { style, catalog }: Styled): Read => {
  const [first, last] = [start === null ? null : readDay(start), end === null ? null : readDay(end)];
  const shown = withFiscalYears(label, style);
  if (first === null) return { named: "other", name: shown };
  if (first === last) return { named: "day", name: sayDay(first, style) };
  const { fiscalYearStartMonth } = catalog;
  const named = NAMED[shapeOf({ label, start: first, end: last }, fiscalYearStartMonth)];
  const own = FISCAL_ONCE.exec(label)?.[1] ?? splitYearName(label);
  const fiscal = own ?? String(fiscalYearOf(first, fiscalYearStartMonth));
  const texts = {
    label: shown,
    year: named === "fiscal_year" ? fiscal : String(yearOf(first)),
    month: style.months[monthOf(first) - 1] ?? "",
  };
  return { named, name: fill(style.parts[`period_name.${named}`], texts) };
};

/** The period by its name alone: "fiscal year 2024", "February 2025". */
export const namePeriod = (period: AnswerPeriod, styled: Styled): string => readPeriod(period, styled).name;

/** The period in a sentence: "in fiscal year 2024", "(since 2019)". */
export const sayPeriod = (period: AnswerPeriod, styled: Styled): string => {
  const { named, name } = readPeriod(period, styled);
  return fill(styled.style.parts[`period.${named}`], { name });
};
