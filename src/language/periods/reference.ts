import { monthName, periodOfDays } from "../../calendar/calendar-periods.ts";
import { addDays, type CalendarDate, dayOfMonth, makeDay, monthOf, yearOf } from "../../calendar/day.ts";
import { type Grain, type Period, samePeriod } from "../../calendar/period.ts";
import type { ReferencePeriod, YearBasis } from "../reference-period.ts";
import type { Made } from "./lexeme.ts";
import { type ClosedPeriod, makePoint, nameOfYear, type Point, type Today, yearPoint } from "./point.ts";

export const referenceMade = (reference: ReferencePeriod): Made => ({ kind: "reference", reference });

const sharedGrain = (one: Point, other: Point): Grain => (one.grain === other.grain ? one.grain : "span");

const sharedBasis = (one: Point, other: Point): YearBasis =>
  one.basis === other.basis ? one.basis : "unstated";

/** In "June 5 to June 12, 2024" the first day takes the second one's year. */
const withYearOf = (point: Point, other: Point): Point => {
  if (!point.yearless || other.yearless) return point;
  const { start } = point.period;
  const date = makeDay(yearOf(other.period.start), monthOf(start), dayOfMonth(start));
  return date === null ? point : makePoint(periodOfDays(date, date), "day");
};

/** From the start of the earlier to the end of the later; the ends stand in the order they were said. */
export const rangeMade = (said: readonly [Point, Point]): Made => {
  const [first, last] = [withYearOf(said[0], said[1]), withYearOf(said[1], said[0])];
  const [one, other] = [first.period, last.period];
  const [start = one.start] = [one.start, other.start].toSorted();
  const [end = one.end] = [one.end, other.end].toSorted().toReversed();
  const label = `${one.label} to ${other.label}`;
  return referenceMade({
    kind: "range",
    period: { label, start, end },
    grain: sharedGrain(first, last),
    basis: sharedBasis(first, last),
    ends: [one, other],
  });
};

/** A run of months that is a whole calendar or fiscal year is that year: "January to December 2024". */
export const monthRangeMade = (first: ClosedPeriod, last: ClosedPeriod, today: Today): Made => {
  const run = { label: "", start: first.start, end: last.end };
  const whole = (["calendar", "fiscal"] as const)
    .map((basis) => yearPoint(yearOf(last.end), basis, today))
    .find((point) => samePeriod(point.period, run));
  if (whole !== undefined) return { kind: "point", point: whole };
  return rangeMade([makePoint(first, "month"), makePoint(last, "month")]);
};

/** A year cut short at the end of one of its months: FY2024 through April 2024. */
export const partialMade = (year: Point, through: Period): Made => {
  const { start, label } = year.period;
  const month = monthOf(through.start);
  return referenceMade({
    kind: "partial",
    period: { label: `${label} through ${monthName(month)}`, start, end: through.end },
    grain: year.grain,
    basis: year.basis,
    until: { month, year: yearOf(through.start) },
  });
};

/** A year of which it is not said where it is cut: "so far in 2024". */
export const soFarMade = ({ period, grain, basis }: Point): Made =>
  referenceMade({
    kind: "partial",
    period: { ...period, label: `${period.label} so far` },
    grain,
    basis,
    until: null,
  });

type From = { readonly start: CalendarDate; readonly label: string };

export const sinceMade = ({ start, label }: From, grain: Grain, basis: YearBasis = "unstated"): Made =>
  referenceMade({ kind: "since", start, label, grain, basis });

export const sincePoint = ({ period, grain, basis }: Point): Made =>
  sinceMade({ start: period.start, label: `since ${period.label}` }, grain, basis);

/** "After 2019" begins with 2020. */
export const afterPoint = ({ period, grain, basis }: Point): Made =>
  sinceMade({ start: addDays(period.end, 1), label: `after ${period.label}` }, grain, basis);

export const untilMade = (end: CalendarDate, label: string, month: number | null = null): Made =>
  referenceMade({ kind: "until", end, label, month });

export const withinMade = ({ period, grain, basis, relative, ends }: Point): Made =>
  referenceMade(
    ends === null
      ? { kind: "within", period, grain, basis, relative }
      : { kind: "range", period, grain, basis, ends },
  );

/** The year so many before or after another, on the same calendar. */
export const shiftedYear = (point: Point, by: number, today: Today): Point => ({
  ...yearPoint(nameOfYear(point) + by, point.basis, today),
  relative: point.relative,
});
