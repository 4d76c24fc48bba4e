import { month, quarter } from "../../calendar/calendar-periods.ts";
import { monthOf, yearOf } from "../../calendar/day.ts";
import type { Kind, Lexeme } from "./lexeme.ts";
import { madeLexeme } from "./lexeme.ts";
import { makePoint, nameOfYear, type Point, type Today, yearPoint } from "./point.ts";

const JOINS: readonly Kind[] = ["and", "or", "comma", "to", "through", "dash"];

const isJoin = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined && JOINS.some((kind) => lexeme.senses.has(kind));

const yearAt = (lexemes: readonly Lexeme[], index: number): Point | null => {
  const lexeme = lexemes[index];
  return lexeme?.made.kind === "point" && lexeme.senses.has("year_point") ? lexeme.made.point : null;
};

const isOpen = (point: Point | null): point is Point =>
  point !== null && point.basis === "unstated" && !point.relative;

/** The same year on the calendar of another that is joined to it. */
const onCalendarOf = (point: Point, giver: Point | null, today: Today): Point => {
  if (giver === null || giver.basis === "unstated" || giver.relative) return point;
  return { ...yearPoint(nameOfYear(point), giver.basis, today), basisBehind: giver.basisBehind };
};

/** The index of the year on the other side of one or two joining words; −1 where there is none. */
const acrossJoin = (lexemes: readonly Lexeme[], index: number, step: 1 | -1): number => {
  const one = index + step;
  if (!isJoin(lexemes[one])) return -1;
  return isJoin(lexemes[one + step]) ? one + 2 * step : one + step;
};

const isBareMonth = ({ made, senses }: Lexeme): boolean => made.kind === "nothing" && senses.has("month");

/** "Q1" without a year, in that of the quarter that it is joined to: "Q1 and Q2 2019". */
const quarterIn = ({ made }: Lexeme, giver: Lexeme | undefined): Point | null => {
  if (made.kind !== "point" || giver?.made.kind !== "point") return null;
  const [own, other] = [made.point, giver.made.point];
  const isBare = own.grain === "quarter" && own.relative && own.yearless;
  if (!isBare || other.grain !== "quarter" || other.relative) return null;
  const [number, next] = [own, other].map(({ period }) => Math.ceil(monthOf(period.start) / 3));
  if (number === undefined || next === undefined || number >= next) return null;
  return makePoint(quarter(yearOf(other.period.start), number), "quarter");
};

const isYearSaid = ({ made }: Lexeme): boolean =>
  made.kind === "point" && made.point.grain === "year" && !made.point.relative && made.point.ends === null;

/** "What share of the 2024 total fell in the third quarter": that of the one year that is said. */
export const quarterOfYearSaid = (lexemes: readonly Lexeme[]): readonly Lexeme[] => {
  const [year, ...more] = lexemes.filter(isYearSaid);
  if (year?.made.kind !== "point" || more.length > 0) return lexemes;
  const named = nameOfYear(year.made.point);
  return lexemes.map((lexeme) => {
    const { made } = lexeme;
    if (made.kind !== "point" || made.point.grain !== "quarter" || !made.point.yearless) return lexeme;
    const period = quarter(named, Math.ceil(monthOf(made.point.period.start) / 3));
    return madeLexeme(lexeme, lexeme, { kind: "point", point: makePoint(period, "quarter") });
  });
};

/** In "February and March 2025" the year goes for both. */
export const inheritYear = (lexemes: readonly Lexeme[]): readonly Lexeme[] =>
  lexemes.map((lexeme, index) => {
    const giver = lexemes[acrossJoin(lexemes, index, 1)];
    const inQuarter = quarterIn(lexeme, giver);
    if (inQuarter !== null) return madeLexeme(lexeme, lexeme, { kind: "point", point: inQuarter });
    if (!isBareMonth(lexeme) || giver?.made.kind !== "point" || giver.made.point.grain !== "month")
      return lexeme;
    const { point } = giver.made;
    const named = Number(lexeme.senses.get("month"));
    if (named >= monthOf(point.period.start)) return lexeme;
    const period = month(yearOf(point.period.start), named);
    return madeLexeme(lexeme, lexeme, {
      kind: "point",
      point: makePoint(period, "month", { relative: point.relative }),
    });
  });

/**
 * Years that are joined are of one calendar: "fiscal 2023 and 2024" is FY2023 and FY2024, and so is "2023 and
 * 2024 fiscal years".
 */
export const inheritBasis = (lexemes: readonly Lexeme[], today: Today): readonly Lexeme[] => {
  const given = [...lexemes];
  const give = (index: number, from: number): void => {
    const [point, giver, lexeme] = [yearAt(given, index), yearAt(given, from), given[index]];
    if (!isOpen(point) || lexeme === undefined) return;
    given[index] = madeLexeme(lexeme, lexeme, { kind: "point", point: onCalendarOf(point, giver, today) });
  };
  for (let index = 0; index < given.length; index += 1) {
    const from = acrossJoin(given, index, -1);
    if (yearAt(given, from)?.basisBehind === false) give(index, from);
  }
  for (let index = given.length - 1; index >= 0; index -= 1) {
    const from = acrossJoin(given, index, 1);
    if (yearAt(given, from)?.basisBehind === true) give(index, from);
  }
  return given;
};
