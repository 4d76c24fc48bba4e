import type { Catalog } from "../catalog/catalog.ts";
import type { StatType } from "../catalog/observation.ts";
import type { Operation } from "../question/question.ts";
import { homogeneous } from "../resolution/match-period.ts";
import { shapeOf } from "../resolution/period-shape.ts";
import type { Held, Reading } from "../resolution/reading.ts";
import { findPrintedResult } from "./find-printed.ts";
import type { Note, Told } from "./finding.ts";
import { notesOn, tellObservation } from "./tell.ts";
import { workOutDifference, workOutPercentChange } from "./work-out.ts";

type Change = Extract<Operation, { kind: "change" }>;

/** The two figures that a change lies between, the earlier first. */
export type Ends = {
  readonly from: Told;
  readonly to: Told;
  readonly held: readonly Held[];
  readonly assumed: readonly Note[];
};

const told = (held: Held, reading: Reading): Told => tellObservation(held.best, reading);

/** The figure before, of the same shape: the year before a year, the month before a month. */
const before = (held: Held, reading: Reading, catalog: Catalog): Held | undefined => {
  const shape = shapeOf(held.period, catalog.fiscalYearStartMonth);
  return reading.series
    .filter(
      ({ period }) =>
        period.start < held.period.start && shapeOf(period, catalog.fiscalYearStartMonth) === shape,
    )
    .at(-1);
};

/** A change that nobody named the ends of does not end in a year cut short. */
const wholeOnes = (run: readonly Held[], { fiscalYearStartMonth }: Catalog): readonly Held[] => {
  const whole = run.filter(({ period }) => shapeOf(period, fiscalYearStartMonth) !== "partial_year");
  return whole.length > 1 ? whole : run;
};

const endsOfOne = (reading: Reading, catalog: Catalog): Ends | null => {
  const context = { fiscalStartMonth: catalog.fiscalYearStartMonth, timeKind: reading.measure.timeKind };
  const chosen = reading.periodNamed
    ? reading.chosen
    : wholeOnes(homogeneous(reading.chosen, context), catalog);
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (first === undefined || last === undefined) return null;
  const assumed: readonly Note[] = reading.periodNamed ? [] : [{ kind: "no_period", several: true }];
  if (first !== last)
    return { from: told(first, reading), to: told(last, reading), held: [first, last], assumed };
  const earlier = before(first, reading, catalog);
  if (earlier === undefined) return null;
  const from = told(earlier, reading);
  return {
    from,
    to: told(first, reading),
    held: [earlier, first],
    assumed: [{ kind: "counted_from", period: earlier.period }],
  };
};

/** Two measures or two groups over one period: the first named against the second. */
const endsOfTwo = (one: Reading, other: Reading): Ends | null => {
  const [first, second] = [one.chosen.at(-1), other.chosen.at(-1)];
  if (first === undefined || second === undefined) return null;
  const differ = first.period.label !== second.period.label;
  const note: Note = { kind: "periods_differ", one: first.period, other: second.period };
  return {
    from: told(second, other),
    to: told(first, one),
    held: [first, second],
    assumed: differ ? [note] : [],
  };
};

export const findEnds = (readings: readonly Reading[], catalog: Catalog): Ends | null => {
  const [one, other] = readings;
  if (one === undefined) return null;
  return other === undefined ? endsOfOne(one, catalog) : endsOfTwo(one, other);
};

const PRINTED: Record<Change["form"], readonly StatType[]> = {
  percent: ["percent_increase", "percent_decrease"],
  difference: ["increase", "decrease"],
};

const FALLING: readonly StatType[] = ["decrease", "percent_decrease"];

/** A printed fall is printed without a sign; a change has one. */
export const signed = (told: Told, sized: boolean): Told =>
  !sized && FALLING.includes(told.measure.statType) && told.value > 0
    ? { ...told, value: -told.value }
    : told;

/** The sum that gives the size of a fall: what is left is taken from what there was. */
const formulaOfFall = ({ from, to }: Ends, { form }: Change): string =>
  form === "percent" ? `(${from.value} - ${to.value}) / ${from.value}` : `${from.value} - ${to.value}`;

/** "How many fewer" wants the size; where it went the other way, that is said. */
const sized = (
  value: Told,
  ends: Ends,
  change: Change,
): { readonly value: Told; readonly notes: readonly Note[] } => {
  if (!change.sized) return { value, notes: [] };
  const went = value.value < 0 ? "down" : "up";
  const notes: readonly Note[] =
    value.value !== 0 && went !== change.direction ? [{ kind: "other_direction", direction: went }] : [];
  if (went === "up") return { value, notes };
  return { value: { ...value, value: -value.value, formula: formulaOfFall(ends, change) }, notes };
};

/** The result as a source prints it; where nobody asked "how many", a percentage will do as well. */
const printedChange = (ends: readonly Told[], { form, counted }: Change, catalog: Catalog): Told | null =>
  findPrintedResult(ends, PRINTED[form], catalog) ??
  (counted || form === "percent" ? null : findPrintedResult(ends, PRINTED.percent, catalog));

export type Derived = { readonly value: Told; readonly notes: readonly Note[] };

/** The change between two held figures; a result that a source prints comes first, with ours beside it. */
export const deriveChange = (ends: Ends, operation: Change, catalog: Catalog): Derived | null => {
  const { from, to, held, assumed } = ends;
  const computed =
    operation.form === "percent" ? workOutPercentChange(from, to) : workOutDifference(from, to);
  if (computed === null) return null;
  const notes = [...assumed, ...notesOn(held, catalog)];
  const printed = printedChange([from, to], operation, catalog);
  if (printed === null) {
    const result = sized(computed, ends, operation);
    return { value: result.value, notes: [...notes, ...result.notes] };
  }
  const comparable = computed.unit === printed.unit;
  const differs = comparable && Math.abs(Math.abs(computed.value) - Math.abs(printed.value)) > 1e-9;
  const note: Note = {
    kind: "computed_differs",
    computed: Math.abs(computed.value),
    unit: computed.unit,
    formula: computed.formula ?? "",
  };
  return { value: signed(printed, operation.sized), notes: differs ? [...notes, note] : notes };
};
