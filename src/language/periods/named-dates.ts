import { periodOfDays } from "../../calendar/calendar-periods.ts";
import { dayOfMonth, makeDay, monthOf, yearOf } from "../../calendar/day.ts";
import { overlaps } from "../../calendar/period.ts";
import { isWhole } from "../phrase-finder.ts";
import { splitPieces } from "../pieces.ts";
import type { NamedPeriod } from "../reference-period.ts";
import type { Span } from "../span.ts";
import { type NamedPeriods, type NamedPhrase, namedMatcher } from "./lex-calendar.ts";
import { type Lexeme, madeLexeme } from "./lexeme.ts";
import { makePoint, type Point } from "./point.ts";

/** How far around a date a name may reach: "the president's June 2024 executive order". */
const REACH = 60;

const startsIn = ({ period: { start } }: NamedPeriod, { period, yearless }: Point): boolean => {
  if (!yearless) return overlaps(period, { label: "", start, end: start });
  return monthOf(start) === monthOf(period.start) && dayOfMonth(start) === dayOfMonth(period.start);
};

/** The day that a named period starts on, where a day was said without its year and is that one. */
const withNamedYear = (lexeme: Lexeme, named: readonly NamedPeriod[]): Lexeme => {
  if (lexeme.made.kind !== "point" || !lexeme.made.point.yearless) return lexeme;
  const { point } = lexeme.made;
  const start = named.find((one) => startsIn(one, point))?.period.start;
  const date = start === undefined ? null : makeDay(yearOf(start), monthOf(start), dayOfMonth(start));
  if (date === null) return lexeme;
  return madeLexeme(lexeme, lexeme, { kind: "point", point: makePoint(periodOfDays(date, date), "day") });
};

/** Days on which something happened that a package has a name for, and not the first days of a term of office. */
const eventsOf = (named: readonly NamedPhrase[]): readonly NamedPeriod[] =>
  named.map(({ period }) => period).filter(({ period }) => period.start === period.end);

/**
 * "The order that began June 5": the day takes its year from what is named beside it, and, where nothing is, from
 * what a package knows of that day ("from June 5 on").
 */
export const yearsFromNamed = (
  lexemes: readonly Lexeme[],
  known: readonly NamedPhrase[],
): readonly Lexeme[] => {
  if (!lexemes.some(({ made }) => made.kind === "point" && made.point.yearless)) return lexemes;
  const named = lexemes.flatMap(({ made }) => (made.kind === "named" ? made.periods : []));
  const events = [...new Set([...named, ...eventsOf(known)])];
  return lexemes.map((lexeme) => withNamedYear(lexeme, events));
};

/** What a name is where a date stands inside it, and where in the text it runs. */
type Split = { readonly periods: NamedPeriods; readonly at: Span };

/** Finds a name across the gap that a date leaves: "the [June 5] order" is "the order". */
const nameAround = (text: string, [start, end]: Span, named: readonly NamedPhrase[]): Split | null => {
  const from = Math.max(0, start - REACH);
  const joined = `${text.slice(from, start)}${text.slice(end, end + REACH)}`;
  const gap = start - from;
  const pieces = splitPieces(joined);
  for (const [index, piece] of pieces.entries()) {
    if (piece.at[0] >= gap) return null;
    const found = namedMatcher(named)(pieces, index, ({ next }) => isWhole(pieces, index, next));
    const last = found === null ? 0 : (pieces[found.next - 1]?.at[1] ?? 0);
    if (found !== null && last > gap) {
      return { periods: found.meaning, at: [from + piece.at[0], last - gap + end] };
    }
  }
  return null;
};

/** "The June 5 executive order" is the order, where that is its day. */
export const absorbOwnDates = (lexemes: readonly Lexeme[]): readonly Lexeme[] => {
  const absorbed: Lexeme[] = [];
  for (const lexeme of lexemes) {
    const before = absorbed.at(-1);
    const own = before !== undefined && namesDateOf(before, lexeme);
    if (own) absorbed.splice(-1, 1, madeLexeme(before, lexeme, lexeme.made));
    else absorbed.push(lexeme);
  }
  return absorbed;
};

const namesDateOf = (date: Lexeme, { made: named }: Lexeme): boolean => {
  if (date.made.kind !== "point" || named.kind !== "named") return false;
  const { point } = date.made;
  return named.periods.some((one) => startsIn(one, point));
};

/** The month of a lexeme that is a date or the bare name of a month; null for any other. */
const monthIn = ({ made, senses }: Lexeme): number | null => {
  const month = senses.get("month");
  return made.kind === "nothing" && month !== undefined ? Number(month) : null;
};

const isOwnDate = (lexeme: Lexeme, named: NamedPeriod): boolean => {
  if (lexeme.made.kind === "point") return startsIn(named, lexeme.made.point);
  return monthIn(lexeme) === monthOf(named.period.start);
};

/** "President | Mayor's June order": a name that runs into another gives way to it. */
const covers = ([start, end]: Span, { at, made }: Lexeme): boolean =>
  made.kind === "named" ? at[0] < end && start < at[1] : at[0] >= start && at[1] <= end;

/** Lets a name keep a date that stands inside it and is its own: "the mayor's June 2024 order", "the June order". */
export const joinNamedAroundDates =
  (text: string, named: readonly NamedPhrase[]) =>
  (lexemes: readonly Lexeme[]): readonly Lexeme[] => {
    let joined = lexemes;
    for (const lexeme of lexemes) {
      const isDate = lexeme.made.kind === "point" || monthIn(lexeme) !== null;
      if (!isDate || named.length === 0) continue;
      const split = nameAround(text, lexeme.at, named);
      if (split === null || !split.periods.some((one) => isOwnDate(lexeme, one))) continue;
      joined = replaceCovered(joined, split);
    }
    return joined;
  };

const replaceCovered = (lexemes: readonly Lexeme[], { periods, at }: Split): readonly Lexeme[] => {
  const inside = lexemes.filter((lexeme) => covers(at, lexeme));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return lexemes;
  const one = madeLexeme(first, last, { kind: "named", periods });
  return lexemes.flatMap((lexeme) => {
    if (!covers(at, lexeme)) return [lexeme];
    return lexeme === first ? [one] : [];
  });
};
