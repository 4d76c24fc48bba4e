import type { ColumnWords } from "./column-words.ts";
import type { ForeignField } from "./foreign-package.ts";

const SPACES = /[\s\u00A0\u202F'’]/gu;
const PLAIN = /^(?<sign>[-+]?)(?<whole>\d*)(?:\.(?<part>\d+))?(?:e(?<exponent>[-+]?\d{1,3}))?$/i;
const MARKS =
  /^(?:\p{L}{0,3}\p{Sc}|usd|eur|gbp|cad|aud|nzd|chf|sek|nok|dkk)?(?<number>.*?)(?:%|\p{Sc}|eur|kr)?$/iu;
const LEADING_ZEROS = /^0+(?=\d)/;
const TRAILING_POINT = /\.0*$/;

/** Digits with the point moved: ("1.2", 7) → "12000000", ("3", -2) → "0.03". */
export const shiftPoint = (digits: string, places: number): string => {
  const negative = digits.startsWith("-");
  const [whole = "", part = ""] = (negative ? digits.slice(1) : digits).split(".");
  const all = whole + part;
  const point = whole.length + places;
  const padded = point <= 0 ? "0".repeat(1 - point) + all : all.padEnd(point, "0");
  const at = Math.max(point, 1);
  const shifted = `${padded.slice(0, at)}.${padded.slice(at)}`.replace(LEADING_ZEROS, "");
  const clean =
    shifted.includes(".") && TRAILING_POINT.test(shifted) ? shifted.replace(TRAILING_POINT, "") : shifted;
  return negative && Number(clean) !== 0 ? `-${clean}` : clean;
};

const normalised = (
  cell: string,
  { decimalChar, groupChar }: Pick<ForeignField, "decimalChar" | "groupChar">,
): string => {
  const bare = cell.replaceAll("−", "-").replace(SPACES, "");
  const number = MARKS.exec(bare)?.groups?.number ?? bare;
  const ungrouped = groupChar === "" || groupChar === decimalChar ? number : number.replaceAll(groupChar, "");
  return decimalChar === "." ? ungrouped : ungrouped.replace(decimalChar, ".");
};

/**
 * The number in a cell, in plain digits with a point: "1.234,56" of a column with decimal commas is
 * "1234.56", "1.2e7" is "12000000". Null where the cell holds no number. No digit is lost or made up.
 */
export const readNumber = (
  cell: string,
  marks: Pick<ForeignField, "decimalChar" | "groupChar">,
): string | null => {
  const groups = PLAIN.exec(normalised(cell, marks))?.groups;
  if (groups === undefined || (groups.whole === "" && groups.part === undefined)) return null;
  const sign = groups.sign === "-" ? "-" : "";
  const digits = `${sign}${(groups.whole ?? "").replace(LEADING_ZEROS, "") || "0"}`;
  const plain = groups.part === undefined ? digits : `${digits}.${groups.part}`;
  return groups.exponent === undefined ? plain : shiftPoint(plain, Number(groups.exponent));
};

/** Whether a cell says that there is nothing: empty, what the schema names, and what people write for it. */
export const isMissing = (
  cell: string,
  { missing }: Pick<ForeignField, "missing">,
  words: ColumnWords,
): boolean => cell === "" || missing.has(cell) || words.is("missing", cell);
