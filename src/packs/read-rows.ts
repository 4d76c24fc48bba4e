import type { z } from "zod";
import { atOnce, mapInTurns, type Turns } from "../language/turns.ts";
import type { Problem } from "./problem.ts";
import { type Row, tableInTurns } from "./read-table.ts";

/** A table's rows as its schema has them, and what is wrong with those that are not so. */
export type CheckedRows<Kept> = { readonly rows: readonly Kept[]; readonly problems: readonly Problem[] };

const problemsOf = (error: z.ZodError, file: string, { line, cells }: Row): readonly Problem[] =>
  error.issues.map(({ path: [field], message }) => {
    const name = field === undefined ? null : String(field);
    return {
      file,
      row: line,
      field: name,
      found: name === null ? null : (cells[name] ?? null),
      expected: message,
    };
  });

/** Reads a table of the language pack and checks each row against a schema. */
export function* rowsInTurns<Kept>(file: string, schema: z.ZodType<Kept>): Turns<CheckedRows<Kept>> {
  const table = yield* tableInTurns(file);
  const checked = yield* mapInTurns(table.rows, (row) => ({ row, result: schema.safeParse(row.cells) }));
  return {
    rows: checked.flatMap(({ result }) => (result.success ? [result.data] : [])),
    problems: [
      ...table.problems,
      ...checked.flatMap(({ row, result }) => (result.success ? [] : problemsOf(result.error, file, row))),
    ],
  };
}

/** The same, all at once. */
export const readRows = <Kept>(file: string, schema: z.ZodType<Kept>): CheckedRows<Kept> =>
  atOnce(rowsInTurns(file, schema));
