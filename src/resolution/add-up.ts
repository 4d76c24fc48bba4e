import { calendarYear, month, quarter } from "../calendar/calendar-periods.ts";
import { addDays, monthOf, yearOf } from "../calendar/day.ts";
import { contains, type Period } from "../calendar/period.ts";
import type { Measure, Observation } from "../catalog/observation.ts";
import type { CalendarUnit } from "../language/calendar-words.ts";
import { isYearly, type PeriodShape, shapeOf } from "./period-shape.ts";
import type { Held } from "./reading.ts";

/** Counts over a time add up to the count over a longer one; levels, rates and means do not. */
export const addsUp = ({ timeKind, statType, unit }: Measure): boolean =>
  timeKind === "flow" && statType === "value" && unit !== "percent";

const ordered = (parts: readonly Held[]): readonly Held[] =>
  parts.toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1));

/** Whether parts follow each other without a gap from the first day of a period to its last. */
const isTiled = (parts: readonly Held[], { start, end }: Period): boolean => {
  const last = parts.at(-1)?.period.end;
  return (
    parts[0]?.period.start === start &&
    last === end &&
    parts.every(({ period }, at) => {
      const before = parts[at - 1]?.period.end;
      return before === undefined || (before !== null && addDays(before, 1) === period.start);
    })
  );
};

/** The shorter periods that make up a period exactly, all of one shape; none where one of them is missing. */
export const partsOf = (
  series: readonly Held[],
  period: Period,
  fiscalStartMonth: number,
): readonly Held[] => {
  const inside = ordered(
    series.filter((held) => contains(period, held.period) && held.disagreeing.length === 0),
  );
  const byShape = Map.groupBy(inside, (held) => shapeOf(held.period, fiscalStartMonth));
  return [...byShape.values()].find((parts) => parts.length > 1 && isTiled(parts, period)) ?? [];
};

const printed = ({ best }: Held): readonly Observation[] => best.addedFrom ?? [best];

/** What is held for a whole period by its parts, with the parts that it rests on; null where one is missing. */
export const addUp = (parts: readonly Held[], period: Period): Held | null => {
  const [first, ...rest] = parts.flatMap(printed);
  if (first === undefined) return null;
  const best: Observation = {
    ...first,
    id: `${first.id} to ${rest.at(-1)?.id ?? first.id}`,
    value: [first, ...rest].reduce((sum, { value }) => sum + value, 0),
    timePeriod: period,
    addedFrom: [first, ...rest],
  };
  return { period, best, others: [], disagreeing: [] };
};

const UNIT_PERIODS: Readonly<Partial<Record<CalendarUnit, (period: Period) => Period>>> = {
  month: ({ start }) => month(yearOf(start), monthOf(start)),
  quarter: ({ start }) => quarter(yearOf(start), Math.ceil(monthOf(start) / 3)),
  year: ({ start }) => calendarYear(yearOf(start)),
};

/** Figures of longer units, added up from the shorter ones that are held; units with a gap are left out. */
export const inUnits = (
  series: readonly Held[],
  unit: CalendarUnit,
  fiscalStartMonth: number,
): readonly Held[] => {
  const periodOf = UNIT_PERIODS[unit];
  if (periodOf === undefined) return [];
  const units = Map.groupBy(series, ({ period }) => periodOf(period).label);
  return [...units.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const period = periodOf(first.period);
    const parts = partsOf(series, period, fiscalStartMonth);
    return addUp(parts, period) ?? [];
  });
};

const SHAPES: Readonly<Partial<Record<CalendarUnit, (shape: PeriodShape) => boolean>>> = {
  month: (shape) => shape === "month",
  quarter: (shape) => shape === "quarter",
  year: isYearly,
};

/** The figures of a series that are of a unit: its months, its quarters, its years. */
export const ofUnit = (
  series: readonly Held[],
  unit: CalendarUnit,
  fiscalStartMonth: number,
): readonly Held[] => {
  const fits = SHAPES[unit];
  return fits === undefined ? [] : series.filter(({ period }) => fits(shapeOf(period, fiscalStartMonth)));
};
