import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { atOnce, mapInTurns, type Turns } from "../language/turns.ts";
import { isMixed, plainInTurns } from "./plain-cells.ts";
import type { Problem } from "./problem.ts";
import { wholeRecords } from "./read-blocks.ts";

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

function* readPlain(text: string): Turns<Rows | null> {
  const [header, ...lines] = (yield* plainInTurns(text)) ?? [];
  if (header === undefined) return null;
  const columns = header.cells;
  const rows = yield* mapInTurns(lines, ({ line, cells }) => ({ line, cells: recordOf(columns, cells) }));
  return { columns, rows, problems: [] };
}

type Records = { readonly columns: readonly string[]; readonly parsed: readonly Parsed[] };

/** `known`: the columns, where the text does not begin with them. */
const parseRecords = (text: string, known: readonly string[] = []): Records => {
  let columns = known;
  const parsed: readonly Parsed[] = parse(text, {
    bom: true,
    columns:
      known.length > 0
        ? [...known]
        : (header: string[]) => {
            columns = header;
            return header;
          },
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  });
  return { columns, parsed };
};

/** Null where the parser finds something in it to judge. */
const parsePiece = (text: string, known: readonly string[]): Records | null => {
  try {
    const records = parseRecords(text, known);
    return records.parsed.every(({ info }) => info.error === undefined) ? records : null;
  } catch {
    return null;
  }
};

/** So much is parsed in some milliseconds. */
const PIECE = 1 << 16;

/** A text in pieces of whole records. */
function* piecesOf(text: string): Generator<string> {
  let size = PIECE;
  for (let at = 0; at < text.length; ) {
    const piece = text.slice(at, at + size);
    const end = at + size >= text.length ? piece.length : wholeRecords(piece).end;
    if (end > 0) yield piece.slice(0, end);
    at += end;
    size = end === 0 ? 2 * size : PIECE;
  }
}

const linesIn = (text: string): number => text.split("\n").length - 1;

/**
 * A text that takes the parser long, piece by piece; null where it is short, or something in it is for the parser to
 * judge that sees all of it.
 */
function* readLong(text: string): Turns<Rows | null> {
  if (text.length <= PIECE || isMixed(text)) return null;
  const rows: Row[] = [];
  let [columns, before]: [readonly string[], number] = [[], 0];
  for (const piece of piecesOf(text)) {
    const records = parsePiece(piece, columns);
    if (records === null || records.columns.length === 0) return null;
    columns = records.columns;
    for (const { info, record } of records.parsed) rows.push({ line: before + info.lines, cells: record });
    before += linesIn(piece);
    yield;
  }
  return { columns, rows, problems: [] };
}

const readAny = (file: string, text: string): Rows => {
  const { columns, parsed } = parseRecords(text);
  if (columns.length === 0) throw new Error("an empty file");
  const rows = parsed.map(({ info, record }) => ({ line: info.lines, cells: record }));
  return { columns, rows, problems: unevenRows(file, parsed) };
};

/**
 * Reads a CSV file with a header line. A byte order mark and CRLF line ends are taken as they come, and
 * the rows of empty cells that spreadsheets leave are passed over. A file that is missing or is no CSV
 * gives no rows and one problem that says so; a row that does not fit the header is a problem of its own.
 */
export function* tableInTurns(file: string): Turns<Table> {
  try {
    const text = readFileSync(file, "utf8");
    return { file, ...((yield* readPlain(text)) ?? (yield* readLong(text)) ?? readAny(file, text)) };
  } catch (error) {
    const found = describeFailure(error);
    return {
      file,
      columns: [],
      rows: [],
      problems: [{ file, row: null, field: null, found, expected: EXPECTED }],
    };
  }
}

/** The same, all at once. */
export const readTable = (file: string): Table => atOnce(tableInTurns(file));
