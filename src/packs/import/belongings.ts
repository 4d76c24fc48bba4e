import type { ForeignTable } from "./foreign-package.ts";
import type { TableMapping } from "./mapping.ts";
import { subdivisionCodes } from "./subdivisions.ts";
import type { Territories } from "./territories.ts";

const CODE = /^[A-Z]{2,3}$/;
const BELONGING = /\s*(?:[/;&]|\sand\s)\s*/u;

/** "Halifax, Nova Scotia", "Halifax, NS", "Lyon, France": with what stands beside it in the columns of where it lies. */
export const withPlaces = (
  table: ForeignTable,
  mapping: TableMapping,
  { column, territories }: { readonly column: string; readonly territories: Territories },
): ((cell: string, name: string) => readonly string[]) => {
  const at = table.fields.findIndex(({ name }) => name === column);
  const beside = table.fields.flatMap((field, index) => {
    const own = mapping.columns[field.name];
    if (own?.role !== "belongs" || own.of !== column) return [];
    const cells = new Map(table.rows.map((row) => [row.cells[at] ?? "", row.cells[index] ?? ""]));
    const said = [...new Set(cells.values())].filter((cell) => cell !== "" && !field.missing.has(cell));
    const codeOf = subdivisionCodes(said.flatMap((cell) => cell.split(BELONGING)));
    return [{ cells, said: new Set(said), codeOf }];
  });
  return (cell, name) =>
    beside.flatMap(({ cells, said, codeOf }) => {
      const own = cells.get(cell) ?? "";
      if (!said.has(own)) return [];
      return own.split(BELONGING).flatMap((place) => {
        const coded = CODE.test(place) ? territories.byCode(place) : null;
        const all = coded === null ? [place, codeOf(place)] : coded.names;
        return all.flatMap((one) => (one === null || name.includes(one) ? [] : [`${name}, ${one}`]));
      });
    });
};
