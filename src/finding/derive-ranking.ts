import { type Period, samePeriod } from "../calendar/period.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Measure } from "../catalog/observation.ts";
import type { Operation } from "../question/question.ts";
import { addsUp, addUp, partsOf } from "../resolution/add-up.ts";
import { groupHeld } from "../resolution/group-held.ts";
import { homogeneous } from "../resolution/match-period.ts";
import { shapeOf } from "../resolution/period-shape.ts";
import type { Held, Reading } from "../resolution/reading.ts";
import type { Note, Told } from "./finding.ts";
import { tellObservation } from "./tell.ts";
import { workOutMean, workOutSum } from "./work-out.ts";

type Ranking = Extract<Operation, { kind: "ranking" }>;

export type Ranked = { readonly values: readonly Told[]; readonly notes: readonly Note[] };

const inOrder = (rows: readonly Told[], { direction, count, nth }: Ranking): readonly Told[] =>
  rows
    .toSorted((a, b) => (direction === "high" ? b.value - a.value : a.value - b.value))
    .slice(nth - 1, nth - 1 + count);

const onlyHeld = (count: number): readonly Note[] => (count < 3 ? [{ kind: "only_held", count }] : []);

/** The years (or months) with the most or fewest. A year cut short cannot be the lowest, and is left out by name. */
export const rankPeriods = (reading: Reading, ranking: Ranking, catalog: Catalog): Ranked => {
  const context = { fiscalStartMonth: catalog.fiscalYearStartMonth, timeKind: reading.measure.timeKind };
  const run = homogeneous(reading.chosen, context);
  const isPartial = ({ period }: Held): boolean =>
    shapeOf(period, context.fiscalStartMonth) === "partial_year";
  const whole = run.filter((held) => !isPartial(held));
  const partial = whole.length > 0 ? run.filter(isPartial) : [];
  const leftOut = partial.map(({ period }): Note => ({ kind: "left_out_partial", period }));
  const rows = (whole.length > 0 ? whole : run).map(({ best }) => tellObservation(best, reading));
  return { values: inOrder(rows, ranking), notes: [...leftOut, ...onlyHeld(rows.length)] };
};

/** A period that only some of the members are held for ranks those some, and not the dimension. */
const MOST_OF_THEM = 0.8;

type Among = { readonly dimension: string; readonly catalog: Catalog };

/** The figures of each member of a dimension, beside the other members that the question names. */
const seriesOfMembers = (
  { measure, members }: Reading,
  { dimension, catalog }: Among,
): readonly (readonly Held[])[] => {
  const others = members.filter((member) => !member.startsWith(`${dimension}=`));
  const groups = catalog.figures.groupsOf(measure.id).filter((group) => {
    const [own, ...more] = group.filter((member) => member.startsWith(`${dimension}=`));
    return (
      own !== undefined &&
      more.length === 0 &&
      group.length === others.length + 1 &&
      others.every((member) => group.includes(member)) &&
      catalog.members.get(own)?.aggregate !== true
    );
  });
  return groups.map((group) => groupHeld(catalog.figures.at(measure.id, group), catalog.preferences));
};

/** The figure of one period: as it is held, or added up from shorter ones where they add up. */
const heldFor = (series: readonly Held[], period: Period, { measure, catalog }: Adding): Held | null => {
  const exact = series.find((held) => samePeriod(held.period, period));
  if (exact !== undefined || !addsUp(measure)) return exact ?? null;
  return addUp(partsOf(series, period, catalog.fiscalYearStartMonth), period);
};

type Adding = { readonly measure: Measure; readonly catalog: Catalog };

const tellIn = (all: readonly (readonly Held[])[], period: Period, adding: Adding): readonly Told[] =>
  all.flatMap((series) => {
    const held = heldFor(series, period, adding);
    return held === null
      ? []
      : [tellObservation(held.best, { measure: adding.measure, members: held.best.members })];
  });

const newestFirst = (one: Period, other: Period): number => (one.start < other.start ? 1 : -1);

/** Several periods of each member as one figure: a sum of counts, an average where that is asked for. */
const tellOver = (
  all: readonly (readonly Held[])[],
  periods: readonly Period[],
  { adding, averaged }: { readonly adding: Adding; readonly averaged: boolean },
): readonly Told[] | null => {
  if (!averaged && !addsUp(adding.measure)) return null;
  return all.flatMap((series) => {
    const [first, ...rest] = periods.flatMap((period) => tellIn([series], period, adding));
    if (first === undefined || rest.length + 1 < periods.length) return [];
    return [averaged ? workOutMean([first, ...rest]) : workOutSum([first, ...rest])];
  });
};

/** Each member of a dimension over the periods that were asked for, else in the newest that most are held for. */
export const listMembers = (reading: Reading, among: Among): readonly Told[] => {
  const { measure, chosen, series, periodNamed } = reading;
  const adding = { measure, catalog: among.catalog };
  const all = seriesOfMembers(reading, among);
  const periods = (periodNamed ? chosen : series).map(({ period }) => period).toSorted(newestFirst);
  const inEach = periods.map((period) => tellIn(all, period, adding));
  const most = Math.max(0, ...inEach.map((told) => told.length));
  const newest = inEach.filter((told) => told.length >= MOST_OF_THEM * most).slice(0, 1);
  return (periodNamed ? inEach.toReversed() : newest).flat();
};

/**
 * The members of a dimension with the most or fewest: over the periods that were asked for, else in the newest
 * that most of them are held for. Null where several periods were named whose figures do not add up.
 */
export const rankMembers = (
  reading: Reading,
  ranking: Ranking,
  { averaged, ...among }: Among & { readonly averaged: boolean },
): Ranked | null => {
  const { measure, chosen, series, periodNamed } = reading;
  const adding = { measure, catalog: among.catalog };
  const all = seriesOfMembers(reading, among);
  const periods = (periodNamed ? chosen : series).map(({ period }) => period).toSorted(newestFirst);
  if (periodNamed && periods.length > 1) {
    const told = tellOver(all, periods.toReversed(), { adding, averaged });
    return told === null ? null : { values: inOrder(told, ranking), notes: onlyHeld(told.length) };
  }
  const inEach = periods.map((period) => tellIn(all, period, adding));
  const most = Math.max(0, ...inEach.map((told) => told.length));
  const newest = inEach.find((told) => told.length >= MOST_OF_THEM * most) ?? [];
  return { values: inOrder(newest, ranking), notes: onlyHeld(newest.length) };
};
