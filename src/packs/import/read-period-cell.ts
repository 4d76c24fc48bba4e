import {
  calendarYear,
  decade,
  fiscalYear,
  month,
  monthName,
  periodOfDays,
  quarter,
  weekOf,
} from "../../calendar/calendar-periods.ts";
import { type CalendarDate, firstDayOfMonth, lastDayOfMonth, makeDay } from "../../calendar/day.ts";
import type { Period } from "../../calendar/period.ts";

/** How long the periods of a column are; a column holds one kind. */
export type CellGrain =
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "half"
  | "year"
  | "split_year"
  | "fiscal_year"
  | "span";
export type PeriodCell = { readonly period: Period; readonly grain: CellGrain };

/** Which of the two numbers of 03/04/2020 is the day. */
export type DayOrder = "day_first" | "month_first";

/** How a table writes its periods, where a cell alone does not tell. */
export type CellStyle = {
  readonly order: DayOrder;
  /** The month, 1 to 12, in which a year begins that ends in the next calendar year. */
  readonly yearStart: number;
};

/** Of no table that says otherwise: months before days, and years as the United States count their fiscal ones. */
export const USUAL_STYLE: CellStyle = { order: "month_first", yearStart: 10 };

type Reader = {
  readonly shape: RegExp;
  readonly read: (parts: Readonly<Record<string, string | undefined>>, style: CellStyle) => Period | null;
  readonly grain: CellGrain;
};

const EARLIEST = 1000;
const LATEST = 2200;
/** Months as Intl writes them are known in full and by their first three letters. */
const MONTHS = new Map(
  Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase()).flatMap((name, index) => [
    [name, index + 1] as const,
    [name.slice(0, 3), index + 1] as const,
    [name.slice(0, 4), index + 1] as const,
  ]),
);
const PIVOT = 50;

/** "20" is 2020, "68" is 1968; null for years that no statistics are of. */
const yearIn = (text: string | undefined): number | null => {
  const written = Number(text);
  const short = written < PIVOT ? 2000 + written : 1900 + written;
  const year = text?.length === 2 ? short : written;
  return Number.isInteger(year) && year >= EARLIEST && year <= LATEST ? year : null;
};

const withYear = (text: string | undefined, make: (year: number) => Period | null): Period | null => {
  const year = yearIn(text);
  return year === null ? null : make(year);
};

const monthIn = (text: string | undefined): number | null => {
  const number = Number(text);
  const named = MONTHS.get(text?.toLowerCase().replace(".", "") ?? "");
  if (named !== undefined) return named;
  return Number.isInteger(number) && number >= 1 && number <= 12 ? number : null;
};

const inMonth = (year: string | undefined, text: string | undefined): Period | null => {
  const number = monthIn(text);
  return number === null ? null : withYear(year, (whole) => month(whole, number));
};

const onDay = (
  year: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): Period | null => {
  const [whole, number] = [yearIn(year), monthIn(monthText)];
  const day = whole === null || number === null ? null : makeDay(whole, number, Number(dayText));
  return day === null ? null : periodOfDays(day, day);
};

/** "2020/21": a year that begins in one calendar year and ends in the next. */
const splitYear = (
  first: string | undefined,
  second: string | undefined,
  { yearStart }: CellStyle,
): Period | null =>
  withYear(first, (year) => {
    const follows = (year + 1) % 100 === Number(second) % 100 && [2, 4].includes(second?.length ?? 0);
    return follows ? { ...fiscalYear(year + 1, yearStart), label: `${year}/${second}` } : null;
  });

const half = (year: number, which: number): Period => ({
  label: `H${which} ${year}`,
  start: firstDayOfMonth(year, which === 1 ? 1 : 7),
  end: lastDayOfMonth(year, which === 1 ? 6 : 12),
});

/** Weeks as ISO 8601 numbers them: the first is that of 4 January. */
const isoWeek = (year: number, week: number): Period | null => {
  if (week < 1 || week > 53) return null;
  const fourth = new Date(Date.UTC(year, 0, 4 + 7 * (week - 1)));
  return weekOf(fourth.toISOString().slice(0, 10) as CalendarDate);
};

const TIME = "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[-+]\\d{2}:?\\d{2})?)?";

/** The first shape that fits is taken; "2020-21" is a month nowhere, so the split year comes behind the month. */
const READERS: readonly Reader[] = [
  { shape: /^(?<y>\d{4})(?:\.0)?$/, grain: "year", read: ({ y }) => withYear(y, calendarYear) },
  {
    shape: new RegExp(`^(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})${TIME}$`),
    grain: "day",
    read: ({ y, m, d }) => onDay(y, m, d),
  },
  { shape: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/, grain: "day", read: ({ y, m, d }) => onDay(y, m, d) },
  {
    shape: new RegExp(`^(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.](?<y>\\d{4}|\\d{2})${TIME}$`),
    grain: "day",
    read: ({ a, b, y }, { order }) => (order === "day_first" ? onDay(y, b, a) : onDay(y, a, b)),
  },
  {
    shape: /^(?<d>\d{1,2})[- ](?<m>[a-z]{3,9})\.?[- ](?<y>\d{4}|\d{2})$/i,
    grain: "day",
    read: ({ y, m, d }) => onDay(y, m, d),
  },
  {
    shape: /^(?<m>[a-z]{3,9})\.? (?<d>\d{1,2}),? (?<y>\d{4})$/i,
    grain: "day",
    read: ({ y, m, d }) => onDay(y, m, d),
  },
  { shape: /^(?<y>\d{4})[-/.](?<m>\d{1,2})$/, grain: "month", read: ({ y, m }) => inMonth(y, m) },
  { shape: /^(?<y>\d{4})-?M(?<m>\d{1,2})$/i, grain: "month", read: ({ y, m }) => inMonth(y, m) },
  { shape: /^(?<m>\d{1,2})\/(?<y>\d{4})$/, grain: "month", read: ({ y, m }) => inMonth(y, m) },
  {
    shape: /^(?<m>[a-z]{3,9})\.?[-/ ,]+(?<y>\d{4}|\d{2})$/i,
    grain: "month",
    read: ({ y, m }) => inMonth(y, m),
  },
  { shape: /^(?<y>\d{4})[-/ ]+(?<m>[a-z]{3,9})\.?$/i, grain: "month", read: ({ y, m }) => inMonth(y, m) },
  {
    shape: /^(?<y>\d{4})[-/ :]*Q(?<q>[1-4])$/i,
    grain: "quarter",
    read: ({ y, q }) => withYear(y, (year) => quarter(year, Number(q))),
  },
  {
    shape: /^Q(?<q>[1-4])[-/ :,]*(?<y>\d{4})$/i,
    grain: "quarter",
    read: ({ y, q }) => withYear(y, (year) => quarter(year, Number(q))),
  },
  {
    shape: /^(?<y>\d{4})[-/ ]*[HS](?<h>[12])$/i,
    grain: "half",
    read: ({ y, h }) => withYear(y, (year) => half(year, Number(h))),
  },
  {
    shape: /^(?<y>\d{4})-?W(?<w>\d{1,2})$/i,
    grain: "week",
    read: ({ y, w }) => withYear(y, (year) => isoWeek(year, Number(w))),
  },
  {
    shape: /^FY[- ']*(?<y>\d{4}|\d{2})$/i,
    grain: "fiscal_year",
    read: ({ y }, { yearStart }) => withYear(y, (year) => fiscalYear(year, yearStart)),
  },
  {
    shape: /^(?:FY[- ]*)?(?<a>\d{4})[-/–](?<b>\d{2}|\d{4})$/i,
    grain: "split_year",
    read: ({ a, b }, style) => splitYear(a, b, style),
  },
  { shape: /^(?<y>\d{3}0)s$/i, grain: "span", read: ({ y }) => withYear(y, decade) },
  {
    shape: /^(?<a>\d{4}) ?(?:-|–|to) ?(?<b>\d{4})$/i,
    grain: "span",
    read: ({ a, b }) => {
      const [first, last] = [yearIn(a), yearIn(b)];
      if (first === null || last === null || first >= last) return null;
      return periodOfDays(firstDayOfMonth(first, 1), lastDayOfMonth(last, 12), `${first} to ${last}`);
    },
  },
];

/**
 * The period that a cell stands for: "2020", "2020-03", "2020-Q1", "Mar 2020", "2020-03-31", "FY2020",
 * "2020/21". Null where it stands for none.
 */
export const readPeriodCell = (cell: string, style: CellStyle = USUAL_STYLE): PeriodCell | null => {
  for (const { shape, read, grain } of READERS) {
    const parts = shape.exec(cell)?.groups;
    const period = parts === undefined ? null : read(parts, style);
    if (period !== null) return { period, grain };
  }
  return null;
};

const DAY_AND_MONTH = /^(?<a>\d{1,2})(?<sign>[-/.])(?<b>\d{1,2})[-/.](?:\d{4}|\d{2})/;

/** A format such as %d/%m/%Y says it, a number over 12 shows it; points are written where the day comes first. */
export const dayOrderOf = (cells: readonly string[], format: string | null): DayOrder => {
  const pattern = format?.toLowerCase() ?? "";
  if (pattern.includes("d") && pattern.includes("m")) {
    return pattern.indexOf("d") < pattern.indexOf("m") ? "day_first" : "month_first";
  }
  const written = cells
    .map((cell) => DAY_AND_MONTH.exec(cell)?.groups)
    .filter((parts) => parts !== undefined);
  const dayFirst = written.some(({ a, sign }) => Number(a) > 12 || sign === ".");
  return dayFirst && !written.some(({ b }) => Number(b) > 12) ? "day_first" : "month_first";
};
