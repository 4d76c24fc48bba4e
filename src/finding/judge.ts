import type { Quantity } from "../language/quantity.ts";
import type { Judgement, Told, Verdict } from "./finding.ts";

/** Off by no more than this, in parts of the held value, and no honest rounding: "close". The contract's 5%. */
const CLOSE = 0.05;

/** The step that a number is rounded to: 7.6 million to 100,000, 115,000 to 1,000, 64% to 1. */
const stepOf = ({ value, step }: Quantity): number => {
  if (!Number.isInteger(value) || value === 0) return step;
  let zeros = 1;
  while (value % (zeros * 10) === 0) zeros *= 10;
  return Math.max(step, zeros);
};

const offBy = (said: number, held: number): number =>
  held === 0 ? Number.POSITIVE_INFINITY : (said - held) / held;

/** Half a step is what rounding may take; of a number with one digit that is a lot, so never more than "close". */
const isRounding = (quantity: Quantity, held: number): boolean =>
  Math.abs(quantity.value - held) <= stepOf(quantity) / 2 + 1e-9 &&
  Math.abs(offBy(quantity.value, held)) <= CLOSE;

const within = (quantity: Quantity, held: number): boolean =>
  quantity.valueMax !== null && held >= quantity.value && held <= quantity.valueMax;

/** "Nearly doubled" is said of what grew 1.8 times: a multiple is a rough measure, and hedged a rougher one. */
const NEARLY_TIMES = 0.125;

/** Whether a bound that was said holds: "more than 110,000" of 113,431, "under 1,500" of 3,200. */
const boundHolds = ({ qualifier, value, unit }: Quantity, told: Told): boolean | null => {
  switch (qualifier) {
    case "more_than":
      return told.value > value || (told.value === value && told.qualifier === "more_than");
    case "at_least":
      return told.value >= value;
    case "fewer_than":
      return told.value < value || (told.value === value && told.qualifier === "fewer_than");
    case "at_most":
    case "up_to":
      return told.value <= value;
    case "nearly":
      return told.value <= value && offBy(value, told.value) <= (unit === "times" ? NEARLY_TIMES : CLOSE)
        ? true
        : null;
    case "exact":
    case "about":
      return null;
  }
};

const verdictOf = (quantity: Quantity, told: Told): Verdict => {
  const off = Math.abs(offBy(quantity.value, told.value));
  const bound = boundHolds(quantity, told);
  if (told.valueMax !== null && quantity.value >= told.value && quantity.value <= told.valueMax)
    return "supported";
  if (bound === true || quantity.value === told.value || within(quantity, told.value)) return "supported";
  if (bound === null && isRounding(quantity, told.value)) return "supported";
  return off <= CLOSE ? "close" : "contradicted";
};

/** A said number against a held or worked-out one; changes are compared by size. */
export const judge = (quantity: Quantity, told: Told): Judgement => {
  const against = told.value < 0 && quantity.value > 0 ? { ...told, value: -told.value } : told;
  const off = offBy(quantity.value, against.value);
  return {
    quantity,
    against: told,
    verdict: verdictOf(quantity, against),
    off: Number.isFinite(off) ? 100 * off : null,
  };
};

const ORDER: readonly Verdict[] = ["supported", "close", "contradicted", "unverifiable"];

/** The kindest of the verdicts on one number: it need only be right about one of the figures it may speak of. */
export const kindest = (judgements: readonly Judgement[]): Judgement | undefined =>
  judgements.toSorted(
    (a, b) =>
      ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || Math.abs(a.off ?? 0) - Math.abs(b.off ?? 0),
  )[0];

/** The harshest of the verdicts on several numbers: a claim stands only where all of it does. */
export const harshest = (judgements: readonly Judgement[]): Verdict =>
  judgements.map(({ verdict }) => verdict).toSorted((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0] ??
  "unverifiable";
