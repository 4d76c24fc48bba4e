import type { Catalog } from "../catalog/catalog.ts";
import type { Measure } from "../catalog/observation.ts";
import { UNSTATED_UNIT } from "../language/format.ts";
import { stemsOf } from "../language/words.ts";
import type { Question } from "../question/question.ts";
import type { Reading } from "./reading.ts";

const RUNNING: readonly Question["operation"]["kind"][] = [
  "series",
  "ranking",
  "beyond",
  "change",
  "sum",
  "mean",
];

/** A number that was said tells which of two readings is meant, where only one of them holds it. */
export const holdsSaid = (reading: Reading, { quantities }: Question): boolean =>
  reading.chosen.some(({ best, others }) =>
    [best, ...others].some(({ value }) => quantities.some((quantity) => quantity.value === value)),
  );

/** "Of the 7.6 million, how many …": a number of the whole tells which whole the part is of. */
const isPartOfSaid = ({ measure }: Reading, { quantities }: Question, catalog: Catalog): boolean =>
  quantities.length > 0 &&
  catalog.figures.of(measure.id).some(({ value }) => quantities.some((quantity) => quantity.value === value));

/** "How many people …": the unit is said, though it is no word that narrows what is meant. */
const saysUnit = ({ measure }: Reading, { concepts }: Question): boolean => {
  // "Number of farms" says no unit where a table says none.
  const unit = measure.unit === UNSTATED_UNIT ? [] : stemsOf(measure.unit);
  return unit.length > 0 && unit.every((stem) => concepts.some((concept) => concept.stem === stem));
};

/** A run of years is asked for: of two readings the one that has a run. */
const hasRun = ({ chosen }: Reading, { operation }: Question): boolean =>
  RUNNING.includes(operation.kind) && chosen.length > 1;

/** How much two measures are called and said to be of alike. */
const likeness = (one: Measure, other: Measure): number => {
  const words = ({ name, population, measuredProperty }: Measure): ReadonlySet<string> =>
    new Set([name, population, measuredProperty].flatMap(stemsOf));
  return words(one).intersection(words(other)).size;
};

/** "Per day?", "and ordered removed?": of several, what is most like the thing that the thread is about. */
const nearThread = (
  readings: readonly Reading[],
  { thread, leansOn }: Question,
  catalog: Catalog,
): readonly Reading[] => {
  const last = catalog.measures.get(
    thread?.turns.findLast(({ refused }) => !refused)?.readings[0]?.measure ?? "",
  );
  const leans = leansOn.follow || leansOn.anaphora || leansOn.short;
  if (last === undefined || !leans || readings.length < 2) return readings;
  const most = Math.max(...readings.map(({ measure }) => likeness(measure, last)));
  return readings.filter(({ measure }) => likeness(measure, last) === most);
};

/** Of readings that are equally fair by their names, those that fit what else was said; all, where none fits better. */
export const tellApart = (
  readings: readonly Reading[],
  question: Question,
  catalog: Catalog,
): readonly Reading[] =>
  [hasRun, holdsSaid, isPartOfSaid, saysUnit].reduce(
    (kept, fits) => {
      const fitting = kept.filter((reading) => fits(reading, question, catalog));
      return fitting.length > 0 ? fitting : kept;
    },
    nearThread(readings, question, catalog),
  );
