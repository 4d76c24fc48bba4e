import { samePeriod } from "../calendar/period.ts";
import type { Observation } from "../catalog/observation.ts";
import { comparable } from "../finding/derive-verdict.ts";
import type { Told } from "../finding/finding.ts";
import { judge } from "../finding/judge.ts";
import { tellObservation } from "../finding/tell.ts";
import { FACTUAL } from "../resolution/of-kind.ts";
import type { Claim } from "./claim.ts";
import type { Held, Sense } from "./read-claim.ts";
import type { NumberVerdict } from "./verdict.ts";

/** What a number is that is not what the draft says it is. */
export type Elsewhere = {
  readonly verdict: Extract<NumberVerdict, "other_period" | "other_measure" | "goal_as_actual">;
  readonly told: Told;
};

type Looking = {
  readonly claim: Claim;
  readonly senses: readonly Sense[];
  readonly fair: readonly Sense[];
  readonly held: Held;
  readonly goalSaid: boolean;
};

const ZEROS = /0+$/u;
const NO_DIGITS = /\D/gu;

/** How many digits of a number count: 2 of 45,000, 5 of 10,661. */
export const digitsIn = ({ quantity: { value } }: Claim): number =>
  String(Math.abs(value)).replace(NO_DIGITS, "").replace(ZEROS, "").length;

/** A number of one digit that counts is too round to know again anywhere: 5, 400, 2,000. */
const TELLING = 2;
/** Rounded, it takes more of them to be the same number. */
const TELLING_ROUNDED = 3;
/** Or to be off by no more than this, in percent. */
const [NEAR, FAR] = [1, 100] as const;
/** Below this a number is in every text. */
const SMALLEST = 100;

const tell = (observation: Observation, { catalog }: Held): Told | null => {
  const measure = catalog.measures.get(observation.measure);
  return measure === undefined
    ? null
    : tellObservation(observation, { measure, members: observation.members });
};

/** Printed so, or rounded so closely that it can be no other. */
const isHeldSo = (told: Told, claim: Claim): boolean => {
  const { quantity } = claim;
  if (!comparable(quantity, told)) return false;
  if (quantity.value === told.value) return digitsIn(claim) >= TELLING || quantity.value >= SMALLEST;
  const isBound = quantity.qualifier !== "exact" && quantity.qualifier !== "about";
  const judged = judge(quantity, told);
  const isNear = digitsIn(claim) >= TELLING_ROUNDED || Math.abs(judged.off ?? FAR) <= NEAR;
  return !isBound && isNear && digitsIn(claim) >= TELLING && judged.verdict === "supported";
};

const isPrintedSo = (told: Told, { quantity }: Claim): boolean =>
  comparable(quantity, told) && quantity.value === told.value;

/** The same thing at another time, or as somebody wants it. */
const ofSense = ({ candidate }: Sense, looking: Looking): Elsewhere | null => {
  const { claim, held } = looking;
  const own = held.catalog.figures.at(candidate.measure.id, candidate.members);
  const tolds = own.flatMap((one) => tell(one, held) ?? []).filter((told) => isHeldSo(told, claim));
  const isWanted = ({ inputs: [{ kind }] }: Told): boolean => !FACTUAL.includes(kind);
  const wanted = tolds.find(isWanted);
  if (wanted !== undefined && !looking.goalSaid && own.some(({ kind }) => FACTUAL.includes(kind)))
    return { verdict: "goal_as_actual", told: wanted };
  const other = tolds.find((told) => !isWanted(told));
  return other !== undefined ? { verdict: "other_period", told: other } : null;
};

/** What the draft says it is before all else, though it may say a time at which it is not held. */
const isSameThing = ({ measure, members }: Told, { senses }: Looking): boolean => {
  const said = senses.find(({ against }) => against.length === 0);
  return said?.candidate.measure === measure && said.candidate.members.join() === members.join();
};

const asOther = (told: Told, looking: Looking): Elsewhere => {
  if (told.inputs[0].kind === "goal" && !looking.goalSaid) return { verdict: "goal_as_actual", told };
  return { verdict: isSameThing(told, looking) ? "other_period" : "other_measure", told };
};

/** Measures that the words speak of as well, or that are known to be taken for one that they speak of. */
const nearMeasures = ({ senses, fair }: Looking): ReadonlySet<string> =>
  new Set([
    ...fair.flatMap(({ candidate }) => [candidate.measure.id, ...candidate.measure.notToBeConfusedWith]),
    ...senses.filter(({ weight }) => weight > 0).map(({ candidate }) => candidate.measure.id),
  ]);

/** Another group of the same measure, or one like it; else, of a number that tells, any measure of the pack. */
const ofAnother = (looking: Looking): Elsewhere | null => {
  const { claim, senses, held } = looking;
  const { figures } = held.catalog;
  if (Math.abs(claim.quantity.value) < SMALLEST && claim.quantity.unit === null) return null;
  const near = [...nearMeasures(looking)].flatMap((id) => figures.of(id).toArray());
  const packs = new Set(senses.map(({ candidate }) => candidate.measure.pack));
  const anywhere = digitsIn(claim) < TELLING ? [] : figures.withValue(claim.quantity.value);
  const told = [...near, ...anywhere.filter(({ pack }) => packs.has(pack))]
    .filter(({ value }) => value === claim.quantity.value)
    .flatMap((one) => tell(one, held) ?? [])
    .filter((one) => isPrintedSo(one, claim));
  const best = told.find((one) => isOfTime(one, claim)) ?? told[0];
  return best === undefined ? null : asOther(best, looking);
};

/** Of several that print the number, one of the time that is said. */
const isOfTime = ({ period }: Told, { said: { periods } }: Claim): boolean =>
  periods.some(({ reference }) => {
    if (reference.kind === "within") return samePeriod(reference.period, period);
    return reference.kind === "named" && reference.periods.some((one) => samePeriod(one.period, period));
  });

/** Whether the number is held for something else than the draft says, nearest first. */
export const findElsewhere = (looking: Looking): Elsewhere | null => {
  for (const sense of looking.fair) {
    const found = ofSense(sense, looking);
    if (found !== null) return found;
  }
  return ofAnother(looking);
};
