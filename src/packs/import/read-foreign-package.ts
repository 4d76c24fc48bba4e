import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, normalize } from "node:path";
import { z } from "zod";
import { readDay } from "../../calendar/day.ts";
import type { Problem } from "../problem.ts";
import { DESCRIPTOR } from "../read-pack.ts";
import type { ForeignPackage, ForeignTable, LeftOut } from "./foreign-package.ts";
import { dialectSchema, readForeignTable, type TableDescriptor, tableSchema } from "./read-foreign-table.ts";
import { slugOf } from "./slug.ts";

const text = z.string().trim().min(1).optional().catch(undefined);
const link = z.object({ title: text, name: text, path: text, url: text, web: text, role: text });
const links = z
  .union([
    z.array(z.union([link, z.string().transform((title) => link.parse({ title }))])),
    link.transform((one) => [one]),
  ])
  .optional()
  .catch(undefined)
  .transform((list) => list ?? []);
type Link = z.infer<typeof link>;

const NO_SCHEMA = { fields: [], foreignKeys: [], primaryKey: [], missingValues: [""] };

const resourceSchema = z.object({
  name: text,
  title: text,
  description: text,
  path: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  format: text,
  mediatype: text,
  encoding: text,
  dialect: dialectSchema.catch({}).default({}),
  schema: tableSchema.catch(NO_SCHEMA).default(NO_SCHEMA),
});
type Resource = z.infer<typeof resourceSchema>;

/** What is used of a descriptor. Only its resources are needed; whatever else cannot be read is passed over. */
const packageSchema = z.object({
  name: text,
  title: text,
  description: text,
  version: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  homepage: text,
  keywords: z.array(z.string()).optional().catch(undefined),
  publisher: z
    .union([z.string(), link.transform(({ title, name }) => title ?? name)])
    .optional()
    .catch(undefined),
  sources: links,
  contributors: links,
  licenses: links,
  license: text,
  last_updated: text,
  updated: text,
  modified: text,
  created: text,
  resources: z.array(resourceSchema, "a list of resources, each with the path of a CSV file"),
});
type Descriptor = z.infer<typeof packageSchema>;

export type ReadForeign =
  | { readonly ok: true; readonly found: ForeignPackage }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const wrong = (file: string, found: string | null, expected: string): ReadForeign => ({
  ok: false,
  problems: [{ file, row: null, field: null, found, expected }],
});

const BYTE_ORDER_MARK = /^\uFEFF/;
const WEB = /^https?:\/\//i;
const TABLES = [".csv", ".tsv", ".tab", ".txt"];

/** A resource may only name files below its own package; null where there is none to read, with why. */
const fileOf = (folder: string, path: string): { readonly file: string } | { readonly why: string } => {
  if (WEB.test(path)) return { why: "it is not here but on the web" };
  const inside = normalize(path);
  if (isAbsolute(inside) || inside.startsWith("..")) return { why: "its path leads out of the package" };
  const file = join(folder, inside);
  if (!existsSync(file) || !statSync(file).isFile()) return { why: `there is no file ${path}` };
  if (!TABLES.includes(extname(file).toLowerCase())) return { why: "it is no CSV file" };
  return { file };
};

type Read = { readonly tables: readonly ForeignTable[]; readonly leftOut: readonly LeftOut[] };

const describe = (resource: Resource, path: string): TableDescriptor => ({
  name: resource.name ?? basename(path, extname(path)),
  title: resource.title ?? null,
  description: resource.description ?? null,
  path,
  encoding: resource.encoding ?? null,
  dialect: resource.dialect,
  schema: resource.schema,
});

const readResource = (folder: string, resource: Resource): Read => {
  const paths = [resource.path ?? []].flat();
  const name = resource.name ?? paths[0] ?? "a resource";
  if (paths.length === 0) return { tables: [], leftOut: [{ what: name, why: "it names no file" }] };
  const read = paths.map((path): ForeignTable | LeftOut => {
    const found = fileOf(folder, path);
    if ("why" in found) return { what: name, why: found.why };
    try {
      const table = readForeignTable(found.file, describe(resource, path));
      return table.rows.length === 0 ? { what: name, why: "it has no rows" } : table;
    } catch (error) {
      return { what: name, why: `it cannot be read: ${error instanceof Error ? error.message : error}` };
    }
  });
  return {
    tables: read.filter((one) => "rows" in one),
    leftOut: read.filter((one) => "why" in one),
  };
};

const titlesOf = (list: readonly Link[]): readonly string[] => [
  ...new Set(list.flatMap(({ title, name }) => title ?? name ?? [])),
];

/** More names than this are no byline any more. */
const OUTLETS = 3;
const PUBLISHERS = ["publisher", "author", "source", "wrangler"];

const outletOf = (descriptor: Descriptor, title: string): string => {
  const byRole = descriptor.contributors.filter(({ role }) => PUBLISHERS.includes(role ?? ""));
  const named = [
    titlesOf(descriptor.sources),
    [descriptor.publisher ?? []].flat(),
    titlesOf(byRole),
    titlesOf(descriptor.contributors),
  ];
  const first = named.find((names) => names.length > 0) ?? [title];
  return first.slice(0, OUTLETS).join("; ");
};

const urlOf = ({ sources, homepage }: Descriptor): string | null =>
  [...sources.flatMap(({ path, web, url }) => [path, web, url]), homepage].find(
    (address) => address !== undefined && WEB.test(address) && URL.canParse(address),
  ) ?? null;

const publishedOf = (descriptor: Descriptor): string | null => {
  const { last_updated, updated, modified, created, version } = descriptor;
  const days = [last_updated, updated, modified, created, version].map((stamp) =>
    readDay(stamp?.slice(0, 10) ?? ""),
  );
  return days.find((day) => day !== null) ?? null;
};

const licenceOf = ({ licenses, license }: Descriptor): string | null =>
  titlesOf(licenses.map(({ name, title, ...rest }) => ({ ...rest, name, title: name ?? title })))[0] ??
  license ??
  null;

const assemble = (folder: string, descriptor: Descriptor): ForeignPackage => {
  const read = descriptor.resources.map((resource) => readResource(folder, resource));
  const name = slugOf(descriptor.name ?? basename(folder));
  const title = descriptor.title ?? descriptor.name ?? basename(folder);
  return {
    name,
    title,
    description: descriptor.description ?? null,
    keywords: descriptor.keywords ?? [],
    outlet: outletOf(descriptor, title),
    url: urlOf(descriptor),
    licence: licenceOf(descriptor),
    version: descriptor.version ?? null,
    published: publishedOf(descriptor),
    tables: read.flatMap(({ tables }) => tables),
    leftOut: read.flatMap(({ leftOut }) => leftOut),
  };
};

const readPackage = (file: string): ReadForeign => {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8").replace(BYTE_ORDER_MARK, ""));
  } catch (error) {
    return wrong(
      file,
      error instanceof Error ? error.message : String(error),
      "readable JSON, a Data Package descriptor",
    );
  }
  const parsed = packageSchema.safeParse(value);
  if (parsed.success) return { ok: true, found: assemble(dirname(file), parsed.data) };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    file,
    row: null,
    field: path.join(".") || null,
    found: null,
    expected: message,
  }));
  return { ok: false, problems };
};

const BETWEEN_WORDS = /[-_]+/g;

/** A bare CSV file is a package of one table, called what the file is called. */
const readBare = (file: string): ReadForeign => {
  const name = basename(file, extname(file));
  const descriptor = packageSchema.parse({
    name,
    title: name.replace(BETWEEN_WORDS, " "),
    resources: [{ name, path: basename(file) }],
  });
  return { ok: true, found: assemble(dirname(file), descriptor) };
};

/** Reads a package's folder, its descriptor, or a bare CSV file. */
export const readForeignPackage = (path: string): ReadForeign => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined)
    return wrong(path, null, `a folder with a ${DESCRIPTOR}, that file itself, or a CSV file`);
  if (stat.isDirectory()) {
    const file = join(path, DESCRIPTOR);
    return existsSync(file)
      ? readPackage(file)
      : wrong(path, null, `a ${DESCRIPTOR} in this folder, or the path of a CSV file`);
  }
  if (extname(path).toLowerCase() === ".json") return readPackage(path);
  if (TABLES.includes(extname(path).toLowerCase())) return readBare(path);
  return wrong(
    path,
    extname(path) || basename(path),
    `a folder with a ${DESCRIPTOR}, that file itself, or a CSV file`,
  );
};
