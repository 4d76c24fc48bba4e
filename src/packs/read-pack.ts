import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { PackTables } from "../catalog/pack-tables.ts";
import { REQUIRED_TABLES, TABLE_NAMES, type TableName } from "../catalog/row-schemas.ts";
import { atOnce, type Turns } from "../language/turns.ts";
import type { Problem } from "./problem.ts";
import { type Entries, entriesInTurns } from "./read-entries.ts";

export const DESCRIPTOR = "datapackage.json";

/** The part of a Data Package's descriptor that is used here; its table schemas are for other people's tools. */
const descriptorSchema = z.object({
  name: z.string("a name for the package"),
  title: z.string("text").optional(),
  resources: z.array(z.object({ path: z.string("a file's path") }), "a list of resources, each with a path"),
  nutgraf: z
    .object({
      fiscalYearStartMonth: z
        .int("a month, 1 to 12")
        .min(1, "a month, 1 to 12")
        .max(12, "a month, 1 to 12")
        .optional(),
      scope: z.array(z.string("a phrase"), "a list of phrases").optional(),
    })
    .optional(),
});
type Descriptor = z.infer<typeof descriptorSchema>;

type Described =
  | { readonly ok: true; readonly descriptor: Descriptor }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((inner, key) => (inner === null || inner === undefined ? inner : Object(inner)[key]), value);

const readDescriptor = (file: string): Described => {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const expected = "readable JSON, a Data Package descriptor";
    return { ok: false, problems: [{ file, row: null, field: null, found, expected }] };
  }
  const parsed = descriptorSchema.safeParse(value);
  if (parsed.success) return { ok: true, descriptor: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const found = at(value, path);
    return {
      file,
      row: null,
      field: path.join("."),
      found: found === undefined ? null : JSON.stringify(found),
      expected: message,
    };
  });
  return { ok: false, problems };
};

function* readPackTable<Name extends TableName>(
  folder: string,
  table: Name,
  isLeftOut = false,
): Turns<Entries<Name>> {
  if (isLeftOut) return { entries: [], problems: [], readable: true };
  const file = join(folder, `${table}.csv`);
  if (existsSync(file)) return yield* entriesInTurns(file, { pack: basename(folder), table });
  if (!REQUIRED_TABLES.includes(table)) return { entries: [], problems: [], readable: true };
  const expected = `this file: a pack has ${REQUIRED_TABLES.map((name) => `${name}.csv`).join(", ")}`;
  return {
    entries: [],
    problems: [{ file, row: null, field: null, found: null, expected }],
    readable: false,
  };
}

/** A table that the descriptor does not list is hidden from every other tool that reads Data Packages. */
const unlisted = (folder: string, { resources }: Descriptor): readonly Problem[] => {
  const listed = new Set(resources.map(({ path }) => path));
  const file = join(folder, DESCRIPTOR);
  const missing = resources
    .filter(({ path }) => !existsSync(join(folder, path)))
    .map(({ path }) => ({ field: "resources", found: path, expected: "resources whose files exist" }));
  const hidden = TABLE_NAMES.map((table) => `${table}.csv`)
    .filter((name) => existsSync(join(folder, name)) && !listed.has(name))
    .map((name) => ({ field: "resources", found: null, expected: `a resource with the path ${name}` }));
  return [...missing, ...hidden].map((problem) => ({ file, row: null, ...problem }));
};

export type ReadPack = {
  readonly tables: PackTables;
  readonly problems: readonly Problem[];
  /** False where a whole table could not be read, so that references into it cannot be judged. */
  readonly complete: boolean;
};

/** Whether the figures are read with the other tables, or by themselves as they stream by. */
type Reading = { readonly withFigures: boolean };

/** Reads one pack's folder; every bad cell, row, column and file of it is a problem. */
export function* packInTurns(
  folder: string,
  { withFigures }: Reading = { withFigures: true },
): Turns<ReadPack> {
  const described = readDescriptor(join(folder, DESCRIPTOR));
  const read = {
    sources: yield* readPackTable(folder, "sources"),
    measures: yield* readPackTable(folder, "measures"),
    members: yield* readPackTable(folder, "members"),
    names: yield* readPackTable(folder, "names"),
    terms: yield* readPackTable(folder, "terms"),
    periods: yield* readPackTable(folder, "periods"),
    figures: yield* readPackTable(folder, "figures", !withFigures),
    preferences: yield* readPackTable(folder, "preferences"),
    uncited: yield* readPackTable(folder, "uncited"),
  };
  const all = Object.values(read);
  return {
    tables: {
      pack: basename(folder),
      title: described.ok ? (described.descriptor.title ?? described.descriptor.name) : basename(folder),
      fiscalYearStartMonth: described.ok
        ? (described.descriptor.nutgraf?.fiscalYearStartMonth ?? null)
        : null,
      scope: described.ok ? (described.descriptor.nutgraf?.scope ?? []) : [],
      tables: {
        sources: read.sources.entries,
        measures: read.measures.entries,
        members: read.members.entries,
        names: read.names.entries,
        terms: read.terms.entries,
        periods: read.periods.entries,
        figures: read.figures.entries,
        preferences: read.preferences.entries,
        uncited: read.uncited.entries,
      },
    },
    problems: [
      ...(described.ok ? unlisted(folder, described.descriptor) : described.problems),
      ...all.flatMap(({ problems }) => problems),
    ],
    complete: all.every(({ readable }) => readable),
  };
}

/** The same, all at once. */
export const readPack = (folder: string): ReadPack => atOnce(packInTurns(folder));
