import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { FigureColumns } from "../catalog/figure-columns.ts";
import { atOnce, type Turns } from "../language/turns.ts";
import type { Streamed } from "./stream-figures.ts";

// Figures that were read and checked once, as they lie in memory, in a file that is named after all that they were
// read from: what is stale has another name. It is written aside and put in place whole, and one that is cut short
// all the same is as if there were none.

/** Counted up when the columns change, so that no file of another program is taken for one of this. */
const FORMAT = "nutgraf figures 1\n";
const ALIGNED = 8;
/** They are read, or made part of a digest, in a millisecond or two. */
const BLOCK_BYTES = 1 << 20;
const PREFIX = "figures-";
const SUFFIX = ".bin";

/** A digest of the files' names and of every byte in them. */
export function* digestInTurns(files: readonly string[]): Turns<string> {
  const hash = createHash("sha256").update(FORMAT);
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  for (const file of files) {
    hash.update(`${file}\n`);
    const descriptor = openSync(file, "r");
    try {
      for (let count = readSync(descriptor, block); count > 0; count = readSync(descriptor, block)) {
        hash.update(block.subarray(0, count));
        yield;
      }
    } finally {
      closeSync(descriptor);
    }
  }
  return hash.digest("hex").slice(0, 32);
}

/** The same, all at once. */
export const digestOf = (files: readonly string[]): string => atOnce(digestInTurns(files));

type Cells = Uint8Array | Uint32Array | Float64Array;

const cellsOf = (columns: FigureColumns): readonly Cells[] => [
  columns.values,
  columns.ids.bytes,
  columns.ids.starts,
  columns.printed.bytes,
  columns.printed.starts,
  columns.paragraphs,
  columns.measure,
  columns.members,
  columns.period,
  columns.common,
];

const padded = (bytes: number): number => Math.ceil(bytes / ALIGNED) * ALIGNED;

const bytesOf = (cells: Cells): Uint8Array =>
  new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);

const header = z.object({
  size: z.int(),
  lengths: z.array(z.int()),
  /** The lists that rows point into, and the rows that speak of others: as they were written, so they are read. */
  shared: z.object({
    measures: z.array(z.string()),
    memberSets: z.array(z.array(z.string())),
    periods: z.array(z.unknown()),
    commons: z.array(z.unknown()),
  }),
  told: z.array(z.unknown()),
});

const fileFor = (folder: string, key: string): string => join(folder, `${PREFIX}${key}${SUFFIX}`);

/** Whether something was prepared under that key. */
export const isPrepared = (folder: string, key: string): boolean => existsSync(fileFor(folder, key));

/** Reads on to the end of the bytes, or of the file: how many there were. */
function* readInto(descriptor: number, bytes: Uint8Array): Turns<number> {
  let at = 0;
  while (at < bytes.length) {
    const count = readSync(descriptor, bytes, at, Math.min(BLOCK_BYTES, bytes.length - at), null);
    if (count === 0) break;
    at += count;
    yield;
  }
  return at;
}

/** Reads what was prepared under that key; null where nothing was, or not to its end. */
export function* preparedInTurns(folder: string, key: string): Turns<Streamed | null> {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(fileFor(folder, key), "r");
    const start = FORMAT.length + Uint32Array.BYTES_PER_ELEMENT;
    const first = Buffer.alloc(start);
    yield* readInto(descriptor, first);
    if (first.toString("latin1", 0, FORMAT.length) !== FORMAT) return null;
    const length = first.readUInt32LE(FORMAT.length);
    const rest = fstatSync(descriptor).size - padded(start + length);
    if (rest < 0) return null;
    const head = Buffer.alloc(padded(start + length) - start);
    yield* readInto(descriptor, head);
    const { size, lengths, shared, told } = header.parse(JSON.parse(head.toString("utf8", 0, length)));
    yield;
    // Every byte of it is read or none is used: to write nothing over fifty megabytes first takes as many milliseconds.
    const { buffer: all } = Buffer.allocUnsafeSlow(rest);
    yield;
    if ((yield* readInto(descriptor, new Uint8Array(all))) < rest) return null;
    const kinds = cellsOf(NOTHING).map((cells) => cells.constructor as new (...args: unknown[]) => Cells);
    let at = 0;
    const cells = kinds.map((Kind, index) => {
      const made = new Kind(all, at, lengths[index] ?? 0);
      at += padded(made.byteLength);
      return made;
    });
    if (at !== all.byteLength) return null;
    return { columns: columnsOf(size, cells, shared as unknown as Shared), told: told as Streamed["told"] };
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** The same, all at once. */
export const readPrepared = (folder: string, key: string): Streamed | null =>
  atOnce(preparedInTurns(folder, key));

type Shared = Pick<FigureColumns, "measures" | "memberSets" | "periods" | "commons">;

const NOTHING: FigureColumns = {
  size: 0,
  ids: { bytes: new Uint8Array(), starts: new Uint32Array() },
  printed: { bytes: new Uint8Array(), starts: new Uint32Array() },
  values: new Float64Array(),
  paragraphs: new Uint32Array(),
  measure: new Uint32Array(),
  members: new Uint32Array(),
  period: new Uint32Array(),
  common: new Uint32Array(),
  measures: [],
  memberSets: [],
  periods: [],
  commons: [],
};

const columnsOf = (size: number, cells: readonly Cells[], shared: Shared): FigureColumns => {
  const [values, ids, idStarts, printed, printedStarts, ...rows] = cells;
  const [paragraphs, measure, members, period, common] = rows as readonly Uint32Array[];
  return {
    ...NOTHING,
    ...shared,
    size,
    ids: { bytes: ids as Uint8Array, starts: idStarts as Uint32Array },
    printed: { bytes: printed as Uint8Array, starts: printedStarts as Uint32Array },
    values: values as Float64Array,
    ...({ paragraphs, measure, members, period, common } as Pick<
      FigureColumns,
      "paragraphs" | "measure" | "members" | "period" | "common"
    >),
  };
};

const writeAll = (file: string, { columns, told }: Streamed): void => {
  const { size, measures, memberSets, periods, commons } = columns;
  const cells = cellsOf(columns);
  const lengths = cells.map(({ length }) => length);
  const text = JSON.stringify({ size, lengths, shared: { measures, memberSets, periods, commons }, told });
  const head = Buffer.from(text, "utf8");
  const start = FORMAT.length + Uint32Array.BYTES_PER_ELEMENT;
  const first = Buffer.alloc(padded(start + head.length));
  first.write(FORMAT, "latin1");
  first.writeUInt32LE(head.length, FORMAT.length);
  head.copy(first, start);
  const descriptor = openSync(file, "w");
  try {
    writeSync(descriptor, first);
    for (const one of cells) {
      const bytes = bytesOf(one);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      writeSync(descriptor, Buffer.alloc(padded(bytes.length) - bytes.length));
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Keeps what was read for the next start; what was kept before is dropped. A folder that cannot be written is left. */
export const keepPrepared = (folder: string, key: string, streamed: Streamed): void => {
  try {
    mkdirSync(folder, { recursive: true });
    const aside = join(folder, `${PREFIX}${key}.${process.pid}.part`);
    writeAll(aside, streamed);
    renameSync(aside, fileFor(folder, key));
    for (const name of readdirSync(folder))
      if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !name.includes(key)) rmSync(join(folder, name));
  } catch {
    // The next start reads the tables again.
  }
};
