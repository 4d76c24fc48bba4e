/** Rows by a number that each has: those of the number n are `rows` from `starts[n]` up to `starts[n + 1]`. */
export type Grouped = { readonly rows: Uint32Array; readonly starts: Uint32Array };

/** Sorts rows by their number, each number's rows staying in order. */
export const groupRows = (numbers: Uint32Array, count: number): Grouped => {
  const starts = new Uint32Array(count + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let number = 0; number < count; number += 1)
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
  const next = starts.slice(0, count);
  const rows = new Uint32Array(numbers.length);
  for (const [row, number] of numbers.entries()) {
    rows[next[number] ?? 0] = row;
    next[number] = (next[number] ?? 0) + 1;
  }
  return { rows, starts };
};

export const rowsOf = ({ rows, starts }: Grouped, number: number): Uint32Array =>
  rows.subarray(starts[number], starts[number + 1]);
