import { samePeriod } from "../calendar/period.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Held } from "./reading.ts";

const hedged = (whole: Observation, part: Observation): Observation["qualifier"] =>
  whole.qualifier === "exact" && part.qualifier === "exact" ? "exact" : "about";

const restOf = (whole: Held, part: Held): readonly Held[] => {
  const sure = whole.disagreeing.length === 0 && part.disagreeing.length === 0;
  if (!sure || part.best.value > whole.best.value) return [];
  const best: Observation = {
    ...whole.best,
    id: `${whole.best.id} less ${part.best.id}`,
    value: whole.best.value - part.best.value,
    qualifier: hedged(whole.best, part.best),
    leftOf: [whole.best, part.best],
  };
  return [{ period: whole.period, best, others: [], disagreeing: [] }];
};

/**
 * "Arrests not made at large": what is left of each whole once its part is taken away, for the periods that both
 * are held for. None where the sources disagree on either, or the part is no part.
 */
export const restsOf = (wholes: readonly Held[], parts: readonly Held[]): readonly Held[] =>
  wholes.flatMap((whole) => {
    const part = parts.find(({ period }) => samePeriod(period, whole.period));
    return part === undefined ? [] : restOf(whole, part);
  });
