import { daysBetween, monthOf, yearOf } from "../calendar/day.ts";
import { contains, type Period } from "../calendar/period.ts";
import { UNSTATED_UNIT } from "../language/format.ts";
import type { Qualifier } from "../language/quantity.ts";
import type { PerTime } from "../question/question.ts";
import type { Reading } from "../resolution/reading.ts";
import type { Told, Working } from "./finding.ts";

/** Worked-out percentages and ratios are kept to a hundredth; more would pretend to know more than the inputs do. */
const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** Sums of rounded numbers are rounded numbers. */
const hedgeOf = (inputs: readonly Told[]): Qualifier =>
  inputs.every(({ qualifier }) => qualifier === "exact") ? "exact" : "about";

/** "FY2023 to FY2024", or the one period where both sides share it. */
const across = (one: Told, other: Told): Period => {
  if (one.period.label === other.period.label) return one.period;
  const [first, last] =
    one.period.start <= other.period.start ? [one.period, other.period] : [other.period, one.period];
  return { label: `${first.label} to ${last.label}`, start: first.start, end: last.end };
};

type Sum = {
  readonly value: number;
  readonly unit: string;
  readonly formula: string;
  readonly working: Working;
};

const derived = (sum: Sum, inputs: readonly [Told, ...Told[]], period: Period): Told => ({
  ...sum,
  measure: inputs[0].measure,
  members: inputs[0].members,
  ...(inputs[0].allBut === undefined ? {} : { allBut: inputs[0].allBut }),
  valueMax: null,
  qualifier: hedgeOf(inputs),
  period,
  alsoPrinted: [],
  inputs: [inputs[0].inputs[0], ...inputs.flatMap((told) => told.inputs).slice(1)],
});

/** From the earlier to the later, signed: 170,590 → 113,431 is −57,159. */
export const workOutDifference = (from: Told, to: Told): Told =>
  derived(
    {
      value: to.value - from.value,
      unit: to.unit,
      formula: `${to.value} - ${from.value}`,
      working: "difference",
    },
    [to, from],
    across(from, to),
  );

/** In percent of the earlier, signed: 170,590 → 113,431 is −33.51. Null where the earlier is 0. */
export const workOutPercentChange = (from: Told, to: Told): Told | null => {
  if (from.value === 0) return null;
  const value = hundredth((100 * (to.value - from.value)) / from.value);
  const formula = `(${to.value} - ${from.value}) / ${from.value}`;
  return derived(
    { value, unit: "percent", formula, working: "percent_change" },
    [to, from],
    across(from, to),
  );
};

/** 1.4 million of 7.6 million is 18.42 percent. Null where the whole is 0. */
export const workOutShare = (part: Told, whole: Told): Told | null => {
  if (whole.value === 0) return null;
  const value = hundredth((100 * part.value) / whole.value);
  const formula = `${part.value} / ${whole.formula === null ? whole.value : `(${whole.formula})`}`;
  // Of a year the part that is a quarter of it is of that quarter.
  const period = contains(whole.period, part.period) ? part.period : across(part, whole);
  const share = derived({ value, unit: "percent", formula, working: "share" }, [part, whole], period);
  return whole.formula === null ? share : { ...share, shareOf: { part: part.period, whole } };
};

/** 102,550 against 10,405 is 9.86 times. Null where the second is 0. */
export const workOutRatio = (one: Told, other: Told): Told | null => {
  if (other.value === 0) return null;
  const formula = `${one.value} / ${other.value}`;
  const value = hundredth(one.value / other.value);
  return derived({ value, unit: "times", formula, working: "ratio" }, [one, other], across(one, other));
};

type Several = readonly [Told, ...Told[]];

const overAll = (values: Several): Period => {
  const last = values.at(-1)?.period ?? values[0].period;
  const first = values[0].period;
  return first.start === last.start && first.end === last.end
    ? first
    : { label: `${first.label} to ${last.label}`, start: first.start, end: last.end };
};

const total = (values: Several): number => values.reduce((sum, { value }) => sum + value, 0);
const added = (values: Several): string => values.map(({ value }) => value).join(" + ");

export const workOutSum = (values: Several): Told =>
  derived(
    { value: total(values), unit: values[0].unit, formula: added(values), working: "sum" },
    values,
    overAll(values),
  );

export const workOutMean = (values: Several): Told => {
  const value = hundredth(total(values) / values.length);
  const formula = `(${added(values)}) / ${values.length}`;
  return derived({ value, unit: values[0].unit, formula, working: "mean" }, values, overAll(values));
};

const MONTHS = 12;

/** How many of a unit a stretch of days holds: months by the calendar where it is made of them. */
const unitsIn = ({ start, end }: Period, unit: PerTime["unit"]): number => {
  const days = end === null ? 0 : daysBetween(start, end) + 1;
  if (unit === "day") return days;
  if (unit === "week") return days / DAYS_A_WEEK;
  return end === null ? 0 : MONTHS * (yearOf(end) - yearOf(start)) + monthOf(end) - monthOf(start) + 1;
};

const DAYS_A_WEEK = 7;

/** 113,431 in fiscal 2024 are 309.92 a day. The unit says of what: "arrests per day". */
export const workOutSpread = (told: Told, unit: PerTime["unit"]): Told => {
  const count = unitsIn(told.period, unit);
  const shown = hundredth(count);
  const sum: Sum = {
    value: hundredth(told.value / count),
    unit: `${told.unit} per ${unit}`,
    formula: `${told.formula === null ? told.value : `(${told.formula})`} / ${shown}`,
    working: "mean",
  };
  return derived(sum, [told], told.period);
};

/** Whether two readings count the same kind of thing, so that one may be taken from the other. */
export const sameUnit = (one: Pick<Reading, "measure">, other: Pick<Reading, "measure">): boolean =>
  one.measure.unit === other.measure.unit &&
  (one.measure.unit !== UNSTATED_UNIT || one.measure === other.measure);
