import type { ColumnWords } from "./column-words.ts";
import type { ForeignField, ForeignTable } from "./foreign-package.ts";
import { headerText } from "./header-text.ts";
import { isMissing, readNumber } from "./read-cell.ts";
import { readTimeColumn, type TimeReading } from "./time-column.ts";

/** A column with what its cells look like. */
export type Column = {
  readonly field: ForeignField;
  readonly index: number;
  /** The name in plain words: "avg_temp_c" → "avg temp c". */
  readonly header: string;
  /** Cells that hold something. */
  readonly filled: number;
  /** Different ones among them. */
  readonly values: ReadonlySet<string>;
  /** All cells that hold something are numbers. */
  readonly numeric: boolean;
  readonly whole: boolean;
  readonly time: TimeReading | null;
  /** Characters in a cell, on average. */
  readonly length: number;
};

/** So many of the cells must be numbers; the others are marks for nothing that no schema names. */
const NUMERIC = 0.95;
const WHOLE = /^-?\d+$/;
const LEADING_ZERO = /^0\d/;

const isNumeric = (values: readonly string[], field: ForeignField, words: ColumnWords): boolean => {
  const telling = values.filter((value) => !isMissing(value, field, words));
  const numbers = telling.filter((value) => readNumber(value, field) !== null);
  const padded = telling.some((value) => LEADING_ZERO.test(value));
  return !padded && numbers.length > 0 && numbers.length >= NUMERIC * telling.length;
};

/** What a column of a table looks like. */
export const profileColumn = (table: ForeignTable, index: number, words: ColumnWords): Column => {
  const field = table.fields[index];
  if (field === undefined) throw new Error(`table ${table.name} has no column ${index}`);
  const cells = table.rows
    .map((row) => row.cells[index] ?? "")
    .filter((cell) => cell !== "" && !field.missing.has(cell));
  const values = new Set(cells);
  const list = [...values];
  return {
    field,
    index,
    header: headerText(field.name),
    filled: cells.length,
    values,
    numeric: isNumeric(list, field, words),
    whole: list.every((value) => WHOLE.test(readNumber(value, field) ?? "")),
    time: readTimeColumn(list, field),
    length: cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length),
  };
};
