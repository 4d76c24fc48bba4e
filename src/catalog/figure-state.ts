import type { Period } from "../calendar/period.ts";
import type { Qualifier } from "../language/quantity.ts";
import type { Catalog } from "./catalog.ts";
import type { FigureKind, MemberKey, Observation } from "./observation.ts";

/** What a held figure says, without where it stands: what a correction changes. */
export type FigureState = {
  readonly id: string;
  readonly measure: string;
  readonly members: readonly MemberKey[];
  readonly value: number;
  readonly valueMax: number | null;
  readonly qualifier: Qualifier;
  readonly period: Period;
  readonly kind: FigureKind;
};

export const stateOf = (observation: Observation): FigureState => ({
  id: observation.id,
  measure: observation.measure,
  members: observation.members,
  value: observation.value,
  valueMax: observation.valueMax,
  qualifier: observation.qualifier,
  period: observation.timePeriod,
  kind: observation.kind,
});

/** Of what it speaks: measure, members, days and kind. How the period is called is no part of it. */
const aboutOf = ({ measure, members, period: { start, end }, kind }: FigureState): string =>
  JSON.stringify([measure, members, start, end, kind]);

const saysOf = ({ value, valueMax, qualifier }: FigureState): string =>
  JSON.stringify([value, valueMax, qualifier]);

/** The same number of the same thing, whatever the figure's id. */
export const saysTheSame = (one: FigureState, other: FigureState): boolean =>
  aboutOf(one) === aboutOf(other) && saysOf(one) === saysOf(other);

/** What has become of a figure since it was told. */
export type Fate =
  | { readonly kind: "stands" }
  /** Corrected where it stood, or superseded. */
  | { readonly kind: "changed"; readonly now: Observation }
  | { readonly kind: "withdrawn"; readonly reason: string | null }
  /** Its row is not there any more, and nothing says why. */
  | { readonly kind: "gone" };

const STANDS: Fate = { kind: "stands" };

/** The figure that is told in place of a superseded one, or why there is none. */
const successorOf = (id: string, { figures, retired }: Catalog): Fate => {
  const passed = new Set<string>();
  let at = id;
  for (;;) {
    const held = figures.get(at);
    if (held !== undefined) return { kind: "changed", now: held };
    const kept = retired.get(at);
    if (kept === undefined || passed.has(at)) return { kind: "gone" };
    if (kept.by === null) return { kind: "withdrawn", reason: kept.observation.reason ?? null };
    passed.add(at);
    at = kept.by;
  }
};

/** What has become of a figure that was told. A row that only got another id is the figure that it was. */
export const fateOf = (told: FigureState, catalog: Catalog): Fate => {
  const fate = successorOf(told.id, catalog);
  if (fate.kind === "changed") return saysTheSame(told, stateOf(fate.now)) ? STANDS : fate;
  if (fate.kind !== "gone") return fate;
  const alike = catalog.figures.of(told.measure);
  return alike.some((one) => saysTheSame(told, stateOf(one))) ? STANDS : fate;
};
