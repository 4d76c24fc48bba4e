import type { ForeignTable } from "./foreign-package.ts";
import type { Column } from "./profile-column.ts";

/** For each cell of one column the cells of the other that stand beside it. */
const beside = (
  table: ForeignTable,
  one: Column,
  other: Column,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { cells } of table.rows) {
    const [left, right] = [cells[one.index] ?? "", cells[other.index] ?? ""];
    if (left === "" || right === "") continue;
    const known = found.get(left);
    if (known === undefined) found.set(left, new Set([right]));
    else known.add(right);
  }
  return found;
};

/** Whether each cell of one column has always the same cell of the other beside it: a city, its country. */
export const decides = (table: ForeignTable, one: Column, other: Column): boolean => {
  const found = [...beside(table, one, other).values()];
  return found.length > 0 && found.every((cells) => cells.size === 1);
};

/** Whether two columns say the same in two ways, a code and a name. */
export const sayTheSame = (table: ForeignTable, one: Column, other: Column): boolean =>
  decides(table, one, other) && decides(table, other, one);
