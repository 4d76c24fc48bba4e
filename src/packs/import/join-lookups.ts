import type { ColumnWords } from "./column-words.ts";
import type { ForeignField, ForeignPackage, ForeignTable } from "./foreign-package.ts";
import { headerText, withoutEnd } from "./header-text.ts";
import { readNumber } from "./read-cell.ts";

/** A table of what the codes in another table's column stand for. */
type Lookup = { readonly table: ForeignTable; readonly key: number };

const lower = (text: string): string => text.toLowerCase();

const indexOf = (table: ForeignTable, name: string): number =>
  table.fields.findIndex((field) => lower(field.name) === lower(name));

const cellsOf = (table: ForeignTable, index: number): readonly string[] =>
  table.rows.map(({ cells }) => cells[index] ?? "").filter((cell) => cell !== "");

/** A code or a name that fewer rows than these have beside it looks nothing up. */
const MOST_KNOWN = 0.9;

/** Whether a column has each of its cells once, so that a cell finds a row, and nearly all cells of the other. */
const isKeyTo = ({ table, key }: Lookup, cells: readonly string[]): boolean => {
  const keys = cellsOf(table, key);
  const known = new Set(keys);
  return (
    keys.length > 0 &&
    known.size === keys.length &&
    cells.length > 0 &&
    cells.filter((cell) => known.has(cell)).length >= MOST_KNOWN * cells.length
  );
};

/** As the package declares it: "area_code refers to the code of areas". */
const declared = (
  table: ForeignTable,
  field: ForeignField,
  tables: readonly ForeignTable[],
): Lookup | null => {
  const link = table.links.find(({ field: own }) => lower(own) === lower(field.name));
  const other = tables.find(({ name }) => link !== undefined && lower(name) === lower(link.table));
  const key = other === undefined || link === undefined ? -1 : indexOf(other, link.key);
  return other === undefined || other === table || key < 0 ? null : { table: other, key };
};

/** Undeclared: a smaller table that has a column of the same name, with each code once. */
const implied = (
  table: ForeignTable,
  field: ForeignField,
  tables: readonly ForeignTable[],
): Lookup | null => {
  const found = tables.flatMap((other) => {
    const key = other === table || other.rows.length >= table.rows.length ? -1 : indexOf(other, field.name);
    return key < 0 ? [] : [{ table: other, key }];
  });
  return found[0] ?? null;
};

const isText = (table: ForeignTable, index: number): boolean => {
  const field = table.fields[index];
  const cells = cellsOf(table, index);
  return field !== undefined && cells.length > 0 && cells.some((cell) => readNumber(cell, field) === null);
};

/** "area_code" beside "name" of the areas: "area name". What is called by itself ("region") keeps its own name. */
const joinedName = (field: ForeignField, other: ForeignField, words: ColumnWords): string => {
  const header = headerText(other.name);
  if (!words.is("title", lower(header))) return header;
  const base = withoutEnd(headerText(field.name), (word) => words.is("title", lower(word)));
  return `${base} ${header}`;
};

/** A column that is written beside the others: its field, and its cell for a row. */
type Beside = {
  readonly field: ForeignField;
  readonly cellFor: (cells: readonly string[]) => string;
};

const withColumns = (table: ForeignTable, columns: readonly Beside[]): ForeignTable => {
  if (columns.length === 0) return table;
  return {
    ...table,
    fields: [...table.fields, ...columns.map(({ field }) => field)],
    rows: table.rows.map(({ line, cells }) => ({
      line,
      cells: [...cells, ...columns.map(({ cellFor }) => cellFor(cells))],
    })),
  };
};

const columnsFor = (
  table: ForeignTable,
  field: ForeignField,
  { tables, words }: { readonly tables: readonly ForeignTable[]; readonly words: ColumnWords },
): readonly Beside[] => {
  const at = indexOf(table, field.name);
  const lookup = declared(table, field, tables) ?? implied(table, field, tables);
  if (lookup === null || !isKeyTo(lookup, cellsOf(table, at))) return [];
  const rows = new Map(lookup.table.rows.map(({ cells }) => [cells[lookup.key] ?? "", cells] as const));
  return lookup.table.fields.flatMap((other, index) =>
    index === lookup.key || !isText(lookup.table, index)
      ? []
      : [
          {
            field: { ...other, name: joinedName(field, other, words) },
            cellFor: (cells: readonly string[]): string => rows.get(cells[at] ?? "")?.[index] ?? "",
          },
        ],
  );
};

const withLookups = (
  table: ForeignTable,
  tables: readonly ForeignTable[],
  words: ColumnWords,
): ForeignTable => {
  const known = new Set(table.fields.map(({ name }) => lower(name)));
  const columns = table.fields
    .flatMap((field) => columnsFor(table, field, { tables, words }))
    .filter(({ field: { name } }) => {
      const isNew = !known.has(lower(name));
      known.add(lower(name));
      return isNew;
    });
  return withColumns(table, columns);
};

/** "p = provisional; e = estimated": what the codes of a column stand for, in its own description. */
const LISTED =
  /(?<![\p{L}\p{N}])(?<code>[\p{L}\p{N}_.+-]{1,20})\s*[=:]\s*(?<label>[^;,\n]+?(?:\([^)]*\))?)\s*(?=[;,.\n]|$)/gu;

const codesIn = (description: string | null): ReadonlyMap<string, string> =>
  new Map(
    [...(description ?? "").matchAll(LISTED)].map(({ groups }) => [
      groups?.code ?? "",
      groups?.label?.trim() ?? "",
    ]),
  );

const FEWEST_CODES = 2;

/** A column of codes that its description lists gets one of what they stand for beside it. */
const withListed = (table: ForeignTable, words: ColumnWords): ForeignTable => {
  const columns = table.fields.flatMap((field, at): readonly Beside[] => {
    const codes = codesIn(field.description);
    const cells = [...new Set(cellsOf(table, at))].filter((cell) => !field.missing.has(cell));
    const known = cells.filter((cell) => codes.has(cell));
    if (known.length < FEWEST_CODES || known.length < MOST_KNOWN * cells.length) return [];
    const base = withoutEnd(headerText(field.name), (word) => words.is("title", lower(word)));
    const name = `${base} label`;
    return indexOf(table, name) >= 0
      ? []
      : [
          {
            field: { ...field, name, title: null, description: null, type: "string" },
            cellFor: (row: readonly string[]): string => codes.get(row[at] ?? "") ?? row[at] ?? "",
          },
        ];
  });
  return withColumns(table, columns);
};

/**
 * Writes beside the codes of each table what they stand for: from the table that a foreign key (or a column of
 * the same name) leads to, and from the column's own description.
 */
export const joinLookups = (found: ForeignPackage, words: ColumnWords): ForeignPackage => ({
  ...found,
  tables: found.tables.map((table) => withListed(withLookups(table, found.tables, words), words)),
});
