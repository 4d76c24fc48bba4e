import type { AnswerValue } from "../answer/answer.ts";
import { fill } from "../language/house-style.ts";
import { sayAmount } from "./say-amount.ts";
import { sayPeriod } from "./say-period.ts";
import type { Styled } from "./styled.ts";

/** One figure for each period, the first one told of it: another source's is beside it in the table. */
const onePerPeriod = (values: readonly AnswerValue[]): readonly AnswerValue[] => [
  ...new Map(values.toReversed().map((value) => [value.period.label, value] as const)).values(),
];

const byStart = (one: AnswerValue, other: AnswerValue): number =>
  (one.period.start ?? "") < (other.period.start ?? "") ? -1 : 1;

/** The same thing over time, oldest first; null where the figures are of several things. */
export const runOf = (values: readonly AnswerValue[]): readonly AnswerValue[] | null => {
  const [first] = values;
  const isOne = values.every(
    ({ label, unit, derived }) => label === first?.label && unit === first.unit && derived === null,
  );
  const run = isOne ? onePerPeriod(values).toSorted(byStart) : [];
  return run.length > 1 ? run : null;
};

/** "ICE arrests went from 170,590 in fiscal year 2023 to 113,431 in fiscal year 2024", and where the peak was. */
export const sayRun = (run: readonly AnswerValue[], styled: Styled): string => {
  const { parts } = styled.style;
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return "";
  const label = styled.neutral(first.label);
  const clause = fill(parts["several.run"], {
    label: label.includes(", ") ? `${label},` : label,
    before: sayAmount(first, label, styled),
    before_period: sayPeriod(first.period, styled),
    after: sayAmount(last, label, styled),
    after_period: sayPeriod(last.period, styled),
  });
  const peak = run.reduce((highest, value) => (value.value > highest.value ? value : highest), first);
  if (peak.value <= Math.max(first.value, last.value)) return clause;
  return fill(parts["several.peak"], {
    run: clause,
    amount: sayAmount(peak, label, styled),
    period: sayPeriod(peak.period, styled),
  });
};

const sayItem = (value: AnswerValue, styled: Styled): string => {
  const label = styled.neutral(value.label);
  return fill(styled.style.parts["several.item"], {
    label,
    amount: sayAmount(value, label, styled),
    period: sayPeriod(value.period, styled),
  });
};

/** Several things side by side: each of them where they are few, else the lowest and the highest. */
export const sayList = (values: readonly AnswerValue[], styled: Styled): string => {
  const { parts, counts } = styled.style;
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  const isComparable = values.every(({ unit }) => unit === low?.unit);
  if (values.length <= counts["several.listed"] || !isComparable || low === undefined || high === undefined)
    return values.map((value) => sayItem(value, styled)).join("; ");
  return fill(parts["several.ends"], {
    count: String(values.length),
    low: sayItem(low, styled),
    high: sayItem(high, styled),
  });
};
