import { addDays, type CalendarDate, daysBetween, lastDayOfMonth, monthOf, yearOf } from "../calendar/day.ts";
import { contains, type Grain, overlaps, type Period, samePeriod } from "../calendar/period.ts";
import { splitYearName } from "../calendar/split-year.ts";
import type { TimeKind } from "../catalog/observation.ts";
import type { CalendarUnit } from "../language/calendar-words.ts";
import type { ReferencePeriod, YearBasis } from "../language/reference-period.ts";
import { addUp, partsOf } from "./add-up.ts";
import { isYearly, type PeriodShape, shapeOf, yearBegunBy, yearsNamed } from "./period-shape.ts";
import type { Held } from "./reading.ts";

/** What matching needs to know beside the period that was said. */
export type MatchContext = {
  readonly timeKind: TimeKind;
  readonly fiscalStartMonth: number;
  readonly fullPeriod: boolean;
  /** The two ends of a range are what is compared, so that one of them alone will not do. */
  readonly endsMatter: boolean;
  /** A printed growth or share is of its own stretch, and of no part of it. */
  readonly wholeOnly: boolean;
  /** A run of years is asked for, or what is worked out from one. */
  readonly wantsRun: boolean;
  /** Figures of shorter periods add up to one of a longer. */
  readonly addsUp: boolean;
  /** The shorter periods inside the one that is named are asked for: "which month of 2019". */
  readonly wantsParts: boolean;
  readonly perUnit: CalendarUnit | null;
};

/** A level "before" an event may be the one counted shortly before it: up to a quarter of a year. */
const SHORTLY_BEFORE_DAYS = 92;
/** A stretch counted from an event may be off by a day at its ends, as people count. */
const COUNTING_DAYS = 1;

type Named = Extract<ReferencePeriod, { kind: "within" | "range" | "partial" | "since" }>;

/** The periods that a said one may be: a bare year is the calendar year or the fiscal year of that name. */
const meanings = (
  period: Period,
  said: Pick<Named, "grain" | "basis">,
  fiscalStartMonth: number,
): readonly Period[] =>
  said.grain === "year" && said.basis === "unstated" ? yearsNamed(period.start, fiscalStartMonth) : [period];

/**
 * "2019/20" and "FY2020" are the years that a series calls so, in whichever month they begin there: the fiscal year
 * of one package is not that of another.
 */
const calledSo = (said: Within, series: readonly Held[], fiscalStartMonth: number): readonly Held[] => {
  const split = splitYearName(said.period.label);
  if (split !== null) return series.filter(({ period }) => splitYearName(period.label) === split);
  if (said.grain !== "fiscal_year" || said.period.end === null) return [];
  const year = yearOf(said.period.end);
  return series.filter(
    ({ period }) =>
      shapeOf(period, fiscalStartMonth) === "fiscal_year" &&
      period.end !== null &&
      yearOf(period.end) === year,
  );
};

const exactly = (series: readonly Held[], periods: readonly Period[]): readonly Held[] => {
  for (const period of periods) {
    const found = series.filter((held) => samePeriod(held.period, period));
    if (found.length > 0) return found;
  }
  return [];
};

const exactlyOrCalledSo = (
  said: Within,
  series: readonly Held[],
  { periods, fiscalStartMonth }: { readonly periods: readonly Period[]; readonly fiscalStartMonth: number },
): readonly Held[] => {
  const exact = exactly(series, periods);
  return exact.length > 0 ? exact : calledSo(said, series, fiscalStartMonth);
};

const partialOf = (series: readonly Held[], years: readonly Period[], { fiscalStartMonth }: MatchContext) =>
  series.filter(({ period }) => {
    if (shapeOf(period, fiscalStartMonth) !== "partial_year") return false;
    const year = yearBegunBy(period, fiscalStartMonth);
    return year !== null && years.some((named) => samePeriod(named, year));
  });

/** A level counted at some time in the year that was said; never a flow, which would be a part of it. */
const levelsIn = (series: readonly Held[], period: Period, basis: YearBasis): readonly Held[] =>
  basis === "fiscal"
    ? []
    : series.filter(
        (held) => contains(period, held.period) || (isBrief(held.period) && contains(held.period, period)),
      );

/** "Late 2020": a level of no exact day, which "the end of 2020" means as well. */
const isBrief = ({ start, end }: Period): boolean =>
  end !== null && daysBetween(start, end) <= SHORTLY_BEFORE_DAYS;

type Within = Extract<ReferencePeriod, { kind: "within" }>;

/** What the months of a year or a quarter say of it: each of them where they are asked for, else their sum. */
const inParts = (
  series: readonly Held[],
  periods: readonly Period[],
  { addsUp, wantsParts, timeKind, fiscalStartMonth }: MatchContext,
): readonly Held[] => {
  if (wantsParts && timeKind !== "rule") {
    const inside = periods.map((period) =>
      series.filter((held) => !samePeriod(held.period, period) && contains(period, held.period)),
    );
    return inside.find((found) => found.length > 1) ?? [];
  }
  if (!addsUp) return [];
  const sums = periods.map((period) => addUp(partsOf(series, period, fiscalStartMonth), period));
  return sums.filter((held) => held !== null).slice(0, 1);
};

/** Of years called "2015/16" and "2016/17" both may be meant by "2016", and a year to work with is neither. */
const touchedYears = (
  said: Within,
  series: readonly Held[],
  { wantsRun }: MatchContext,
): readonly Held[] | null => {
  const isBare = said.grain === "year" && said.basis === "unstated";
  const areSplit = series.length > 0 && series.every(({ period }) => splitYearName(period.label) !== null);
  if (!isBare || !areSplit) return null;
  return wantsRun ? [] : series.filter(({ period }) => overlaps(period, said.period));
};

const matchWithin = (said: Within, series: readonly Held[], context: MatchContext): readonly Held[] => {
  const { timeKind, fiscalStartMonth, fullPeriod } = context;
  const touched = touchedYears(said, series, context);
  if (touched !== null) return touched;
  if (timeKind === "rule") return series.filter((held) => overlaps(held.period, said.period));
  const periods = meanings(said.period, said, fiscalStartMonth);
  const exact = exactlyOrCalledSo(said, series, { periods, fiscalStartMonth });
  if (exact.length > 0 && !(context.wantsParts && context.perUnit !== null)) return exact;
  const parts = inParts(series, periods, context);
  if (parts.length > 0) return parts;
  if (exact.length > 0) return exact;
  const yearly = said.grain === "year" || said.grain === "fiscal_year";
  const partial = yearly && !fullPeriod ? partialOf(series, periods, context) : [];
  if (partial.length > 0) return partial;
  return timeKind === "stock" ? levelsFor(said, series) : [];
};

const levelsFor = ({ period, basis, grain }: Within, series: readonly Held[]): readonly Held[] => {
  const levels = levelsIn(series, period, basis);
  return levels.length > 0 || grain !== "span" ? levels : levelsAtEnd(series, period);
};

/** "The end of FY2024": what is counted for a year as a whole is the level that it ended with. */
const levelsAtEnd = (series: readonly Held[], period: Period): readonly Held[] =>
  series.filter((held) => held.period.end === period.end && contains(held.period, period));

type Since = Extract<ReferencePeriod, { kind: "since" }>;

/** A total counted from a day on is no month and no year of the calendar. */
const TOTAL_SHAPES: readonly PeriodShape[] = ["open", "span", "partial_year"];

/** The first whole unit of what was said: "since 2019" begins with all of 2019. */
const outlasts = (held: Held, said: Since, { fiscalStartMonth }: MatchContext): boolean => {
  if (!TOTAL_SHAPES.includes(shapeOf(held.period, fiscalStartMonth))) return false;
  if (held.period.end === null) return true;
  const days = daysBetween(held.period.start, held.period.end);
  return days > (said.grain === "year" || said.grain === "fiscal_year" ? 366 : 1);
};

const RUN_SHAPES: readonly PeriodShape[] = ["fiscal_year", "year", "partial_year", "quarter", "month"];

/** What a run of years is made of. A flow counted over some other stretch ("since 2022") is no part of one. */
const runOf = (series: readonly Held[], { timeKind, fiscalStartMonth }: MatchContext): readonly Held[] =>
  timeKind === "stock"
    ? series
    : series.filter(({ period }) => RUN_SHAPES.includes(shapeOf(period, fiscalStartMonth)));

const yearsFrom = (series: readonly Held[], start: CalendarDate, context: MatchContext): readonly Held[] =>
  homogeneous(
    runOf(series, context).filter((held) => firstDay(held.period, context.fiscalStartMonth) >= start),
    context,
  );

/** FY2019 began in 2018; "since 2019" means it all the same. */
const firstDay = (period: Period, fiscalStartMonth: number): CalendarDate => {
  const shape = shapeOf(period, fiscalStartMonth);
  if (shape !== "fiscal_year" && shape !== "partial_year") return period.start;
  const year = yearBegunBy(period, fiscalStartMonth);
  return year?.end === null || year === null ? period.start : (`${yearOf(year.end)}-01-01` as CalendarDate);
};

const SERIES_SHAPES: readonly PeriodShape[] = ["fiscal_year", "year", "quarter", "month"];

/**
 * The longest run of one shape: whole years with the last one cut short where it is, or months. What is of
 * another shape (a total since some year beside yearly figures) is no part of a series.
 */
export const homogeneous = (
  series: readonly Held[],
  context: Pick<MatchContext, "fiscalStartMonth" | "timeKind">,
) => {
  const shaped = series.map((held) => ({ held, shape: shapeOf(held.period, context.fiscalStartMonth) }));
  const runs = SERIES_SHAPES.map((shape) =>
    shaped.filter((one) => one.shape === shape || (isYearly(shape) && one.shape === "partial_year")),
  );
  const longest = runs.toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (context.timeKind === "stock" && longest.length < series.length) return series;
  return longest.length > 1 ? longest.map(({ held }) => held) : series;
};

/** "Since January 2021" and "since she took office" on the 20th are the same since to everybody but a lawyer. */
const SAME_START_DAYS = 31;

const startsWith = (held: Held, start: CalendarDate): boolean => {
  const days = daysBetween(start, held.period.start);
  return days >= 0 && days <= SAME_START_DAYS;
};

const YEARLY_GRAINS: readonly Grain[] = ["year", "fiscal_year", "month", "quarter"];

/**
 * A total counted from then on; else the run of years from it. A flow from a certain day on ("since the order")
 * is a total or nothing: years do not begin on that day.
 */
const matchSince = (said: Since, series: readonly Held[], context: MatchContext): readonly Held[] => {
  const exact = series.filter((held) => held.period.start === said.start && outlasts(held, said, context));
  const near = series.filter((held) => startsWith(held, said.start) && outlasts(held, said, context));
  const cumulative = exact.length > 0 ? exact : near;
  if (cumulative.length > 0 && context.timeKind !== "stock") return cumulative;
  if (context.timeKind === "rule")
    return series.filter(({ period }) => period.end === null || period.end >= said.start);
  if (context.timeKind === "flow" && !YEARLY_GRAINS.includes(said.grain) && !context.wantsRun) return [];
  return yearsFrom(series, said.start, context);
};

type Range = Extract<ReferencePeriod, { kind: "range" }>;

const matchEnds = (
  said: Range,
  series: readonly Held[],
  context: MatchContext,
): readonly (readonly Held[])[] =>
  said.ends.map((period) =>
    matchWithin(
      { kind: "within", period, grain: said.grain, basis: said.basis, relative: false },
      series,
      context,
    ),
  );

/** "Late 2020" begins in one month for one and in the next for another: up to a quarter of a year at each end. */
const nearlySame = (one: Period, other: Period): boolean =>
  samePeriod(one, other) || (isLong(one) && isLong(other) && endsNearly(one, other));

/** Of a few months each one tells: February is not nearly January to March. */
const isLong = ({ start, end }: Period): boolean =>
  end !== null && daysBetween(start, end) > 2 * SHORTLY_BEFORE_DAYS;

const endsNearly = (one: Period, other: Period): boolean =>
  Math.abs(daysBetween(one.start, other.start)) < SHORTLY_BEFORE_DAYS / 2 &&
  one.end !== null &&
  other.end !== null &&
  Math.abs(daysBetween(one.end, other.end)) < SHORTLY_BEFORE_DAYS / 2;

const matchRange = (said: Range, series: readonly Held[], context: MatchContext): readonly Held[] => {
  const whole = series.filter((held) => nearlySame(held.period, said.period));
  if (whole.length > 0 || context.wholeOnly) return whole;
  const ends = matchEnds(said, series, context);
  if (context.endsMatter) return ends.every((held) => held.length > 0) ? ends.flat() : [];
  const found = ends.flat();
  const [first, last] = [found[0], found.at(-1)];
  const isBetween = ({ period }: Held): boolean =>
    first !== undefined &&
    last !== undefined &&
    period.start >= first.period.start &&
    period.start <= last.period.start;
  const inside = runOf(series, context).filter(
    (held) => isBetween(held) || contains(said.period, held.period),
  );
  return homogeneous(inside, context);
};

const matchPartial = (
  said: Extract<ReferencePeriod, { kind: "partial" }>,
  series: readonly Held[],
  context: MatchContext,
): readonly Held[] => {
  const year = yearBegunBy(said.period, context.fiscalStartMonth) ?? said.period;
  const years = meanings(year, said, context.fiscalStartMonth);
  const partial = partialOf(series, years, context);
  const { until } = said;
  if (until === null) return partial;
  const cut = partial.filter(({ period }) => period.end !== null && monthOf(period.end) === until.month);
  if (cut.length > 0) return cut;
  // "The first three months of 2023" are its first quarter.
  const exact = exactly(series, [said.period]);
  return exact.length > 0 ? exact : inParts(series, [said.period], context);
};

/** "Through September" of no said year: what is held up to the end of one September, and of no other. */
const throughMonth = (month: number | null, series: readonly Held[]): readonly Held[] => {
  const ending = series.filter(
    ({ period }) =>
      period.end !== null &&
      monthOf(period.end) === month &&
      period.end === lastDayOfMonth(yearOf(period.end), month),
  );
  return ending.length === 1 ? ending : [];
};

const matchUntil = (
  { end, month }: Extract<ReferencePeriod, { kind: "until" }>,
  series: readonly Held[],
  { timeKind }: MatchContext,
): readonly Held[] => {
  const named = series.some(({ period }) => period.end === end) ? [] : throughMonth(month, series);
  if (named.length > 0) return named;
  if (timeKind === "rule")
    return series.filter(({ period }) => period.start <= end && (period.end ?? period.start) <= end);
  const ending = series.filter(({ period }) => period.end === end);
  if (ending.length > 0 || timeKind === "flow") return ending;
  const before = series.filter(({ period }) => period.end !== null && period.end <= end);
  const last = before.at(-1);
  if (last?.period.end === undefined || last.period.end === null) return [];
  return daysBetween(last.period.end, end) <= SHORTLY_BEFORE_DAYS ? [last] : [];
};

/** A rule that begins on the day after, or holds within: "the week before the order" speaks of the order's rules. */
const ruledBeside = (period: Period, series: readonly Held[]): readonly Held[] =>
  series.filter(
    ({ period: held }) =>
      held.start <= addDays(period.end ?? period.start, 1) && (held.end ?? period.start) >= period.start,
  );

const nearDay = (one: CalendarDate, other: CalendarDate): boolean =>
  Math.abs(daysBetween(one, other)) <= COUNTING_DAYS;

const beside = (period: Period, series: readonly Held[]): readonly Held[] =>
  series.filter(
    (held) =>
      nearDay(held.period.start, period.start) &&
      held.period.end !== null &&
      period.end !== null &&
      nearDay(held.period.end, period.end),
  );

/** "In her four years": a count that began a little before them, or was taken a little before they ended. */
export const mostlyOf = (period: Period, series: readonly Held[]): readonly Held[] => {
  const near = series.filter((held) => sharedPart(held.period, period) >= MOSTLY);
  return near.length === 1 ? near : [];
};

/** Of the days of two periods, the part that is in both: 1 where they are the same. Open ends share nothing. */
const sharedPart = (one: Period, other: Period): number => {
  if (one.end === null || other.end === null || !overlaps(one, other)) return 0;
  const [starts, ends] = [[one.start, other.start].toSorted(), [one.end, other.end].toSorted()];
  const days = ([from = "", to = ""]: readonly string[]): number =>
    daysBetween(from as CalendarDate, to as CalendarDate) + 1;
  return days([starts[1] ?? "", ends[0] ?? ""]) / days([starts[0] ?? "", ends[1] ?? ""]);
};

/** So much of a term of office and of a count's own time must be the same days for the one to stand for the other. */
const MOSTLY = 0.75;

/**
 * An event is a day; what is counted from it on, or holds on it, is meant. A term is all its years: a flow over
 * some of them is no figure for it, unless the years are what is asked for.
 */
const matchNamed = (period: Period, series: readonly Held[], context: MatchContext): readonly Held[] => {
  const isTotal = (held: Held): boolean =>
    TOTAL_SHAPES.includes(shapeOf(held.period, context.fiscalStartMonth));
  const from = series.filter((held) => held.period.start === period.start && isTotal(held));
  if (from.length > 0) return from;
  if (context.timeKind === "rule" || period.start === period.end)
    return series.filter((held) => overlaps(held.period, period));
  if (context.timeKind === "flow" && !context.wantsRun) return mostlyOf(period, series);
  const inside = homogeneous(
    series.filter((held) => contains(period, held.period)),
    context,
  );
  return inside.length > 0 ? inside : mostlyOf(period, series);
};

/** The first, second, third or fourth quarter of each year. */
export const quartersOf = (
  quarter: number,
  series: readonly Held[],
  { fiscalStartMonth }: Pick<MatchContext, "fiscalStartMonth">,
): readonly Held[] =>
  series.filter(
    ({ period }) =>
      shapeOf(period, fiscalStartMonth) === "quarter" && Math.ceil(monthOf(period.start) / 3) === quarter,
  );

const newest = (series: readonly Held[]): readonly Held[] => {
  const last = series.toSorted((a, b) => ((a.period.end ?? "9") < (b.period.end ?? "9") ? -1 : 1)).at(-1);
  return last === undefined ? [] : [last];
};

/** The held figures that a said period means, oldest first; none where it is not held. */
export const matchPeriod = (
  said: ReferencePeriod,
  series: readonly Held[],
  context: MatchContext,
): readonly Held[] => {
  switch (said.kind) {
    case "within":
      return matchWithin(said, series, context);
    case "recurring_month":
      return series.filter(
        ({ period }) =>
          (context.timeKind === "rule" && monthOf(period.start) === said.month) ||
          (shapeOf(period, context.fiscalStartMonth) === "month" && monthOf(period.start) === said.month),
      );
    case "recurring_quarter":
      return quartersOf(said.quarter, series, context);
    case "since":
      return matchSince(said, series, context);
    case "range":
      return matchRange(said, series, context);
    case "partial":
      return matchPartial(said, series, context);
    case "until":
      return matchUntil(said, series, context);
    case "beside_event":
      return context.timeKind === "rule" ? ruledBeside(said.period, series) : beside(said.period, series);
    case "named": {
      const found = said.periods.map(({ period }) => matchNamed(period, series, context));
      return [...new Set(found.flat())];
    }
    case "latest":
      return newest(series);
    case "now":
      return series.filter(
        ({ period }) => period.end !== null && period.start <= said.day && said.day <= period.end,
      );
    case "shift":
      // "For a week before it is lifted" is a part of the rule.
      return context.timeKind === "rule" ? series : [];
    case "same_in":
    case "same":
    case "beside_same":
      return [];
  }
};
