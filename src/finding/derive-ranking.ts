import type { Catalog } from "../catalog/catalog.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Operation } from "../question/question.ts";
import { groupHeld } from "../resolution/group-held.ts";
import { homogeneous } from "../resolution/match-period.ts";
import { shapeOf } from "../resolution/period-shape.ts";
import type { Held, Reading } from "../resolution/reading.ts";
import type { Note, Told } from "./finding.ts";
import { tellObservation } from "./tell.ts";

type Ranking = Extract<Operation, { kind: "ranking" }>;

export type Ranked = { readonly values: readonly Told[]; readonly notes: readonly Note[] };

type Ranked1 = { readonly held: Held; readonly reading: Pick<Reading, "measure" | "members"> };

const inOrder = (rows: readonly Ranked1[], { direction, count }: Ranking): readonly Told[] =>
  rows
    .toSorted((a, b) =>
      direction === "high" ? b.held.best.value - a.held.best.value : a.held.best.value - b.held.best.value,
    )
    .slice(0, count)
    .map(({ held, reading }) => tellObservation(held.best, reading));

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
  const rows = (whole.length > 0 ? whole : run).map((held) => ({ held, reading }));
  return { values: inOrder(rows, ranking), notes: [...leftOut, ...onlyHeld(rows.length)] };
};

/** A period that only some of the members are held for ranks those some, and not the dimension. */
const MOST_OF_THEM = 0.8;

type Among = { readonly dimension: string; readonly catalog: Catalog };

/** The members of a dimension with the most or fewest, in the newest period that most of them are held for. */
export const rankMembers = (reading: Reading, ranking: Ranking, { dimension, catalog }: Among): Ranked => {
  const others = reading.members.filter((member) => !member.startsWith(`${dimension}=`));
  const observations = (catalog.observationsOf.get(reading.measure.id) ?? []).filter(({ members }) => {
    const own = members.filter((member) => member.startsWith(`${dimension}=`));
    return (
      own.length === 1 &&
      members.length === others.length + 1 &&
      others.every((member) => members.includes(member))
    );
  });
  const periods = new Set(reading.chosen.map(({ period }) => period.label));
  const inPeriod = observations.filter(
    ({ timePeriod }) => !reading.periodNamed || periods.has(timePeriod.label),
  );
  const byPeriod = [...Map.groupBy(inPeriod, ({ timePeriod }) => timePeriod.start).values()];
  const most = Math.max(...byPeriod.map((group) => group.length));
  const newest = byPeriod
    .filter((group) => group.length >= MOST_OF_THEM * most)
    .toSorted((a, b) => ((a[0]?.timePeriod.start ?? "") < (b[0]?.timePeriod.start ?? "") ? 1 : -1))[0];
  const isAggregate = ({ members }: Observation): boolean =>
    members.some((member) => catalog.members.get(member)?.aggregate === true);
  const ranked = (newest ?? []).filter((observation) => !isAggregate(observation));
  const rows = [...Map.groupBy(ranked, ({ members }) => members.join()).values()].flatMap((group) =>
    groupHeld(group).map((held) => ({
      held,
      reading: { measure: reading.measure, members: held.best.members },
    })),
  );
  return { values: inOrder(rows, ranking), notes: onlyHeld(rows.length) };
};
