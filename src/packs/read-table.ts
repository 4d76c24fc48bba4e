import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { plainLines } from "./plain-cells.ts";
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
  readonly info: { readonly lines: number; readonly error?: { readonly message: string } | undefined };
  readonly record: Readonly<Record<string, string>>;
};

const EXPECTED = "a readable CSV file with a header line";

/** A row with a comma too many or too few: what it holds from there on stands in the wrong column. */
const unevenRows = (file: string, parsed: readonly Parsed[]): readonly Problem[] =>
  parsed.flatMap(({ info }) =>
    info.error === undefined
      ? []
      : [
          {
            file,
            row: info.lines,
            field: null,
            found: info.error.message,
            expected: "as many cells as the header has, and quotes around a cell with a comma in it",
          },
        ],
  );

/** In words: Node says "ENOENT: no such file or directory, open '…'", with the path once more. */
const describeFailure = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && error.code === "ENOENT" ? "no such file" : error.message;
};

type Rows = Pick<Table, "columns" | "rows" | "problems">;

const recordOf = (columns: readonly string[], cells: readonly string[]): Row["cells"] => {
  const record: Record<string, string> = {};
  for (const [at, column] of columns.entries()) record[column] = cells[at] ?? "";
  return record;
};

const readPlain = (text: string): Rows | null => {
  const [header, ...lines] = plainLines(text) ?? [];
  if (header === undefined) return null;
  const columns = header.cells;
  const rows = lines.map(({ line, cells }) => ({ line, cells: recordOf(columns, cells) }));
  return { columns, rows, problems: [] };
};

const readAny = (file: string, text: string): Rows => {
  let columns: readonly string[] = [];
  const parsed: readonly Parsed[] = parse(text, {
    bom: true,
    columns: (header: string[]) => {
      columns = header;
      return header;
    },
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  });
  if (columns.length === 0) throw new Error("an empty file");
  const rows = parsed.map(({ info, record }) => ({ line: info.lines, cells: record }));
  return { columns, rows, problems: unevenRows(file, parsed) };
};

/**
 * Reads a CSV file with a header line. A byte order mark and CRLF line ends are taken as they come, and
 * the rows of empty cells that spreadsheets leave are passed over. A file that is missing or is no CSV
 * gives no rows and one problem that says so; a row that does not fit the header is a problem of its own.
 */
export const readTable = (file: string): Table => {
  try {
    const text = readFileSync(file, "utf8");
    return { file, ...(readPlain(text) ?? readAny(file, text)) };
  } catch (error) {
    const found = describeFailure(error);
    return {
      file,
      columns: [],
      rows: [],
      problems: [{ file, row: null, field: null, found, expected: EXPECTED }],
    };
  }
};
