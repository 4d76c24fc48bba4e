import type { Catalog } from "../catalog/catalog.ts";
import { dimensionOf } from "../catalog/observation.ts";
import type { Quantity } from "../language/quantity.ts";
import type { Question } from "../question/question.ts";
import { namesAll } from "./every-member.ts";
import type { Reading, Resolution } from "./reading.ts";

type Asking = { readonly question: Question; readonly catalog: Catalog };

/** How far a number that is said may be from the held one that it means: rounding, not guessing. */
const SAME_NUMBER = 0.025;

const isHeld = ({ value }: Quantity, { series }: Reading): boolean =>
  series.some(({ best, others, disagreeing }) =>
    [best, ...others, ...disagreeing].some(
      (one) => Math.abs(one.value - value) <= SAME_NUMBER * Math.abs(one.value),
    ),
  );

/** Figures of the measure itself, and of the one that it is a share or a change of. */
export const valuesAround = ({ measure }: Pick<Reading, "measure">, catalog: Catalog): readonly number[] =>
  [measure.id, measure.baseMeasure].flatMap((id) =>
    catalog.figures
      .of(id ?? "")
      .map(({ value }) => value)
      .toArray(),
  );

/** Of a rank and of a side of a number, the number is part of what is asked. */
const BOUNDED: readonly Question["operation"]["kind"][] = ["ranking", "beyond"];

/** "Of all in the eight countries": how many there are. */
const isOfAll = (quantity: Quantity, { measure, members }: Reading, asking: Asking): boolean =>
  members.some((key) => namesAll(quantity, { measure, dimension: dimensionOf(key) }, asking));

/** A number in a question that claims nothing must be one that is held ("of the 42,000"); "under 18" narrows it. */
const unaccountedNumbers = (
  readings: readonly Reading[],
  { question, catalog }: Asking,
): readonly Quantity[] => {
  if (question.act.kind === "claim" || BOUNDED.includes(question.operation.kind)) return [];
  if (question.quantities.length === 0) return [];
  const around = readings.flatMap((reading) => valuesAround(reading, catalog));
  const counts = [
    readings.length,
    ...readings.map(({ chosen }) => chosen.length),
    // "The four quarters of 2024": what its sum is made of.
    ...readings.flatMap(({ chosen }) => chosen.map(({ best }) => best.addedFrom?.length ?? 1)),
  ];
  return question.quantities.filter((quantity) => {
    // "The five years 2001 to 2005", "those two": how many were told.
    if ((quantity.timeUnit !== null || question.leansOn.anaphora) && counts.includes(quantity.value))
      return false;
    if (readings.some((reading) => isOfAll(quantity, reading, { question, catalog }))) return false;
    const known = quantity.definite
      ? catalog.figures.withValue(quantity.value).length > 0
      : around.includes(quantity.value);
    return !known && !readings.some((reading) => isHeld(quantity, reading));
  });
};

export const withNumbers = (resolution: Resolution, asking: Asking): Resolution => {
  if (resolution.kind !== "resolved" && resolution.kind !== "ambiguous") return resolution;
  const unaccounted = unaccountedNumbers(resolution.readings, asking);
  if (unaccounted.length === 0) return resolution;
  return {
    kind: "not_held",
    failing: { part: "words", words: unaccounted.map(({ asPrinted }) => asPrinted) },
    nearest: resolution.readings,
  };
};
