import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { checkPacks, joinCatalog, retiredAmong } from "../catalog/build-catalog.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type Figures, figuresInTurns, indexFigures } from "../catalog/figures.ts";
import { findRows } from "../catalog/row-finder.ts";
import { atOnce, type Turns } from "../language/turns.ts";
import type { NumberReader } from "./check-printed.ts";
import { LANGUAGE_FOLDER } from "./data-reports.ts";
import { packFolders, packsInTurns } from "./load-packs.ts";
import { digestInTurns, isPrepared, keepPrepared, preparedInTurns } from "./prepared-figures.ts";
import type { Problem } from "./problem.ts";
import type { Progress } from "./read-blocks.ts";
import { packInTurns, type ReadPack } from "./read-pack.ts";
import { mayBeTold, type Streamed, streamFigures } from "./stream-figures.ts";

export type LoadedCatalog =
  | { readonly ok: true; readonly catalog: Catalog }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What may be told of the figures that streamed by; null where they say of each other what cannot be. */
function* figuresFrom(
  { columns, told }: Streamed,
  packs: Parameters<typeof mayBeTold>[1],
): Turns<{ readonly figures: Figures; readonly retired: Catalog["retired"] } | null> {
  const finder = yield* findRows(columns);
  if (finder.repeated || !mayBeTold(told, packs, (id) => finder.rowOf(id) !== undefined)) return null;
  const gone = new Set(
    told.flatMap(({ row }) => [row.status === "withdrawn" ? row.id : [], row.supersedes ?? []].flat()),
  );
  const figures = yield* indexFigures(columns, finder);
  if (gone.size === 0) return { figures, retired: new Map() };
  const named = new Set([...gone, ...told.map(({ row }) => row.id)]);
  const retired = retiredAmong([...named].flatMap((id) => figures.get(id) ?? []));
  return { figures: yield* figuresInTurns(figures.all().filter(({ id }) => !retired.has(id))), retired };
}

/** Tables of more bytes than these are worth keeping as they are in memory; the others are read as soon. */
const LARGE = 1 << 23;

/** Everything that what is read depends on: the packs, and the words that printed numbers are read by. */
const sourcesOf = (folder: string, folders: readonly string[]): readonly string[] => {
  const language = join(folder, LANGUAGE_FOLDER);
  const all = existsSync(language) ? [...folders, language] : folders;
  return all.flatMap((one) =>
    readdirSync(one)
      .map((name) => join(one, name))
      .filter((file) => statSync(file).isFile())
      .toSorted(),
  );
};

type Reading = {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly read: () => Turns<Streamed | null>;
};

const FIGURES = "figures.csv";

const areLarge = (folders: readonly string[]): boolean =>
  folders.reduce(
    (sum, one) => sum + (statSync(join(one, FIGURES), { throwIfNoEntry: false })?.size ?? 0),
    0,
  ) >= LARGE;

/** Whether the tables of figures are so large that they are to be kept as they are in memory, and are not yet. */
export function* wantsPreparing(dataDir: string, cache: string): Turns<boolean> {
  const folder = relative("", dataDir) || ".";
  if (!existsSync(folder)) return false;
  const folders = packFolders(folder);
  return areLarge(folders) && !isPrepared(cache, yield* digestInTurns(sourcesOf(folder, folders)));
}

/** What was prepared before, or what is read now, which is then kept. */
function* preparedOr(cache: string | null, { folder, folders, read }: Reading): Turns<Streamed | null> {
  if (cache === null || !areLarge(folders)) return yield* read();
  const key = yield* digestInTurns(sourcesOf(folder, folders));
  const prepared = yield* preparedInTurns(cache, key);
  if (prepared !== null) return prepared;
  const streamed = yield* read();
  if (streamed !== null) keepPrepared(cache, key, streamed);
  return streamed;
}

function* loadStreaming(folder: string, { readNumber, progress, cache }: Loading): Turns<Catalog | null> {
  const folders = packFolders(folder);
  const tables: ReadPack[] = [];
  for (const one of folders) tables.push(yield* packInTurns(one, { withFigures: false }));
  const packs = tables.map((one) => one.tables);
  if (packs.length === 0 || !tables.every(({ complete, problems }) => complete && problems.length === 0))
    return null;
  if ((yield* checkPacks(packs)).length > 0) return null;
  const files = folders.map((one) => ({ pack: basename(one), file: join(one, FIGURES) }));
  const read = (): Turns<Streamed | null> =>
    streamFigures(files, { packs, readNumber }, progress ?? (() => undefined));
  const streamed = yield* preparedOr(cache ?? null, { folder, folders, read });
  const held = streamed && (yield* figuresFrom(streamed, packs));
  return held && (yield* joinCatalog(packs, held.figures, held.retired));
}

export type Loading = {
  readonly readNumber: NumberReader;
  /** Told some hundred times while figures are read. */
  readonly progress?: Progress | undefined;
  /** The folder in which large tables are kept as they are in memory, for the next start; null: nowhere. */
  readonly cache?: string | null | undefined;
};

/**
 * Reads and checks every pack under `dataDir`, its figures as they stream by, so that a million of them are never
 * objects. Where anything is wrong, everything is read once more with care, for the words that say what.
 */
export function* loadInTurns(dataDir: string, loading: Loading): Turns<LoadedCatalog> {
  const folder = relative("", dataDir) || ".";
  const catalog = existsSync(folder) ? yield* loadStreaming(folder, loading) : null;
  return catalog === null ? yield* packsInTurns(dataDir, loading.readNumber) : { ok: true, catalog };
}

/** The same, all at once. */
export const loadCatalog = (dataDir: string, loading: Loading): LoadedCatalog =>
  atOnce(loadInTurns(dataDir, loading));
