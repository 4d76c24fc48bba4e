import type { Catalog } from "../catalog/catalog.ts";
import type { Measure } from "../catalog/observation.ts";
import { stemsOf } from "../language/words.ts";

/** Whether words are part of what a measure is called: "monthly rent", "goals scored". */
export const isCalledSo = (
  { id, name }: Pick<Measure, "id" | "name">,
  stems: readonly string[],
  { names }: Catalog,
): boolean => {
  const called = names.filter((one) => one.id === id).map((one) => one.name);
  const own = new Set([name, ...called].flatMap(stemsOf));
  return stems.length > 0 && stems.every((stem) => own.has(stem));
};
