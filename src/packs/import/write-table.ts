import { ROW_SCHEMAS, type TableName } from "../../catalog/row-schemas.ts";
import type { TextRow } from "./build-rows.ts";

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

const cellText = (cell: string): string =>
  NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A table of a pack as CSV, its columns in the order of its schema. */
export const writeTable = <Name extends TableName>(table: Name, rows: readonly TextRow<Name>[]): string => {
  const columns = Object.keys(ROW_SCHEMAS[table].shape);
  const lines = rows.map((cells: Readonly<Record<string, string | undefined>>) =>
    columns.map((column) => cellText(cells[column] ?? "")).join(","),
  );
  return `${[columns.join(","), ...lines].join("\n")}\n`;
};
