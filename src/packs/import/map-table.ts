import { classifyColumns } from "./classify-columns.ts";
import type { ColumnWords } from "./column-words.ts";
import { dropAttributes } from "./drop-attributes.ts";
import type { ForeignField, ForeignPackage, ForeignTable } from "./foreign-package.ts";
import type { ColumnMapping, MeasureMapping, TableMapping } from "./mapping.ts";
import { nameMeasure, type Said, saidOfField } from "./name-measures.ts";
import { subjectOf } from "./name-table.ts";
import type { Column } from "./profile-column.ts";
import { readPeriodCell } from "./read-period-cell.ts";
import { scaleToldOf } from "./read-unit.ts";
import { tellApart } from "./tell-apart.ts";
import { yearStartTold } from "./year-start.ts";

type Roles = ReadonlyMap<Column, ColumnMapping>;

const columnsOf = (roles: Roles, role: ColumnMapping["role"]): readonly Column[] =>
  [...roles].filter(([, mapping]) => mapping.role === role).map(([column]) => column);

/** The key under which a row's measure stands in the mapping: the column's name, or what the indicator's cell says. */
export const measureKey = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" | ");

/** Columns that say together what a row's numbers are: the indicator, and the unit where it varies. */
export type Telling = { readonly indicator: number | null; readonly unit: number | null };

export const tellingOf = (table: ForeignTable, mapping: Pick<TableMapping, "columns">): Telling => {
  const indexOf = (role: ColumnMapping["role"]): number | null => {
    const at = table.fields.findIndex(({ name }) => mapping.columns[name]?.role === role);
    return at === -1 ? null : at;
  };
  return { indicator: indexOf("indicator"), unit: indexOf("unit") };
};

type Sayable = { readonly key: string; readonly said: Said };

const cellAt = (cells: readonly string[], index: number | null): string =>
  index === null ? "" : (cells[index] ?? "");

/** Indicators that are counted in more than one unit, each of which makes a measure of its own. */
const inSeveralUnits = (table: ForeignTable, { indicator, unit }: Telling): ReadonlySet<string> => {
  const units = Map.groupBy(table.rows, ({ cells }) => cellAt(cells, indicator));
  return new Set(
    [...units]
      .filter(([, rows]) => new Set(rows.map(({ cells }) => cellAt(cells, unit))).size > 1)
      .map(([name]) => name),
  );
};

type Cells = {
  readonly indicator: string;
  readonly unit: string;
  readonly varies: boolean;
  readonly several: boolean;
};

const sayCells = ({ indicator, unit, varies, several }: Cells, field: ForeignField): Sayable => {
  const own = several || indicator === "" ? field.name : "";
  const label = indicator === "" ? field.name : `${indicator} ${several ? field.name : ""}`.trim();
  return {
    key: measureKey([indicator, varies ? unit : "", own]),
    said: {
      label: varies ? `${label} (${unit})` : label,
      title: null,
      description: indicator === "" ? field.description : null,
      unit: unit === "" ? null : unit,
      alone: !several && indicator === "",
    },
  };
};

/** What of a long table's cells is said: each indicator with its unit. */
const saidInCells = (
  table: ForeignTable,
  telling: Telling,
  values: readonly ForeignField[],
): readonly Sayable[] => {
  const severalUnits = inSeveralUnits(table, telling);
  const rows = new Map(
    table.rows.map(({ cells }) => {
      const [indicator, unit] = [cellAt(cells, telling.indicator), cellAt(cells, telling.unit)];
      return [measureKey([indicator, unit]), { indicator, unit }] as const;
    }),
  );
  const said = [...rows.values()].flatMap(({ indicator, unit }) =>
    values.map((field) => {
      const varies = severalUnits.has(indicator);
      return sayCells({ indicator, unit, varies, several: values.length > 1 }, field);
    }),
  );
  return [...new Map(said.map((one) => [one.key, one])).values()];
};

/** A word that says nothing of what is measured, so that the table's own name does. */
const UNNAMED = "value";

const saidOf = (table: ForeignTable, roles: Roles, columns: TableMapping["columns"]): readonly Sayable[] => {
  const values = columnsOf(roles, "measure");
  const telling = tellingOf(table, { columns });
  const inPeriods = columnsOf(roles, "measure_in_period");
  const [first] = inPeriods;
  const told = telling.indicator !== null || telling.unit !== null;
  if (first !== undefined) {
    const field = { ...first.field, name: "", title: null, description: null };
    return told
      ? saidInCells(table, telling, [field])
      : [{ key: "", said: { ...saidOfField(field, true), label: UNNAMED } }];
  }
  if (told)
    return saidInCells(
      table,
      telling,
      values.map(({ field }) => field),
    );
  return values.map(({ field }) => ({ key: field.name, said: saidOfField(field, values.length === 1) }));
};

/** Names that are no name of one measure alone are left to the one whose own name it is, or to none. */
const apart = (
  measures: readonly (readonly [string, MeasureMapping])[],
): Readonly<Record<string, MeasureMapping>> => {
  const counts = Map.groupBy(
    measures.flatMap(([, { name, names }]) => [...new Set([name, ...names].map((one) => one.toLowerCase()))]),
    (name) => name,
  );
  const single = (name: string): boolean => counts.get(name.toLowerCase())?.length === 1;
  return Object.fromEntries(
    measures.map(([key, one]) => [key, { ...one, names: one.names.filter(single) }] as const),
  );
};

/** A year or month that a title names alone: "Census 2011" is of 2011. */
const ONLY_YEAR = /(?<!\d)(?:1[89]|20)\d{2}(?!\d)/g;

const periodNamed = (texts: readonly (string | null)[]): string | undefined =>
  texts
    .map((text) => [...new Set((text ?? "").match(ONLY_YEAR) ?? [])])
    .find((years) => years.length === 1)?.[0];

const timeless = (roles: Roles): boolean =>
  !(["time", "year", "start", "measure_in_period"] as const).some(
    (role) => columnsOf(roles, role).length > 0,
  );

/** Where no column says when: the only year that the package's texts name, or the day of its publication. */
const periodOf = (table: ForeignTable, found: ForeignPackage): string | undefined =>
  periodNamed([table.title, table.name, found.title, found.name, table.description]) ??
  found.published?.slice(0, 4) ??
  (found.version !== null && readPeriodCell(found.version) !== null ? found.version : undefined);

const TIMED: readonly ColumnMapping["role"][] = ["time", "year"];
const isTimed = (role: ColumnMapping["role"] | undefined): boolean =>
  role !== undefined && TIMED.includes(role);

/** Takes a table apart: what each column is, and what is measured. */
export const mapTable = (table: ForeignTable, found: ForeignPackage, words: ColumnWords): TableMapping => {
  const roles = dropAttributes(table, tellApart(table, classifyColumns(table, words)), words);
  const columns = Object.fromEntries(
    [...roles].map(([{ field }, mapping]) => [field.name, mapping] as const),
  );
  const naming = {
    subject: subjectOf(table, found, words),
    found,
    words,
    scale: scaleToldOf([table.title, table.description, found.title, found.description], words),
  };
  const measures = saidOf(table, roles, columns).map(
    ({ key, said }) => [key, nameMeasure(said, naming)] as const,
  );
  const period = timeless(roles) ? periodOf(table, found) : undefined;
  const yearStarts = yearStartTold([
    ...table.fields.flatMap(({ name, title, description }) =>
      isTimed(columns[name]?.role) ? [title, description] : [],
    ),
    table.description,
    found.description,
    table.title,
    found.title,
  ]);
  return {
    columns,
    measures: apart(measures),
    ...(period === undefined ? {} : { period }),
    ...(yearStarts === null ? {} : { year_starts: yearStarts }),
  };
};
