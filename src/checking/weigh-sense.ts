import { deriveTold, newestFirst } from "../finding/derive-told.ts";
import { comparable } from "../finding/derive-verdict.ts";
import type { Told } from "../finding/finding.ts";
import { tellHeld } from "../finding/tell.ts";
import type { Operation, Question } from "../question/question.ts";
import { restate } from "../question/shift-period.ts";
import type { Reading } from "../resolution/reading.ts";
import { NO_REFERENCES, type References } from "../resolution/references.ts";
import { selectHeld } from "../resolution/select-held.ts";
import { type Carried, lastReading } from "./carried.ts";
import type { Claim } from "./claim.ts";
import type { Held, Sense } from "./read-claim.ts";
import type { Timed } from "./time-claim.ts";

/** A claim with all that a verdict on it needs. */
export type Weighing = {
  readonly claim: Claim;
  readonly timed: Timed;
  readonly carried: Carried;
  readonly held: Held;
};

/** The figures that a sense says the number is; there is at least one. */
export type Weight = { readonly sense: Sense; readonly told: readonly Told[] };

const DERIVING: readonly Operation["kind"][] = ["change", "share", "ratio", "sum", "mean"];

const operationFor = ({ quantity, said: { operation } }: Claim): Operation => {
  if (quantity.unit === "times" && operation.kind !== "ratio") return { kind: "ratio", ordered: false };
  return DERIVING.includes(operation.kind) ? operation : { kind: "lookup" };
};

type Asking = { readonly operation: Operation; readonly references: References };

const questionFor = ({ claim, timed }: Weighing, operation: Operation): Question => ({
  ...timed.question,
  operation: operation.kind === "change" ? { ...operation, sized: false } : operation,
  quantities: [claim.quantity],
  wantsPercent: claim.quantity.unit === "percent",
});

const select = (sense: Sense, asking: Asking, weighing: Weighing): Reading | null => {
  const { reading, failing } = selectHeld(
    { ...sense.candidate, speakers: [], nameSaid: true, dimension: null },
    { question: questionFor(weighing, asking.operation), references: asking.references },
    weighing.held.catalog,
  );
  return failing === null && reading.chosen.length > 0 ? reading : null;
};

const workOut = (sense: Sense, asking: Asking, weighing: Weighing): readonly Told[] => {
  const reading = select(sense, asking, weighing);
  if (reading === null) return [];
  const question = questionFor(weighing, asking.operation);
  const worked = deriveTold([{ ...reading, periodNamed: true }], {
    question,
    catalog: weighing.held.catalog,
  });
  return worked.ok ? worked.values.slice(0, 1) : [];
};

/** Of levels that nobody said the time of the newest; of counts any. */
const levelsOf = (sense: Sense, references: References, weighing: Weighing): readonly Told[] => {
  const reading = select(sense, { operation: { kind: "lookup" }, references }, weighing);
  if (reading === null) return [];
  const isNow =
    reading.measure.timeKind === "stock" &&
    references.selecting.length === 0 &&
    !weighing.timed.question.tellsPast;
  const chosen = isNow ? newestFirst(reading.chosen).slice(0, 1) : reading.chosen;
  return chosen.flatMap((held) => tellHeld(held, reading));
};

/** The times of the two figures before it that a change lies between: "That is a drop of 33.5%." */
const endsBehind = ({ carried, held }: Weighing): References | null => {
  const last = lastReading(carried.told);
  if (last === null || last.periods.length < 2) return null;
  const inOrder = last.periods.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const selecting = inOrder.map((period) => restate(period, held.catalog.fiscalYearStartMonth));
  return { ...NO_REFERENCES, selecting };
};

const RELATING: readonly Operation["kind"][] = ["change", "ratio"];

/** "Ten times the 2014 figure": from the time that is named to the one last spoken of. */
const endsWithNamed = ({ timed, carried, held }: Weighing): References | null => {
  const last = lastReading(carried.told)?.periods.at(-1);
  const [named, ...more] = timed.references.selecting;
  if (last === undefined || named === undefined || more.length > 0) return null;
  const selecting = [named, restate(last, held.catalog.fiscalYearStartMonth)];
  return { ...NO_REFERENCES, selecting };
};

/** Other times that the last figures were of: "from 13,773 to 31,859 over the same period". */
const spokenOf = ({ carried, held }: Weighing): readonly References[] =>
  carried.times.map((period) => ({
    ...NO_REFERENCES,
    selecting: [restate(period, held.catalog.fiscalYearStartMonth)],
  }));

/** The times to try, the surest first: a time that is only carried over may turn out not to be meant. */
const timesToTry = (operation: Operation, weighing: Weighing): readonly References[] => {
  const { references, isSaid } = weighing.timed;
  const relates = RELATING.includes(operation.kind);
  const behind = relates && !isSaid ? endsBehind(weighing) : null;
  const named = relates && isSaid ? endsWithNamed(weighing) : null;
  const ends = [behind, named].filter((one) => one !== null);
  return isSaid ? [references, ...ends] : [...ends, references, NO_REFERENCES];
};

const toldAt = (sense: Sense, asking: Asking, weighing: Weighing): readonly Told[] => {
  const worked = asking.operation.kind === "lookup" ? [] : workOut(sense, asking, weighing);
  return [...worked, ...levelsOf(sense, asking.references, weighing)].filter((one) =>
    comparable(weighing.claim.quantity, one),
  );
};

/** The held and worked-out figures that a number would be, if this is what it is of; null where there is none. */
export const weighSense = (sense: Sense, weighing: Weighing): Weight | null => {
  const operation = operationFor(weighing.claim);
  const at = (references: References): readonly Told[] => toldAt(sense, { operation, references }, weighing);
  const times = timesToTry(operation, weighing);
  // "Up 101% from fiscal 2021" may be of either pair of times.
  if (weighing.timed.isSaid) {
    const told = times.flatMap(at);
    return told.length > 0 ? { sense, told } : null;
  }
  const first = times.map(at).find((told) => told.length > 0);
  if (first === undefined) return null;
  const others = operation.kind === "lookup" ? spokenOf(weighing).flatMap(at) : [];
  return { sense, told: [...first, ...others] };
};

/** Whether a sense counts in what the number is said in: nobody says a percentage of dollars. */
export const canBe = (sense: Sense, weighing: Weighing): boolean => {
  const operation = operationFor(weighing.claim);
  return toldAt(sense, { operation, references: NO_REFERENCES }, weighing).length > 0;
};
