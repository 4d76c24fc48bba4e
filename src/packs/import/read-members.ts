import { stemsOf } from "../../language/words.ts";
import { withPlaces } from "./belongings.ts";
import type { ColumnWords } from "./column-words.ts";
import { describedNames } from "./described-names.ts";
import type { ForeignTable } from "./foreign-package.ts";
import { headerText, withoutEnd } from "./header-text.ts";
import type { TableMapping } from "./mapping.ts";
import { subdivisionCodes } from "./subdivisions.ts";
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
const byCode = ({ cell, names }: Told, { territories }: Places): Territory | null => {
  const long = names.find((name) => ALPHA_3.test(name));
  if (long !== undefined) return territories.byCode(long) ?? territories.byName(cell);
  const codes = [cell, ...names].filter((name) => CODE.test(name));
  const coded = codes.map(territories.byCode).find((one) => one !== null);
  return territories.byName(cell) ?? coded ?? territories.byShortened(cell);
};

const byName = ({ cell }: Told, { territories }: Places): Territory | null =>
  territories.byName(cell) ?? territories.byShortened(cell);

/** How the cells of a column are found among the territories; null where the column is not of territories. */
type Finder = (told: Told) => Territory | null;

/** Of the cells of a column, so many must be territories; under a name that says so fewer will do. */
const SHARE = { strictly: 0.01, called: 0.5, unsaid: 0.6, byLetters: 0.9 } as const;
const FEWEST = 3;

/** Codes of other things look like those of territories: they count where they agree with the names beside them. */
const codesAgree = (cells: readonly Told[], places: Places): boolean => {
  const judged = cells.flatMap((told) => {
    const named = byName(told, places);
    const code = told.names.find((name) => CODE.test(name));
    return named === null || code === undefined ? [] : [places.territories.byCode(code) === named];
  });
  const coded = cells.some(({ names }) => names.some((name) => CODE.test(name)));
  return !coded || (judged.length > 0 && judged.filter(Boolean).length >= SHARE.byLetters * judged.length);
};

const shareNeeded = (column: string, cells: readonly Told[], { words }: Places): number => {
  const [strict] = words.phrasesOf("territory");
  const all = headerText(column).toLowerCase().split(" ");
  if (strict !== undefined && all.includes(strict)) return SHARE.strictly;
  if (all.some((word) => words.is("territory", word)) || words.is("territory", all.join(" ")))
    return SHARE.called;
  return cells.every(({ cell }) => CODE.test(cell)) ? SHARE.byLetters : SHARE.unsaid;
};

const territoryFinder = (column: string, cells: readonly Told[], places: Places): Finder | null => {
  const agree = codesAgree(cells, places);
  const finder: Finder = (told) => (agree ? byCode(told, places) : byName(told, places));
  const known = cells.filter((told) => finder(told)?.kind === "current").length;
  const needed = shareNeeded(column, cells, places);
  const enough = needed === SHARE.unsaid || needed === SHARE.byLetters ? FEWEST : 1;
  return known > 0 && cells.length >= enough && known >= needed * cells.length ? finder : null;
};

/** "Least developed countries: UN classification" goes by what stands before the colon. */
const beforeColon = (text: string): readonly string[] => {
  const [head = "", ...rest] = text.split(": ");
  return rest.length > 0 && head !== "" ? [head] : [];
};

/** What a column of groups is called: by its name, and by the title that its schema gives it. */
type Called = { readonly header: string; readonly title: string | null };

/** "All causes" of a column of causes of death: every one of what the column is of. */
const isAllOf = (cell: string, { header, title }: Called, words: ColumnWords): boolean => {
  const [first = "", ...rest] = cell.toLowerCase().split(" ");
  const own = new Set(stemsOf(`${header} ${title ?? ""}`));
  return (
    words.is("total", first) && rest.length > 0 && stemsOf(rest.join(" ")).every((stem) => own.has(stem))
  );
};

/** "All fires" beside "All incidents": several of the others together, and not one of them. */
const isSubtotal = (cell: string, words: ColumnWords): boolean => {
  const [first = "", ...rest] = cell.toLowerCase().split(" ");
  return words.is("total", first) && rest.length > 0;
};

const SHORTEST_ALONE = 5;

/** "Animal assistance incidents" of a column of types of incident is animal assistance, whatever it is called there. */
const withoutHead = (cell: string, { header, title }: Called, words: ColumnWords): readonly string[] => {
  const all = cell.split(" ");
  const [first = ""] = all;
  const rest = all.slice(0, -1).join(" ");
  const own = new Set(stemsOf(`${header} ${title ?? ""}`));
  const isHead = stemsOf(all.at(-1) ?? "").every((stem) => own.has(stem));
  const opens = ["total", "aggregate"] as const;
  const isOpen = opens.some((meaning) => words.is(meaning, first.toLowerCase()));
  return all.length > 1 && isHead && rest.length >= SHORTEST_ALONE && !isOpen ? [rest] : [];
};

const plainMember = ({ cell, names }: Told, called: Called, { words }: Places): FoundMember => {
  const { header } = called;
  const meant = words.valueOf("short_member", `${header} ${cell}`) ?? cell;
  const acronym = BRACKETED.exec(meant)?.groups;
  const bracketed = acronym === undefined ? [] : [acronym.outer ?? "", acronym.inner ?? ""];
  const all = [
    cell,
    ...withoutHead(meant, called, words),
    ...names.filter((name) => HAS_LETTER.test(name)),
    ...bracketed,
    ...beforeColon(meant),
    ...words.valuesOf("synonym", meant),
  ];
  return {
    cell,
    name: meant,
    names: [...new Set(all)].filter((name) => name !== meant),
    aggregate: isSubtotal(meant, words),
    total: words.is("total", meant) || isAllOf(meant, called, words),
  };
};

/** What no list of territories knows holds several of them, if it has a code all the same or is called so. */
const isGroup = ({ cell, names }: Told, { words }: Places): boolean =>
  names.some((name) => ANY_CODE.test(name)) || words.has("aggregate", cell);

const placeMember = (told: Told, territory: Territory | null, plain: FoundMember): FoundMember => {
  const { cell } = told;
  if (territory === null) return plain;
  const aggregate = territory.kind === "group";
  const [name] = territory.names;
  const all = [...plain.names, plain.name, ...territory.names];
  return { cell, name, names: [...new Set(all)].filter((one) => one !== name), aggregate, total: false };
};

/** "Type of incident" and "country or area" are called so, and no member of them is. */
const SEVERAL_WORDS = /\s(?:of|or|and)\s.*\s(?:of|or|and)\s|\s(?:of|or)\s/iu;

/** "North" of a column of districts is the North district too. */
const withGroup = (member: FoundMember, { header, title }: Called, { words }: Places): FoundMember => {
  const groups = [header, title ?? ""]
    .filter((text) => text !== "" && !SEVERAL_WORDS.test(text))
    .map((text) => withoutEnd(text, (word) => words.is("title", word.toLowerCase())).toLowerCase())
    .filter((group) => !member.name.toLowerCase().includes(group) && !words.is("title", group));
  const called = groups.flatMap((group) => [group, ...words.valuesOf("settlement", group)]);
  const named = [...new Set(called)].map((group) => `${member.name} ${group}`);
  return named.length === 0 ? member : { ...member, names: [...member.names, ...named] };
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
  const field = table.fields.find(({ name }) => name === column);
  const called = { header, title: field?.title ?? null };
  const described = describedNames(field?.description ?? null, [...found.keys()], places.words);
  const told = (cell: string): Told => ({ cell, names: found.get(cell) ?? [] });
  const codeOf = subdivisionCodes([...found.keys()]);
  const placed = withPlaces(table, mapping, { column, territories: places.territories });
  const plain = (cell: string): FoundMember => {
    const member = plainMember(told(cell), called, places);
    const code = codeOf(cell);
    const more = [
      ...(described.get(cell) ?? []),
      ...(code === null ? [] : [code]),
      ...placed(cell, member.name),
    ];
    return { ...member, names: [...new Set([...member.names, ...more])] };
  };
  const finder = territoryFinder(column, [...found.keys()].map(told), places);
  const members = [...found.keys()].map((cell) => {
    if (finder === null) return withGroup(plain(cell), called, places);
    const group = { ...plain(cell), aggregate: isGroup(told(cell), places), total: false };
    return placeMember(told(cell), finder(told(cell)), group);
  });
  const [territoryId] = places.words.phrasesOf("territory");
  const own = mapping.columns[column]?.dimension ?? header;
  const id = finder !== null && free && territoryId !== undefined ? territoryId : own;
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
