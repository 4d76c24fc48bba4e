import type { NamedPeriod } from "../language/reference-period.ts";
import { atOnce, mapInTurns, type Turns } from "../language/turns.ts";
import type { Catalog, Retired } from "./catalog.ts";
import { checkFigures } from "./check-figures.ts";
import { checkReferences } from "./check-references.ts";
import { checkRows } from "./check-rows.ts";
import { checkUnique } from "./check-unique.ts";
import { type Figures, figuresInTurns } from "./figures.ts";
import type { Measure, Member, Observation, Source } from "./observation.ts";
import { entriesOf, type Fault, type PackTables } from "./pack-tables.ts";
import type { RowOf, TableName } from "./row-schemas.ts";

export type Built =
  | { readonly ok: true; readonly catalog: Catalog }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The month in which fiscal years begin where no pack says: October, the United States government's. */
export const DEFAULT_FISCAL_YEAR_START_MONTH = 10;

const toSource = (pack: string, row: RowOf<"sources">): Source => ({
  id: row.id,
  pack,
  outlet: row.outlet,
  title: row.title,
  byline: row.byline,
  url: row.url,
  published: { date: row.published, basis: row.published_basis },
  kind: row.kind,
  note: row.note,
  archive: row.archive,
});

const toMeasure = (pack: string, row: RowOf<"measures">): Measure => ({
  id: row.id,
  pack,
  name: row.name,
  measuredProperty: row.measured_property,
  population: row.population,
  unit: row.unit,
  definition: row.definition,
  timeKind: row.kind_of_time,
  statType: row.stat_type,
  baseMeasure: row.base_measure,
  members: row.members,
  notToBeConfusedWith: row.not_to_be_confused_with,
});

const toMember = (pack: string, row: RowOf<"members">): Member => ({
  id: `${row.dimension}=${row.id}`,
  pack,
  dimension: row.dimension,
  name: row.name,
  aggregate: row.kind === "aggregate",
});

const toNamedPeriod = (_pack: string, { id, name, start, end }: RowOf<"periods">): NamedPeriod => ({
  id,
  name,
  period: { label: name, start, end },
});

export const toObservation = (pack: string, row: RowOf<"figures">): Observation => ({
  id: row.id,
  pack,
  measure: row.measure,
  members: row.members,
  value: row.value,
  valueMax: row.value_max,
  qualifier: row.qualifier,
  timePeriod: { label: row.period_label, start: row.period_start, end: row.period_end },
  periodBasis: row.period_basis,
  kind: row.kind,
  provenance: {
    source: row.source,
    paragraph: row.paragraph,
    asPrinted: row.as_printed,
    attribution: row.attribution,
  },
  caveats: row.caveat === null ? [] : [row.caveat],
  status: row.status,
  supersedes: row.supersedes,
  derivedFrom: row.derived_from,
  ...(typeof row.reason === "string" ? { reason: row.reason } : {}),
});

function* mapTable<Name extends TableName, Value>(
  packs: readonly PackTables[],
  table: Name,
  toValue: (pack: string, row: RowOf<Name>) => Value,
): Turns<readonly Value[]> {
  const rows = yield* mapInTurns(entriesOf(packs, table), ({ pack, row }) =>
    row === null ? [] : [toValue(pack, row)],
  );
  return rows.flat();
}

/** The first of each id stays: two packs may both know a member. */
const byId = <Value extends { readonly id: string }>(values: readonly Value[]): ReadonlyMap<string, Value> =>
  new Map(
    [...Map.groupBy(values, ({ id }) => id)].flatMap(([id, [first]]) =>
      first === undefined ? [] : [[id, first] as const],
    ),
  );

/** What may not be told any more: withdrawn, or superseded. */
export const retiredAmong = (observations: readonly Observation[]): ReadonlyMap<string, Retired> => {
  const superseding = new Map(
    observations.flatMap(({ id, supersedes }) => (supersedes === null ? [] : [[supersedes, id] as const])),
  );
  return new Map(
    observations.flatMap((observation) => {
      const by = superseding.get(observation.id) ?? null;
      return by === null && observation.status !== "withdrawn"
        ? []
        : [[observation.id, { observation, by }] as const];
    }),
  );
};

const checkFiscalYear = (packs: readonly PackTables[]): readonly Fault[] => {
  const stated = packs.flatMap(({ pack, fiscalYearStartMonth: month }) =>
    month === null ? [] : [{ pack, month }],
  );
  const [first, ...others] = stated;
  if (first === undefined) return [];
  return others
    .filter(({ month }) => month !== first.month)
    .map(({ pack, month }) => ({
      pack,
      table: "datapackage",
      line: null,
      field: "nutgraf.fiscalYearStartMonth",
      found: String(month),
      expected: `${first.month}, as the pack ${first.pack} has it: one desk counts one kind of fiscal year`,
    }));
};

/** Everything that is wrong within and between the packs, beyond what their cells showed when they were read. */
export function* checkPacks(packs: readonly PackTables[]): Turns<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const check of [checkRows, checkUnique, checkReferences, checkFigures, checkFiscalYear]) {
    faults.push(...check(packs));
    yield;
  }
  return faults;
}

/** What is held of the packs' tables and of figures that were checked already. */
export function* joinCatalog(
  packs: readonly PackTables[],
  figures: Figures,
  retired: Catalog["retired"],
): Turns<Catalog> {
  const fiscalYearStartMonth = packs.find((pack) => pack.fiscalYearStartMonth !== null)?.fiscalYearStartMonth;
  const preferences = yield* mapTable(packs, "preferences", (pack, row) => ({ pack, ...row }));
  return {
    packs: packs.map(({ pack, title, scope }) => ({ name: pack, title, scope })),
    sources: byId(yield* mapTable(packs, "sources", toSource)),
    measures: byId(yield* mapTable(packs, "measures", toMeasure)),
    members: byId(yield* mapTable(packs, "members", toMember)),
    names: yield* mapTable(packs, "names", (_pack, row) => row),
    terms: yield* mapTable(packs, "terms", (_pack, row) => row),
    periods: yield* mapTable(packs, "periods", toNamedPeriod),
    preferences: preferences.toSorted((a, b) => Number(a.measure === null) - Number(b.measure === null)),
    figures,
    retired,
    fiscalYearStartMonth: fiscalYearStartMonth ?? DEFAULT_FISCAL_YEAR_START_MONTH,
  };
}

/**
 * Joins the tables of all packs into what is held. Faults instead of a catalog where anything names what
 * is not there. Rows with a bad cell are left out: whoever read them has reported those already.
 */
export function* catalogInTurns(packs: readonly PackTables[]): Turns<Built> {
  const faults = yield* checkPacks(packs);
  if (faults.length > 0) return { ok: false, faults };
  const all = yield* mapTable(packs, "figures", toObservation);
  const retired = retiredAmong(all);
  const figures = yield* figuresInTurns(all.filter(({ id }) => !retired.has(id)));
  return { ok: true, catalog: yield* joinCatalog(packs, figures, retired) };
}

/** The same, all at once. */
export const buildCatalog = (packs: readonly PackTables[]): Built => atOnce(catalogInTurns(packs));
