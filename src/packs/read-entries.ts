import type { Entry } from "../catalog/pack-tables.ts";
import { optionalColumns, ROW_SCHEMAS, type RowOf, type TableName } from "../catalog/row-schemas.ts";
import { mapInTurns, type Turns } from "../language/turns.ts";
import type { Problem } from "./problem.ts";
import { type Row, tableInTurns } from "./read-table.ts";

export type Entries<Name extends TableName> = {
  readonly entries: readonly Entry<Name>[];
  readonly problems: readonly Problem[];
  /** False where nothing of the file could be read. */
  readonly readable: boolean;
};

/** What a text holds in place of a character whose bytes were not UTF-8. */
const REPLACEMENT = "\uFFFD";

const columnProblems = (file: string, columns: readonly string[], table: TableName): readonly Problem[] => {
  const expected = Object.keys(ROW_SCHEMAS[table].shape);
  const optional = optionalColumns(table);
  const header = (field: string, found: string | null, wanted: string): Problem => ({
    file,
    row: 1,
    field,
    found,
    expected: wanted,
  });
  return [
    ...expected
      .filter((column) => !columns.includes(column) && !optional.includes(column))
      .map((column) => header(column, null, "a column of this name")),
    ...columns
      .filter((column) => !expected.includes(column))
      .map((column) => header(column, column, `only the columns ${expected.join(", ")}`)),
    ...columns
      .filter((column, index) => columns.indexOf(column) !== index)
      .map((column) => header(column, column, "each column once")),
  ];
};

type Cells = Readonly<Record<string, string>>;

const only = (cells: Cells, keep: (column: string) => boolean): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([column]) => keep(column)));

type ReadRow<Name extends TableName> = {
  readonly entry: Entry<Name>;
  /** The first thing wrong with each bad cell: column to what was expected there. */
  readonly bad: ReadonlyMap<string, string>;
};

const readRow = <Name extends TableName>(
  { pack, table }: { readonly pack: string; readonly table: Name },
  { line, cells: all }: Row,
): ReadRow<Name> => {
  const schema = ROW_SCHEMAS[table];
  // Columns that are missing or too many are reported once, at the header.
  const known = (column: string) => column in schema.shape;
  const cells = Object.keys(all).every(known) ? all : only(all, known);
  const undecoded = Object.keys(cells).filter((column) => cells[column]?.includes(REPLACEMENT));
  const parsed = schema.safeParse(cells);
  // The schema of a table reads its rows; the compiler cannot see that the two go by one name.
  if (parsed.success && undecoded.length === 0) {
    const row = parsed.data as unknown as RowOf<Name>;
    return { entry: { pack, table, line, read: row, row }, bad: new Map() };
  }
  const bad = new Map([
    ...(parsed.error?.issues ?? [])
      .toReversed()
      .map(({ path, message }) => [String(path[0]), message] as const),
    ...undecoded.map((column) => [column, "text saved as UTF-8"] as const),
  ]);
  const read = schema.partial().parse(only(cells, (column) => !bad.has(column))) as Partial<RowOf<Name>>;
  return { entry: { pack, table, line, read, row: null }, bad };
};

/** Reads a table's file into entries. Every bad column and cell is a problem; a bad cell spoils its row only. */
export function* entriesInTurns<Name extends TableName>(
  file: string,
  of: { readonly pack: string; readonly table: Name },
): Turns<Entries<Name>> {
  const { columns, rows, problems } = yield* tableInTurns(file);
  if (columns.length === 0) return { entries: [], problems, readable: false };
  const read = yield* mapInTurns(rows, (row) => ({ row, ...readRow(of, row) }));
  const cellProblems = read.flatMap(({ row, bad }) =>
    [...bad]
      .filter(([column]) => columns.includes(column))
      .map(([field, wanted]) => ({
        file,
        row: row.line,
        field,
        found: row.cells[field] ?? null,
        expected: wanted,
      })),
  );
  return {
    entries: read.map(({ entry }) => entry),
    problems: [...problems, ...columnProblems(file, columns, of.table), ...cellProblems],
    readable: true,
  };
}
