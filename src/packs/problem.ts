/** What is wrong with a data file, said so that the person who edits it can mend it. */
export type Problem = {
  /** The file's path as the person would open it. */
  readonly file: string;
  /** The line in the file, the header being line 1; null where the whole file is meant. */
  readonly row: number | null;
  readonly field: string | null;
  readonly found: string | null;
  readonly expected: string;
};

/** "data/x/figures.csv, row 12, period_start: found "2024-09-31", expected a day such as 2024-09-30" */
export const describeProblem = ({ file, row, field, found, expected }: Problem): string => {
  const where = [file, row === null ? null : `row ${row}`, field].filter((part) => part !== null).join(", ");
  return `${where}: ${found === null ? "" : `found ${JSON.stringify(found)}, `}expected ${expected}`;
};
