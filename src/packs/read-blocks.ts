import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { plainLines } from "./plain-cells.ts";

/** How much of a file has been read, in bytes. */
export type Progress = (read: number, all: number) => void;

/** The cells of some lines; the first line of a file is its header. */
export type CellBlock = readonly (readonly string[])[];

const BLOCK_BYTES = 1 << 22;

/** Where the last whole record ends: the last line end that stands in no quoted cell; 0 where there is none. */
const wholeRecords = (text: string): number => {
  const last = text.lastIndexOf("\n");
  if (!text.includes('"')) return last + 1;
  let [end, quoted] = [0, false];
  for (let at = 0; at <= last; at += 1) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (sign === "\n" && !quoted) end = at + 1;
  }
  return end;
};

const cellsOf = (text: string): CellBlock =>
  plainLines(text)?.map(({ cells }) => cells) ??
  parse(text, { bom: true, skip_empty_lines: true, skip_records_with_empty_values: true, trim: true });

/**
 * The lines of a CSV file of any size, some thousand at a time. Throws where the file cannot be read or is no CSV,
 * a line with too many cells or too few among them: `readTable` has the words for what is wrong with it.
 */
export function* readBlocks(file: string, progress: Progress): Generator<CellBlock> {
  const descriptor = openSync(file, "r");
  try {
    const all = fstatSync(descriptor).size;
    const bytes = Buffer.allocUnsafe(BLOCK_BYTES);
    const decoder = new TextDecoder();
    let [read, rest] = [0, ""];
    for (;;) {
      const count = readSync(descriptor, bytes);
      read += count;
      const text = rest + decoder.decode(bytes.subarray(0, count), { stream: count > 0 });
      const end = count === 0 ? text.length : wholeRecords(text);
      rest = text.slice(end);
      if (end > 0) yield cellsOf(text.slice(0, end));
      progress(read, all);
      if (count === 0) return;
    }
  } finally {
    closeSync(descriptor);
  }
}
