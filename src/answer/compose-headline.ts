import { dayLabel } from "../calendar/calendar-periods.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Finding, Judgement, Told } from "../finding/finding.ts";
import { formatNumber } from "../language/format.ts";
import type { Question } from "../question/question.ts";
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
  const rose = from === undefined ? told.value >= 0 : to.value >= from.value;
  const [one, other] = [labelOfInput(to, composing), from === undefined ? "" : labelOfInput(from, composing)];
  const label =
    one === other || from === undefined ? labelOf(told, composing.catalog) : `${one} against ${other}`;
  return WORDING.change(label, told.period.label, rose ? WORDING.wentUp(size) : WORDING.wentDown(size));
};

/** One number in a sentence: what it is, its period, and the number with its hedge. */
export const sayTold = (told: Told, composing: Composing): string => {
  const label = labelOfTold(told, composing.catalog);
  const quantity = sayQuantity(told, composing.wording);
  const [first, second] = told.inputs;
  switch (told.working) {
    case null:
      return WORDING.figure(label, told.period.label, quantity);
    case "difference":
    case "percent_change":
      return sayChange(told, composing);
    case "share":
      return WORDING.share(
        labelOfInput(first, composing),
        second === undefined ? "" : inputLabel(second, composing),
        quantity,
      );
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

const rankOf = ({ operation }: Question): string =>
  operation.kind === "ranking"
    ? WORDING.rank(operation.direction === "low", operation.nth)
    : WORDING.rank(false, 1);

const sayRanked = (told: Told, question: Question, composing: Composing): string => {
  return WORDING.ranked(rankOf(question), sayTold(told, composing));
};

const sayRankedList = (values: readonly Told[], question: Question): string => {
  const names = [...new Set(values.map(({ measure }) => measure.name))];
  return WORDING.rankedList(rankOf(question), names.join(", "));
};

type ToldFinding = Extract<Finding, { kind: "told" }>;

export const headlineOfTold = (
  { as, values }: ToldFinding,
  question: Question,
  composing: Composing,
): string => {
  const [first] = values;
  if (as === "ranking" && values.length === 1) return sayRanked(first, question, composing);
  if (values.length === 1 || first.working !== null) return sayTold(first, composing);
  if (as === "ranking") return sayRankedList(values, question);
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

export const headlineOfJudged = (
  { verdict, judgements, values }: Extract<Finding, { kind: "judged" }>,
  composing: Composing,
): string => {
  const told = judgements[0]?.against ?? values[0];
  const off = judgements
    .map((judgement) => sayOff(judgement, composing))
    .filter((sentence) => sentence !== null);
  return WORDING.judged(verdict, [sayTold(told, composing), ...off].join(" "));
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
