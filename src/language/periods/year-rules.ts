import { decade, fiscalYear, month, periodOfDays } from "../../calendar/calendar-periods.ts";
import { addDays, makeDay, monthOf, yearOf } from "../../calendar/day.ts";
import type { CalendarUnit } from "../calendar-words.ts";
import type { YearBasis } from "../reference-period.ts";
import type { Kind, Lexeme, Made } from "./lexeme.ts";
import { fullYear } from "./mark-short-years.ts";
import {
  addUnits,
  closed,
  fiscalYearPoint,
  GRAIN_OF_UNIT,
  makePoint,
  type Today,
  unitAround,
  yearEnds,
  yearPoint,
} from "./point.ts";
import { referenceMade } from "./reference.ts";
import {
  definite,
  has,
  type Match,
  numberOf,
  pointMade,
  type Reading,
  type Rule,
  rule,
  unitOf,
  wordOf,
} from "./rule.ts";

/** The year of a match, in four digits or two. */
const yearOfMatch = (match: Match, today: Today): number | null => {
  const short = wordOf(match, "short_number");
  if (short !== "") return fullYear(short, today);
  return numberOf(match, "year_number") ?? numberOf(match, "short_year");
};

const year =
  (basis: YearBasis, basisBehind = false): Reading =>
  (match, today) => {
    const named = yearOfMatch(match, today);
    return named === null ? null : pointMade({ ...yearPoint(named, basis, today), basisBehind });
  };

const RECENT = 1900;
const BEFORE_YEAR: readonly Kind[] = [
  "in",
  "of",
  "since",
  "from",
  "to",
  "through",
  "before",
  "after",
  "between",
  "and",
];

/** "In 1880" is a year; "1880 people" are that many. */
const isPlacedAsYear = ({ before }: Match): boolean =>
  before !== null && BEFORE_YEAR.some((kind) => before.senses.has(kind));

/** "2000 a day" counts; "2024 a day" does not, as a count is seldom that odd and a year often is. */
const bareYear: Reading = (match, today) => {
  const named = numberOf(match, "year_number");
  if (named !== null && named < RECENT && !isPlacedAsYear(match)) return null;
  const counted = named !== null && named % 100 === 0 && match.after?.senses.has("rate") === true;
  return counted ? null : year("unstated")(match, today);
};

/** "The year 2019"; but in "the Smith years 2017" and "each year 2014-2024" the word goes with what is before it. */
const namedYear: Reading = (match, today) => {
  const taken = match.before?.senses.has("named") === true || match.before?.senses.has("rate") === true;
  return taken ? null : year("unstated")(match, today);
};

const decadeOf: Reading = (match, today) => {
  const first = yearOfMatch(match, today);
  if (first === null || first % 10 !== 0) return null;
  const period = closed(decade(first));
  return pointMade(makePoint(period, "year", { ends: yearEnds(period) }));
};

const isoDay: Reading = (match) => {
  const [named, monthOfYear, day] = [
    numberOf(match, "year_number"),
    numberOf(match, "number", 0),
    numberOf(match, "number", 1),
  ];
  return dayMade(named, monthOfYear, day);
};

const dayMade = (named: number | null, monthOfYear: number | null, day: number | null): Made | null => {
  if (named === null || monthOfYear === null || day === null) return null;
  const date = makeDay(named, monthOfYear, day);
  return date === null ? null : pointMade(makePoint(periodOfDays(date, date), "day"));
};

/** "6/5/2024" is 5 June, as Americans write it, unless only the other order is a day: "25/6/2024". */
const slashedDay: Reading = (match, today) => {
  const [first, second] = [numberOf(match, "number", 0), numberOf(match, "number", 1)];
  const named = yearOfMatch(match, today);
  return dayMade(named, first, second) ?? dayMade(named, second, first);
};

const monthMade = (named: number | null, monthOfYear: number | null): Made | null => {
  if (named === null || monthOfYear === null || monthOfYear < 1 || monthOfYear > 12) return null;
  return pointMade(makePoint(month(named, monthOfYear), "month"));
};

/** "2025-02", with two digits as ISO 8601 wants; "2010-12" is rather 2010 to 2012, as 12 comes after 10. */
const isoMonth: Reading = (match) => {
  const [named, digits] = [numberOf(match, "year_number"), wordOf(match, "number")];
  const isRange = named !== null && Number(digits) > named % 100 && Number(digits) >= 10;
  return digits.length !== 2 || isRange ? null : monthMade(named, Number(digits));
};

/** "02-2025"; "5-2025" is more likely a score or a label. */
const dashedMonth: Reading = (match) => {
  const digits = wordOf(match, "number");
  return digits.length === 2 ? monthMade(numberOf(match, "year_number"), Number(digits)) : null;
};

const slashedMonth: Reading = (match) => monthMade(numberOf(match, "year_number"), numberOf(match, "number"));

/** The year that a lexeme says in four digits or two. */
const fullYearOf = (lexeme: Lexeme | undefined, today: Today): number | null => {
  const [full, short] = [lexeme?.senses.get("year_number"), lexeme?.senses.get("short_number")];
  if (full !== undefined) return Number(full);
  return short === undefined ? null : fullYear(short, today);
};

/** "2021/22" and "FY21/22" are both years; anything but two years that follow one another is not read. */
const slashedYears =
  (basis: YearBasis): Reading =>
  ({ filled }, today) => {
    const said = filled.slice(-3);
    const [first, last] = [fullYearOf(said[0]?.lexeme, today), fullYearOf(said[2]?.lexeme, today)];
    if (first === null || last !== first + 1) return null;
    const [from, to] = [yearPoint(first, basis, today), yearPoint(last, basis, today)];
    const label = `${from.period.label}/${said[2]?.lexeme.text}`;
    const period = { label, start: from.period.start, end: to.period.end };
    return pointMade(makePoint(period, from.grain, { basis, ends: [from.period, to.period] }));
  };

/** The whole unit before, around or after the day of asking: "last month", "this year". */
const relativeUnit =
  (shift: number): Reading =>
  (match, today) =>
    pointMade(relativePoint(unitOf(match), shift, today));

const relativePoint = (unit: CalendarUnit, shift: number, { askedOn }: Today) =>
  makePoint(unitAround(addUnits(askedOn, unit, shift), unit), GRAIN_OF_UNIT[unit], { relative: true });

const relativeFiscal =
  (shift: number): Reading =>
  (_, today) =>
    pointMade(fiscalYearPoint(today, shift));

/** "The next year" goes on from the year spoken of; "next year" from the day of asking. */
const nextUnit: Reading = (match, today) => (definite(match) ? null : relativeUnit(1)(match, today));

const ago: Reading = (match, today) => {
  const [count, unit] = [numberOf(match, "count"), unitOf(match)];
  if (count === null) return null;
  // A decade ago is the year ten years back, not the decade before this one.
  const point =
    unit === "decade" ? relativePoint("year", -10 * count, today) : relativePoint(unit, -count, today);
  return pointMade(point);
};

/** "The last three months of 2024" end with 2024, and not today; "in" may follow either. */
const isPartOfNext = ({ after }: Match): boolean =>
  after?.senses.has("of") === true && !after.senses.has("in");

/** The one that was over on the day of asking: "last month"; "the last month of 2024" is a part of 2024. */
const lastUnit: Reading = (match, today) => (isPartOfNext(match) ? null : relativeUnit(-1)(match, today));

/** The stretch up to the day of asking, that day included: "the last four years", "the past decade". */
const rolling: Reading = (match, { askedOn }) => {
  if (isPartOfNext(match)) return null;
  const [count, unit] = [numberOf(match, "count") ?? 1, unitOf(match)];
  if (isComparedWith(match) && (unit === "week" || unit === "day"))
    return referenceMade({ kind: "shift", grain: unit, by: -count });
  const start = addDays(addUnits(askedOn, unit, -count), 1);
  const label = count === 1 ? `the past ${unit}` : `the past ${count} ${unit}s`;
  return pointMade(makePoint({ label, start, end: askedOn }, "span", { relative: true }));
};

/** "After it, against the previous two weeks": they end where the other period begins, and not today. */
const isComparedWith = (match: Match): boolean =>
  has(match, "previous") && match.before?.senses.has("or") === true;

/** "The last four fiscal years": the newest finished ones. */
const lastFiscalYears: Reading = (match, today) => {
  const count = numberOf(match, "count");
  if (count === null) return null;
  const newest = fiscalYearPoint(today, -1).period;
  const oldest = fiscalYear(yearOf(newest.end) - count + 1, monthOf(newest.start));
  const period = closed({
    label: `${oldest.label} to ${newest.label}`,
    start: oldest.start,
    end: newest.end,
  });
  const more = { basis: "fiscal", relative: true, ends: [oldest, newest] } as const;
  return pointMade(makePoint(period, "fiscal_year", more));
};

const yesterday: Reading = (_, today) => pointMade(relativePoint("day", -1, today));

const YEARS_SLASHED =
  "year_unit? dash? apostrophe? year_number|short_number ~slash ~year_number|short_number";

/** Years, days and months in digits, and what is counted from the day of asking. */
export const YEAR_RULES: readonly Rule[] = [
  rule("year_number", bareYear),
  rule("year_unit year_number", namedYear),
  rule("short_year", year("unstated")),
  rule("apostrophe ~short_number", year("unstated")),
  rule("fiscal ending? year_unit? dash? apostrophe? year_number|short_number|short_year", year("fiscal")),
  rule("year_number fiscal", year("fiscal", true)),
  rule("calendar year_unit? dash? apostrophe? year_number|short_number|short_year", year("calendar")),
  rule("year_number calendar", year("calendar", true)),
  rule("year_number ~decade_suffix", decadeOf),
  rule("apostrophe ~short_number ~decade_suffix", decadeOf),
  rule("year_number ~dash ~number ~dash ~number", isoDay),
  rule("year_number ~slash ~number ~slash ~number", isoDay),
  rule("number ~slash ~number ~slash ~year_number|short_number", slashedDay),
  rule("year_number ~dash ~number", isoMonth),
  rule("number ~slash ~year_number", slashedMonth),
  rule("number ~dash ~year_number", dashedMonth),
  rule("year_number ~slash ~year_number|short_number", slashedYears("unstated")),
  rule(`fiscal ${YEARS_SLASHED}`, slashedYears("fiscal")),
  rule(`calendar ${YEARS_SLASHED}`, slashedYears("calendar")),
  rule("last full? unit", lastUnit),
  rule("this unit", relativeUnit(0)),
  rule("next unit", nextUnit),
  rule("last full? fiscal", relativeFiscal(-1)),
  rule("this fiscal", relativeFiscal(0)),
  rule("next fiscal", (match, today) => (definite(match) ? null : relativeFiscal(1)(match, today))),
  rule("count unit ago", ago),
  rule("last|past|previous count unit", rolling),
  rule("past unit", rolling),
  rule("over last unit", rolling),
  rule("last|past|previous count fiscal", lastFiscalYears),
  rule("yesterday", yesterday),
];
