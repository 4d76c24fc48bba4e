import { answerValue, citationOf, citationsOf } from "../answer/cite.ts";
import { labelOfTold, sayQuantity } from "../answer/say.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Told } from "../finding/finding.ts";
import { formatNumber } from "../language/format.ts";
import type { FigureWording } from "../language/number-words.ts";
import { groupHeld } from "../resolution/group-held.ts";
import type { Unreadable } from "./readable.ts";
import type { CheckedNumber, CheckReport } from "./report.ts";
import { NUMBER_VERDICTS, type Weighed } from "./verdict.ts";
import { WORDING } from "./wording.ts";

export type ComposingCheck = { readonly catalog: Catalog; readonly wording: FigureWording };

const sayFigure = (told: Told, { catalog, wording }: ComposingCheck): string => {
  const figure = WORDING.figure(labelOfTold(told, catalog), told.period.label, sayQuantity(told, wording));
  return told.formula === null ? figure : `${figure} (${told.formula})`;
};

const sayOff = ({ off }: Weighed, { wording }: ComposingCheck): string | null =>
  off === null ? null : WORDING.off(`${formatNumber(Math.abs(off), wording)}%`, off > 0);

const sentenceOf = (weighed: Weighed, composing: ComposingCheck): string => {
  const { verdict, against, instead } = weighed;
  const held = against === null ? null : sayFigure(against, composing);
  const other = instead === null ? "" : sayFigure(instead, composing);
  switch (verdict) {
    case "matches":
    case "rounds":
      return WORDING[verdict](held ?? "");
    case "differs":
      return WORDING.differs(sayOff(weighed, composing), held ?? "");
    case "other_period":
    case "other_measure":
      return WORDING[verdict](other, held);
    case "goal_as_actual":
      return WORDING.goal_as_actual(other);
    case "not_held":
      return WORDING.not_held;
  }
};

type Differing = { readonly others: readonly Observation[]; readonly preferred: Observation | null };

/** What other sources print for the same thing and period, where they disagree with the one that is held up. */
const differingFrom = (told: Told | null, { figures, preferences }: Catalog): Differing => {
  const [observation] = told?.working === null ? told.inputs : [];
  if (observation === undefined) return { others: [], preferred: null };
  const printed = figures.at(observation.measure, observation.members);
  const held = groupHeld(printed, preferences).find(({ best, others, disagreeing }) =>
    [best, ...others, ...disagreeing].includes(observation),
  );
  if (held === undefined) return { others: [], preferred: null };
  const sides = held.disagreeing.length === 0 ? [] : [held.best, ...held.disagreeing];
  return {
    others: sides.filter((side) => side.value !== observation.value),
    preferred: held.preferredFor === undefined ? null : held.best,
  };
};

const sayDiffering = (
  told: Told | null,
  { others, preferred }: Differing,
  { catalog, wording }: ComposingCheck,
): string => {
  const outletOf = ({ provenance: { source } }: Observation): string =>
    catalog.sources.get(source)?.outlet ?? source;
  const said = others.map((other) =>
    WORDING.has(outletOf(other), sayQuantity({ ...other, unit: told?.unit ?? "" }, wording)),
  );
  if (said.length === 0) return "";
  return WORDING.sourcesDiffer(said, preferred === null ? null : outletOf(preferred));
};

const composeNumber = (weighed: Weighed, composing: ComposingCheck): CheckedNumber => {
  const { claim, verdict, against, instead, off } = weighed;
  const { catalog } = composing;
  const told = instead ?? against;
  const differing = differingFrom(told, catalog);
  return {
    asPrinted: claim.asPrinted,
    at: claim.at,
    paragraph: claim.paragraph,
    value: claim.quantity.value,
    valueMax: claim.quantity.valueMax,
    verdict,
    held: against === null ? null : answerValue(against, catalog),
    instead: instead === null ? null : answerValue(instead, catalog),
    off,
    citations: [
      ...citationsOf(
        [instead, against].filter((one) => one !== null),
        catalog,
      ),
      ...differing.others.map((other) => citationOf(other, catalog)),
    ],
    sentence: `${sentenceOf(weighed, composing)}${sayDiffering(told, differing, composing)}`,
  };
};

const countsOf = (numbers: readonly CheckedNumber[]): CheckReport["counts"] =>
  NUMBER_VERDICTS.map((verdict) => ({
    verdict,
    count: numbers.filter((number) => number.verdict === verdict).length,
  })).filter(({ count }) => count > 0);

/** What is said of a draft that cannot be read. */
export const composeUnreadable = (status: Unreadable): CheckReport => ({
  status,
  counts: [],
  numbers: [],
  readUpTo: null,
  headline: WORDING.nothing(status),
});

/** The numbers of a draft with their verdicts in words, and a line that sums them up, the worst first. */
export const composeCheck = (
  weighed: readonly Weighed[],
  readUpTo: CheckReport["readUpTo"],
  composing: ComposingCheck,
): CheckReport => {
  const numbers = weighed.map((one) => composeNumber(one, composing));
  const counts = countsOf(numbers);
  const status = numbers.length === 0 ? "no_numbers" : "checked";
  const headline = status === "checked" ? WORDING.headline(numbers.length, counts) : WORDING.nothing(status);
  return { status, counts, numbers, readUpTo, headline };
};
