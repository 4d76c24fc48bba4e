import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { plainLines } from "./plain-cells.ts";

/** How much of a file has been read, in bytes. */
export type Progress = (read: number, all: number) => void;

/** The cells of some lines; the first line of a file is its header. */
export type CellBlock = readonly (readonly string[])[];

/** They are read and split into cells in some milliseconds, with quotation marks too. */
const BLOCK_BYTES = 1 << 17;

/** How far a text that goes on was looked at, and whether a quoted cell is open there. */
export type Looked = { readonly at: number; readonly quoted: boolean };

/**
 * Where the last whole record ends: the last line end that stands in no quoted cell; 0 where there is none. What was
 * looked at before has none.
 */
export const wholeRecords = (
  text: string,
  from: Looked = { at: 0, quoted: false },
): { readonly end: number; readonly quoted: boolean } => {
  if (!from.quoted && !text.includes('"', from.at)) return { end: text.lastIndexOf("\n") + 1, quoted: false };
  let [end, quoted] = [0, from.quoted];
  for (let at = from.at; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (sign === "\n" && !quoted) end = at + 1;
  }
  return { end, quoted };
};

const cellsOf = (text: string): CellBlock =>
  plainLines(text)?.map(({ cells }) => cells) ??
  parse(text, { bom: true, skip_empty_lines: true, skip_records_with_empty_values: true, trim: true });

/**
 * The lines of a CSV file of any size, some hundred at a time. Throws where the file cannot be read or is no CSV,
 * a line with too many cells or too few among them: `readTable` has the words for what is wrong with it.
 */
export function* readBlocks(file: string, progress: Progress): Generator<CellBlock> {
  const descriptor = openSync(file, "r");
  try {
    const all = fstatSync(descriptor).size;
    const bytes = Buffer.allocUnsafe(BLOCK_BYTES);
    const decoder = new TextDecoder();
    let [read, rest, quoted] = [0, "", false];
    for (;;) {
      const count = readSync(descriptor, bytes);
      read += count;
      const text = rest + decoder.decode(bytes.subarray(0, count), { stream: count > 0 });
      const whole = wholeRecords(text, { at: rest.length, quoted });
      const end = count === 0 ? text.length : whole.end;
      rest = text.slice(end);
      quoted = whole.quoted;
      if (end > 0) yield cellsOf(text.slice(0, end));
      progress(read, all);
      if (count === 0) return;
    }
  } finally {
    closeSync(descriptor);
  }
}
