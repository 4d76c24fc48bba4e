import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { PackTables } from "../../catalog/pack-tables.ts";
import type { TableName } from "../../catalog/row-schemas.ts";
import { readPrintedNumber } from "../../language/find-quantities.ts";
import type { Language } from "../../language/language.ts";
import { loadLanguage } from "../load-language.ts";
import { packFolders } from "../load-packs.ts";
import type { Problem } from "../problem.ts";
import { DESCRIPTOR, readPack } from "../read-pack.ts";
import { buildMeasures, buildMembers, buildNames, buildSources } from "./build-rows.ts";
import { type Claims, collectClaims } from "./claims.ts";
import { type ColumnWords, loadColumnWords } from "./column-words.ts";
import { describePack } from "./describe-pack.ts";
import { markTotal } from "./find-totals.ts";
import type { ForeignPackage, ForeignTable, LeftOut } from "./foreign-package.ts";
import { type Gathered, gatherFigures, type NotTaken } from "./gather-figures.ts";
import { joinLookups } from "./join-lookups.ts";
import { mapTable } from "./map-table.ts";
import {
  ABOUT_MAPPING,
  MAPPING_FILE,
  type Mapping,
  type MeasureMapping,
  mappingSchema,
  type TableMapping,
} from "./mapping.ts";
import { placeOfPackage } from "./place-of-package.ts";
import { readFigures, type TableFigure } from "./read-figures.ts";
import { readForeignPackage } from "./read-foreign-package.ts";
import { type FoundDimension, readMembers } from "./read-members.ts";
import { registerMeasures } from "./register-measures.ts";
import { type Members, nameFilter, registerMembers } from "./register-members.ts";
import { linesText, sayPlan } from "./say-plan.ts";
import { loadTerritories, type Territories } from "./territories.ts";
import { writeTable } from "./write-table.ts";

/** Where to import from and to; `language` is the folder of the language pack. */
export type ImportFrom = { readonly path: string; readonly into: string; readonly language: string };

/** A pack that is ready to be written: its files by name, and the lines that say what became of what. */
export type ImportPlan = {
  readonly name: string;
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  readonly preview: readonly string[];
};

export type PlannedImport =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly preview: readonly string[] };

type Tools = { readonly language: Language; readonly words: ColumnWords; readonly territories: Territories };
type Failure = Extract<PlannedImport, { ok: false }>;
type Loaded<Value> = { readonly ok: true; readonly value: Value } | Failure;

const failed = (problems: readonly Problem[], preview: readonly string[] = []): Failure => ({
  ok: false,
  problems,
  preview,
});

const problemIn = (file: string, found: string | null, expected: string): Problem => ({
  file,
  row: null,
  field: null,
  found,
  expected,
});

const loadTools = (folder: string): Loaded<Tools> => {
  const [language, words, territories] = [
    loadLanguage(folder),
    loadColumnWords(folder),
    loadTerritories(folder),
  ];
  if (language.ok && words.ok && territories.ok) {
    return {
      ok: true,
      value: { language: language.language, words: words.words, territories: territories.territories },
    };
  }
  return failed([language, words, territories].flatMap((one) => (one.ok ? [] : one.problems)));
};

/** The mapping of the last import of this package, which a person may have edited; null where there is none. */
const earlierMapping = (file: string): Loaded<Mapping | null> => {
  if (!existsSync(file)) return { ok: true, value: null };
  try {
    const parsed = mappingSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (parsed.success) return { ok: true, value: parsed.data };
    return failed(
      parsed.error.issues.map(({ path, message }) => ({
        file,
        row: null,
        field: path.join("."),
        found: null,
        expected: message,
      })),
    );
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return failed([
      problemIn(file, found, "readable JSON; without this file the columns are worked out anew"),
    ]);
  }
};

/** What was mapped before stays, as long as the table still has the same columns. */
const mapAll = (found: ForeignPackage, earlier: Mapping | null, words: ColumnWords): Mapping => ({
  about: ABOUT_MAPPING,
  tables: Object.fromEntries(
    found.tables.map((table): [string, TableMapping] => {
      const before = earlier?.tables[table.name];
      const names = table.fields.map(({ name }) => name);
      const known = before !== undefined && names.every((name) => before.columns[name] !== undefined);
      if (!known) return [table.name, mapTable(table, found, words)];
      const anew = mapTable(table, found, words);
      return [table.name, { ...before, measures: { ...anew.measures, ...before.measures } }];
    }),
  ),
});

const FEWEST_WORDS = 2;

/** "CO2 emissions UK total" is asked for without the place as well, where the whole package is about it. */
const withoutPlace = (mapping: Mapping, place: readonly string[]): Mapping => {
  const longest = place.toSorted((a, b) => b.length - a.length).map(RegExp.escape);
  if (longest.length === 0) return mapping;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const plain = (name: string): readonly string[] => {
    const rest = name.replace(pattern, " ").replace(/\s+/gu, " ").trim();
    return rest !== name && rest.split(" ").length >= FEWEST_WORDS ? [name, rest] : [name];
  };
  const renamed = (one: MeasureMapping): MeasureMapping => ({
    ...one,
    names: [...new Set([...one.names.flatMap(plain), ...plain(one.name).slice(1)])],
  });
  return {
    ...mapping,
    tables: Object.fromEntries(
      Object.entries(mapping.tables).map(([name, table]) => {
        const measures = Object.entries(table.measures).map(([key, one]) => [key, renamed(one)] as const);
        return [name, { ...table, measures: Object.fromEntries(measures) }];
      }),
    ),
  };
};

type Mined = {
  readonly figures: readonly TableFigure[];
  readonly dimensions: readonly FoundDimension[];
  readonly passed: readonly NotTaken[];
  readonly found: ForeignPackage;
};

const WHY_NOTHING =
  'no column says when its numbers are of, and none of the package\'s texts does: add "period" to the table in import.json';

type MinedTable =
  | ({ readonly kind: "figures"; readonly table: ForeignTable } & Pick<
      Mined,
      "figures" | "dimensions" | "passed"
    >)
  | { readonly kind: "nothing"; readonly leftOut: LeftOut };

const describedAs = ({ fields }: ForeignTable, column: string): string | null =>
  fields.find(({ name }) => name === column)?.description ?? null;

const mineTable = (
  table: ForeignTable,
  { mapping, found }: { readonly mapping: TableMapping; readonly found: ForeignPackage },
  { words, territories }: Tools,
): MinedTable => {
  const read = readFigures({ table, mapping, words });
  if (read === null || read.figures.length === 0) {
    const why = read === null ? WHY_NOTHING : "none of its columns holds numbers to answer with";
    return { kind: "nothing", leftOut: { what: table.name, why } };
  }
  return {
    kind: "figures",
    table,
    figures: read.figures,
    dimensions: readMembers(table, mapping, { words, territories }).map((one) =>
      markTotal(one, read.figures, {
        title: found.title,
        texts: [found.description, table.description, describedAs(table, one.column)].filter(
          (text) => text !== null,
        ),
        words,
      }),
    ),
    passed: read.passed.map((one) => ({ table: table.name, ...one })),
  };
};

/** Reads every table; one without figures is left out of the package, and it is said why. */
const mine = (found: ForeignPackage, mapping: Mapping, tools: Tools): Mined => {
  const all = found.tables.flatMap((table) => {
    const own = mapping.tables[table.name];
    return own === undefined ? [] : [mineTable(table, { mapping: own, found }, tools)];
  });
  const full = all.filter((one) => one.kind === "figures");
  const empty = all.filter((one) => one.kind === "nothing");
  return {
    figures: full.flatMap(({ figures }) => figures),
    dimensions: full.flatMap(({ dimensions }) => dimensions),
    passed: full.flatMap(({ passed }) => passed),
    found: {
      ...found,
      tables: full.map(({ table }) => table),
      leftOut: [...found.leftOut, ...empty.map(({ leftOut }) => leftOut)],
    },
  };
};

const onlyUsed = (mapping: Mapping, figures: readonly TableFigure[]): Mapping => {
  const used = Map.groupBy(figures, ({ table }) => table);
  return {
    ...mapping,
    tables: Object.fromEntries(
      Object.entries(mapping.tables).flatMap(([name, table]) => {
        const keys = new Set(used.get(name)?.map(({ measure }) => measure));
        if (keys.size === 0) return [];
        const measures = Object.fromEntries(Object.entries(table.measures).filter(([key]) => keys.has(key)));
        return [[name, { ...table, measures }] as const];
      }),
    ),
  };
};

/** More contradictions than this among the figures: the table was not understood. */
const CONTRADICTED = 0.05;

const contradicted = (path: string, { contradictions, figures }: Gathered): readonly Problem[] => {
  const rows = contradictions.reduce((sum, { lines }) => sum + lines.length, 0);
  if (rows <= CONTRADICTED * (rows + figures.length)) return [];
  return contradictions.map(({ table, lines }) =>
    problemIn(
      path,
      `${table}, ${linesText(lines)}`,
      'one number for each measure, group and period: make the column that sets these rows apart a "dimension" in import.json',
    ),
  );
};

type Setting = { readonly from: ImportFrom; readonly tools: Tools; readonly others: readonly PackTables[] };

type Assembled = ReturnType<typeof assemble>;

const assemble = (
  mined: Mined,
  mapping: Mapping,
  { tools, claims }: { readonly tools: Tools; readonly claims: Claims },
) => {
  const isName = nameFilter(tools.language);
  const { found } = mined;
  const used = onlyUsed(mapping, mined.figures);
  const members = registerMembers(mined.dimensions, claims, isName);
  const readNumber = (text: string) => readPrintedNumber(text, tools.language.numbers);
  const gather = (mayMerge: boolean) => {
    const measures = registerMeasures(used, { found, claims, mayMerge }, isName);
    const naming = { found, measures, members, readNumber };
    return { naming, gathered: gatherFigures(mined.figures, naming) };
  };
  const merged = gather(true);
  // Tables that contradict each other under one name count two things.
  const contradicts = ({ gathered }: typeof merged): number => gathered.contradictions.length;
  const apart = contradicts(merged) > 0 ? gather(false) : merged;
  const best = contradicts(apart) < contradicts(merged) ? apart : merged;
  return { ...best, members, used };
};

const filesOf = (
  { naming, gathered, members, used }: Assembled,
  found: ForeignPackage,
  scope: readonly string[],
): ImportPlan["files"] => {
  const names = buildNames(naming);
  const hasMembers = members.members.length > 0;
  const tables: readonly TableName[] = [
    "sources",
    "measures",
    ...(hasMembers ? (["members"] as const) : []),
    ...(names.length > 0 ? (["names"] as const) : []),
    "figures",
  ];
  return {
    "sources.csv": writeTable("sources", buildSources(found)),
    "measures.csv": writeTable("measures", buildMeasures(naming, gathered.fixed)),
    ...(hasMembers ? { "members.csv": writeTable("members", buildMembers(members)) } : {}),
    ...(names.length > 0 ? { "names.csv": writeTable("names", names) } : {}),
    "figures.csv": writeTable(
      "figures",
      gathered.figures.map(({ row }) => row),
    ),
    [MAPPING_FILE]: `${JSON.stringify(used, null, 2)}\n`,
    [DESCRIPTOR]: describePack(found, tables, scope),
  };
};

/** What the whole package is about. A country beside others in a column of its own is one of them, and not all. */
const scopeOf = ({ wholes, members }: Members, place: readonly string[]): readonly string[] => {
  const named = new Set(members.flatMap(({ name, names }) => [name, ...names]));
  return [...new Set([...wholes, ...(place.some((name) => named.has(name)) ? [] : place)])];
};

const plan = (found: ForeignPackage, { from, tools, others }: Setting): PlannedImport => {
  const folder = join(from.into, found.name);
  const earlier = earlierMapping(join(folder, MAPPING_FILE));
  if (!earlier.ok) return earlier;
  const place = placeOfPackage(found, tools.territories);
  const mapping = withoutPlace(mapAll(found, earlier.value, tools.words), place);
  const mined = mine(found, mapping, tools);
  const assembled = assemble(mined, mapping, { tools, claims: collectClaims(others) });
  const { naming, gathered, members, used } = assembled;
  const scope = scopeOf(members, place);
  const preview = sayPlan({
    found: mined.found,
    mapping: used,
    measures: naming.measures,
    members,
    gathered,
    passed: mined.passed,
  });
  const contradictions = contradicted(from.path, gathered);
  if (contradictions.length > 0) return failed(contradictions, preview);
  if (gathered.figures.length === 0) {
    return failed(
      [problemIn(from.path, null, "at least one table with a number, a period, and a row for each")],
      preview,
    );
  }
  return {
    ok: true,
    plan: { name: found.name, folder, files: filesOf(assembled, mined.found, scope), preview },
  };
};

/** The packs that an import must live beside: all of the folder but an earlier import of the same package. */
export const packsBeside = (into: string, name: string): readonly PackTables[] =>
  existsSync(into)
    ? packFolders(into)
        .filter((folder) => basename(folder) !== name)
        .map((folder) => readPack(folder).tables)
    : [];

/** Works out what a package's columns are, and what pack it makes. Nothing is written. */
export const planImport = (from: ImportFrom): PlannedImport => {
  const read = readForeignPackage(from.path);
  if (!read.ok) return failed(read.problems);
  const tools = loadTools(from.language);
  if (!tools.ok) return tools;
  return plan(joinLookups(read.found, tools.value.words), {
    from,
    tools: tools.value,
    others: packsBeside(from.into, read.found.name),
  });
};
