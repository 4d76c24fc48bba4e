import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { catalogInTurns } from "../catalog/build-catalog.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Fault, PackTables } from "../catalog/pack-tables.ts";
import { atOnce, type Turns } from "../language/turns.ts";
import { checkPrinted, type NumberReader } from "./check-printed.ts";
import type { Problem } from "./problem.ts";
import { DESCRIPTOR, packInTurns, type ReadPack } from "./read-pack.ts";

/** `packs` are the tables as they were read, whether or not all of them holds. */
export type LoadedPacks =
  | { readonly ok: true; readonly catalog: Catalog; readonly packs: readonly PackTables[] }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly packs: readonly PackTables[] };

/**
 * Every folder in `dataDir` that is a Data Package, by name; the language pack has no descriptor and is none,
 * and a name that begins with a dot is one that is being written.
 */
export const packFolders = (dataDir: string): readonly string[] =>
  readdirSync(dataDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .filter(({ name }) => !name.startsWith("."))
    .map(({ name }) => join(dataDir, name))
    .filter((folder) => existsSync(join(folder, DESCRIPTOR)))
    .toSorted();

const toProblem = (dataDir: string, fault: Fault): Problem => {
  const { pack, table, line: row, field, found, expected } = fault;
  const name = table === "datapackage" ? DESCRIPTOR : `${table}.csv`;
  return { file: join(dataDir, pack, name), row, field, found, expected };
};

/** Nothing was read at all. */
const nothing = (file: string, expected: string): LoadedPacks => ({
  ok: false,
  problems: [{ file, row: null, field: null, found: null, expected }],
  packs: [],
});

/**
 * Reads and checks every pack under `dataDir`. Either all of it holds, or there is a list of everything
 * that does not: nothing is answered from half a pack.
 */
export function* packsInTurns(dataDir: string, readNumber: NumberReader): Turns<LoadedPacks> {
  // As the person would open it, from the folder that they are in.
  const folder = relative("", dataDir) || ".";
  if (!existsSync(folder)) return nothing(folder, "a folder with data packages");
  const folders = packFolders(folder);
  if (folders.length === 0) return nothing(folder, `at least one folder with a ${DESCRIPTOR} in it`);
  const read: ReadPack[] = [];
  for (const one of folders) read.push(yield* packInTurns(one));
  const packs = read.map(({ tables }) => tables);
  // Where a whole table is missing, every reference into it would look broken.
  const built = read.every(({ complete }) => complete) ? yield* catalogInTurns(packs) : null;
  const faults = [...(built?.ok === false ? built.faults : []), ...checkPrinted(packs, readNumber)];
  const problems = [
    ...read.flatMap((pack) => pack.problems),
    ...faults.map((fault) => toProblem(folder, fault)),
  ];
  return built?.ok && problems.length === 0
    ? { ok: true, catalog: built.catalog, packs }
    : { ok: false, problems, packs };
}

/** The same, all at once. */
export const loadPacks = (dataDir: string, readNumber: NumberReader): LoadedPacks =>
  atOnce(packsInTurns(dataDir, readNumber));
