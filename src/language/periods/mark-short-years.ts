import { yearOf } from "../../calendar/day.ts";
import type { Kind, Lexeme } from "./lexeme.ts";
import type { Today } from "./point.ts";

/** "In 64" is hardly 1964; "'64" and "FY64" may be. */
const OLDEST_SHORT = 1990;
const JOINS: readonly Kind[] = ["and", "or", "to", "dash", "through"];

const isAny = (lexeme: Lexeme | undefined, kinds: readonly Kind[]): boolean =>
  lexeme !== undefined && kinds.some((kind) => lexeme.senses.has(kind));

/**
 * The year that two digits stand for: one up to next year is of this century, any other of the last.
 * Asked in 2026: 24 → 2024, 27 → 2027, 98 → 1998.
 */
export const fullYear = (digits: string, { askedOn }: Today): number => {
  const century = 100 * Math.floor(yearOf(askedOn) / 100);
  const year = century + Number(digits);
  return year <= yearOf(askedOn) + 1 ? year : year - 100;
};

/** Nothing is counted by it: no word and no unit follows, not even over a hyphen ("14-day"). */
const standsFree = (lexemes: readonly Lexeme[], index: number): boolean => {
  const after = lexemes[index + 1];
  const hyphened = isAny(after, ["dash"]) && after?.glued === true;
  if (hyphened) return isAny(lexemes[index + 2], ["short_number", "year_number"]);
  return !isAny(after, ["word", "unit", "quantity_word", "number", "slash"]);
};

type Run = { readonly from: number; readonly to: number; readonly spacesOnly: boolean };

/** Two-digit numbers in a row, parted by nothing, commas or "and": "14 15 16". */
const runFrom = (lexemes: readonly Lexeme[], from: number): Run => {
  let to = from;
  for (let next = from + 1; next < lexemes.length; next += 1) {
    if (isAny(lexemes[next], ["short_number"])) to = next;
    else if (!isAny(lexemes[next], ["comma", "and", "or"])) break;
  }
  const row = lexemes.slice(from, to + 1);
  return { from, to, spacesOnly: row.every((lexeme) => isAny(lexeme, ["short_number"])) };
};

const numbersOf = (lexemes: readonly Lexeme[], { from, to }: Run): readonly number[] =>
  lexemes.slice(from, to + 1).flatMap(({ senses }) => {
    const digits = senses.get("short_number");
    return digits === undefined ? [] : [Number(digits)];
  });

/** "2014 | 15 and 16": the last two digits of the year before the first; none where no year stands there. */
const yearBefore = (lexemes: readonly Lexeme[], from: number): readonly number[] => {
  const at = isAny(lexemes[from - 1], ["comma"]) ? from - 2 : from - 1;
  const year = lexemes[at]?.senses.get("year_number");
  return year === undefined ? [] : [Number(year) % 100];
};

/** Years in a row are several: "14 15" with spaces alone and nothing behind, or three and more, one by one up. */
const isRowOfYears = (lexemes: readonly Lexeme[], run: Run): boolean => {
  if (isAny(lexemes[run.from - 1], ["not_year", "month"])) return false;
  const after = lexemes[run.to + 1];
  const own = numbersOf(lexemes, run);
  const years = [...yearBefore(lexemes, run.from), ...own];
  const stepwise = years.every((year, index) => index === 0 || year === (years[index - 1] ?? 0) + 1);
  if (years.length >= 3 && stepwise) return !isAny(after, ["unit"]);
  return own.length >= 2 && run.spacesOnly && standsFree(lexemes, run.to);
};

const rowsOf = (lexemes: readonly Lexeme[]): ReadonlySet<number> => {
  const marked = new Set<number>();
  for (let index = 0; index < lexemes.length; index += 1) {
    if (!isAny(lexemes[index], ["short_number"])) continue;
    const run = runFrom(lexemes, index);
    if (isRowOfYears(lexemes, run)) for (let at = run.from; at <= run.to; at += 1) marked.add(at);
    index = run.to;
  }
  return marked;
};

/** Behind "in" and "since", and behind another year: "in 14", "FY23 and 24", "2014-24". */
const isBehindYear = (lexemes: readonly Lexeme[], index: number): boolean => {
  const before = lexemes[index - 1];
  const year = lexemes[index - 2];
  if (!isAny(before, JOINS)) return false;
  const fiscal = isAny(year, ["short_number"]) && isAny(lexemes[index - 3], ["fiscal", "apostrophe"]);
  return fiscal || isAny(year, ["year_number", "short_year"]);
};

/** "2014-24" runs to 2024, but "2025-02" is a month of one year. */
const runsOn = (lexemes: readonly Lexeme[], index: number): boolean => {
  const [from, to] = [lexemes[index - 2], lexemes[index]];
  const year = from?.senses.get("year_number");
  return year === undefined || Number(to?.senses.get("short_number")) > Number(year) % 100;
};

const isShortYear = (lexemes: readonly Lexeme[], index: number): boolean => {
  const [before, after] = [lexemes[index - 1], lexemes[index + 1]];
  if (isAny(before, ["dash"]) && lexemes[index]?.glued === true && isBehindYear(lexemes, index)) {
    return runsOn(lexemes, index) && !isAny(after, ["dash", "unit", "slash"]);
  }
  return standsFree(lexemes, index) && (isAny(before, ["in", "since"]) || isBehindYear(lexemes, index));
};

/** Lets two-digit numbers be years where they can be nothing else: never "15 people". */
export const markShortYears = (lexemes: readonly Lexeme[], today: Today): readonly Lexeme[] => {
  const rows = rowsOf(lexemes);
  const marked = [...lexemes];
  for (const [index, lexeme] of lexemes.entries()) {
    const digits = lexeme.senses.get("short_number");
    if (digits === undefined || !(rows.has(index) || isShortYear(marked, index))) continue;
    const year = fullYear(digits, today);
    if (year >= OLDEST_SHORT) marked[index] = { ...lexeme, senses: new Map([["short_year", String(year)]]) };
  }
  return marked;
};
