import type { Turns } from "../language/turns.ts";
import { type FigureColumns, ROWS_A_TURN } from "./figure-columns.ts";
import { textAt } from "./text-column.ts";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the bytes of a text. */
const hashOf = (bytes: Uint8Array, from: number, to: number): number => {
  let mixed = FNV_OFFSET;
  for (let at = from; at < to; at += 1) mixed = Math.imul(mixed ^ (bytes[at] ?? 0), FNV_PRIME);
  return mixed >>> 0;
};

const encoder = new TextEncoder();

export type RowFinder = {
  readonly rowOf: (id: string) => number | undefined;
  /** Whether two rows have one id. */
  readonly repeated: boolean;
};

/** Rows by their ids: a table of row numbers, open to the next free place, half empty. */
export function* findRows({ size, ids }: Pick<FigureColumns, "size" | "ids">): Turns<RowFinder> {
  const { bytes, starts } = ids;
  const mask = 2 ** Math.ceil(Math.log2(2 * size + 2)) - 1;
  const places = new Uint32Array(mask + 1);
  const isSame = (one: number, other: number): boolean => {
    const [from, to] = [starts[one] ?? 0, starts[one + 1] ?? 0];
    const start = starts[other] ?? 0;
    if ((starts[other + 1] ?? 0) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) if (bytes[at] !== bytes[start + at - from]) return false;
    return true;
  };
  let repeated = false;
  for (let row = 0; row < size; row += 1) {
    if (row % ROWS_A_TURN === 0) yield;
    let place = hashOf(bytes, starts[row] ?? 0, starts[row + 1] ?? 0) & mask;
    for (; places[place] !== 0; place = (place + 1) & mask)
      repeated ||= isSame(row, (places[place] ?? 0) - 1);
    places[place] = row + 1;
  }
  const rowOf = (id: string): number | undefined => {
    const sought = encoder.encode(id);
    for (let place = hashOf(sought, 0, sought.length) & mask; ; place = (place + 1) & mask) {
      const row = (places[place] ?? 0) - 1;
      if (row < 0) return undefined;
      if (textAt(ids, row) === id) return row;
    }
  };
  return { rowOf, repeated };
}
