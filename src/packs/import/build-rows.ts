import type { RowOf, TableName } from "../../catalog/row-schemas.ts";
import { stemsOf } from "../../language/words.ts";
import type { NumberReader } from "../check-printed.ts";
import type { ForeignPackage } from "./foreign-package.ts";
import { printNumber } from "./print-number.ts";
import type { TableFigure } from "./read-figures.ts";
import type { Measures, NamedMeasure } from "./register-measures.ts";
import type { Members } from "./register-members.ts";
import { slugOf } from "./slug.ts";

/** A row of a table as text, by column. */
export type TextRow<Name extends TableName> = Readonly<Partial<Record<keyof RowOf<Name>, string>>>;

/** A figure with all that it is of; its id and its members' column are settled once all figures are known. */
export type Figure = {
  readonly measure: string;
  readonly members: readonly string[];
  readonly from: TableFigure;
  readonly row: TextRow<"figures">;
};

export type Naming = {
  readonly found: ForeignPackage;
  readonly measures: Measures;
  readonly members: Members;
  readonly readNumber: NumberReader;
};

/** Members that all figures of a measure have; they stand with the measure and not with each figure. */
export type Fixed = ReadonlyMap<string, readonly string[]>;

/** One source a table, as a row's line is counted in its own file. */
export const sourceId = (found: ForeignPackage, table: string): string =>
  found.tables.length === 1 ? found.name : `${found.name}.${slugOf(table)}`;

const membersOf = (figure: TableFigure, { members }: Naming): readonly string[] =>
  figure.groups.flatMap(({ column, cell }) => members.keyOf(figure.table, column, cell) ?? []).toSorted();

const idOf = (measure: string, members: readonly string[], period: string): string =>
  [measure, ...members.map((key) => key.slice(key.indexOf("=") + 1)), slugOf(period)].join(".");

/** What a figure of someone else's table is in ours; null where its number cannot be printed. */
export const buildFigure = (
  figure: TableFigure,
  naming: Naming,
  byId: ReadonlyMap<string, NamedMeasure>,
): Figure | null => {
  const { found, measures, readNumber } = naming;
  const measure = measures.idOf(figure.table, figure.measure);
  const mapping = byId.get(measure)?.mapping;
  const printed = mapping === undefined ? null : printNumber(figure, mapping, readNumber);
  if (printed === null) return null;
  const { period } = figure;
  return {
    measure,
    members: membersOf(figure, naming),
    from: figure,
    row: {
      measure,
      value: printed.value,
      qualifier: "exact",
      period_label: period.label,
      period_start: period.start,
      period_end: period.end ?? "",
      period_basis: figure.basis,
      kind: "actual",
      source: sourceId(found, figure.table),
      paragraph: String(figure.line),
      as_printed: printed.asPrinted,
      attribution: found.outlet,
      status: "current",
    },
  };
};

/** Leaves to the measure the members that all its figures have, and gives the figure its id. */
export const settleFigure = (figure: Figure, fixed: Fixed): Figure => {
  const { measure, members, from } = figure;
  const own = members.filter((key) => !fixed.get(measure)?.includes(key));
  return {
    ...figure,
    row: { ...figure.row, id: idOf(measure, own, from.period.label), members: own.join("; ") },
  };
};

/** What a figure is of: two of one key say the same, or contradict each other. */
export const keyOf = ({ measure, members, from }: Figure): string =>
  [measure, members.join(";"), from.period.start, from.period.end ?? ""].join("\u0000");

export const buildSources = (found: ForeignPackage): readonly TextRow<"sources">[] =>
  found.tables.map((table) => {
    const note = [
      `Figures are rows of ${table.path}, by line.`,
      ...(found.licence === null ? [] : [`Licence: ${found.licence}.`]),
      ...(found.version === null ? [] : [`Version: ${found.version}.`]),
    ].join(" ");
    const title = found.tables.length === 1 ? found.title : `${found.title}: ${table.title ?? table.name}`;
    return {
      id: sourceId(found, table.name),
      outlet: found.outlet,
      title,
      url: found.url ?? "",
      published: found.published ?? "",
      published_basis: found.published === null ? "unknown" : "printed",
      kind: "dataset",
      note,
    };
  });

const FOR_EXAMPLE = /\s*\((?:e\.?g\.?|such as|including)[^)]*\)/gi;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.&-]*/gu;

const stemsIn = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.flatMap(stemsOf));

const stemsOfMeasure = ({ mapping }: NamedMeasure): ReadonlySet<string> =>
  stemsIn([mapping.name, ...mapping.names]);

/**
 * What a measure's tables are about, in the words of their titles. Words that name a member or another measure
 * are left out: "births in the north" is no answer for who asks about the south, nor a price of one kind of oil
 * for who asks about another.
 */
const aboutOf = ({ found, members, measures }: Naming): ((measure: NamedMeasure) => string) => {
  const ofMembers = stemsIn(members.members.flatMap(({ name, names }) => [name, ...names]));
  const ofMeasures = new Map(measures.measures.map((one) => [one.id, stemsOfMeasure(one)] as const));
  return ({ id, tables }) => {
    const own = ofMeasures.get(id) ?? new Set();
    const others = new Set([...ofMeasures.values()].flatMap((stems) => [...stems]));
    const isElsewhere = (stem: string): boolean =>
      ofMembers.has(stem) || (others.has(stem) && !own.has(stem));
    const told = (text: string): string =>
      (text.replace(FOR_EXAMPLE, "").match(WORD) ?? [])
        .filter((word) => !stemsOf(word).some(isElsewhere))
        .join(" ");
    const titles = found.tables.filter(({ name }) => tables.includes(name)).map(({ title }) => title ?? "");
    return (
      [...new Set([found.title, ...titles].map(told))].filter((text) => text !== "").join("; ") || found.name
    );
  };
};

export const buildMeasures = (naming: Naming, fixed: Fixed): readonly TextRow<"measures">[] => {
  const { measures, members } = naming;
  const about = aboutOf(naming);
  return measures.measures.map((measure) => {
    const { id, mapping } = measure;
    const held = (fixed.get(id) ?? []).map(
      (key) => members.members.find((one) => `${one.dimension}=${one.id}` === key)?.name ?? key,
    );
    return {
      id,
      name: mapping.name,
      measured_property: mapping.name,
      population: [...held, about(measure)].join("; "),
      unit: mapping.unit,
      definition: mapping.definition,
      kind_of_time: mapping.kind_of_time,
      stat_type: mapping.stat_type,
      members: (fixed.get(id) ?? []).join("; "),
    };
  });
};

export const buildMembers = ({ members }: Members): readonly TextRow<"members">[] =>
  members.map(({ dimension, id, name, aggregate }) => ({
    dimension,
    id,
    name,
    kind: aggregate ? "aggregate" : "",
  }));

export const buildNames = ({ measures, members }: Naming): readonly TextRow<"names">[] => [
  ...measures.measures.flatMap(({ id, mapping }) => mapping.names.map((name) => ({ id, name }))),
  ...members.members.flatMap(({ dimension, id, names }) =>
    names.map((name) => ({ id: `${dimension}=${id}`, name })),
  ),
];
