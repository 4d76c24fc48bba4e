import { buildFigure, type Figure, type Fixed, keyOf, type Naming, settleFigure } from "./build-rows.ts";
import type { TableFigure } from "./read-figures.ts";

/** Cells that no figure was made of, and the lines of their rows. */
export type NotTaken = { readonly table: string; readonly why: string; readonly lines: readonly number[] };

export type Gathered = {
  readonly figures: readonly Figure[];
  readonly fixed: Fixed;
  readonly notTaken: readonly NotTaken[];
  /** Rows that give two numbers for one thing. */
  readonly contradictions: readonly NotTaken[];
};

const sameValue = (group: readonly Figure[]): boolean =>
  new Set(group.map(({ row }) => Number(row.value))).size === 1;

const byTable = (figures: readonly TableFigure[], why: string): readonly NotTaken[] =>
  [...Map.groupBy(figures, ({ table }) => table)].map(([table, own]) => ({
    table,
    why,
    lines: own.map(({ line }) => line).toSorted((a, b) => a - b),
  }));

/** Members that every figure of a measure has: a question need not say them. */
export const findFixed = (
  figures: readonly Pick<Figure, "measure" | "members">[],
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...Map.groupBy(figures, ({ measure }) => measure)].map(([measure, own]) => {
      const [first, ...rest] = own.map(({ members }) => new Set(members));
      const common = rest.reduce<ReadonlySet<string>>(
        (all, members) => (all.size === 0 ? all : all.intersection(members)),
        first ?? new Set(),
      );
      return [measure, own.length > 1 ? [...common] : []] as const;
    }),
  );

/** Ids that two figures would share: a second one is numbered. */
const withOwnIds = (figures: readonly Figure[]): readonly Figure[] => {
  const times = new Map<string, number>();
  return figures.map((figure) => {
    const id = figure.row.id ?? "";
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? figure : { ...figure, row: { ...figure.row, id: `${id}-${time}` } };
  });
};

const build = (all: readonly TableFigure[], naming: Naming) => {
  const byId = new Map(naming.measures.measures.map((one) => [one.id, one] as const));
  return all.map((from) => ({ from, figure: buildFigure(from, naming, byId) }));
};

/** Makes figures of table cells; of two that say the same one is kept, and of two that contradict none. */
export const gatherFigures = (all: readonly TableFigure[], naming: Naming): Gathered => {
  const built = build(all, naming);
  const unprintable = built.filter(({ figure }) => figure === null).map(({ from }) => from);
  const printable = built.flatMap(({ figure }) => figure ?? []);
  const fixed = findFixed(printable);
  const groups = [...Map.groupBy(printable, keyOf).values()];
  const kept = groups.filter(sameValue);
  const repeated = kept.flatMap(([, ...again]) => again.map(({ from }) => from));
  const against = groups
    .filter((group) => !sameValue(group))
    .flatMap((group) => group.map(({ from }) => from));
  return {
    figures: withOwnIds(
      kept.flatMap(([figure]) => (figure === undefined ? [] : [settleFigure(figure, fixed)])),
    ),
    fixed,
    notTaken: [
      ...byTable(unprintable, "a number that cannot be read back"),
      ...byTable(repeated, "the same figure once more"),
    ],
    contradictions: byTable(against, "another number for the same group and period"),
  };
};
