import type { Period } from "../calendar/period.ts";
import { type Coder, coder } from "./coder.ts";
import { growingColumn } from "./growing-column.ts";
import type { MemberKey, Observation } from "./observation.ts";
import { type TextColumn, textWriter } from "./text-column.ts";

/** What of a figure is no number of its own and is seldom told of it alone: who printed it, and how. */
export type Common = Pick<
  Observation,
  | "pack"
  | "valueMax"
  | "qualifier"
  | "periodBasis"
  | "kind"
  | "caveats"
  | "status"
  | "supersedes"
  | "derivedFrom"
  | "reason"
> & { readonly source: string; readonly attribution: string | null };

/** Figures in columns, a row for each in the order of their packs. What many share is kept once, by number. */
export type FigureColumns = {
  readonly size: number;
  readonly ids: TextColumn;
  readonly printed: TextColumn;
  readonly values: Float64Array;
  readonly paragraphs: Uint32Array;
  readonly measure: Uint32Array;
  readonly members: Uint32Array;
  readonly period: Uint32Array;
  readonly common: Uint32Array;
  readonly measures: readonly string[];
  readonly memberSets: readonly (readonly MemberKey[])[];
  readonly periods: readonly Period[];
  readonly commons: readonly Common[];
};

/** So many rows are gone through in a turn: they take a millisecond or two. */
export const ROWS_A_TURN = 1 << 14;

/** What a row has of its own, and the numbers of what it shares with others. */
export type FigureRow = {
  readonly id: string;
  readonly asPrinted: string;
  readonly value: number;
  readonly paragraph: number;
  readonly measure: number;
  readonly members: number;
  readonly period: number;
  readonly common: number;
};

export type FigureWriter = {
  readonly measures: Coder<string>;
  readonly memberSets: Coder<readonly MemberKey[]>;
  readonly periods: Coder<Period>;
  readonly commons: Coder<Common>;
  readonly addRow: (row: FigureRow) => void;
  readonly add: (figure: Observation) => void;
  readonly finish: () => FigureColumns;
};

const commonOf = ({ provenance, ...figure }: Observation): Common => ({
  pack: figure.pack,
  valueMax: figure.valueMax,
  qualifier: figure.qualifier,
  periodBasis: figure.periodBasis,
  kind: figure.kind,
  caveats: figure.caveats,
  status: figure.status,
  supersedes: figure.supersedes,
  derivedFrom: figure.derivedFrom,
  ...(figure.reason === undefined ? {} : { reason: figure.reason }),
  source: provenance.source,
  attribution: provenance.attribution,
});

/** Member sets by their keys, which hold no space. */
export const keyOfMembers = (members: readonly MemberKey[]): string => members.join(" ");

const column = () => growingColumn(Uint32Array);

/** Takes rows one by one and keeps none of the objects. */
const rowWriter = () => {
  const [ids, printed, values] = [textWriter(), textWriter(), growingColumn(Float64Array)];
  const [paragraphs, measure, members, period, common] = [column(), column(), column(), column(), column()];
  let size = 0;
  return {
    addRow: (row: FigureRow): void => {
      ids.add(row.id);
      printed.add(row.asPrinted);
      values.add(row.value);
      paragraphs.add(row.paragraph);
      measure.add(row.measure);
      members.add(row.members);
      period.add(row.period);
      common.add(row.common);
      size += 1;
    },
    finish: () => ({
      size,
      ids: ids.finish(),
      printed: printed.finish(),
      values: values.finish(),
      paragraphs: paragraphs.finish(),
      measure: measure.finish(),
      members: members.finish(),
      period: period.finish(),
      common: common.finish(),
    }),
  };
};

export const figureWriter = (): FigureWriter => {
  const { addRow, finish } = rowWriter();
  const measures = coder<string>((id) => id);
  const memberSets = coder(keyOfMembers);
  const periods = coder<Period>(({ label, start, end }) => `${start} ${end ?? ""} ${label}`);
  const commons = coder<Common>((one) => JSON.stringify(one));
  return {
    measures,
    memberSets,
    periods,
    commons,
    addRow,
    add: (figure) =>
      addRow({
        id: figure.id,
        asPrinted: figure.provenance.asPrinted,
        value: figure.value,
        paragraph: figure.provenance.paragraph,
        measure: measures.codeOf(figure.measure),
        members: memberSets.codeOf(figure.members),
        period: periods.codeOf(figure.timePeriod),
        common: commons.codeOf(commonOf(figure)),
      }),
    finish: () => ({
      ...finish(),
      measures: measures.values,
      memberSets: memberSets.values,
      periods: periods.values,
      commons: commons.values,
    }),
  };
};
