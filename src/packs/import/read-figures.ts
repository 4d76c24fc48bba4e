import { calendarYear, month, periodOfDays, quarter } from "../../calendar/calendar-periods.ts";
import { firstDayOfMonth, makeDay, monthOf, yearOf } from "../../calendar/day.ts";
import type { Period } from "../../calendar/period.ts";
import type { DateBasis } from "../../catalog/observation.ts";
import type { ColumnWords } from "./column-words.ts";
import type { ForeignField, ForeignRow, ForeignTable } from "./foreign-package.ts";
import { measureKey, tellingOf } from "./map-table.ts";
import type { ColumnMapping, TableMapping } from "./mapping.ts";
import { isMissing, readNumber } from "./read-cell.ts";
import { readPeriodCell } from "./read-period-cell.ts";
import { readTimeColumn } from "./time-column.ts";

/** A number of a table with its place in it, before its measure and members have ids. */
export type TableFigure = {
  readonly table: string;
  readonly line: number;
  /** A key of the table's measures. */
  readonly measure: string;
  /** Dimension columns and their cells. */
  readonly groups: readonly { readonly column: string; readonly cell: string }[];
  readonly period: Period;
  readonly basis: DateBasis;
  /** In plain digits, as `readNumber` gives it. */
  readonly digits: string;
  readonly cell: string;
};

/** Cells that no figure was made of, and why. */
export type Passed = { readonly why: string; readonly lines: readonly number[] };
export type ReadFigures = { readonly figures: readonly TableFigure[]; readonly passed: readonly Passed[] };

type Dated = { readonly period: Period; readonly basis: DateBasis };
type Dater = (row: ForeignRow) => Dated | null;

const inferred = (period: Period | null): Dated | null =>
  period === null ? null : { period, basis: "inferred" };
const printed = (period: Period | null): Dated | null =>
  period === null ? null : { period, basis: "printed" };

const MONTH_LETTERS = /^\p{L}/u;
const DIGITS = /\d+/;

const monthOfYear = (year: number, cell: string): Period | null =>
  MONTH_LETTERS.test(cell) ? (readPeriodCell(`${cell} ${year}`)?.period ?? null) : null;

const partOfYear = (year: number, role: "month" | "quarter", cell: string): Period | null => {
  const named = role === "month" ? monthOfYear(year, cell) : null;
  if (named !== null) return named;
  const number = Number(DIGITS.exec(cell)?.[0] ?? Number.NaN);
  if (role === "quarter") return number >= 1 && number <= 4 ? quarter(year, number) : null;
  return number >= 1 && number <= 12 ? month(year, number) : null;
};

type Finder = (role: ColumnMapping["role"]) => number | null;

const cellAt = (cells: readonly string[], index: number | null): string =>
  index === null ? "" : (cells[index] ?? "");

const dayIn = ({ start }: Period, cell: string): Period | null => {
  const day = makeDay(yearOf(start), monthOf(start), Number(cell));
  return day === null ? null : periodOfDays(day, day);
};

/** A year, a month and a day, each in a column of its own; an empty month leaves the whole year. */
const fromParts = (finder: Finder): Dater | null => {
  const year = finder("year");
  const [quarterly, monthly, daily] = [finder("quarter"), finder("month"), finder("day")];
  if (year === null) return null;
  return ({ cells }) => {
    const whole = readPeriodCell(cells[year] ?? "")?.period ?? null;
    if (whole === null) return null;
    const role = monthly === null ? "quarter" : "month";
    const part = cellAt(cells, monthly ?? quarterly);
    if (part === "") return printed(calendarYear(yearOf(whole.start)));
    const period = partOfYear(yearOf(whole.start), role, part);
    return printed(daily === null || period === null ? period : dayIn(period, cellAt(cells, daily)));
  };
};

const fromEnds = (finder: Finder): Dater | null => {
  const [start, end] = [finder("start"), finder("end")];
  if (start === null) return null;
  return ({ cells }) => {
    const first = readPeriodCell(cells[start] ?? "")?.period;
    const last = end === null ? first : readPeriodCell(cells[end] ?? "")?.period;
    if (first === undefined || !last?.end || first.start > last.end) return null;
    return printed(periodOfDays(first.start, last.end));
  };
};

const fromTime = (table: ForeignTable, mapping: TableMapping, finder: Finder): Dater | null => {
  const time = finder("time");
  if (time === null) return null;
  const field = table.fields[time];
  const cells = table.rows.map((row) => row.cells[time] ?? "").filter((cell) => !field?.missing.has(cell));
  const reading = readTimeColumn(cells, {
    format: field?.format ?? null,
    ...(mapping.year_starts === undefined ? {} : { yearStart: mapping.year_starts }),
  });
  if (reading === null) return null;
  return (row) => {
    const period = reading.read(row.cells[time] ?? "");
    return period === null ? null : { period, basis: reading.basis };
  };
};

const FALLBACK: Period = { label: "", start: firstDayOfMonth(1, 1), end: null };

/** How the rows of a table say when; null where nothing does. */
const daterOf = (table: ForeignTable, mapping: TableMapping): Dater | null => {
  const finder: Finder = (role) => {
    const at = table.fields.findIndex(({ name }) => mapping.columns[name]?.role === role);
    return at === -1 ? null : at;
  };
  const whole = inferred(readPeriodCell(mapping.period ?? "")?.period ?? null);
  return (
    fromTime(table, mapping, finder) ??
    fromParts(finder) ??
    fromEnds(finder) ??
    (whole === null ? null : () => whole)
  );
};

type ValueColumn = { readonly field: ForeignField; readonly index: number; readonly dated: Dated | null };

const valueColumns = (table: ForeignTable, { columns }: TableMapping): readonly ValueColumn[] =>
  table.fields.flatMap((field, index) => {
    const role = columns[field.name]?.role;
    if (role === "measure") return [{ field, index, dated: null }];
    return role === "measure_in_period"
      ? [{ field, index, dated: printed(readPeriodCell(field.name.trim())?.period ?? null) }]
      : [];
  });

type Reading = {
  readonly table: ForeignTable;
  readonly mapping: TableMapping;
  readonly words: ColumnWords;
};

const keyOf = (
  row: ForeignRow,
  { field, dated }: ValueColumn,
  { table, mapping }: Reading,
): string | null => {
  const { indicator, unit } = tellingOf(table, mapping);
  const own = dated === null ? field.name : "";
  const cell = (index: number | null) => (index === null ? "" : (row.cells[index] ?? ""));
  const keys = [
    measureKey([cell(indicator)]),
    measureKey([cell(indicator), cell(unit)]),
    measureKey([cell(indicator), own]),
    measureKey([cell(indicator), cell(unit), own]),
    own,
  ];
  return keys.find((key) => mapping.measures[key] !== undefined) ?? null;
};

type Sorted = { readonly figure: TableFigure } | { readonly why: string; readonly line: number };

const readOne = (
  row: ForeignRow,
  column: ValueColumn,
  reading: Reading & { readonly date: Dater },
): Sorted => {
  const { table, mapping, words, date } = reading;
  const cell = row.cells[column.index] ?? "";
  const passed = (why: string): Sorted => ({ why, line: row.line });
  if (isMissing(cell, column.field, words)) return passed(`no value in ${column.field.name}`);
  const digits = readNumber(cell, column.field);
  if (digits === null) return passed(`no number in ${column.field.name}`);
  const dated = column.dated ?? date(row);
  if (dated === null) return passed("no period that can be read");
  const measure = keyOf(row, column, reading);
  if (measure === null) return passed("no measure of that name in the mapping");
  const groups = table.fields.flatMap(({ name, missing }, index) => {
    const group = row.cells[index] ?? "";
    const isGroup = mapping.columns[name]?.role === "dimension" && group !== "" && !missing.has(group);
    return isGroup ? [{ column: name, cell: group }] : [];
  });
  return { figure: { table: table.name, line: row.line, measure, groups, ...dated, digits, cell } };
};

/** Every number of a table that its mapping makes a figure of, and what was passed over. */
export const readFigures = (reading: Reading): ReadFigures | null => {
  const { table, mapping } = reading;
  const columns = valueColumns(table, mapping);
  const dated = columns.every((column) => column.dated !== null);
  const date = daterOf(table, mapping) ?? (dated ? () => printed(FALLBACK) : null);
  if (date === null) return null;
  const sorted = table.rows.flatMap((row) =>
    columns.map((column) => readOne(row, column, { ...reading, date })),
  );
  const passed = Map.groupBy(
    sorted.filter((one) => "why" in one),
    ({ why }) => why,
  );
  return {
    figures: sorted.flatMap((one) => ("figure" in one ? [one.figure] : [])),
    passed: [...passed].map(([why, all]) => ({ why, lines: all.map(({ line }) => line) })),
  };
};
