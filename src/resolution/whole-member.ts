import type { Catalog } from "../catalog/catalog.ts";
import { dimensionOf, type Measure, type MemberKey } from "../catalog/observation.ts";

/** The aggregate among the members ("World", "Europe"), of which others of its dimension are parts; null where none is. */
export const aggregateIn = (members: readonly MemberKey[], catalog: Catalog): MemberKey | null =>
  members.find((key) => catalog.members.get(key)?.aggregate === true) ?? null;

/**
 * Whether an aggregate holds all others of its dimension: none has a larger count in any period. "Which country in
 * the world" ranks them all; which of them lie in Europe is not held.
 */
export const isWholeMember = (measure: Measure, key: MemberKey, catalog: Catalog): boolean => {
  const dimension = dimensionOf(key);
  const groups = catalog.figures
    .groupsOf(measure.id)
    .filter((members) => members.length === 1 && members[0]?.startsWith(`${dimension}=`));
  const alone = groups.flatMap((members) => catalog.figures.at(measure.id, members));
  const own = new Map(
    alone
      .filter(({ members }) => members[0] === key)
      .map(({ timePeriod, value }) => [timePeriod.label, value]),
  );
  return (
    own.size > 0 && alone.every(({ timePeriod, value }) => value <= (own.get(timePeriod.label) ?? value))
  );
};
