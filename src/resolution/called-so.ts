import type { Catalog } from "../catalog/catalog.ts";
import type { Measure } from "../catalog/observation.ts";
import { onceFor } from "../language/once-for.ts";
import { stemsOf } from "../language/words.ts";

type Called = (measure: Pick<Measure, "id" | "name">) => ReadonlySet<string>;

/** The stems of all that a measure is called by; worked out once for each that is asked about. */
const callingsIn = onceFor(({ names }: Catalog): Called => {
  const namesById = Map.groupBy(names, ({ id }) => id);
  const known = new Map<string, ReadonlySet<string>>();
  return ({ id, name }) => {
    const called =
      known.get(id) ?? new Set([name, ...(namesById.get(id) ?? []).map((one) => one.name)].flatMap(stemsOf));
    known.set(id, called);
    return called;
  };
});

/** Whether words are part of what a measure is called: "monthly rent", "goals scored". */
export const isCalledSo = (
  measure: Pick<Measure, "id" | "name">,
  stems: readonly string[],
  catalog: Catalog,
): boolean => {
  if (stems.length === 0) return false;
  const own = callingsIn(catalog)(measure);
  return stems.every((stem) => own.has(stem));
};
