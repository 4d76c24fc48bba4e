import { calendarYear, month, quarter } from "../../calendar/calendar-periods.ts";
import { dayOfMonth, monthOf, yearOf } from "../../calendar/day.ts";
import type { Period } from "../../calendar/period.ts";
import type { DateBasis } from "../../catalog/observation.ts";
import {
  type CellGrain,
  type CellStyle,
  dayOrderOf,
  type PeriodCell,
  readPeriodCell,
  USUAL_STYLE,
} from "./read-period-cell.ts";

/** How the cells of a time column are read: each to a period, and whether the table itself prints that much. */
export type TimeReading = {
  readonly read: (cell: string) => Period | null;
  readonly basis: DateBasis;
  readonly grain: CellGrain;
};

/** What a schema and the texts of a package tell of a time column. */
export type TimeTold = { readonly format: string | null; readonly yearStart?: number };

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const grainsOf = (cells: readonly PeriodCell[]): readonly CellGrain[] =>
  distinct(cells.map(({ grain }) => grain));

type Widened = { readonly grain: CellGrain; readonly widen: (period: Period) => Period };

const widenTo = {
  year: ({ start }: Period) => calendarYear(yearOf(start)),
  quarter: ({ start }: Period) => quarter(yearOf(start), Math.ceil(monthOf(start) / 3)),
  month: ({ start }: Period) => month(yearOf(start), monthOf(start)),
} as const;

const isLastOfMonth = ({ start }: Period): boolean => start === month(yearOf(start), monthOf(start)).end;

/** Where in its month each day of a table stands: all on its first, all on its last, or all on the same one. */
const placeInMonth = (days: readonly Period[]): "first" | "last" | "same" | null => {
  if (days.every(({ start }) => dayOfMonth(start) === 1)) return "first";
  if (days.every(isLastOfMonth)) return "last";
  const same = distinct(days.map(({ start }) => dayOfMonth(start))).length === 1;
  return same && days.length >= 3 ? "same" : null;
};

/** Months whose days stand for whole quarters, by where in the month they are. */
const QUARTERS = { first: [1, 4, 7, 10], last: [3, 6, 9, 12], same: [] } as const;
const YEARS = { first: [1], last: [12], same: [] } as const;

/**
 * Days that all begin a month, or all end one, or are all its 15th, are how tables write months; if all of
 * them are in January (or December, or the same month), years. Days of any other pattern are days.
 */
const widenDays = (days: readonly Period[]): Widened | null => {
  const place = placeInMonth(days);
  if (days.length < 2 || place === null) return null;
  const months = distinct(days.map(({ start }) => monthOf(start)));
  const within = (allowed: readonly number[]) => months.every((one) => allowed.includes(one));
  if (within(YEARS[place]) || (months.length === 1 && days.length >= 3)) {
    return { grain: "year", widen: widenTo.year };
  }
  if (within(QUARTERS[place])) return { grain: "quarter", widen: widenTo.quarter };
  return { grain: "month", widen: widenTo.month };
};

const DASH = /[-/]/;

/** Reads "2001-02" and "2010/11" as a year that ends in the next one, where every cell of the column may be read so. */
const asSplitYear = (cell: string, style: CellStyle): PeriodCell | null =>
  readPeriodCell(cell.replace(DASH, "–"), style);

const SHORT_RANGE = /^(?<year>\d{4})[-/–](?<next>\d{2})$/;
const follows = (cell: string): boolean => {
  const parts = SHORT_RANGE.exec(cell)?.groups;
  return parts !== undefined && (Number(parts.year) + 1) % 100 === Number(parts.next);
};

const readerOf = (cells: readonly string[], style: CellStyle): ((cell: string) => PeriodCell | null) => {
  const splits = cells.length > 1 && cells.every(follows);
  return (cell) => (splits ? asSplitYear(cell, style) : readPeriodCell(cell, style));
};

const PRINTED: readonly CellGrain[] = ["day", "week", "month", "quarter", "half", "year", "span"];

/** Below this share of cells that are a period, a column is no time column. */
const ENOUGH = 0.95;

/**
 * Finds out how the cells of a column say their periods; null where most of them say none. A month written
 * as its first day is widened to the month, and the basis is then inferred.
 */
export const readTimeColumn = (
  all: readonly string[],
  { format, yearStart = USUAL_STYLE.yearStart }: TimeTold,
): TimeReading | null => {
  const cells = distinct(all.filter((cell) => cell !== ""));
  const reader = readerOf(cells, { order: dayOrderOf(cells, format), yearStart });
  const read = cells.map(reader).filter((cell) => cell !== null);
  if (cells.length === 0 || read.length < ENOUGH * cells.length) return null;
  const grains = grainsOf(read);
  const widened = grains.join() === "day" ? widenDays(read.map(({ period }) => period)) : null;
  const grain = widened?.grain ?? grains[0] ?? "span";
  return {
    grain,
    basis: widened === null && grains.every((one) => PRINTED.includes(one)) ? "printed" : "inferred",
    read: (cell) => {
      const period = reader(cell)?.period ?? null;
      return period === null || widened === null ? period : widened.widen(period);
    },
  };
};
