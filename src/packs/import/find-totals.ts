import type { ColumnWords } from "./column-words.ts";
import type { TableFigure } from "./read-figures.ts";
import type { FoundDimension } from "./read-members.ts";

/** How far the rows of all others together may be from the row of the whole: rounding, and what is withheld. */
const SAME = 0.02;
/** In so many of the periods a whole must be the sum of its parts, and of so many parts at least. */
const MOST = 0.8;
const FEWEST_PARTS = 3;

/** What a package says of itself and of a column. */
export type Texts = {
  readonly title: string;
  readonly texts: readonly string[];
  readonly words: ColumnWords;
};

type Row = { readonly cell: string; readonly value: number };

/** The rows of a measure and period that differ in one dimension only. */
const rowsApart = (figures: readonly TableFigure[], column: string): readonly (readonly Row[])[] => {
  const keyOf = ({ measure, period, groups }: TableFigure): string =>
    [measure, period.label, ...groups.filter((one) => one.column !== column).map(({ cell }) => cell)].join(
      "\u0000",
    );
  return [...Map.groupBy(figures, keyOf).values()].map((group) =>
    group.flatMap(({ groups, digits }) => {
      const own = groups.find((one) => one.column === column);
      return own === undefined ? [] : [{ cell: own.cell, value: Number(digits) }];
    }),
  );
};

const isSumOfOthers = (rows: readonly Row[], cell: string): boolean => {
  const whole = rows.find((row) => row.cell === cell)?.value ?? 0;
  const parts = rows.filter((row) => row.cell !== cell);
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return whole > 0 && parts.length >= FEWEST_PARTS && Math.abs(whole - sum) <= SAME * whole;
};

type Largest = { readonly cell: string; readonly share: number };

/** The cell with the largest number in most groups of rows, and in how many of them: only it can be the whole. */
const largestOf = (groups: readonly (readonly Row[])[]): Largest | null => {
  const largest = groups.flatMap((rows) => rows.toSorted((a, b) => b.value - a.value)[0]?.cell ?? []);
  const counts = [...Map.groupBy(largest, (cell) => cell)].toSorted((a, b) => b[1].length - a[1].length);
  const [first] = counts;
  return first === undefined ? null : { cell: first[0], share: first[1].length / groups.length };
};

/** The member of a dimension whose numbers are the sums of all others: the whole country among its states. */
const wholeOf = (figures: readonly TableFigure[], column: string): string | null => {
  for (const own of Map.groupBy(figures, ({ measure }) => measure).values()) {
    const groups = rowsApart(own, column).filter((rows) => rows.length > FEWEST_PARTS);
    const largest = largestOf(groups);
    if (largest === null) continue;
    const sums = groups.filter((rows) => isSumOfOthers(rows, largest.cell));
    if (sums.length >= MOST * groups.length) return largest.cell;
  }
  return null;
};

const standing = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, "giu");

const stands = (name: string, text: string): boolean => standing(name).test(text);

/** "Canada as a whole", "Canada stands for all urban centres": said of a member in a text. */
const isToldWhole = (name: string, text: string, words: ColumnWords): boolean =>
  Array.from(text.matchAll(standing(name))).some(({ index, 0: found }) => {
    const before = text.slice(0, index).trimEnd().toLowerCase();
    const behind = text
      .slice(index + found.length)
      .trimStart()
      .toLowerCase();
    return (
      words.phrasesOf("whole_behind").some((phrase) => behind.startsWith(phrase)) ||
      words.phrasesOf("whole_before").some((phrase) => before.endsWith(phrase))
    );
  });

/** The one member that the package's texts say is all of them. */
const wholeTold = ({ members }: FoundDimension, { texts, words }: Texts): string | null => {
  const [told, ...more] = members.filter(({ name, cell }) =>
    texts.some((text) => [name, cell].some((one) => isToldWhole(one, text, words))),
  );
  return told !== undefined && more.length === 0 ? told.cell : null;
};

/**
 * "… in England, by service": the one member that the package's title names is all of what it is about, where none
 * is larger. Of the others only some may be told, so that they need not add up to it.
 */
const wholeOfTitle = (
  { members, column }: FoundDimension,
  figures: readonly TableFigure[],
  title: string,
): string | null => {
  const [named, ...others] = members.filter(({ name }) => stands(name, title));
  if (named === undefined || others.length > 0 || members.length <= FEWEST_PARTS) return null;
  // A rate of the whole lies among those of its parts.
  const isLargest = [...Map.groupBy(figures, ({ measure }) => measure).values()].some((own) => {
    const largest = largestOf(rowsApart(own, column).filter((rows) => rows.length > 1));
    return largest?.cell === named.cell && largest.share >= MOST;
  });
  return isLargest ? named.cell : null;
};

/**
 * Marks the member that stands for all others together, where the numbers show that one does, or the package's
 * title says so.
 */
export const markTotal = (
  dimension: FoundDimension,
  figures: readonly TableFigure[],
  told: Texts,
): FoundDimension => {
  if (dimension.members.some(({ total }) => total)) return dimension;
  const own = figures.filter(({ table }) => table === dimension.table);
  const whole =
    wholeOf(own, dimension.column) ?? wholeTold(dimension, told) ?? wholeOfTitle(dimension, own, told.title);
  return {
    ...dimension,
    members: dimension.members.map((member) => (member.cell === whole ? { ...member, total: true } : member)),
  };
};
