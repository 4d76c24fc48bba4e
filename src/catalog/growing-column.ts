export type Cells = Uint8Array | Uint32Array | Float64Array;

/** A column that cells are added to; its end is not known beforehand. */
export type GrowingColumn<Column extends Cells> = {
  readonly add: (cell: number) => void;
  readonly finish: () => Column;
};

const CELLS = 1 << 16;

/** Pieces of a column in one. */
export const joinCells = <Column extends Cells>(
  Made: new (length: number) => Column,
  pieces: readonly Column[],
): Column => {
  const all = new Made(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece as never, at);
    at += piece.length;
  }
  return all;
};

/**
 * Grows piece by piece and is put together once: one that was copied into twice its room whenever it is full would
 * leave the process with the room of all its copies, three times what a million rows need.
 */
export const growingColumn = <Column extends Cells>(
  Made: new (length: number) => Column,
): GrowingColumn<Column> => {
  const full: Column[] = [];
  let piece = new Made(CELLS);
  let at = 0;
  return {
    add: (cell) => {
      if (at === CELLS) {
        full.push(piece);
        piece = new Made(CELLS);
        at = 0;
      }
      piece[at] = cell;
      at += 1;
    },
    finish: () => joinCells(Made, [...full, piece.slice(0, at) as Column]),
  };
};
