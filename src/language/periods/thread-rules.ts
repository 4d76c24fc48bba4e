import { addDays } from "../../calendar/day.ts";
import type { Grain } from "../../calendar/period.ts";
import type { CalendarUnit } from "../calendar-words.ts";
import type { Made } from "./lexeme.ts";
import { addUnits, GRAIN_OF_UNIT, makePoint, nameOfYear, type Point, unitAround } from "./point.ts";
import { referenceMade, shiftedYear } from "./reference.ts";
import {
  definite,
  has,
  type Match,
  numberOf,
  pointMade,
  pointsOf,
  type Reading,
  type Rule,
  rule,
  standsLast,
  unitOf,
  wordOf,
} from "./rule.ts";

const shiftMade = (grain: Grain, by: number): Made => referenceMade({ kind: "shift", grain, by });

/** How many units of the thread's period a word for a unit stands for: a decade is ten years. */
const shiftOf = (unit: CalendarUnit, count: number): Made | null => {
  if (unit === "half") return null;
  return unit === "decade" ? shiftMade("year", 10 * count) : shiftMade(GRAIN_OF_UNIT[unit], count);
};

const isPlural = ({ filled }: Match): boolean => filled.some(({ lexeme }) => lexeme.senses.has("plural"));

/** "The year before", "two years earlier"; "year before" and "the years before" name no one year. */
const shift =
  (sign: 1 | -1): Reading =>
  (match) => {
    const count = numberOf(match, "count");
    const one = count === null && definite(match) && !isPlural(match);
    return count === null && !one ? null : shiftOf(unitOf(match), sign * (count ?? 1));
  };

/** "The previous year", "the following month". */
const neighbour =
  (sign: 1 | -1): Reading =>
  (match) => {
    if (has(match, "next") && !definite(match)) return null;
    return has(match, "fiscal") ? shiftMade("fiscal_year", sign) : shiftOf(unitOf(match), sign);
  };

const sideOf = (match: Match): "before" | "after" => (has(match, "before") ? "before" : "after");

/** "The year before that" is a year; "the two weeks before that" are fourteen days that end where it begins. */
const besideSame: Reading = (match) => {
  const [unit, count] = [unitOf(match), numberOf(match, "count") ?? 1];
  const side = sideOf(match);
  if (unit !== "day" && unit !== "week") return shiftOf(unit, side === "before" ? -count : count);
  if (numberOf(match, "count") === null && isPlural(match)) return null;
  return referenceMade({ kind: "beside_same", side, days: unit === "week" ? 7 * count : count });
};

const besideSameOpen =
  (side: "before" | "after"): Reading =>
  (match) =>
    standsLast(match) ? referenceMade({ kind: "beside_same", side, days: null }) : null;

/** "And before that?", which opens a question; "2019 and before" is a stretch. */
const andBefore: Reading = (match, today) =>
  match.before === null && (match.after === null || match.after.senses.has("sign"))
    ? besideSameOpen("before")(match, today)
    : null;

const isYear = ({ grain, ends }: Point): boolean =>
  (grain === "year" || grain === "fiscal_year") && ends === null;

/** "The year before FY2024" is FY2023, "the two weeks before June 5, 2024" the fourteen days that end on June 4. */
const besidePoint: Reading = (match, today) => {
  const [point, count, unit] = [pointsOf(match)[0], numberOf(match, "count"), unitOf(match)];
  if (point === undefined || (count === null && isPlural(match))) return null;
  const sign = has(match, "before") ? -1 : 1;
  if (unit === "year" && isYear(point) && (count ?? 1) === 1)
    return pointMade(shiftedYear(point, sign, today));
  if (count === null && unit === point.grain) {
    return pointMade(makePoint(unitAround(addUnits(point.period.start, unit, sign), unit), point.grain));
  }
  return pointMade(stretchBeside(point, match));
};

const stretchBeside = ({ period }: Point, match: Match): Point => {
  const [unit, count] = [unitOf(match), numberOf(match, "count") ?? 1];
  const label = `the ${count === 1 ? unit : `${count} ${unit}s`} ${sideOf(match)} ${period.label}`;
  const after = addDays(period.end, 1);
  return makePoint(
    has(match, "before")
      ? { label, start: addUnits(period.start, unit, -count), end: addDays(period.start, -1) }
      : { label, start: after, end: addDays(addUnits(after, unit, count), -1) },
    "span",
  );
};

const same: Reading = (match) => {
  const half = has(match, "unit") && unitOf(match) === "half";
  return half ? null : referenceMade({ kind: "same" });
};

/** "The same quarter of 2020", "the same month last year". */
const sameIn: Reading = (match) => {
  const [point] = pointsOf(match);
  return point === undefined || !isYear(point)
    ? null
    : referenceMade({ kind: "same_in", year: nameOfYear(point) });
};

/** "The same month a year earlier" is counted from the thread's month, like "a year earlier" by itself. */
const sameEarlier =
  (sign: 1 | -1): Reading =>
  (match) => {
    const unit = wordOf(match, "unit", 1) as CalendarUnit;
    return unit === ("" as CalendarUnit) ? null : shiftOf(unit, sign * (numberOf(match, "count") ?? 1));
  };

/** "How many then?", not "then how many". */
const then: Reading = (match) =>
  match.before !== null && standsLast(match) ? referenceMade({ kind: "same" }) : null;

const latest: Reading = () => referenceMade({ kind: "latest" });

const now: Reading = (_, { askedOn }) => referenceMade({ kind: "now", day: askedOn });

/** What is counted from the period that the thread spoke of, or from now. */
export const THREAD_RULES: readonly Rule[] = [
  rule("count? unit before|after point", besidePoint),
  rule("count? unit earlier", shift(-1)),
  rule("count? unit later", shift(1)),
  rule("previous full? unit|fiscal", neighbour(-1)),
  rule("following|next unit|fiscal", neighbour(1)),
  rule("count? unit before|after it began?", besideSame),
  rule("before|through it began?", besideSameOpen("before")),
  rule("after|since it began?", besideSameOpen("after")),
  rule("and_earlier that|it?", andBefore),
  rule("that|same unit|stretch of|in? year_point", sameIn),
  rule("that|same unit|stretch count unit earlier", sameEarlier(-1)),
  rule("that|same unit|stretch count unit later", sameEarlier(1)),
  rule("that|same unit|fiscal|stretch", same),
  rule("same_time", same),
  rule("then", then),
  rule("latest", latest),
  rule("latest full? unit|fiscal", latest),
  rule("now", now),
  rule("as_of now", now),
  rule("to_now", now),
];
