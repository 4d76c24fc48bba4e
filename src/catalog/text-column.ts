/** Texts, one a row, as one stretch of UTF-8: an object for each of a million ids would take ten times the room. */
export type TextColumn = {
  readonly bytes: Uint8Array;
  /** Where each text begins, and at the end where the last one ends. */
  readonly starts: Uint32Array;
};

export type TextWriter = {
  readonly add: (text: string) => void;
  readonly finish: () => TextColumn;
};

const FIRST_BYTES = 1 << 12;
/** A UTF-16 unit takes up to three bytes. */
const MOST_BYTES_PER_UNIT = 3;

/** Twice the room with what was in it, until so many more fit. */
export const grown = <Column extends Uint8Array | Uint32Array | Float64Array>(
  column: Column,
  needed: number,
): Column => {
  if (needed <= column.length) return column;
  const Made = column.constructor as new (length: number) => Column;
  const larger = new Made(Math.max(needed, 2 * column.length));
  larger.set(column as never);
  return larger;
};

export const textWriter = (): TextWriter => {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(FIRST_BYTES);
  let starts = new Uint32Array(FIRST_BYTES);
  let [rows, end] = [0, 0];
  return {
    add: (text) => {
      bytes = grown(bytes, end + MOST_BYTES_PER_UNIT * text.length);
      starts = grown(starts, rows + 2);
      end += encoder.encodeInto(text, bytes.subarray(end)).written;
      rows += 1;
      starts[rows] = end;
    },
    finish: () => ({ bytes: bytes.slice(0, end), starts: starts.slice(0, rows + 1) }),
  };
};

const decoder = new TextDecoder();

export const textAt = ({ bytes, starts }: TextColumn, row: number): string =>
  decoder.decode(bytes.subarray(starts[row], starts[row + 1]));
