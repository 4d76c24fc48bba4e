import type { TableFigure } from "./read-figures.ts";
import type { FoundDimension } from "./read-members.ts";

/** How far the rows of all others together may be from the row of the whole: rounding, and what is withheld. */
const SAME = 0.02;
/** In so many of the periods a whole must be the sum of its parts, and of so many parts at least. */
const MOST = 0.8;
const FEWEST_PARTS = 3;

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

/** The cell with the largest number in most groups of rows: only it can be the whole. */
const largestOf = (groups: readonly (readonly Row[])[]): string | null => {
  const largest = groups.flatMap((rows) => rows.toSorted((a, b) => b.value - a.value)[0]?.cell ?? []);
  const counts = [...Map.groupBy(largest, (cell) => cell)].toSorted((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0] ?? null;
};

/** The member of a dimension whose numbers are the sums of all others: the whole country among its states. */
const wholeOf = (figures: readonly TableFigure[], column: string): string | null => {
  for (const own of Map.groupBy(figures, ({ measure }) => measure).values()) {
    const groups = rowsApart(own, column).filter((rows) => rows.length > FEWEST_PARTS);
    const cell = largestOf(groups);
    if (cell === null) continue;
    const sums = groups.filter((rows) => isSumOfOthers(rows, cell));
    if (sums.length >= MOST * groups.length) return cell;
  }
  return null;
};

/** Marks the member that stands for all others together, where the numbers show that one does. */
export const markTotal = (dimension: FoundDimension, figures: readonly TableFigure[]): FoundDimension => {
  if (dimension.members.some(({ total }) => total)) return dimension;
  const own = figures.filter(({ table }) => table === dimension.table);
  const whole = wholeOf(own, dimension.column);
  return {
    ...dimension,
    members: dimension.members.map((member) => (member.cell === whole ? { ...member, total: true } : member)),
  };
};
