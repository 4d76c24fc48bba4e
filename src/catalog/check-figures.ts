import { dimensionOf } from "./observation.ts";
import { type Entry, entriesOf, type Fault, faultAt, type PackTables } from "./pack-tables.ts";

type Figure = Entry<"figures">;
type Held = {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly fixedMembers: ReadonlyMap<string, readonly string[]>;
  readonly supersededBy: ReadonlyMap<string, readonly string[]>;
};

const collect = (packs: readonly PackTables[]): Held => {
  const figures = entriesOf(packs, "figures");
  return {
    figures: new Map(figures.flatMap((entry) => (entry.read.id ? [[entry.read.id, entry] as const] : []))),
    fixedMembers: new Map(
      entriesOf(packs, "measures").flatMap(({ read }) =>
        read.id ? [[read.id, read.members ?? []] as const] : [],
      ),
    ),
    supersededBy: new Map(
      [...Map.groupBy(figures, ({ read }) => read.supersedes ?? "")].map(
        ([id, by]) => [id, by.flatMap(({ read }) => read.id ?? [])] as const,
      ),
    ),
  };
};

/** SDMX: an observation stands at one member of each dimension; the measure's own members count too. */
const checkMembers = (entry: Figure, { fixedMembers }: Held): readonly Fault[] => {
  const { measure, members = [] } = entry.read;
  const fixed = measure === undefined ? [] : (fixedMembers.get(measure) ?? []);
  return members.flatMap((found, index) => {
    const sameDimension = (other: string) => dimensionOf(other) === dimensionOf(found) && other !== found;
    const rival =
      members.slice(0, index).find((other) => dimensionOf(other) === dimensionOf(found)) ??
      fixed.find(sameDimension);
    if (rival === undefined) return [];
    return [faultAt(entry, "members", { found, expected: `one member of a dimension, beside ${rival}` })];
  });
};

/** Follows "supersedes" from a figure; true where it comes back to it. */
const goesInCircles = (from: string, figures: Held["figures"]): boolean => {
  const seen = new Set([from]);
  let id = figures.get(from)?.read.supersedes;
  while (id && !seen.has(id)) {
    seen.add(id);
    id = figures.get(id)?.read.supersedes;
  }
  return id === from;
};

const checkSupersedes = (entry: Figure, { figures, supersededBy }: Held): readonly Fault[] => {
  const { id, supersedes: found } = entry.read;
  if (!id || !found) return [];
  if (goesInCircles(id, figures)) {
    return [faultAt(entry, "supersedes", { found, expected: "an older figure: these supersede each other" })];
  }
  const [first] = supersededBy.get(found) ?? [];
  if (first === undefined || first === id) return [];
  const expected = `a figure that is superseded once: ${first} supersedes it too`;
  return [faultAt(entry, "supersedes", { found, expected })];
};

const whyGone = (id: string, { figures, supersededBy }: Held): string | null => {
  if (figures.get(id)?.read.status === "withdrawn") return "it is withdrawn";
  const by = supersededBy.get(id)?.[0];
  return by === undefined ? null : `it is superseded by ${by}`;
};

/** A figure that rests on one that is gone would go on telling it. */
const checkInputs = (entry: Figure, held: Held): readonly Fault[] => {
  const { id, derived_from: inputs = [] } = entry.read;
  if (id !== undefined && whyGone(id, held) !== null) return [];
  return inputs.flatMap((found) => {
    if (found === id) {
      return [faultAt(entry, "derived_from", { found, expected: "other figures than itself" })];
    }
    const why = whyGone(found, held);
    if (why === null) return [];
    return [faultAt(entry, "derived_from", { found, expected: `figures that may still be told: ${why}` })];
  });
};

/** What must hold between figures, and between a figure and its measure. */
export const checkFigures = (packs: readonly PackTables[]): readonly Fault[] => {
  const held = collect(packs);
  return entriesOf(packs, "figures").flatMap((entry) => [
    ...checkMembers(entry, held),
    ...checkSupersedes(entry, held),
    ...checkInputs(entry, held),
  ]);
};
