import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Problem } from "./problem.ts";

/** One line of a CSV file: its line number (the header is line 1) and its cells by column name, trimmed. */
export type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

export type Table = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
};

type Parsed = {
  readonly info: { readonly lines: number };
  readonly record: Readonly<Record<string, string>>;
};

/**
 * Reads a CSV file with a header line. A byte order mark and CRLF line ends are taken as they come.
 * A file that is missing or is no CSV gives no rows and one problem that says so.
 */
export const readTable = (file: string): Table => {
  try {
    let columns: readonly string[] = [];
    const parsed: readonly Parsed[] = parse(readFileSync(file, "utf8"), {
      bom: true,
      columns: (header: string[]) => {
        columns = header;
        return header;
      },
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    const rows = parsed.map(({ info, record }) => ({ line: info.lines, cells: record }));
    return { file, columns, rows, problems: [] };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const expected = "a readable CSV file with a header line";
    return { file, columns: [], rows: [], problems: [{ file, row: null, field: null, found, expected }] };
  }
};
