import type { CalendarDate } from "../calendar/day.ts";
import { daysBetween, monthOf, yearOf } from "../calendar/day.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Measure, MemberKey, Observation } from "../catalog/observation.ts";
import type { Told } from "../finding/finding.ts";
import { formatQuantity } from "../language/format.ts";
import type { FigureWording } from "../language/number-words.ts";
import { sayAge, WORDING } from "./wording.ts";

/** What composing needs beside what was found. */
export type Composing = {
  readonly catalog: Catalog;
  readonly wording: FigureWording;
  readonly askedOn: CalendarDate;
};

/** "ICE arrests, at large": the measure, then what sets the group apart. */
export const labelOf = (
  {
    measure,
    members,
    allBut,
  }: { readonly measure: Measure; readonly members: readonly MemberKey[]; readonly allBut?: MemberKey },
  catalog: Catalog,
): string => {
  const nameOf = (key: MemberKey): string => catalog.members.get(key)?.name ?? key;
  const left = allBut === undefined ? [] : [WORDING.allBut(nameOf(allBut))];
  return [measure.name, ...members.map(nameOf), ...left].join(", ");
};

/** "goal" where a figure is none of the counts that its measure holds as well; null for a count. */
export const kindBeside = (
  { kind, measure }: Pick<Observation, "kind" | "measure">,
  catalog: Catalog,
): string | null => {
  const isCount = (one: Pick<Observation, "kind">): boolean =>
    one.kind === "actual" || one.kind === "estimate";
  const counted = catalog.figures.of(measure).some(isCount);
  return counted && !isCount({ kind }) ? kind : null;
};

/** The label of a figure: "People held in detention (goal)" is no count of them. */
export const labelOfTold = (
  told: Pick<Told, "measure" | "members" | "allBut" | "inputs">,
  catalog: Catalog,
): string => {
  const label = labelOf(told, catalog);
  const kind = kindBeside(told.inputs[0], catalog);
  return kind === null ? label : `${label} (${kind})`;
};

export const sayQuantity = (
  told: Pick<Told, "value" | "valueMax" | "unit" | "qualifier">,
  wording: FigureWording,
): string => formatQuantity(told, wording);

/** The last day that a figure speaks of; an open one speaks up to the day it was published. */
export const lastDayOf = (observation: Observation, catalog: Catalog): CalendarDate =>
  observation.timePeriod.end ??
  catalog.sources.get(observation.provenance.source)?.published.date ??
  observation.timePeriod.start;

/** "2 years 1 month ago", from a day to the day of asking. */
export const ageOfDay = (day: CalendarDate, { askedOn }: Pick<Composing, "askedOn">): string => {
  if (daysBetween(day, askedOn) < 0) return sayAge(0);
  return sayAge((yearOf(askedOn) - yearOf(day)) * 12 + monthOf(askedOn) - monthOf(day));
};

/** How long ago the period of a figure ended. */
export const ageOf = (observation: Observation, composing: Composing): string =>
  ageOfDay(lastDayOf(observation, composing.catalog), composing);
