import type { Catalog } from "../catalog/catalog.ts";
import { stemsOf } from "../language/words.ts";
import type { Question } from "../question/question.ts";
import type { Reading } from "./reading.ts";

const RUNNING: readonly Question["operation"]["kind"][] = ["series", "ranking", "change", "sum", "mean"];

/** A number that was said tells which of two readings is meant, where only one of them holds it. */
export const holdsSaid = (reading: Reading, { quantities }: Question): boolean =>
  reading.chosen.some(({ best, others }) =>
    [best, ...others].some(({ value }) => quantities.some((quantity) => quantity.value === value)),
  );

/** "Of the 7.6 million, how many …": a number of the whole tells which whole the part is of. */
const isPartOfSaid = ({ measure }: Reading, { quantities }: Question, catalog: Catalog): boolean =>
  (catalog.observationsOf.get(measure.id) ?? []).some(({ value }) =>
    quantities.some((quantity) => quantity.value === value),
  );

/** "How many people …": the unit is said, though it is no word that narrows what is meant. */
const saysUnit = ({ measure }: Reading, { concepts }: Question): boolean => {
  const unit = stemsOf(measure.unit);
  return unit.length > 0 && unit.every((stem) => concepts.some((concept) => concept.stem === stem));
};

/** A run of years is asked for: of two readings the one that has a run. */
const hasRun = ({ chosen }: Reading, { operation }: Question): boolean =>
  RUNNING.includes(operation.kind) && chosen.length > 1;

/** Of readings that are equally fair by their names, those that fit what else was said; all, where none fits better. */
export const tellApart = (
  readings: readonly Reading[],
  question: Question,
  catalog: Catalog,
): readonly Reading[] =>
  [hasRun, holdsSaid, isPartOfSaid, saysUnit].reduce((kept, fits) => {
    const fitting = kept.filter((reading) => fits(reading, question, catalog));
    return fitting.length > 0 ? fitting : kept;
  }, readings);
