import { samePeriod } from "../calendar/period.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Observation, StatType } from "../catalog/observation.ts";
import { onceFor } from "../language/once-for.ts";
import type { Told } from "./finding.ts";
import { tellObservation } from "./tell.ts";

/** Figures that a source worked out itself, from figures that are held as well. */
const workedOutByASource = onceFor(({ figures }: Catalog): readonly Observation[] => figures.workedOut());

/** The same figure, in whichever of its prints. */
const isPrintOf = (observation: Observation, told: Told): boolean =>
  observation.measure === told.measure.id &&
  observation.members.join() === told.inputs[0].members.join() &&
  samePeriod(observation.timePeriod, told.period);

/** The result that a source prints for a sum over the same figures: it comes before our own arithmetic. */
export const findPrintedResult = (
  inputs: readonly Told[],
  types: readonly StatType[],
  catalog: Catalog,
): Told | null => {
  // What is left of a whole has that whole among its inputs, and no source worked it out.
  if (inputs.some(({ working }) => working === "rest")) return null;
  for (const observation of workedOutByASource(catalog)) {
    const measure = catalog.measures.get(observation.measure);
    if (measure === undefined || !types.includes(measure.statType)) continue;
    const sources = observation.derivedFrom.flatMap((id) => catalog.figures.get(id) ?? []);
    if (!inputs.every((told) => sources.some((source) => isPrintOf(source, told)))) continue;
    const members = observation.members;
    return tellObservation(observation, { measure, members });
  }
  return null;
};
