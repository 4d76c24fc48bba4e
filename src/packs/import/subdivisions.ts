import { iso31662 } from "iso-3166";
import { foldText } from "../../language/normalise.ts";
import { withoutAccents } from "./slug.ts";

const LETTERS = /^[A-Z]{2,3}$/;
/** So many of a column's cells must be states of one country before its codes are theirs: a total may stand beside. */
const MOST = 0.8;
const FEWEST = 4;

const keyOf = (name: string): string => withoutAccents(foldText(name)).toLowerCase().trim();

const byCountry = Map.groupBy(iso31662, ({ parent }) => parent.slice(0, 2));

const codesIn = (country: string): ReadonlyMap<string, string> =>
  new Map(
    (byCountry.get(country) ?? []).flatMap(({ code, name }) => {
      const letters = code.slice(code.indexOf("-") + 1);
      return LETTERS.test(letters) ? [[keyOf(name), letters] as const] : [];
    }),
  );

/**
 * The letters that a state or province goes by in its country ("NSW"), for the cells of a column that holds those of
 * one country; null for every cell where it holds something else. By ISO 3166-2.
 */
export const subdivisionCodes = (cells: readonly string[]): ((cell: string) => string | null) => {
  const own = [...byCountry.keys()]
    .map(codesIn)
    .map((codes) => ({ codes, known: cells.filter((cell) => codes.has(keyOf(cell))).length }))
    .toSorted((a, b) => b.known - a.known)[0];
  if (own === undefined || own.known < FEWEST || own.known < MOST * cells.length) return () => null;
  return (cell) => own.codes.get(keyOf(cell)) ?? null;
};
