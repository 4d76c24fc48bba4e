import { ROW_SCHEMAS, type TableName } from "../../catalog/row-schemas.ts";
import type { ForeignPackage } from "./foreign-package.ts";

type Described = {
  readonly title: string;
  readonly primaryKey: string | readonly string[];
  readonly foreignKeys: readonly (readonly [field: string, resource: TableName])[];
};

const TABLES: Readonly<Partial<Record<TableName, Described>>> = {
  sources: { title: "Documents that figures are taken from", primaryKey: "id", foreignKeys: [] },
  measures: { title: "What is counted", primaryKey: "id", foreignKeys: [] },
  members: { title: "Members of dimensions", primaryKey: ["dimension", "id"], foreignKeys: [] },
  names: { title: "What people call a measure or a member", primaryKey: ["id", "name"], foreignKeys: [] },
  figures: {
    title: "Figures, one row for each printed number",
    primaryKey: "id",
    foreignKeys: [
      ["measure", "measures"],
      ["source", "sources"],
    ],
  },
};

const TYPES: Readonly<Record<string, string>> = {
  value: "number",
  value_max: "number",
  paragraph: "integer",
  period_start: "date",
  period_end: "date",
  published: "date",
};

const resourceOf = (table: TableName, { title, primaryKey, foreignKeys }: Described) => ({
  name: table,
  path: `${table}.csv`,
  title,
  profile: "tabular-data-resource",
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
  // Said outright, as some readers guess it from the cells and are led astray by commas in names.
  dialect: { delimiter: "," },
  schema: {
    fields: Object.keys(ROW_SCHEMAS[table].shape).map((name) => ({ name, type: TYPES[name] ?? "string" })),
    missingValues: [""],
    primaryKey,
    ...(foreignKeys.length === 0
      ? {}
      : {
          foreignKeys: foreignKeys.map(([fields, resource]) => ({
            fields,
            reference: { resource, fields: "id" },
          })),
        }),
  },
});

/** The descriptor of an imported pack, with the tables that it has. */
export const describePack = (
  found: ForeignPackage,
  tables: readonly TableName[],
  scope: readonly string[],
): string => {
  const descriptor = {
    name: found.name,
    profile: "tabular-data-package",
    title: found.title,
    ...(found.description === null ? {} : { description: found.description }),
    ...(found.version === null ? {} : { version: found.version }),
    ...(found.url === null ? {} : { homepage: found.url }),
    sources: [{ title: found.outlet, ...(found.url === null ? {} : { path: found.url }) }],
    ...(found.keywords.length === 0 ? {} : { keywords: found.keywords }),
    nutgraf: { imported: true, ...(scope.length === 0 ? {} : { scope }) },
    resources: tables.flatMap((table) => {
      const described = TABLES[table];
      return described === undefined ? [] : [resourceOf(table, described)];
    }),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
};
