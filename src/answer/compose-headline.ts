import { dayLabel } from "../calendar/calendar-periods.ts";
import { samePeriod } from "../calendar/period.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Finding, Judgement, Note, Told } from "../finding/finding.ts";
import { formatNumber } from "../language/format.ts";
import type { Question } from "../question/question.ts";
import type { Disagreement } from "./answer.ts";
import { composeDisagreements, sideNames } from "./compose-disagreements.ts";
import { ageOf, ageOfDay, type Composing, labelOf, labelOfTold, sayQuantity } from "./say.ts";
import { WORDING } from "./wording.ts";

const labelOfInput = (observation: Observation, { catalog }: Composing): string => {
  const measure = catalog.measures.get(observation.measure);
  return measure === undefined
    ? observation.measure
    : labelOf({ measure, members: observation.members }, catalog);
};

const inputLabel = (observation: Observation, composing: Composing): string =>
  `${labelOfInput(observation, composing)}, ${observation.timePeriod.label}`;

const sayChange = (told: Told, composing: Composing): string => {
  const size = sayQuantity({ ...told, value: Math.abs(told.value) }, composing.wording);
  const [to, from] = told.inputs;
  if (told.allBut !== undefined) return sayChangeOfRest(told, size, composing);
  const rose = from === undefined ? told.value >= 0 : to.value >= from.value;
  const [one, other] = [labelOfInput(to, composing), from === undefined ? "" : labelOfInput(from, composing)];
  const label =
    one === other || from === undefined ? labelOf(told, composing.catalog) : `${one} against ${other}`;
  return WORDING.change(label, told.period.label, rose ? WORDING.wentUp(size) : WORDING.wentDown(size));
};

/** A whole that was added up is no one figure; where the part is of a shorter time, that is said. */
const sayShareOfSum = (
  told: Told,
  { part, whole }: NonNullable<Told["shareOf"]>,
  { quantity, composing }: { readonly quantity: string; readonly composing: Composing },
): string => {
  const own = told.allBut === undefined ? labelOfInput(told.inputs[0], composing) : label(told, composing);
  const named = samePeriod(part, whole.period) ? own : `${own}, ${part.label}`;
  const groups = new Set(told.inputs.map(({ members }) => members.join()));
  const all = labelOf(whole, composing.catalog);
  const summed = groups.size > 1 ? WORDING.addedUp(all, groups.size) : all;
  return WORDING.share(named, `${summed}, ${whole.period.label}`, quantity);
};

const sayShare = (told: Told, quantity: string, composing: Composing): string => {
  if (told.shareOf !== undefined) return sayShareOfSum(told, told.shareOf, { quantity, composing });
  const part = told.allBut === undefined ? labelOfInput(told.inputs[0], composing) : label(told, composing);
  const whole = told.inputs.length > 1 ? told.inputs.at(-1) : undefined;
  return WORDING.share(part, whole === undefined ? "" : inputLabel(whole, composing), quantity);
};

const label = (told: Told, { catalog }: Composing): string => labelOf(told, catalog);

/** Of what is left: each side is a whole and its part. */
const sayChangeOfRest = (told: Told, size: string, { catalog }: Composing): string => {
  const [whole = 0, part = 0, before = 0, itsPart] = told.inputs.map(({ value }) => value);
  const rose = itsPart === undefined ? told.value >= 0 : whole - part >= before - itsPart;
  return WORDING.change(
    labelOf(told, catalog),
    told.period.label,
    rose ? WORDING.wentUp(size) : WORDING.wentDown(size),
  );
};

/** One number in a sentence: what it is, its period, and the number with its hedge. */
export const sayTold = (told: Told, composing: Composing): string => {
  const label = labelOfTold(told, composing.catalog);
  const quantity = sayQuantity(told, composing.wording);
  const [first, second] = told.inputs;
  switch (told.working) {
    case null:
    case "rest":
      return WORDING.figure(label, told.period.label, quantity);
    case "difference":
    case "percent_change":
      return sayChange(told, composing);
    case "share":
      return sayShare(told, quantity, composing);
    case "ratio":
      return WORDING.ratio(
        inputLabel(first, composing),
        second === undefined ? "" : inputLabel(second, composing),
        quantity,
      );
    case "sum":
      return WORDING.sum(label, told.period.label, quantity);
    case "mean":
      return WORDING.mean(label, told.period.label, quantity);
  }
};

type ToldFinding = Extract<Finding, { kind: "told" }>;

const rankOf = ({ low }: ToldFinding, { operation }: Question): string =>
  operation.kind === "ranking"
    ? WORDING.rank(low ?? operation.direction === "low", operation.nth)
    : WORDING.rank(false, 1);

const sayRankedList = (finding: ToldFinding, question: Question): string => {
  const names = [...new Set(finding.values.map(({ measure }) => measure.name))];
  return WORDING.rankedList(rankOf(finding, question), names.join(", "));
};

type Sides = readonly (readonly [quantity: string, name: string])[];

const sidesOf = ({ sides }: Disagreement, { wording }: Composing): Sides => {
  const names = sideNames(sides);
  return sides.map(({ value }, at) => [sayQuantity(value, wording), names[at] ?? ""]);
};

/** One thing on which sources differ: every number with whose it is, whom the desk prefers first. */
const sayDisagreement = (told: Told, disagreement: Disagreement, composing: Composing): string => {
  const [first, ...others] = sidesOf(disagreement, composing);
  if (disagreement.preferredFor === null || first === undefined)
    return WORDING.sides(disagreement.label, disagreement.period.label, sidesOf(disagreement, composing));
  return WORDING.preferredSide(sayTold(told, composing), first[1], others);
};

/** The disagreement that the values are the sides of; null where they are of several things or periods. */
const disagreementAmong = (
  values: readonly Told[],
  notes: readonly Note[],
  composing: Composing,
): Disagreement | null => {
  const periods = new Set(values.map(({ period }) => `${period.start} ${period.end}`));
  const labels = new Set(values.map((told) => labelOf(told, composing.catalog)));
  if (values.length < 2 || periods.size > 1 || labels.size > 1) return null;
  return composeDisagreements(notes, composing)[0] ?? null;
};

export const headlineOfTold = (finding: ToldFinding, question: Question, composing: Composing): string => {
  const { as, values, notes } = finding;
  const [first] = values;
  if (as === "ranking" && values.length === 1)
    return WORDING.ranked(rankOf(finding, question), sayTold(first, composing));
  if (values.length === 1 || first.working !== null) return sayTold(first, composing);
  if (as === "ranking") return sayRankedList(finding, question);
  const disagreement = disagreementAmong(values, notes, composing);
  if (disagreement !== null) return sayDisagreement(first, disagreement, composing);
  const labels = [...new Set(values.map((told) => labelOf(told, composing.catalog)))];
  return labels.length > 1 ? WORDING.comparison(labels) : WORDING.several(labels[0] ?? "", values.length);
};

const sayOff = ({ quantity, against, off, verdict }: Judgement, composing: Composing): string | null => {
  if (quantity === null || off === null || verdict === "supported") return null;
  const percent = `${formatNumber(Math.abs(off), composing.wording)}%`;
  return WORDING.off(
    formatNumber(quantity.value, composing.wording),
    percent,
    sayQuantity(against, composing.wording),
  );
};

/** "Supported by A; contradicted by B." where sources that differ make different things of a claim; else null. */
const sayVerdicts = (disagreements: readonly Disagreement[]): string | null => {
  const split = disagreements.find(({ sides }) => new Set(sides.map(({ verdict }) => verdict)).size > 1);
  if (split === undefined) return null;
  const names = sideNames(split.sides);
  return WORDING.judgedBySides(
    split.sides.map(({ verdict }, at) => [verdict ?? "unverifiable", names[at] ?? ""] as const),
  );
};

export const headlineOfJudged = (
  { verdict, judgements, values, notes }: Extract<Finding, { kind: "judged" }>,
  composing: Composing,
): string => {
  const told = judgements[0]?.against ?? values[0];
  const off = judgements
    .map((judgement) => sayOff(judgement, composing))
    .filter((sentence) => sentence !== null);
  const said = [sayTold(told, composing), ...off].join(" ");
  const bySides = sayVerdicts(composeDisagreements(notes, composing));
  return bySides === null ? WORDING.judged(verdict, said) : `${bySides} ${said}`;
};

const sayPublished = (observation: Observation, composing: Composing): string => {
  const date = composing.catalog.sources.get(observation.provenance.source)?.published.date ?? null;
  return date === null
    ? WORDING.publishedUnknown
    : WORDING.publishedOn(dayLabel(date), ageOfDay(date, composing));
};

/** Where a figure stands; where its age is asked for, that first. */
export const headlineOfSourced = (
  { age, values: [first] }: Extract<Finding, { kind: "sourced" }>,
  composing: Composing,
): string => {
  const [observation] = first.inputs;
  if (age)
    return WORDING.aged(
      sayTold(first, composing),
      ageOf(observation, composing),
      sayPublished(observation, composing),
    );
  return WORDING.sourced(
    labelOf(first, composing.catalog),
    first.period.label,
    sayQuantity(first, composing.wording),
  );
};
