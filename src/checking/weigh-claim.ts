import type { Observation } from "../catalog/observation.ts";
import { judgeDirection } from "../finding/derive-verdict.ts";
import type { Judgement, Told } from "../finding/finding.ts";
import { judge, kindest } from "../finding/judge.ts";
import { workOutPercentChange, workOutRatio } from "../finding/work-out.ts";
import type { Qualifier } from "../language/quantity.ts";
import type { Question, StatedQuantity } from "../question/question.ts";
import { FACTUAL } from "../resolution/of-kind.ts";
import type { Carried } from "./carried.ts";
import type { Claim } from "./claim.ts";
import { digitsIn, findElsewhere } from "./find-elsewhere.ts";
import { type Held, readClaim, type Sense, saysNothing } from "./read-claim.ts";
import { timeClaim } from "./time-claim.ts";
import type { Weighed } from "./verdict.ts";
import { canBe, type Weighing, type Weight, weighSense } from "./weigh-sense.ts";

/** "Fell 35%" of what rose by 35% is wrong, whatever its size. */
const goesWrongWay = (told: Told, { said: { operation } }: Claim): boolean =>
  told.working !== null && judgeDirection(told, operation)?.verdict === "contradicted";

/** A rule or a goal is what it is: "below 2,500" is not borne out by one of 1,500. */
const asHeldTo = ({ inputs: [{ kind }] }: Told, { quantity }: Claim): StatedQuantity =>
  FACTUAL.includes(kind) ? quantity : { ...quantity, qualifier: "exact" };

/** "More than 100,000" says nothing of what there are millions of. */
const FAR_BOUND = 2;
const BOUNDS: readonly Qualifier[] = ["more_than", "at_least", "fewer_than", "at_most", "up_to"];

const isFarBound = ({ quantity: { value, qualifier } }: Claim, told: Told): boolean => {
  const [less, more] = [value, Math.abs(told.value)].toSorted((a, b) => a - b);
  return BOUNDS.includes(qualifier) && (more ?? 0) > FAR_BOUND * (less ?? 0);
};

const isWrong = (told: Told, claim: Claim): boolean => goesWrongWay(told, claim) || isFarBound(claim, told);

const judgeAll = (told: readonly Told[], claim: Claim): Judgement | undefined =>
  kindest(
    told.map((one) => {
      const judged = judge(asHeldTo(one, claim), one);
      return isWrong(one, claim) ? { ...judged, verdict: "contradicted" as const } : judged;
    }),
  );

const saysKind = ({ figureKind, tellsWish }: Question): boolean => figureKind !== null || tellsWish;

/** A goal that is told as if it had been reached, or a proposal of what is counted as well. */
const isGoalAsActual = (told: Told, { timed, held }: Weighing): boolean => {
  const [{ kind, measure }] = told.inputs;
  if (told.working !== null || saysKind(timed.question)) return false;
  const isCounted = (one: Observation): boolean => FACTUAL.includes(one.kind);
  const counted = held.catalog.figures.of(measure).some(isCounted);
  return kind === "goal" || (kind === "proposal" && counted);
};

/** Senses nearer to the likeliest than this are as fair. */
const AS_FAIR = 0.35;
/** Of "499,000 of 648,000 people who …" the words are of both, and tell less which is which. */
const AS_FAIR_IN_PAIR = 1;
/** From here a name counts as said in full. */
const IN_FULL = 0.99;

/** Another sense has a place for every word that this one has, and for more. */
const isOutdone = ({ explained, saidBeside }: Sense, senses: readonly Sense[]): boolean =>
  saidBeside < IN_FULL &&
  senses.some((other) => other.explained.size > explained.size && explained.isSubsetOf(other.explained));

/** What is said in full comes before what is said in part, if it is said beside the number. */
const saidFirst = (senses: readonly Sense[]): readonly Sense[] =>
  senses.some(({ saidBeside }) => saidBeside >= IN_FULL)
    ? senses.filter(({ completeness }) => completeness >= IN_FULL)
    : senses;

/** Where two are called the same, the one is meant of whose own name more was said. */
const PLAINER = 0.1;

const plainest = (senses: readonly Sense[]): readonly Sense[] =>
  senses.filter(({ plainness, saidBeside }) =>
    senses.every((other) => other.saidBeside < saidBeside - PLAINER || other.plainness < plainness + PLAINER),
  );

const fewestLost = (senses: readonly Sense[]): readonly Sense[] => {
  const fewest = Math.min(...senses.map(({ lost }) => lost));
  return senses.filter(({ lost }) => lost === fewest);
};

const fairOf = (senses: readonly Sense[], weighing: Weighing): readonly Sense[] => {
  const open = senses.filter(
    (sense) => sense.against.length === 0 && sense.weight > 0 && canBe(sense, weighing),
  );
  const most = open[0]?.weight ?? 0;
  if (weighing.claim.isOfPair) return open.filter(({ weight }) => weight >= most - AS_FAIR_IN_PAIR);
  const near = open.filter((sense) => sense.weight >= most - AS_FAIR && !isOutdone(sense, open));
  return plainest(saidFirst(fewestLost(near)));
};

/** The senses of the first rank that holds a figure. */
const firstHolding = (ranks: readonly (readonly Sense[])[], weighing: Weighing): readonly Weight[] => {
  for (const senses of ranks) {
    const weights = senses.flatMap((sense) => weighSense(sense, weighing) ?? []);
    if (weights.length > 0) return weights;
  }
  return [];
};

const isRule = ({ candidate: { measure } }: Sense): boolean => measure.timeKind === "rule";

/** "When crossings reach 2,500": of a rule, where one is spoken of, though what it rules is named as well. */
const byRule = (ranks: readonly (readonly Sense[])[], weighing: Weighing): Judgement | undefined => {
  const { claim } = weighing;
  if (!claim.isCondition) return undefined;
  const rules = fairOf(ranks.flat().filter(isRule), weighing);
  const told = rules.flatMap((sense) => weighSense(sense, weighing)?.told ?? []);
  return judgeAll(
    told.filter((one) => isExact(claim, one)),
    claim,
  );
};

/** So many digits are no coincidence. */
const NO_COINCIDENCE = 3;

/**
 * "Its record, set in 2012, is 409,000": where no measure is named in full, an exact number of the time that is
 * said is of the one of them that holds it.
 */
const byNumber = (ranks: readonly (readonly Sense[])[], weighing: Weighing): Judgement | undefined => {
  const { claim, timed, held } = weighing;
  const open = ranks
    .flat()
    .filter(({ against, weight, lost }) => against.length === 0 && weight > 0 && lost === 0);
  const isNamed = saysNothing(claim, held) || open.some(({ saidBeside }) => saidBeside >= IN_FULL);
  if (isNamed || !timed.isSaid || digitsIn(claim) < NO_COINCIDENCE) return undefined;
  const told = open.flatMap((sense) => weighSense(sense, weighing)?.told ?? []);
  return judgeAll(
    told.filter((one) => isExact(claim, one)),
    claim,
  );
};

const relate = (from: Told, to: Told, { quantity: { unit }, said }: Claim): Told | null => {
  if (unit === "times") return workOutRatio(to, from);
  return unit === "percent" && said.operation.kind === "change" ? workOutPercentChange(from, to) : null;
};

/** "Down from 170,590. That is 33.5%": what the last two figures come to. */
const fromPair = ({ claim, carried, held }: Weighing): readonly Told[] => {
  const [one, other] = carried.told.filter(({ working }) => working === null).slice(-2);
  if (one === undefined || other === undefined || one.unit !== other.unit || !saysNothing(claim, held))
    return [];
  const [from, to] = one.period.start <= other.period.start ? [one, other] : [other, one];
  const worked = relate(from, to, claim);
  return worked === null ? [] : [worked];
};

/** As it is printed, in one of its prints. */
const isExact = ({ quantity }: Claim, { value, valueMax, alsoPrinted }: Told): boolean =>
  quantity.value === Math.abs(value) ||
  alsoPrinted.some((print) => print.value === quantity.value) ||
  (quantity.valueMax !== null && quantity.valueMax === valueMax);

const borneOut = ({ against, off }: Judgement, weighing: Weighing): Weighed => {
  const { claim } = weighing;
  if (isGoalAsActual(against, weighing))
    return { claim, verdict: "goal_as_actual", against: null, instead: against, off: null };
  return { claim, verdict: isExact(claim, against) ? "matches" : "rounds", against, instead: null, off };
};

/** Of what is said by less of its name than this, no number is called wrong. */
const WELL_SAID = 0.5;

/** "Seven of you" is no count of what thousands are held of. */
const [FEW, TIMES_MORE] = [100, 10] as const;
const isByTheWay = ({ quantity: { value, unit } }: Claim, told: Told): boolean =>
  unit === null && value < FEW && Math.abs(told.value) > TIMES_MORE * value;

/** What is held for what the draft says best; null where it says too little of it to be called wrong. */
const wrongAbout = ([top]: readonly Weight[], claim: Claim): Judgement | null => {
  if (top === undefined || (top.sense.completeness < WELL_SAID && !top.sense.isCarried)) return null;
  const judged = judgeAll(top.told, claim);
  return judged === undefined || isByTheWay(claim, judged.against) ? null : judged;
};

const contradicted = (
  ranks: readonly (readonly Sense[])[],
  wrong: Judgement | null,
  weighing: Weighing,
): Weighed | null => {
  const { claim, timed, held } = weighing;
  const against = wrong?.against ?? null;
  const goalSaid = saysKind(timed.question);
  const elsewhere = findElsewhere({
    claim,
    senses: ranks.flat(),
    fair: ranks.flatMap((senses) => fairOf(senses, weighing)),
    held,
    goalSaid,
  });
  if (elsewhere !== null)
    return { claim, verdict: elsewhere.verdict, against, instead: elsewhere.told, off: null };
  if (wrong !== null) return { claim, verdict: "differs", against, instead: null, off: wrong.off };
  // "In three years", "180 days": a length of time that nothing is held of is no claim.
  if (claim.quantity.timeUnit !== null) return null;
  return { claim, verdict: "not_held", against: null, instead: null, off: null };
};

/** Holds a number of a draft against what is held, in the light of the numbers before it; null where it claims nothing. */
export const weighClaim = (claim: Claim, carried: Carried, held: Held): Weighed | null => {
  const timed = timeClaim(claim, carried, held.catalog);
  const weighing: Weighing = { claim, timed, carried, held };
  const ranks = readClaim(claim, carried, held);
  const fair = ranks.map((senses) => fairOf(senses, weighing));
  const weights = firstHolding(fair, weighing);
  const judged = judgeAll([...weights.flatMap(({ told }) => told), ...fromPair(weighing)], claim);
  if (judged?.verdict === "supported") return borneOut(judged, weighing);
  for (const found of [byRule(ranks, weighing), byNumber(ranks, weighing)])
    if (found?.verdict === "supported") return borneOut(found, weighing);
  return contradicted(ranks, wrongAbout(weights, claim), weighing);
};
