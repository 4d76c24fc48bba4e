import type { ColumnWords } from "./column-words.ts";

/** A name of more words is a sentence about a member. */
const LONGEST = 4;
/** Between two commas a sentence has more words than two names and what opens them. */
const PROSE = 9;
const LETTER = /\p{L}/u;
const PARTING = /\s*[,;/]\s*|\s+(?:and|or)\s+/u;
const SPACES = /\s+/u;
const QUOTES = /^["'“”‘’]+|["'“”‘’]+$/gu;
/** "…; S-Bahn (SB)": what stands before a bracket with a code in it, back to the sign that parts it from others. */
const BEFORE = /(?:^|[,;:.]|\s(?:and|or)\s)\s*(?<name>[^,;:.()]+?)\s*$/u;

const lower = (text: string): string => text.toLowerCase();

/** "also called the tube" → "the tube" → "tube": without the words that only say that a name follows. */
const withoutOpeners = (text: string, words: ColumnWords): string => {
  const all = text.split(SPACES);
  const lengths = [3, 2, 1].filter((length) => length < all.length);
  const opener = lengths.find((length) => words.is("name_opener", lower(all.slice(0, length).join(" "))));
  return opener === undefined ? text : withoutOpeners(all.slice(opener).join(" "), words);
};

/** "including trolleybuses", "from 2015": what a member holds, or leaves out, and is not called. */
const opensNoName = (text: string, words: ColumnWords): boolean => {
  const all = text.split(SPACES);
  return [2, 1].some((length) => words.is("no_name", lower(all.slice(0, length).join(" "))));
};

const nameIn = (text: string, words: ColumnWords): readonly string[] => {
  const plain = withoutOpeners(text.trim().replace(QUOTES, ""), words);
  const isName =
    LETTER.test(plain) && plain.split(SPACES).length <= LONGEST && !words.has("unit_column", plain);
  return isName && !opensNoName(plain, words) ? [plain] : [];
};

const COMMA = /[,;]/u;
const OTHERS = /[\s,](?:and|or) other (?<whole>[^,;]+)$/iu;

/** "(underground, U-Bahn, subway)" is three names; where its first words say otherwise, or it is a sentence, none. */
const namesIn = (inner: string, words: ColumnWords): readonly string[] => {
  // "(road, rail and other traffic accidents)" tells what is among them, and what they are.
  const whole = OTHERS.exec(inner)?.groups?.whole;
  if (whole !== undefined) return nameIn(whole, words);
  const isProse = inner.split(COMMA).some((part) => part.trim().split(SPACES).length > PROSE);
  return isProse || opensNoName(inner.trim(), words)
    ? []
    : inner.split(PARTING).flatMap((part) => nameIn(part, words));
};

type Place = { readonly before: string; readonly behind: string };

/** Where a cell stands in a text, as a word of its own. */
const placesOf = (cell: string, text: string): readonly Place[] => {
  const flags = cell.length > 2 ? "giu" : "gu";
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])${RegExp.escape(cell)}(?![\\p{L}\\p{N}-])`, flags);
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    before: text.slice(0, index),
    behind: text.slice(index + found.length),
  }));
};

const IN_BRACKETS = /^\s*\((?<inner>[^)]+)\)/u;
const CALLED = /^\s*,?\s*(?<called>also\s|aka\s|a\.k\.a\.\s)(?<rest>[^,;.()]+)/u;
const OR = /^\s+or\s+(?<other>[^,;.()]+?)\s*(?:[,;.()]|$)/u;
const EQUALS = /^\s*=\s*(?<label>[^,;.()=]+?)\s*(?:[,;.()]|$)/u;
/** "'Unlawful entry' is burglary or break and enter;": said of a name in quotes, or where a clause begins with it. */
const IS = /^['"”’]?\s+(?:is|are|means)\s+(?<said>[^;.()]+)/u;
const BEGINS = /(?:^|[;.:]\s*|['"“‘])$/u;
const OR_ELSE = /\s*,\s*(?:or\s+)?|\s+or\s+/u;
const AND_OTHERS = /\s+and other\s.*$/iu;
const CLOSES = /^\s*\)/u;
const OPENED = /\(\s*$/u;

/** Each way to say it; of "stolen cars and other vehicles" what comes to mind first. */
const saidToBe = ({ before, behind }: Place, words: ColumnWords): readonly string[] => {
  const said = BEGINS.test(before) ? IS.exec(behind)?.groups?.said : undefined;
  if (said === undefined || opensNoName(said.trim(), words)) return [];
  return said.split(OR_ELSE).flatMap((part) => nameIn(part.replace(AND_OTHERS, ""), words));
};

const calledAt = (place: Place, words: ColumnWords): readonly string[] => {
  const { before, behind } = place;
  const inner = IN_BRACKETS.exec(behind)?.groups?.inner;
  const called = CALLED.exec(behind)?.groups?.rest;
  const other = OR.exec(behind)?.groups?.other;
  const label = EQUALS.exec(behind)?.groups?.label;
  const isCode = CLOSES.test(behind) && OPENED.test(before);
  const full = isCode ? BEFORE.exec(before.replace(OPENED, ""))?.groups?.name : undefined;
  return [
    ...(inner === undefined ? [] : namesIn(inner, words)),
    ...(called === undefined ? [] : namesIn(called, words)),
    ...saidToBe(place, words),
    ...[other, label, full].flatMap((name) => (name === undefined ? [] : nameIn(name, words))),
  ];
};

/**
 * What a column's description says that its cells are also called: "Metro (underground, U-Bahn), or Tram, also
 * called streetcar", "R = rural". A name that two cells would have is neither's, and a cell is no name of another.
 */
export const describedNames = (
  description: string | null,
  cells: readonly string[],
  words: ColumnWords,
): ReadonlyMap<string, readonly string[]> => {
  if (description === null) return new Map();
  const taken = new Set(cells.map(lower));
  const told = cells.map((cell) => ({
    cell,
    names: placesOf(cell, description)
      .flatMap((place) => calledAt(place, words))
      .filter((name) => !taken.has(lower(name))),
  }));
  const claims = Map.groupBy(
    told.flatMap(({ names }) => [...new Set(names.map(lower))]),
    (name) => name,
  );
  return new Map(
    told.map(({ cell, names }) => [cell, names.filter((name) => claims.get(lower(name))?.length === 1)]),
  );
};
