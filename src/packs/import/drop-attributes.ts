import type { ColumnWords } from "./column-words.ts";
import type { ForeignTable } from "./foreign-package.ts";
import type { ColumnMapping } from "./mapping.ts";
import type { Column } from "./profile-column.ts";
import { isUnique, KEYS, keysOf } from "./tell-apart.ts";

type Roles = ReadonlyMap<Column, ColumnMapping>;

/** A column that says how good a row's number is: "obs_flag", "Status". */
const saysQuality = ({ header, field }: Column, words: ColumnWords): boolean =>
  [header, field.title ?? ""].some((text) =>
    text.split(" ").some((word) => words.is("attribute", word.toLowerCase())),
  );

/** A column that the schema's key does without. */
const isOutsideKey = ({ field: { name } }: Column, twins: readonly Column[], table: ForeignTable): boolean =>
  table.primaryKey.length > 0 &&
  [name, ...twins.map((twin) => twin.field.name)].every((one) => !table.primaryKey.includes(one));

/**
 * A group that sets no rows apart is none: who asks for a number does not say whether it is provisional. What is so
 * is told by the schema's key, or by the column's name.
 */
export const dropAttributes = (table: ForeignTable, roles: Roles, words: ColumnWords): Roles => {
  const keyed = [...roles].filter(([, { role }]) => KEYS.includes(role)).map(([column]) => column);
  const twinsOf = ({ field }: Column): readonly Column[] =>
    [...roles].filter(([, { role, of }]) => role === "names" && of === field.name).map(([column]) => column);
  const dropped = keyed.filter((column) => {
    if (roles.get(column)?.role !== "dimension") return false;
    const twins = twinsOf(column);
    return (
      (isOutsideKey(column, twins, table) || [column, ...twins].some((one) => saysQuality(one, words))) &&
      isUnique(
        keysOf(
          table,
          keyed.filter((one) => one !== column),
        ),
      )
    );
  });
  const leftOut: ColumnMapping = { role: "left_out", why: "it says something of a row, and sets none apart" };
  return new Map([
    ...roles,
    ...dropped.flatMap((column) => [column, ...twinsOf(column)]).map((column) => [column, leftOut] as const),
  ]);
};
