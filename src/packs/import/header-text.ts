import type { ColumnWords } from "./column-words.ts";

const HUMP = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})/gu;
const SEPARATORS = /[_\s]+|(?<=\p{L})[-.](?=\p{L})|(?<=\p{N})-(?=\p{L})|(?<=\p{L})-(?=\p{N})/gu;

/** A column's, table's or package's name in plain words: "avg_temp_c", "avgTempC" → "avg temp c". */
export const headerText = (name: string): string => name.replace(HUMP, " ").replace(SEPARATORS, " ").trim();

const CAPITALS = /^[\p{Lu}\p{N}]{2,}$/u;

/** With the short forms that the language pack knows written out: "avg temp" → "average temperature"; "GDP" stays. */
export const expanded = (text: string, words: ColumnWords): string =>
  text
    .split(" ")
    .map((word) => (CAPITALS.test(word) ? word : (words.valueOf("expansion", word) ?? word)))
    .join(" ");

/** Without words of a meaning at its end: "Country Name" → "Country". Null where nothing would be left. */
export const withoutEnd = (text: string, isEnding: (word: string) => boolean): string => {
  const all = text.split(" ");
  const last = all.findLastIndex((word) => !isEnding(word));
  return last === -1 ? text : all.slice(0, last + 1).join(" ");
};
