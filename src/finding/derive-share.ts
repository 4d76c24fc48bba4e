import { samePeriod } from "../calendar/period.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { StatType } from "../catalog/observation.ts";
import { groupHeld } from "../resolution/group-held.ts";
import type { Held, Reading } from "../resolution/reading.ts";
import type { Derived } from "./derive-change.ts";
import { findPrintedResult } from "./find-printed.ts";
import type { Note, Told } from "./finding.ts";
import { notesOn, tellObservation } from "./tell.ts";
import { sameUnit, workOutRatio, workOutShare } from "./work-out.ts";

type Sides = {
  readonly part: Told;
  readonly whole: Told;
  readonly held: readonly Held[];
  readonly assumed: readonly Note[];
};

/** What a group is a part of: the same measure over the same period, of everybody. */
const wholeOf = (part: Reading, held: Held, catalog: Catalog): Held | undefined => {
  const total = (catalog.observationsOf.get(part.measure.id) ?? []).filter(
    ({ members }) => members.length === 0,
  );
  return groupHeld(total).find(({ period }) => samePeriod(period, held.period));
};

const sidesOfOne = (reading: Reading, catalog: Catalog): Sides | null => {
  const part = reading.chosen.findLast((held) => wholeOf(reading, held, catalog) !== undefined);
  // "What share skip their hearings?" does not say of whom, and the whole that is held may be another.
  if (part === undefined || reading.members.length === 0 || !reading.measureSaid) return null;
  const whole = wholeOf(reading, part, catalog);
  if (whole === undefined) return null;
  const everybody = { measure: reading.measure, members: [] };
  return {
    part: tellObservation(part.best, reading),
    whole: tellObservation(whole.best, everybody),
    held: [part, whole],
    assumed: [],
  };
};

/** A share of one thing in another is of one time; a ratio of two times is a change, and says which. */
const sidesOfTwo = (one: Reading, other: Reading, mayDiffer: boolean): Sides | null => {
  const pairs = one.chosen.flatMap((part) => other.chosen.map((whole) => ({ part, whole })));
  const same = pairs.findLast(({ part, whole }) => samePeriod(part.period, whole.period));
  const pair = same ?? (mayDiffer ? pairs.at(-1) : undefined);
  if (pair === undefined) return null;
  const { part, whole } = pair;
  const note: Note = { kind: "periods_differ", one: part.period, other: whole.period };
  return {
    part: tellObservation(part.best, one),
    whole: tellObservation(whole.best, other),
    held: [part, whole],
    assumed: samePeriod(part.period, whole.period) ? [] : [note],
  };
};

const preferPrinted = (
  computed: Told | null,
  sides: Sides,
  { types, catalog }: { readonly types: readonly StatType[]; readonly catalog: Catalog },
): Derived | null => {
  if (computed === null) return null;
  const notes = [...sides.assumed, ...notesOn(sides.held, catalog)];
  const printed = findPrintedResult([sides.part, sides.whole], types, catalog);
  if (printed === null) return { value: computed, notes };
  const differs = Math.abs(computed.value - printed.value) > 1e-9;
  const note: Note = {
    kind: "computed_differs",
    computed: computed.value,
    unit: computed.unit,
    formula: computed.formula ?? "",
  };
  return { value: printed, notes: differs ? [...notes, note] : notes };
};

/** The part that one figure is of another, in percent; the smaller is the part where both sides are named. */
export const deriveShare = (readings: readonly Reading[], catalog: Catalog): Derived | null => {
  const [one, other] = readings;
  if (one === undefined) return null;
  if (other === undefined) {
    const sides = sidesOfOne(one, catalog);
    return sides === null
      ? null
      : preferPrinted(workOutShare(sides.part, sides.whole), sides, { types: ["share"], catalog });
  }
  if (!sameUnit(one, other)) return null;
  const named = sidesOfTwo(one, other, false);
  if (named === null) return null;
  const sides =
    named.part.value <= named.whole.value ? named : { ...named, part: named.whole, whole: named.part };
  return preferPrinted(workOutShare(sides.part, sides.whole), sides, { types: ["share"], catalog });
};

/** A multiple over time is of two times that were said; "the ratio of these to those" never is. */
const sidesOfYears = (reading: Reading): Sides | null => {
  if (!reading.periodNamed) return null;
  const [first, last] = [reading.chosen[0], reading.chosen.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  return {
    part: tellObservation(last.best, reading),
    whole: tellObservation(first.best, reading),
    held: [first, last],
    assumed: [],
  };
};

const larger = (sides: Sides): Sides =>
  sides.part.value >= sides.whole.value ? sides : { ...sides, part: sides.whole, whole: sides.part };

/** How many times the one is the other: the later year against the earlier, or the larger against the smaller. */
export const deriveRatio = (
  readings: readonly Reading[],
  ordered: boolean,
  catalog: Catalog,
): Derived | null => {
  const [one, other] = readings;
  if (one === undefined || (other !== undefined && !sameUnit(one, other))) return null;
  const named = other === undefined ? sidesOfYears(one) : sidesOfTwo(one, other, true);
  if (named === null) return null;
  const sides = ordered || other === undefined ? named : larger(named);
  return preferPrinted(workOutRatio(sides.part, sides.whole), sides, { types: ["ratio"], catalog });
};
