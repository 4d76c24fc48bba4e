import { answerValue, citationsOf } from "../answer/cite.ts";
import { labelOfTold, sayQuantity } from "../answer/say.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Told } from "../finding/finding.ts";
import { formatNumber } from "../language/format.ts";
import type { FigureWording } from "../language/number-words.ts";
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

const composeNumber = (weighed: Weighed, composing: ComposingCheck): CheckedNumber => {
  const { claim, verdict, against, instead, off } = weighed;
  const { catalog } = composing;
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
    citations: citationsOf(
      [instead, against].filter((told) => told !== null),
      catalog,
    ),
    sentence: sentenceOf(weighed, composing),
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
