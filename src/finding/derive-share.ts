import { contains, samePeriod } from "../calendar/period.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { isCount, type MemberKey, type StatType } from "../catalog/observation.ts";
import { UNSTATED_UNIT } from "../language/format.ts";
import { isMoney } from "../language/money.ts";
import { stemsOf } from "../language/words.ts";
import type { Question } from "../question/question.ts";
import { addsUp } from "../resolution/add-up.ts";
import { everyMember } from "../resolution/every-member.ts";
import { groupHeld } from "../resolution/group-held.ts";
import type { Held, Reading } from "../resolution/reading.ts";
import type { Derived } from "./derive-change.ts";
import { findPrintedResult } from "./find-printed.ts";
import type { Note, Told } from "./finding.ts";
import { notesOn, tellObservation } from "./tell.ts";
import { sameUnit, workOutRatio, workOutShare, workOutSum } from "./work-out.ts";

type Sides = {
  readonly part: Told;
  readonly whole: Told;
  readonly held: readonly Held[];
  readonly assumed: readonly Note[];
};

/** What a group is a part of: the same measure over the same period, of everybody. */
const wholeFor = (
  part: Reading,
  held: Held,
  { groups, catalog }: { readonly groups: readonly MemberKey[]; readonly catalog: Catalog },
): Held | undefined => {
  const total = catalog.figures.at(part.measure.id, groups);
  return groupHeld(total, catalog.preferences).find(({ period }) => samePeriod(period, held.period));
};

/** Where a member is said in a question; -1 where it is not. */
const placeOf = (key: MemberKey, { concepts }: Question, { members, names }: Catalog): number => {
  const called = [
    members.get(key)?.name ?? "",
    ...names.filter(({ id }) => id === key).map(({ name }) => name),
  ];
  const stems = new Set(called.flatMap(stemsOf));
  // Words that are read as one ("Holm Point") are joined in their stem.
  const says = (stem: string): boolean => stem.split("+").some((one) => stems.has(one));
  return concepts.findLast(({ stem, role }) => role === "content" && says(stem))?.at[0] ?? -1;
};

/**
 * The groups of the whole: "of those who died in Wales | were women" is of all in Wales. Everybody where one group is
 * named; null where several are, and nothing tells the part from the whole.
 */
const groupsOfWhole = (
  { members }: Reading,
  question: Question,
  catalog: Catalog,
): readonly MemberKey[] | null => {
  const { copulaAt } = question;
  if (members.length < 2) return [];
  const before = members.filter((key) => placeOf(key, question, catalog) < (copulaAt ?? 0));
  return before.length > 0 && before.length < members.length ? before : null;
};

/**
 * "What share of the town's spending went on schools": of all towns together none is held, so that the part can only
 * be of the town. Null where a whole is held either way, or neither.
 */
const onlyWhole = (reading: Reading, catalog: Catalog): readonly MemberKey[] | null => {
  const wholes = reading.members
    .map((part) => reading.members.filter((key) => key !== part))
    .filter((groups) =>
      reading.chosen.some((held) => wholeFor(reading, held, { groups, catalog }) !== undefined),
    );
  const [only, ...more] = wholes;
  return only !== undefined && more.length === 0 ? only : null;
};

const sidesOfOne = (reading: Reading, question: Question, catalog: Catalog): Sides | null => {
  const isRest = reading.allBut !== undefined;
  const groups = isRest
    ? reading.members
    : (groupsOfWhole(reading, question, catalog) ?? onlyWhole(reading, catalog));
  if (groups === null) return null;
  const wholeOf = (held: Held): Held | undefined => wholeFor(reading, held, { groups, catalog });
  const part = reading.chosen.findLast((held) => wholeOf(held) !== undefined);
  // "What share skip their hearings?" does not say of whom, and the whole that is held may be another.
  const isPart = isRest || reading.members.length > 0;
  const whole = part === undefined ? undefined : wholeOf(part);
  if (part === undefined || whole === undefined || !isPart) return null;
  // "As a share of the 7.6 million": the whole is said by its number.
  const isNumber = question.quantities.some(({ value }) => value === whole.best.value);
  if (!reading.measureSaid && groups.length === 0 && !isNumber) return null;
  const everybody = { measure: reading.measure, members: groups };
  return {
    part: tellObservation(part.best, reading),
    whole: tellObservation(whole.best, everybody),
    held: [part, whole],
    assumed: [],
  };
};

/**
 * "Of all nights in the eight countries, what percentage were in this one": the sum of what is held for each, where each is
 * held for that time.
 */
const sidesOfAll = (reading: Reading, question: Question, catalog: Catalog): Sides | null => {
  const { measure, members } = reading;
  const [member, ...more] = members;
  const part = reading.chosen.at(-1);
  if (member === undefined || more.length > 0 || part === undefined || !addsUp(measure)) return null;
  const all = everyMember(measure, member, { question, catalog });
  const each = all.flatMap((key) => {
    const held = wholeFor(reading, part, { groups: [key], catalog });
    return held === undefined
      ? []
      : [{ held, told: tellObservation(held.best, { measure, members: [key] }) }];
  });
  const [first, ...rest] = each.map(({ told }) => told);
  if (first === undefined || each.length !== all.length) return null;
  return {
    part: tellObservation(part.best, reading),
    whole: { ...workOutSum([first, ...rest]), members: [] },
    held: [part, ...each.map(({ held }) => held)],
    assumed: [],
  };
};

/** "What share of the 2024 total fell in its third quarter": of counts, a time in one that it is a part of. */
const sidesOfTimes = (reading: Reading): Sides | null => {
  const [one, other, ...more] = reading.chosen;
  if (one === undefined || other === undefined || more.length > 0 || !addsUp(reading.measure)) return null;
  if (samePeriod(one.period, other.period)) return null;
  const [part, whole] = contains(one.period, other.period) ? [other, one] : [one, other];
  if (!contains(whole.period, part.period)) return null;
  return {
    part: tellObservation(part.best, reading),
    whole: tellObservation(whole.best, reading),
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

/** Counts that one package makes, of which one does not say in what: "larceny" of "property crimes". */
const mayBePart = ({ measure: one }: Reading, { measure: other }: Reading): boolean =>
  one.pack === other.pack &&
  one.timeKind === other.timeKind &&
  one.statType === "value" &&
  other.statType === "value" &&
  [one.unit, other.unit].includes(UNSTATED_UNIT) &&
  ![one.unit, other.unit].some((unit) => unit === "percent" || isMoney(unit));

/** The part that one figure is of another, in percent; the smaller is the part where both sides are named. */
export const deriveShare = (
  readings: readonly Reading[],
  { question, catalog }: { readonly question: Question; readonly catalog: Catalog },
): Derived | null => {
  const [one, other] = readings;
  if (one === undefined) return null;
  if (other === undefined) {
    const sides =
      sidesOfTimes(one) ?? sidesOfOne(one, question, catalog) ?? sidesOfAll(one, question, catalog);
    return sides === null
      ? null
      : preferPrinted(workOutShare(sides.part, sides.whole), sides, { types: ["share"], catalog });
  }
  if (!sameUnit(one, other) && !mayBePart(one, other)) return null;
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

/** So many of one thing for each of another are of things that were counted: no limit, no money. */
const isCounted = (measure: Reading["measure"]): boolean =>
  isCount(measure) && measure.timeKind !== "rule" && !isMoney(measure.unit);

/** How many times the one is the other: the later year against the earlier, or the larger against the smaller. */
export const deriveRatio = (
  readings: readonly Reading[],
  { ordered, each }: { readonly ordered: boolean; readonly each: boolean },
  catalog: Catalog,
): Derived | null => {
  const [one, other] = readings;
  const areAlike = (beside: Reading, first: Reading): boolean =>
    each ? isCounted(first.measure) && isCounted(beside.measure) : sameUnit(first, beside);
  if (one === undefined || (other !== undefined && !areAlike(other, one))) return null;
  const named = other === undefined ? sidesOfYears(one) : sidesOfTwo(one, other, !each);
  if (named === null) return null;
  const sides = ordered || other === undefined ? named : larger(named);
  return preferPrinted(workOutRatio(sides.part, sides.whole), sides, { types: ["ratio"], catalog });
};
