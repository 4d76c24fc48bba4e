import type { TableBlock } from "@slack/types";
import type { Block } from "../../src/desk.ts";
import { SLACK } from "./limits.ts";
import { preformatted, rich } from "./rich-text.ts";
import type { Dialect, SlackBlock } from "./slack-block.ts";

type Table = Extract<Block, { readonly kind: "table" }>;

const rowsOf = ({ columns, rows }: Table): readonly (readonly string[])[] => [columns, ...rows];

/** Slack takes so many rows, columns and letters in a table, and one table a message. */
export const fitsTable = (table: Table): boolean => {
  const rows = rowsOf(table);
  const letters = rows.flat().reduce((sum, cell) => sum + Math.max(1, cell.length), 0);
  return (
    rows.length <= SLACK.tableRows && table.columns.length <= SLACK.tableColumns && letters <= SLACK.tableText
  );
};

/** Slack refuses a cell of no letters. */
const cell = (text: string) => ({ type: "raw_text" as const, text: text === "" ? " " : text });

/** Words to the left and wrapped, the last column, which holds the figures, to the right. */
const toTableBlock = (table: Table): TableBlock => ({
  type: "table",
  column_settings: table.columns.map((_column, at) =>
    at === table.columns.length - 1
      ? { align: "right" as const, is_wrapped: false }
      : { align: "left" as const, is_wrapped: true },
  ),
  rows: rowsOf(table).map((row) => row.map(cell)),
});

const GAP = "  ";

/** Columns below one another in letters of one width. */
export const inColumns = (table: Table): string => {
  const rows = rowsOf(table);
  const widths = table.columns.map((_column, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  const last = widths.length - 1;
  const fill = (text: string, at: number): string =>
    at === last ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return rows.map((row) => row.map(fill).join(GAP).trimEnd()).join("\n");
};

/** A table of a message; in preformatted text where the dialect has no tables. */
export const toTable = (table: Table, dialect: Dialect): SlackBlock =>
  dialect === "simple" ? rich([preformatted(inColumns(table))]) : toTableBlock(table);
