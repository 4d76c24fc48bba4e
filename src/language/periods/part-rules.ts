import { addDays } from "../../calendar/day.ts";
import { type Edge, edgeOf, type Third, thirdOf } from "../../calendar/parts-of-period.ts";
import { addUnits, latestMonth, makePoint, type Point, type Today, unitAround } from "./point.ts";
import {
  definite,
  type Match,
  numberOf,
  pointMade,
  pointsOf,
  type Reading,
  type Rule,
  rule,
  unitOf,
  wordOf,
} from "./rule.ts";

const THIRD_NAMES: Readonly<Record<Third, string>> = { 1: "early", 2: "mid", 3: "late" };

/** The period that a part is taken of; a month without a year is its latest. */
const wholeOf = (match: Match, { askedOn }: Today): Point | null => {
  const month = numberOf(match, "month");
  if (month === null) return pointsOf(match)[0] ?? null;
  return makePoint(latestMonth(month, askedOn), "month", { relative: true });
};

const third: Reading = (match, today) => {
  const [whole, part] = [wholeOf(match, today), numberOf(match, "third")];
  if (whole === null || (part !== 1 && part !== 2 && part !== 3)) return null;
  const join = part === 2 ? "-" : " ";
  const period = thirdOf(whole.period, part, `${THIRD_NAMES[part]}${join}${whole.period.label}`);
  return pointMade(makePoint(period, "span", { basis: whole.basis, relative: whole.relative }));
};

const edge: Reading = (match, today) => {
  const whole = wholeOf(match, today);
  if (whole === null) return null;
  const side = (wordOf(match, "edge") || wordOf(match, "tied_edge")) as Edge;
  const period = edgeOf(whole.period, side, `the ${side} of ${whole.period.label}`);
  return pointMade(makePoint(period, "span", { basis: whole.basis, relative: whole.relative }));
};

/** "All of 2024" and "as of 2024" are 2024. */
const itself: Reading = (match) => {
  const point = pointsOf(match)[0];
  return point === undefined ? null : pointMade(point);
};

/** "84% full in 2024" is no full year. */
const fullPeriod: Reading = (match, today) =>
  match.before?.text === "%" || match.before?.senses.has("quantity_word") ? null : itself(match, today);

/** "The week of June 5, 2024" is the one around that day; "the month of February 2025" is that month. */
const unitOfPoint: Reading = (match) => {
  const [point, unit] = [pointsOf(match)[0], unitOf(match)];
  if (point === undefined) return null;
  if (unit === "week" && point.grain === "day") {
    return pointMade(makePoint(unitAround(point.period.start, unit), unit, { relative: point.relative }));
  }
  return unit === point.grain ? pointMade(point) : null;
};

/** "The last month of FY2024"; a unit that is no shorter than the whole is none of its parts. */
const lastOfPoint: Reading = (match) => {
  const [whole, unit] = [pointsOf(match)[0], unitOf(match)];
  if (whole === undefined) return null;
  const { label, end } = whole.period;
  const start = addUnits(addDays(end, 1), unit, -1);
  if (start <= whole.period.start) return null;
  const named = unit === "day" || unit === "month";
  const period = named ? unitAround(start, unit) : { label: `the last ${unit} of ${label}`, start, end };
  return pointMade(makePoint(period, named ? unit : "span", { relative: whole.relative }));
};

/** "The lockdown quarter, 2020 Q2": a word for a time that is named right behind it, of the same length. */
const epithet: Reading = (match) => {
  const [point, unit] = [pointsOf(match)[0], unitOf(match)];
  return point === undefined || !definite(match) || point.grain !== unit ? null : pointMade(point);
};

/** Parts of periods that stand already, and words that add nothing to one. */
export const PART_RULES: readonly Rule[] = [
  rule("third dash? of|in? point|month", third),
  rule("edge dash? of? point|month", edge),
  rule("tied_edge ~dash ~point", edge),
  rule("last unit of point", lastOfPoint),
  rule("full of? point", fullPeriod),
  rule("unit of point", unitOfPoint),
  rule("word unit comma point", epithet),
  rule("as_of point", itself),
];
