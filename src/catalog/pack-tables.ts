import type { RowOf, TableName } from "./row-schemas.ts";

/**
 * One line of a table. `read` holds the cells that could be read, so that one bad cell does not hide
 * what is wrong with its neighbours or make every reference to the row look broken; `row` is the whole
 * row, null where a cell is bad.
 */
export type Entry<Name extends TableName> = {
  readonly pack: string;
  readonly table: Name;
  /** The line in the table's file, the header being line 1. */
  readonly line: number;
  readonly read: Readonly<Partial<RowOf<Name>>>;
  readonly row: RowOf<Name> | null;
};

/** A pack as it was read, before any of its tables is held against another. */
export type PackTables = {
  /** The folder's name, which is what the pack is called in everything that comes from it. */
  readonly pack: string;
  readonly title: string;
  /** 1 to 12; null where the pack does not say. */
  readonly fiscalYearStartMonth: number | null;
  /** What all of the pack is about ("the United States"), so that saying it narrows nothing. */
  readonly scope: readonly string[];
  readonly tables: { readonly [Name in TableName]: readonly Entry<Name>[] };
};

/** What is wrong with a pack, before anyone knows which file the table was read from. */
export type Fault = {
  readonly pack: string;
  readonly table: TableName | "datapackage";
  /** Null where the whole file is meant. */
  readonly line: number | null;
  readonly field: string | null;
  readonly found: string | null;
  readonly expected: string;
};

/** Every entry of one table, over all packs. */
export const entriesOf = <Name extends TableName>(
  packs: readonly PackTables[],
  table: Name,
): readonly Entry<Name>[] => packs.flatMap(({ tables }): readonly Entry<Name>[] => tables[table]);

/** A fault at a cell of an entry. */
export const faultAt = (
  { pack, table, line }: { readonly pack: string; readonly table: TableName; readonly line: number },
  field: string,
  { found, expected }: { readonly found: string | null; readonly expected: string },
): Fault => ({ pack, table, line, field, found, expected });
