import type { ColumnWords } from "./column-words.ts";
import type { ForeignTable } from "./foreign-package.ts";
import { headerText } from "./header-text.ts";
import type { TableMapping } from "./mapping.ts";
import type { Territories, Territory } from "./territories.ts";

/** A cell of a dimension with everything that it is called; `total` where it stands for all of them. */
export type FoundMember = {
  readonly cell: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly aggregate: boolean;
  readonly total: boolean;
};

export type FoundDimension = {
  readonly table: string;
  readonly column: string;
  readonly id: string;
  readonly members: readonly FoundMember[];
};

export type Places = { readonly words: ColumnWords; readonly territories: Territories };

/** A cell of a dimension, and the other names that stand beside it. */
type Told = { readonly cell: string; readonly names: readonly string[] };

const ALPHA_3 = /^[A-Z]{3}$/;
const ANY_CODE = /^[A-Z0-9]{2,4}$/;
const CODE = /^[A-Z]{2,3}$/;
const HAS_LETTER = /\p{L}/u;
const BRACKETED = /^(?<outer>.+?)\s*\((?<inner>[\p{Lu}\p{N}]{2,8})\)$/u;

/** For each cell of a dimension's column, the cells beside it in the columns that hold other names of it. */
const namesBeside = (
  table: ForeignTable,
  mapping: TableMapping,
  column: string,
): ReadonlyMap<string, readonly string[]> => {
  const at = table.fields.findIndex(({ name }) => name === column);
  const others = table.fields.flatMap(({ name }, index) => {
    const own = mapping.columns[name];
    return own?.role === "names" && own.of === column ? [index] : [];
  });
  const found = new Map<string, readonly string[]>();
  for (const { cells } of table.rows) {
    const cell = cells[at] ?? "";
    if (cell === "" || found.has(cell) || table.fields[at]?.missing.has(cell)) continue;
    found.set(
      cell,
      others.map((index) => cells[index] ?? "").filter((name) => name !== ""),
    );
  }
  return found;
};

/** By its code, then by its name; a shortened name says enough only where there is no code to say otherwise. */
const territoryOf = ({ cell, names }: Told, { territories }: Places): Territory | null => {
  const long = names.find((name) => ALPHA_3.test(name));
  if (long !== undefined) return territories.byCode(long) ?? territories.byName(cell);
  const codes = [cell, ...names].filter((name) => CODE.test(name));
  const coded = codes.map(territories.byCode).find((one) => one !== null);
  return territories.byName(cell) ?? coded ?? territories.byShortened(cell);
};

/** Of the cells of a column, so many must be territories; under a name that says so fewer will do. */
const SHARE = { called: 0.25, unsaid: 0.6 } as const;
const FEWEST = 3;

const isTerritorial = (
  column: string,
  found: ReadonlyMap<string, readonly string[]>,
  places: Places,
): boolean => {
  const cells = [...found];
  const known = cells.filter(
    ([cell, names]) => territoryOf({ cell, names }, places)?.kind === "current",
  ).length;
  const [strict] = places.words.phrasesOf("territory");
  const header = headerText(column);
  if (strict !== undefined && header.toLowerCase().split(" ").includes(strict)) return known > 0;
  const called = header.split(" ").some((word) => places.words.is("territory", word));
  const codesOnly = cells.every(([cell]) => CODE.test(cell) && cell.length === 2);
  if (codesOnly || !called)
    return cells.length >= FEWEST && known >= (codesOnly ? 0.9 : SHARE.unsaid) * cells.length;
  return known >= SHARE.called * cells.length;
};

const plainMember = ({ cell, names }: Told, header: string, { words }: Places): FoundMember => {
  const meant = words.valueOf("short_member", `${header} ${cell}`) ?? cell;
  const acronym = BRACKETED.exec(meant)?.groups;
  const bracketed = acronym === undefined ? [] : [acronym.outer ?? "", acronym.inner ?? ""];
  const all = [
    cell,
    ...names.filter((name) => HAS_LETTER.test(name)),
    ...bracketed,
    ...words.valuesOf("synonym", meant),
  ];
  return {
    cell,
    name: meant,
    names: [...new Set(all)].filter((name) => name !== meant),
    aggregate: false,
    total: words.is("total", meant),
  };
};

/** What no list of territories knows holds several of them, if it has a code all the same or is called so. */
const isGroup = ({ cell, names }: Told, { words }: Places): boolean =>
  names.some((name) => ANY_CODE.test(name)) || words.has("aggregate", cell);

const placeMember = (told: Told, header: string, places: Places): FoundMember => {
  const { cell } = told;
  const territory = territoryOf(told, places);
  const plain = plainMember(told, header, places);
  if (territory === null) return { ...plain, aggregate: isGroup(told, places) };
  const aggregate = territory.kind === "group";
  const [name] = territory.names;
  const all = [...plain.names, plain.name, ...territory.names];
  return { cell, name, names: [...new Set(all)].filter((one) => one !== name), aggregate, total: false };
};

/** Two spellings of one table that are one territory's stay two members, the second under its own name. */
const keepApart = (
  members: readonly FoundMember[],
  plain: (cell: string) => FoundMember,
): readonly FoundMember[] => {
  const taken = new Set<string>();
  return members.map((member) => {
    const key = member.name.toLowerCase();
    if (!taken.has(key)) {
      taken.add(key);
      return member;
    }
    return plain(member.cell);
  });
};

const readDimension = (
  table: ForeignTable,
  mapping: TableMapping,
  { column, places, free }: { readonly column: string; readonly places: Places; readonly free: boolean },
): FoundDimension => {
  const found = namesBeside(table, mapping, column);
  const header = headerText(column);
  const told = (cell: string): Told => ({ cell, names: found.get(cell) ?? [] });
  const plain = (cell: string) => plainMember(told(cell), header, places);
  const territorial = isTerritorial(column, found, places);
  const members = [...found.keys()].map((cell) =>
    territorial ? placeMember(told(cell), header, places) : plain(cell),
  );
  const [territoryId] = places.words.phrasesOf("territory");
  const own = mapping.columns[column]?.dimension ?? header;
  const id = territorial && free && territoryId !== undefined ? territoryId : own;
  return { table: table.name, column, id, members: keepApart(members, plain) };
};

/** The dimensions of a table with the members that stand in its rows; one of them may be that of territories. */
export const readMembers = (
  table: ForeignTable,
  mapping: TableMapping,
  places: Places,
): readonly FoundDimension[] => {
  const columns = table.fields
    .map(({ name }) => name)
    .filter((name) => mapping.columns[name]?.role === "dimension");
  const read = columns.map((column) => readDimension(table, mapping, { column, places, free: true }));
  const [territoryId] = places.words.phrasesOf("territory");
  const first = read.find(({ id }) => id === territoryId);
  return read.map((dimension) =>
    dimension === first || dimension.id !== territoryId
      ? dimension
      : readDimension(table, mapping, { column: dimension.column, places, free: false }),
  );
};
