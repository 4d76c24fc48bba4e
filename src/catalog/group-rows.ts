import type { Turns } from "../language/turns.ts";
import { ROWS_A_TURN } from "./figure-columns.ts";

/** Rows by a number that each has: those of the number n are `rows` from `starts[n]` up to `starts[n + 1]`. */
export type Grouped = { readonly rows: Uint32Array; readonly starts: Uint32Array };

/** Where the rows of each number begin. */
function* countRows(numbers: Uint32Array, count: number): Turns<Uint32Array> {
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < numbers.length; row += 1) {
    if (row % ROWS_A_TURN === 0) yield;
    const behind = (numbers[row] ?? 0) + 1;
    starts[behind] = (starts[behind] ?? 0) + 1;
  }
  yield;
  for (let number = 0; number < count; number += 1)
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
  return starts;
}

/** Sorts rows by their number, each number's rows staying in order. */
export function* groupRows(numbers: Uint32Array, count: number): Turns<Grouped> {
  const starts = yield* countRows(numbers, count);
  const next = starts.slice(0, count);
  const rows = new Uint32Array(numbers.length);
  for (let row = 0; row < numbers.length; row += 1) {
    if (row % ROWS_A_TURN === 0) yield;
    const number = numbers[row] ?? 0;
    rows[next[number] ?? 0] = row;
    next[number] = (next[number] ?? 0) + 1;
  }
  return { rows, starts };
}

export const rowsOf = ({ rows, starts }: Grouped, number: number): Uint32Array =>
  rows.subarray(starts[number], starts[number + 1]);
