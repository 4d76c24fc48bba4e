import type { ColumnWords } from "./column-words.ts";
import type { ForeignPackage, ForeignTable } from "./foreign-package.ts";
import { expanded, headerText } from "./header-text.ts";

const WORD = /[\p{L}\p{N}]+/gu;
const CAPITAL_INSIDE = /^\p{Lu}[\p{Lu}\p{N}]+$|^\p{L}+\p{N}+$/u;
const BRACKETS = /\s*\([^)]*\)/g;
const GROUPED_BY = /\sby .*$/u;
const CAPITAL = /\p{Lu}/u;

/** Words of a text that are written in capitals: the GDP of a title is the gdp of a file's name. */
const acronymsIn = (texts: readonly (string | null)[]): ReadonlyMap<string, string> =>
  new Map(
    texts
      .flatMap((text) => text?.match(WORD) ?? [])
      .filter((word) => CAPITAL_INSIDE.test(word))
      .map((word) => [word.toLowerCase(), word]),
  );

export const capitalised = (text: string): string => {
  const first = text.split(" ", 1)[0] ?? "";
  return CAPITAL.test(first) ? text : text.charAt(0).toUpperCase() + text.slice(1);
};

/** Writes acronyms as the package's own texts write them: "co2 by nation" → "CO2 by nation". */
export const withAcronyms = (text: string, found: ForeignPackage): string => {
  const acronyms = acronymsIn([found.title, found.description, ...found.keywords]);
  return text
    .split(" ")
    .map((word) => acronyms.get(word.toLowerCase()) ?? word)
    .join(" ");
};

const isFiller =
  (words: ColumnWords) =>
  (word: string): boolean =>
    words.is("grain", word) || words.is("filler", word);

/** A name's words without those that only say what sort of file it is, at either end: "brent-daily" → "brent". */
const bare = (name: string, words: ColumnWords): string => {
  const all = headerText(name).split(" ");
  const filler = isFiller(words);
  const first = all.findIndex((word) => !filler(word));
  if (first === -1) return "";
  const isPair = words.is("filler", all.slice(-2).join(" "));
  const kept = all.slice(first, isPair ? -2 : undefined);
  return kept.slice(0, kept.findLastIndex((word) => !filler(word)) + 1).join(" ");
};

/** Short forms written out, but for those that the package's own texts write in capitals. */
const spelled = (text: string, found: ForeignPackage, words: ColumnWords): string => {
  const acronyms = acronymsIn([found.title, found.description, ...found.keywords]);
  return text
    .split(" ")
    .map((word) => (acronyms.has(word.toLowerCase()) ? word : expanded(word, words)))
    .join(" ");
};

/** What a table is about, in a few words, and what else it may be called. */
export type Subject = { readonly name: string; readonly names: readonly string[] };

const SHORT_TITLE = 6;

const shortTitle = (title: string | null, words: ColumnWords): readonly string[] => {
  const plain = bare((title ?? "").replace(BRACKETS, ""), words);
  return plain !== "" && plain.split(" ").length <= SHORT_TITLE && !words.has("filler", plain) ? [plain] : [];
};

/** "Emissions by sector" are emissions; how they are grouped is what its columns say. */
const withoutGroups = (text: string): readonly string[] => {
  const plain = text.replace(GROUPED_BY, "");
  return plain === text || plain === "" ? [] : [plain];
};

export const joined = (one: string, other: string): string => {
  const known = new Set(one.toLowerCase().split(" "));
  return [...one.split(" "), ...other.split(" ").filter((word) => !known.has(word.toLowerCase()))].join(" ");
};

/**
 * What a table is about: the name of its package where it is the only one, or is called by its grain alone
 * ("monthly"); else its own.
 */
export const subjectOf = (table: ForeignTable, found: ForeignPackage, words: ColumnWords): Subject => {
  const ofPackage = bare(found.name, words) || headerText(found.name);
  const ofTable = bare(table.name, words);
  const abouts = new Set(found.tables.map(({ name }) => bare(name, words)));
  const own = abouts.size > 1 && ofTable !== "" ? ofTable : ofPackage;
  const all = [
    ...withoutGroups(spelled(own, found, words)),
    spelled(own, found, words),
    own,
    expanded(own, words),
    ...(own === ofPackage ? [] : [joined(own, ofPackage)]),
    ...shortTitle(table.title, words),
    ...(own === ofPackage ? shortTitle(found.title, words) : []),
    ...(own === ofPackage && ofTable !== "" ? [ofTable] : []),
  ];
  const [name, ...names] = all.map((text) => capitalised(withAcronyms(text, found)));
  return { name: name ?? found.title, names: [...new Set(names)].filter((one) => one !== name) };
};
