import { growingColumn, joinCells } from "./growing-column.ts";

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

const PIECE_BYTES = 1 << 18;
/** A UTF-16 unit takes up to three bytes. */
const MOST_BYTES_PER_UNIT = 3;

export const textWriter = (): TextWriter => {
  const encoder = new TextEncoder();
  const full: Uint8Array[] = [];
  const starts = growingColumn(Uint32Array);
  let piece = new Uint8Array(PIECE_BYTES);
  let [before, at] = [0, 0];
  starts.add(0);
  const begin = (room: number): void => {
    full.push(piece.subarray(0, at));
    before += at;
    piece = new Uint8Array(Math.max(PIECE_BYTES, room));
    at = 0;
  };
  return {
    add: (text) => {
      const room = MOST_BYTES_PER_UNIT * text.length;
      if (at + room > piece.length) begin(room);
      at += encoder.encodeInto(text, piece.subarray(at)).written;
      starts.add(before + at);
    },
    finish: () => ({
      bytes: joinCells(Uint8Array, [...full, piece.subarray(0, at)]),
      starts: starts.finish(),
    }),
  };
};

const decoder = new TextDecoder();

export const textAt = ({ bytes, starts }: TextColumn, row: number): string =>
  decoder.decode(bytes.subarray(starts[row], starts[row + 1]));
