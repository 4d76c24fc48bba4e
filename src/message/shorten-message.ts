import { plain, quiet } from "./inline.ts";
import type { Block, Inline, Message } from "./message.ts";
import { WORDING } from "./wording.ts";

type Table = Extract<Block, { readonly kind: "table" }>;

/** What was taken out so far, in the words that say so. */
type LeftOut = Readonly<Record<"rows" | "quotations" | "places" | "choices", number>>;

const NOTHING: LeftOut = { rows: 0, quotations: 0, places: 0, choices: 0 };

type Shortened = { readonly blocks: readonly Block[]; readonly leftOut: LeftOut };

const said = ({ blocks, leftOut }: Shortened): Message => {
  const parts = Object.entries(leftOut).flatMap(([what, count]) =>
    count === 0 ? [] : [WORDING.leftOutParts[what as keyof LeftOut](count)],
  );
  if (parts.length === 0) return { blocks };
  return { blocks: [...blocks, { kind: "line", line: [quiet(WORDING.leftOut(parts))] }] };
};

/** The first and the last rows, and a row between them that says how many are missing. */
const middleOut = (table: Table, kept: number): Table => {
  const head = Math.ceil(kept / 2);
  const tail = kept - head;
  const gap = [WORDING.rowsBetween(table.rows.length - kept), ...table.columns.slice(1).map(() => "")];
  const last = tail === 0 ? [] : table.rows.slice(-tail);
  return { ...table, rows: [...table.rows.slice(0, head), gap, ...last] };
};

/** A table is never cut to less than its ends. */
const LEAST_ROWS = 2;

const withRows = ({ blocks, leftOut }: Shortened, kept: number): Shortened => {
  const cut = blocks.map((block) =>
    block.kind === "table" && block.rows.length > kept ? middleOut(block, kept) : block,
  );
  const rows = blocks.reduce(
    (sum, block) => sum + (block.kind === "table" ? Math.max(0, block.rows.length - kept) : 0),
    0,
  );
  return { blocks: cut, leftOut: { ...leftOut, rows } };
};

const rowsOf = (blocks: readonly Block[]): number =>
  Math.max(0, ...blocks.map((block) => (block.kind === "table" ? block.rows.length : 0)));

/** As many rows as fit, found by halving; the fewest where even those do not. */
const fewerRows = (whole: Shortened, fits: (message: Message) => boolean): Shortened => {
  let [low, high] = [LEAST_ROWS, rowsOf(whole.blocks)];
  if (high <= low) return whole;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(said(withRows(whole, middle)))) low = middle;
    else high = middle;
  }
  return withRows(whole, low);
};

const without = (
  { blocks, leftOut }: Shortened,
  part: "quotations" | "choices",
  isPart: (block: Block) => boolean,
): Shortened => {
  const kept = blocks.filter((block) => !isPart(block));
  return { blocks: kept, leftOut: { ...leftOut, [part]: blocks.length - kept.length } };
};

/** A line of a receipt is a piece for each place, and who said it: the first two and the last two are enough. */
const ENDS = 2;

const middlePieces = (line: readonly Inline[]): readonly Inline[] =>
  line.length <= 2 * ENDS + 1
    ? line
    : [...line.slice(0, ENDS), plain(WORDING.placesBetween(line.length - 2 * ENDS)), ...line.slice(-ENDS)];

/** A receipt keeps its document and who said it; of many places in it, the ends. */
const fewerPlaces = ({ blocks, leftOut }: Shortened): Shortened => {
  const kept = blocks.map((block) =>
    block.kind === "receipt" ? { ...block, lines: block.lines.map(middlePieces) } : block,
  );
  const places = blocks.reduce(
    (sum, block) =>
      sum + (block.kind === "receipt" ? block.lines.filter((line) => middlePieces(line) !== line).length : 0),
    0,
  );
  return { blocks: kept, leftOut: { ...leftOut, places } };
};

/**
 * Takes detail out of the middle of a message until it fits, least needed first, and says in it what is left out:
 * places in one document, then rows, then quotations, then choices. What was found, every document,
 * every caveat and what was assumed stay, whatever `fits` says; the caller then goes on in a second message.
 */
export const shortenMessage = (message: Message, fits: (message: Message) => boolean): Message => {
  if (fits(message)) return message;
  const whole: Shortened = { blocks: message.blocks, leftOut: NOTHING };
  const steps: readonly ((shortened: Shortened) => Shortened)[] = [
    fewerPlaces,
    (shortened) => fewerRows(shortened, fits),
    (shortened) => without(shortened, "quotations", ({ kind }) => kind === "quotation"),
    (shortened) => without(shortened, "choices", ({ kind }) => kind === "choice"),
  ];
  let shortened = whole;
  for (const step of steps) {
    shortened = step(shortened);
    if (fits(said(shortened))) return said(shortened);
  }
  return said(shortened);
};
