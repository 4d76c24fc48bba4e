import { calendarYear } from "../../calendar/calendar-periods.ts";
import { addDays, yearOf } from "../../calendar/day.ts";
import { contains } from "../../calendar/period.ts";
import type { Made } from "./lexeme.ts";
import { fiscalYearPoint, latestMonth, makePoint, monthWithin, type Point, type Today } from "./point.ts";
import {
  afterPoint,
  monthRangeMade,
  partialMade,
  rangeMade,
  referenceMade,
  sincePoint,
  soFarMade,
  untilMade,
} from "./reference.ts";
import { type Match, numberOf, pointsOf, type Reading, type Rule, rule } from "./rule.ts";

type OfPoint = (point: Point, today: Today) => Made | null;

/** Reads with the first point of a match, or with the latest month of a name where a month alone stands. */
const withPoint =
  (read: OfPoint): Reading =>
  (match, today) => {
    const month = numberOf(match, "month");
    const named =
      month === null ? null : makePoint(latestMonth(month, today.askedOn), "month", { relative: true });
    const point = pointsOf(match)[0] ?? named;
    return point === null ? null : read(point, today);
  };

/** "Through April" ends with April's last day; so does "until", as most people use it. */
const through: OfPoint = ({ period }) => untilMade(period.end, `through ${period.label}`);

/** "Through April" without a year is of the last April, or of the one April that anything is held through. */
const throughPoint: Reading = (match, today) => {
  const month = numberOf(match, "month");
  const made = withPoint(through)(match, today);
  if (month === null || made?.kind !== "reference" || made.reference.kind !== "until") return made;
  return referenceMade({ ...made.reference, month });
};

const before: OfPoint = ({ period }) => untilMade(addDays(period.start, -1), `before ${period.label}`);

const isYear = ({ grain, ends }: Point): boolean =>
  (grain === "year" || grain === "fiscal_year") && ends === null;

/** "2024 through April 2024" is 2024 cut short; anything else joined by "to" is a range. */
const joined = (first: Point, last: Point, today: Today): Made => {
  const isMonth = last.grain === "month";
  if (isYear(first) && isMonth && contains(first.period, last.period)) return partialMade(first, last.period);
  const months = first.grain === "month" && isMonth && first.period.start < last.period.start;
  return months ? monthRangeMade(first.period, last.period, today) : rangeMade([first, last]);
};

const range: Reading = (match: Match, today) => {
  const [first, last] = pointsOf(match);
  return first === undefined || last === undefined ? null : joined(first, last, today);
};

const soFar: OfPoint = (point) => (isYear(point) ? soFarMade(point) : null);

const yearToDate: Reading = (_, { askedOn }) => soFarMade(makePoint(calendarYear(yearOf(askedOn)), "year"));

const fiscalYearToDate: Reading = (_, today) => soFarMade(fiscalYearPoint(today, 0));

/** "So far in FY2024, as of April". */
const soFarAsOf: Reading = (match) => {
  const [year, named] = [pointsOf(match)[0], numberOf(match, "month")];
  if (year === undefined || named === null || !isYear(year)) return null;
  return partialMade(year, monthWithin(year.period, named));
};

/** What is bounded on one side or on both, and years that are not over. */
export const BOUND_RULES: readonly Rule[] = [
  rule("point so_far|ytd", withPoint(soFar)),
  rule("so_far|ytd of|in? point", withPoint(soFar)),
  rule("fytd of|in? point", withPoint(soFar)),
  rule("so_far|ytd of|in? year_point comma? as_of|through month close?", soFarAsOf),
  rule("as_of|through month so_far|ytd of|in? year_point", soFarAsOf),
  rule("ytd", yearToDate),
  rule("fytd", fiscalYearToDate),
  rule("since point|month to_now|so_far?", withPoint(sincePoint)),
  rule("from point|month on|onward to_now?", withPoint(sincePoint)),
  rule("point onward to_now?", withPoint(sincePoint)),
  rule("from|since? point to|through|dash now", withPoint(sincePoint)),
  rule("from|since? point to_now", withPoint(sincePoint)),
  rule("between point and now", withPoint(sincePoint)),
  rule("after point|month", withPoint(afterPoint)),
  rule("post ~dash ~point", withPoint(afterPoint)),
  rule("from|since? point to|through|dash point", range),
  rule("between point and|to|through|dash point", range),
  rule("through point|month", throughPoint),
  rule("before point|month", withPoint(before)),
  rule("pre ~dash ~point", withPoint(before)),
  rule("point and_earlier", withPoint(through)),
];
