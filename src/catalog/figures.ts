import type { Period } from "../calendar/period.ts";
import { atOnce, type Turns } from "../language/turns.ts";
import { coder } from "./coder.ts";
import {
  type Common,
  type FigureColumns,
  figureWriter,
  keyOfMembers,
  ROWS_A_TURN,
} from "./figure-columns.ts";
import { type Grouped, groupRows, rowsOf } from "./group-rows.ts";
import type { MemberKey, Observation, Provenance } from "./observation.ts";
import { findRows, type RowFinder } from "./row-finder.ts";
import { textAt } from "./text-column.ts";

/**
 * The figures that may be told, by what they are of. A million of them are columns of numbers; the object of one
 * is made when it is asked for, and is the same object for as long as anyone may hold it against another.
 */
export type Figures = {
  readonly size: number;
  readonly get: (id: string) => Observation | undefined;
  /** In the order of the packs. */
  readonly all: () => IteratorObject<Observation>;
  readonly of: (measure: string) => IteratorObject<Observation>;
  readonly countOf: (measure: string) => number;
  /** Those of exactly these members; none is the total. */
  readonly at: (measure: string, members: readonly MemberKey[]) => readonly Observation[];
  /** The sets of members that a measure is counted by, each once, in order. */
  readonly groupsOf: (measure: string) => readonly (readonly MemberKey[])[];
  readonly periodsOf: (measure: string) => readonly Period[];
  /** The documents and people that a measure's figures are from, each pair once. */
  readonly saidOf: (measure: string) => readonly Pick<Provenance, "source" | "attribution">[];
  /** Each of those of all figures once. */
  readonly said: () => readonly Pick<Provenance, "source" | "attribution">[];
  readonly periods: () => readonly Period[];
  readonly withValue: (value: number) => readonly Observation[];
  /** Those that a source worked out from others that are held. */
  readonly workedOut: () => readonly Observation[];
};

/** A measure and a set of members, as one number. */
type Keys = {
  readonly grouped: Grouped;
  readonly keyOf: (measure: number, members: number) => number | undefined;
  /** The sets of members of each measure, in the order in which they come up. */
  readonly setsOf: readonly (readonly number[])[];
};

function* groupKeys({ size, measure, members, measures, memberSets }: FigureColumns): Turns<Keys> {
  const keys = new Map<number, number>();
  const setsOf: number[][] = measures.map(() => []);
  const numbers = new Uint32Array(size);
  const joint = (one: number, other: number): number => one * memberSets.length + other;
  for (let row = 0; row < size; row += 1) {
    if (row % ROWS_A_TURN === 0) yield;
    const [own, set] = [measure[row] ?? 0, members[row] ?? 0];
    const key = keys.get(joint(own, set)) ?? keys.size;
    if (key === keys.size) {
      keys.set(joint(own, set), key);
      setsOf[own]?.push(set);
    }
    numbers[row] = key;
  }
  return {
    grouped: yield* groupRows(numbers, keys.size),
    keyOf: (own, set) => keys.get(joint(own, set)),
    setsOf,
  };
}

/** So many objects are remembered before all are made anew: far more than one question looks at. */
const MOST_MADE = 100_000;

const maker = (columns: FigureColumns): ((row: number) => Observation) => {
  const { ids, printed, values, paragraphs, measures, memberSets, periods, commons } = columns;
  const make = (row: number): Observation => {
    const common = commons[columns.common[row] ?? 0] as Common;
    const { pack, valueMax, qualifier, periodBasis, kind, caveats, status, supersedes, derivedFrom } = common;
    const { source, attribution, reason } = common;
    const [paragraph, asPrinted] = [paragraphs[row] ?? 0, textAt(printed, row)];
    return {
      id: textAt(ids, row),
      pack,
      measure: measures[columns.measure[row] ?? 0] ?? "",
      members: memberSets[columns.members[row] ?? 0] ?? [],
      value: values[row] ?? 0,
      valueMax,
      qualifier,
      timePeriod: periods[columns.period[row] ?? 0] as Period,
      periodBasis,
      kind,
      provenance: { source, paragraph, asPrinted, attribution },
      caveats,
      status,
      supersedes,
      derivedFrom,
      ...(reason === undefined ? {} : { reason }),
    };
  };
  const made = new Map<number, Observation>();
  return (row) => {
    const known = made.get(row);
    if (known !== undefined) return known;
    if (made.size >= MOST_MADE) made.clear();
    const figure = make(row);
    made.set(row, figure);
    return figure;
  };
};

const distinct = (rows: Uint32Array, numbers: Uint32Array): readonly number[] => {
  const seen = new Set<number>();
  for (const row of rows) seen.add(numbers[row] ?? 0);
  return [...seen];
};

const indexed = <Value>(values: readonly Value[], numbers: readonly number[]): readonly Value[] =>
  numbers.map((number) => values[number] as Value);

/** Gives the columns their index; the columns themselves stay as they are. */
export function* indexFigures(columns: FigureColumns, { rowOf }: RowFinder): Turns<Figures> {
  const { size, values, measures, memberSets, periods, commons } = columns;
  const byMeasure = yield* groupRows(columns.measure, measures.length);
  const keys = yield* groupKeys(columns);
  const measureCodes = coder((id: string) => id, measures);
  const memberCodes = coder(keyOfMembers, memberSets);
  const at = maker(columns);
  const rowsOfMeasure = (id: string): Uint32Array => {
    const code = measureCodes.known(id);
    return code === undefined ? new Uint32Array() : rowsOf(byMeasure, code);
  };
  const derived = new Set(commons.flatMap(({ derivedFrom }, code) => (derivedFrom.length > 0 ? [code] : [])));
  const rowsWhere = (isWanted: (row: number) => boolean): readonly Observation[] => {
    const found: Observation[] = [];
    for (let row = 0; row < size; row += 1) if (isWanted(row)) found.push(at(row));
    return found;
  };
  return {
    size,
    get: (id) => {
      const row = rowOf(id);
      return row === undefined ? undefined : at(row);
    },
    all: () => values.keys().map(at),
    of: (id) => rowsOfMeasure(id).values().map(at),
    countOf: (id) => rowsOfMeasure(id).length,
    at: (id, members) => {
      const [measure, set] = [measureCodes.known(id), memberCodes.known(members.toSorted())];
      const key = measure === undefined || set === undefined ? undefined : keys.keyOf(measure, set);
      return key === undefined ? [] : Array.from(rowsOf(keys.grouped, key), at);
    },
    groupsOf: (id) => indexed(memberSets, keys.setsOf[measureCodes.known(id) ?? -1] ?? []),
    periodsOf: (id) => indexed(periods, distinct(rowsOfMeasure(id), columns.period)),
    saidOf: (id) => indexed(commons, distinct(rowsOfMeasure(id), columns.common)),
    said: () => commons,
    periods: () => periods,
    withValue: (value) => rowsWhere((row) => values[row] === value),
    workedOut: () => (derived.size === 0 ? [] : rowsWhere((row) => derived.has(columns.common[row] ?? 0))),
  };
}

/** The same, all at once. */
export const figuresIn = (columns: FigureColumns): Figures =>
  atOnce(indexFigures(columns, atOnce(findRows(columns))));

/** An object takes ten times as long as a row. */
const FIGURES_A_TURN = 1_000;

/** Figures from objects that are at hand, as a small pack or a test has them. */
export function* figuresInTurns(observations: Iterable<Observation>): Turns<Figures> {
  const writer = figureWriter();
  let count = 0;
  for (const one of observations) {
    count += 1;
    if (count % FIGURES_A_TURN === 0) yield;
    writer.add(one);
  }
  const columns = writer.finish();
  return yield* indexFigures(columns, yield* findRows(columns));
}

/** The same, all at once. */
export const figuresOf = (observations: Iterable<Observation>): Figures =>
  atOnce(figuresInTurns(observations));
