import type { Catalog } from "../catalog/catalog.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Question, StatedQuantity } from "../question/question.ts";
import { asSeveral } from "./as-several.ts";
import { groupHeld } from "./group-held.ts";
import type { Reading, Resolution } from "./reading.ts";

/** "The two", "the ten of them" are so many of what was spoken of. */
const SMALLEST = 100;

const isAskedFor = ({ act }: Question, { definite, value, unit }: StatedQuantity): boolean =>
  act.kind === "source" || (act.kind === "figure" && definite && (unit !== null || value >= SMALLEST));

/** "Where does the 600,000 come from?", "what is the 97% figure?": nothing is named but a number that is held. */
export const byNumber = (question: Question, catalog: Catalog): Resolution | null => {
  const [quantity] = question.quantities;
  if (quantity === undefined || !isAskedFor(question, quantity)) return null;
  if (question.concepts.some(({ role }) => role === "content") || question.periods.length > 0) return null;
  const fits = ({ measure }: Observation): boolean =>
    quantity.unit === null || catalog.measures.get(measure)?.unit === quantity.unit;
  const holding = catalog.figures.withValue(quantity.value).filter(fits);
  const groups = [...Map.groupBy(holding, ({ measure, members }) => `${measure} ${members.join()}`).values()];
  const readings = groups.flatMap(([first]): readonly Reading[] => {
    const measure = catalog.measures.get(first?.measure ?? "");
    if (first === undefined || measure === undefined) return [];
    const chosen = groupHeld(
      holding.filter((one) => one.measure === measure.id && one.members.join() === first.members.join()),
    );
    return [
      {
        measure,
        members: first.members,
        chosen,
        series: chosen,
        periodNamed: true,
        rankedDimension: null,
        measureSaid: true,
      },
    ];
  });
  return readings.length === 0 ? null : asSeveral(readings, question.act.kind === "source");
};
