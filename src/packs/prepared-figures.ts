import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { FigureColumns } from "../catalog/figure-columns.ts";
import type { Streamed } from "./stream-figures.ts";

// Figures that were read and checked once, as they lie in memory, in a file that is named after all that they were
// read from: what is stale has another name. It is written aside and put in place whole, and one that is cut short
// all the same is as if there were none.

/** Counted up when the columns change, so that no file of another program is taken for one of this. */
const FORMAT = "nutgraf figures 1\n";
const ALIGNED = 8;
const BLOCK_BYTES = 1 << 22;
const PREFIX = "figures-";
const SUFFIX = ".bin";

/** A digest of the files' names and of every byte in them. */
export const digestOf = (files: readonly string[]): string => {
  const hash = createHash("sha256").update(FORMAT);
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  for (const file of files) {
    hash.update(`${file}\n`);
    const descriptor = openSync(file, "r");
    try {
      for (let count = readSync(descriptor, block); count > 0; count = readSync(descriptor, block))
        hash.update(block.subarray(0, count));
    } finally {
      closeSync(descriptor);
    }
  }
  return hash.digest("hex").slice(0, 32);
};

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

/** Reads what was prepared under that key; null where nothing was, or not to its end. */
export const readPrepared = (folder: string, key: string): Streamed | null => {
  try {
    const file = readFileSync(fileFor(folder, key));
    const start = FORMAT.length + Uint32Array.BYTES_PER_ELEMENT;
    const length = file.readUInt32LE(FORMAT.length);
    if (file.toString("latin1", 0, FORMAT.length) !== FORMAT) return null;
    const { size, lengths, shared, told } = header.parse(
      JSON.parse(file.toString("utf8", start, start + length)),
    );
    // Into a buffer that begins where numbers of eight bytes may.
    const all = new Uint8Array(file.subarray(padded(start + length))).buffer;
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
  }
};

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
