import type { ForeignTable } from "./foreign-package.ts";
import type { ColumnMapping } from "./mapping.ts";
import type { Column } from "./profile-column.ts";
import { slugOf } from "./slug.ts";

type Roles = ReadonlyMap<Column, ColumnMapping>;

/** Roles of columns that say which number a row's is. */
export const KEYS: readonly ColumnMapping["role"][] = [
  "time",
  "year",
  "quarter",
  "month",
  "day",
  "start",
  "end",
  "indicator",
  "unit",
  "dimension",
];
const BETWEEN = "\u0000";

/** The cells of some columns of each row, as one text. */
export const keysOf = (table: ForeignTable, columns: readonly Column[]): readonly string[] =>
  table.rows.map(({ cells }) => columns.map(({ index }) => cells[index] ?? "").join(BETWEEN));

export const isUnique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** A column of more values than this is not what sets a few rows apart. */
const LARGEST = 60;

const mayTellApart = ([column, { role, why = "" }]: readonly [Column, ColumnMapping]): boolean =>
  column.values.size > 1 &&
  column.values.size <= LARGEST &&
  ((role === "measure" && column.whole) || (role === "left_out" && !why.startsWith("it follows")));

/** Where rows of one period and group repeat, a column that was not needed so far may be what sets them apart. */
export const tellApart = (table: ForeignTable, roles: Roles): Roles => {
  const keyed = [...roles].filter(([, { role }]) => KEYS.includes(role)).map(([column]) => column);
  if (isUnique(keysOf(table, keyed))) return roles;
  const measures = [...roles].filter(([, { role }]) => role === "measure").length;
  const candidates = [...roles]
    .filter(mayTellApart)
    .filter(([, { role }]) => role !== "measure" || measures > 1);
  const telling = candidates.find(([column]) => isUnique(keysOf(table, [...keyed, column])));
  if (telling === undefined) return roles;
  const [column] = telling;
  return new Map([
    ...roles,
    [
      column,
      {
        role: "dimension",
        dimension: slugOf(column.header),
        why: "it sets rows apart that are otherwise of the same group and period",
      },
    ],
  ]);
};
