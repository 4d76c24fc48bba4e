import { type Entry, entriesOf, type Fault, faultAt, type PackTables } from "./pack-tables.ts";
import type { TableName } from "./row-schemas.ts";

/** Every id that the packs define, whether or not the rest of its row can be read. */
type Ids = {
  readonly sources: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
};

type Reference = {
  readonly field: string;
  /** Null and undefined: a cell left empty, or one that could not be read and has its own fault. */
  readonly to: readonly (string | null | undefined)[];
  readonly among: ReadonlySet<string>;
  readonly what: string;
};

const idsOf = (packs: readonly PackTables[], table: "sources" | "measures" | "periods" | "figures") =>
  new Set(entriesOf(packs, table).flatMap(({ read }) => read.id ?? []));

const memberKey = ({ dimension, id }: Entry<"members">["read"]): string | null =>
  dimension === undefined || id === undefined ? null : `${dimension}=${id}`;

const collectIds = (packs: readonly PackTables[]): Ids => ({
  sources: idsOf(packs, "sources"),
  measures: idsOf(packs, "measures"),
  members: new Set(entriesOf(packs, "members").flatMap(({ read }) => memberKey(read) ?? [])),
  periods: idsOf(packs, "periods"),
  figures: idsOf(packs, "figures"),
});

const broken = <Name extends TableName>(
  entry: Entry<Name>,
  references: readonly Reference[],
): readonly Fault[] =>
  references.flatMap(({ field, to, among, what }) =>
    to
      .filter((id) => typeof id === "string")
      .filter((id) => !among.has(id))
      .map((found) => faultAt(entry, field, { found, expected: what })),
  );

const MEASURE = "the id of a measure in measures.csv";
const MEMBER = "a member of members.csv, written dimension=id";
const FIGURE = "the id of a figure in figures.csv";
const SOURCE = "the id of a source in sources.csv";

const brokenInMeasure = (entry: Entry<"measures">, ids: Ids): readonly Fault[] => {
  const { base_measure: base, members = [], not_to_be_confused_with: others = [] } = entry.read;
  return broken(entry, [
    { field: "base_measure", to: [base], among: ids.measures, what: MEASURE },
    { field: "members", to: members, among: ids.members, what: MEMBER },
    { field: "not_to_be_confused_with", to: others, among: ids.measures, what: MEASURE },
  ]);
};

const brokenInFigure = (entry: Entry<"figures">, ids: Ids): readonly Fault[] => {
  const { measure, members = [], source, supersedes, derived_from: inputs = [] } = entry.read;
  return broken(entry, [
    { field: "measure", to: [measure], among: ids.measures, what: MEASURE },
    { field: "members", to: members, among: ids.members, what: MEMBER },
    { field: "source", to: [source], among: ids.sources, what: SOURCE },
    { field: "supersedes", to: [supersedes], among: ids.figures, what: FIGURE },
    { field: "derived_from", to: inputs, among: ids.figures, what: FIGURE },
  ]);
};

/** Every id that a row names and that no row defines. */
export const checkReferences = (packs: readonly PackTables[]): readonly Fault[] => {
  const ids = collectIds(packs);
  const nameable = new Set([...ids.measures, ...ids.members, ...ids.periods, ...ids.sources]);
  const named = 'the id of a measure, a period or a source, or a member\'s "dimension=id"';
  return [
    ...entriesOf(packs, "measures").flatMap((entry) => brokenInMeasure(entry, ids)),
    ...entriesOf(packs, "names").flatMap((entry) =>
      broken(entry, [{ field: "id", to: [entry.read.id], among: nameable, what: named }]),
    ),
    ...entriesOf(packs, "figures").flatMap((entry) => brokenInFigure(entry, ids)),
    ...entriesOf(packs, "preferences").flatMap((entry) =>
      broken(entry, [
        { field: "measure", to: [entry.read.measure], among: ids.measures, what: MEASURE },
        { field: "source", to: [entry.read.source], among: ids.sources, what: SOURCE },
      ]),
    ),
    ...entriesOf(packs, "uncited").flatMap((entry) =>
      broken(entry, [{ field: "source", to: [entry.read.source], among: ids.sources, what: SOURCE }]),
    ),
  ];
};
