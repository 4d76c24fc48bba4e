import type { Period } from "../calendar/period.ts";
import { isId, isNumber, isWholeNumber } from "../catalog/cells.ts";
import { checkFigures } from "../catalog/check-figures.ts";
import { type FigureColumns, type FigureWriter, figureWriter } from "../catalog/figure-columns.ts";
import { dimensionOf, type MemberKey } from "../catalog/observation.ts";
import { entriesOf, type PackTables } from "../catalog/pack-tables.ts";
import { optionalColumns, ROW_SCHEMAS, type RowOf } from "../catalog/row-schemas.ts";
import type { Turns } from "../language/turns.ts";
import { type NumberReader, readsAsPrinted } from "./check-printed.ts";
import { type CellBlock, type Progress, readBlocks } from "./read-blocks.ts";

type Figure = RowOf<"figures">;
type Column = keyof Figure;

/** The file is not so plain that it can be taken as it streams by: whoever reads it with care can say why. */
class Doubt extends Error {}

const doubt = (): never => {
  throw new Doubt();
};

/** Reads each different cell of a column once. */
type Reader = <Name extends Column>(column: Name, cell: string) => Figure[Name];

const REPLACEMENT = "\uFFFD";

const cellReader = (): Reader => {
  const known = new Map<string, Map<string, unknown>>();
  return (column, cell) => {
    const own = known.get(column) ?? new Map<string, unknown>();
    known.set(column, own);
    if (!own.has(cell)) {
      const read = ROW_SCHEMAS.figures.shape[column].safeParse(cell);
      if (!read.success || cell.includes(REPLACEMENT)) doubt();
      own.set(cell, read.data);
    }
    return own.get(cell) as Figure[typeof column];
  };
};

/** What figures may name. */
export type Held = {
  readonly packs: readonly PackTables[];
  readonly readNumber: NumberReader;
};

type Known = {
  readonly measures: ReadonlyMap<string, { readonly members: readonly MemberKey[]; readonly unit: string }>;
  readonly members: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
};

const knownIn = (packs: readonly PackTables[]): Known => ({
  measures: new Map(
    entriesOf(packs, "measures").map(({ row }) => [
      row?.id ?? "",
      { members: row?.members ?? [], unit: row?.unit ?? "" },
    ]),
  ),
  members: new Set(entriesOf(packs, "members").map(({ row }) => `${row?.dimension}=${row?.id}`)),
  sources: new Set(entriesOf(packs, "sources").map(({ row }) => row?.id ?? "")),
});

/** Figures that say something of others, or are withdrawn: few, and checked as all are in a small pack. */
export type Told = { readonly pack: string; readonly line: number; readonly row: Figure };

type Streaming = {
  readonly pack: string;
  readonly at: Readonly<Record<Column, number>>;
  readonly writer: FigureWriter;
  readonly read: Reader;
  readonly known: Known;
  readonly readNumber: NumberReader;
  readonly told: Told[];
};

const OPTIONAL = optionalColumns("figures");
/** A file with a column that may be left out is read with care. */
const COLUMNS = Object.keys(ROW_SCHEMAS.figures.shape).filter(
  (column) => !OPTIONAL.includes(column),
) as readonly Column[];

const placesIn = (header: readonly string[]): Readonly<Record<Column, number>> => {
  if (header.length !== COLUMNS.length || !COLUMNS.every((column) => header.includes(column))) doubt();
  return Object.fromEntries(COLUMNS.map((column) => [column, header.indexOf(column)])) as Record<
    Column,
    number
  >;
};

/** A measure and a set of members that go together: one member a dimension, all of them held. */
const membersOf = (row: readonly string[], { at, read, known }: Streaming): readonly MemberKey[] => {
  const measure = known.measures.get(row[at.measure] ?? "") ?? doubt();
  const members = read("members", row[at.members] ?? "");
  const fixed = measure.members.filter((member) => !members.includes(member));
  const dimensions = [...new Set([...fixed, ...members])].map(dimensionOf);
  if (new Set(dimensions).size !== dimensions.length) doubt();
  if (new Set(members).size !== members.length) doubt();
  if (!members.every((member) => known.members.has(member))) doubt();
  return members;
};

const periodOf = (row: readonly string[], { at, read }: Streaming): Period => {
  const label = read("period_label", row[at.period_label] ?? "");
  const start = read("period_start", row[at.period_start] ?? "");
  const end = read("period_end", row[at.period_end] ?? "");
  if (end !== null && start > end) doubt();
  return { label, start, end };
};

/** Works out once for each combination of cells. */
const remembering = (columns: readonly Column[], work: (row: readonly string[], of: Streaming) => number) => {
  const known = new Map<string, number>();
  return (row: readonly string[], streaming: Streaming): number => {
    let key = "";
    for (const column of columns) key += `${row[streaming.at[column]] ?? ""}\u0000`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const code = work(row, streaming);
    known.set(key, code);
    return code;
  };
};

const codesOf = () => ({
  measure: remembering(["measure"], (row, { at, read, writer }) =>
    writer.measures.codeOf(read("measure", row[at.measure] ?? "")),
  ),
  members: remembering(["measure", "members"], (row, streaming) =>
    streaming.writer.memberSets.codeOf(membersOf(row, streaming)),
  ),
  period: remembering(["period_label", "period_start", "period_end"], (row, streaming) =>
    streaming.writer.periods.codeOf(periodOf(row, streaming)),
  ),
  common: remembering(
    [
      "value_max",
      "qualifier",
      "period_basis",
      "kind",
      "source",
      "attribution",
      "caveat",
      "status",
      "supersedes",
      "derived_from",
    ],
    (row, { at, read, writer, known, pack }) => {
      const cell = <Name extends Column>(column: Name): Figure[Name] => read(column, row[at[column]] ?? "");
      const [source, caveat] = [cell("source"), cell("caveat")];
      if (!known.sources.has(source)) doubt();
      return writer.commons.codeOf({
        pack,
        valueMax: cell("value_max"),
        qualifier: cell("qualifier"),
        periodBasis: cell("period_basis"),
        kind: cell("kind"),
        caveats: caveat === null ? [] : [caveat],
        status: cell("status"),
        supersedes: cell("supersedes"),
        derivedFrom: cell("derived_from"),
        source,
        attribution: cell("attribution"),
      });
    },
  ),
});

type Codes = ReturnType<typeof codesOf>;

const addRow = (row: readonly string[], line: number, { streaming, codes }: Adding): void => {
  const { at, writer, known, readNumber, told, pack, read } = streaming;
  const cell = (column: Column): string => row[at[column]] ?? "";
  const [id, number, asPrinted, paragraph] = [
    cell("id"),
    cell("value"),
    cell("as_printed"),
    cell("paragraph"),
  ];
  const plain = isId(id) && isNumber(number) && isWholeNumber(paragraph) && asPrinted !== "";
  if (!plain || id.includes(REPLACEMENT) || asPrinted.includes(REPLACEMENT)) doubt();
  const value = Number(number);
  const common = codes.common(row, streaming);
  const { valueMax, status, supersedes, derivedFrom } = writer.commons.values[common] ?? doubt();
  if (valueMax !== null && valueMax <= value) doubt();
  const unit = known.measures.get(cell("measure"))?.unit;
  if (!readsAsPrinted({ asPrinted, value, valueMax, unit }, readNumber)) doubt();
  if (status === "withdrawn" || supersedes !== null || derivedFrom.length > 0) {
    const whole = Object.fromEntries(COLUMNS.map((column) => [column, read(column, cell(column))]));
    told.push({ pack, line, row: whole as unknown as Figure });
  }
  writer.addRow({
    id,
    asPrinted,
    value,
    paragraph: Number(paragraph),
    measure: codes.measure(row, streaming),
    members: codes.members(row, streaming),
    period: codes.period(row, streaming),
    common,
  });
};

type Adding = { readonly streaming: Streaming; readonly codes: Codes };

function* addBlocks(blocks: Iterable<CellBlock>, start: Omit<Streaming, "at">): Turns<void> {
  let adding: Adding | null = null;
  let line = 1;
  for (const block of blocks) {
    yield;
    for (const row of block) {
      if (adding === null) adding = { streaming: { ...start, at: placesIn(row) }, codes: codesOf() };
      else addRow(row, line, adding);
      line += 1;
    }
    yield;
  }
  if (adding === null) doubt();
}

/** Whether figures that speak of others may do so, as in a small pack: none in circles, none of one that is gone. */
export const mayBeTold = (
  told: readonly Told[],
  packs: readonly PackTables[],
  has: (id: string) => boolean,
) => {
  const named = told.flatMap(({ row }) => [row.supersedes ?? [], row.derived_from].flat());
  if (!named.every(has)) return false;
  const [first] = packs;
  if (first === undefined) return told.length === 0;
  const figures = told.map(({ pack, line, row }) => ({
    pack,
    table: "figures" as const,
    line,
    read: row,
    row,
  }));
  const only = { ...first, tables: { ...first.tables, measures: [], figures } };
  return checkFigures([only]).length === 0;
};

export type Streamed = {
  readonly columns: FigureColumns;
  readonly told: readonly Told[];
};

/** A pack's name and the file of its figures. */
export type FigureFile = { readonly pack: string; readonly file: string };

/**
 * Reads the figures of packs whose other tables hold, row by row, into columns; null where anything at all is not
 * as it should be, or is not plain enough to be sure of, so that `loadPacks` reads it with care and says why.
 * What figures say of each other is for the caller to check with `mayBeTold`, once it can look ids up.
 */
export function* streamFigures(
  files: readonly FigureFile[],
  { packs, readNumber }: Held,
  progress: Progress,
): Turns<Streamed | null> {
  const writer = figureWriter();
  const told: Told[] = [];
  const [read, known] = [cellReader(), knownIn(packs)];
  try {
    for (const { pack, file } of files)
      yield* addBlocks(readBlocks(file, progress), { pack, writer, read, known, readNumber, told });
  } catch {
    return null;
  }
  return { columns: writer.finish(), told };
}
