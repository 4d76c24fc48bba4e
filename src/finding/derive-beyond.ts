import type { Catalog } from "../catalog/catalog.ts";
import type { Operation } from "../question/question.ts";
import { homogeneous } from "../resolution/match-period.ts";
import { shapeOf } from "../resolution/period-shape.ts";
import type { Held, Reading } from "../resolution/reading.ts";
import type { Derived } from "./derive-change.ts";
import type { Note, Told } from "./finding.ts";
import { tellHeld } from "./tell.ts";

type Beyond = Extract<Operation, { kind: "beyond" }>;

export type FoundBeyond = { readonly values: readonly Told[]; readonly notes: Derived["notes"] };

const isOn = ({ best }: Held, { side, threshold }: Beyond): boolean =>
  side === "above" ? best.value > threshold : best.value < threshold;

/**
 * The periods on one side of a number: "which years saw more than 30,000", "when did it first drop below 13,000".
 * What drops below it was above it in the period before. A year cut short is left out by name.
 */
export const deriveBeyond = (reading: Reading, beyond: Beyond, catalog: Catalog): FoundBeyond => {
  const context = { fiscalStartMonth: catalog.fiscalYearStartMonth, timeKind: reading.measure.timeKind };
  const run = homogeneous(reading.chosen, context);
  const isPartial = ({ period }: Held): boolean =>
    shapeOf(period, context.fiscalStartMonth) === "partial_year";
  const whole = run.filter((held) => !isPartial(held));
  const found = whole.filter((held, at) => {
    const before = whole[at - 1];
    const isNew = !beyond.came || (before !== undefined && !isOn(before, beyond));
    return isNew && isOn(held, beyond);
  });
  const wanted = { first: found.slice(0, 1), last: found.slice(-1), all: found }[beyond.which];
  const leftOut = run.filter(isPartial).map(({ period }): Note => ({ kind: "left_out_partial", period }));
  return { values: wanted.map((held) => tellHeld(held, reading)[0]), notes: leftOut };
};
