import { daysBetween } from "../calendar/day.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Measure } from "../catalog/observation.ts";
import { stemsOf } from "../language/words.ts";
import type { PerTime, Question } from "../question/question.ts";
import { addsUp } from "./add-up.ts";
import { isCalledSo } from "./called-so.ts";
import type { Held, Reading, Resolution } from "./reading.ts";

type Asking = { readonly question: Question; readonly catalog: Catalog };

/** In days, of the longest of each. */
const LENGTHS: Readonly<Record<PerTime["unit"], number>> = { day: 1, week: 7, month: 31 };

const isMonthly = ({ period }: Held): boolean =>
  period.end !== null && daysBetween(period.start, period.end) < LENGTHS.month;

/** Only the months, where figures by the month are asked for; a year's figure is no month's. */
const toMonths = (reading: Reading): Reading => ({
  ...reading,
  chosen: reading.chosen.filter(isMonthly),
  series: reading.series.filter(isMonthly),
});

const SPREADING: readonly Question["operation"]["kind"][] = ["lookup", "mean"];

/**
 * "How many a day is that", "arrests a month on average": a count over a longer time, over its length. Of months a
 * row may be meant, unless an average is said or the thread's figure is.
 */
const mayBeSpread = ({ measure, chosen }: Reading, { unit }: PerTime, question: Question): boolean => {
  const { operation, meanStems, leansOn, act } = question;
  const leans = leansOn.anaphora || leansOn.follow || leansOn.short;
  const meansEach = unit !== "month" || meanStems.length > 0 || operation.kind === "mean" || leans;
  return (
    act.kind === "figure" &&
    SPREADING.includes(operation.kind) &&
    meansEach &&
    addsUp(measure) &&
    measure.unit !== "usd" &&
    chosen.length > 0 &&
    chosen.every((held) => isLonger(held, unit))
  );
};

const isLonger = ({ period: { start, end } }: Held, unit: PerTime["unit"]): boolean =>
  end !== null && daysBetween(start, end) >= LENGTHS[unit];

/** Where no time is said, what is too short to be spread is not meant. */
const longEnough = (reading: Reading, unit: PerTime["unit"]): Reading =>
  reading.periodNamed
    ? reading
    : { ...reading, chosen: reading.chosen.filter((held) => isLonger(held, unit)) };

/** Called so ("crossings per day"), or, of a price or another level, defined so ("the average monthly rent"). */
const isTold = (measure: Measure, { stems }: PerTime, catalog: Catalog): boolean => {
  const defined = addsUp(measure) ? [] : stemsOf(`${measure.definition} ${measure.unit}`);
  return stems.some((stem) => isCalledSo(measure, [stem], catalog) || defined.includes(stem));
};

/** The reading as the rate wants it; without figures where they are not held for that. */
const withRate = (reading: Reading, perTime: PerTime, { question, catalog }: Asking): Reading => {
  if (isTold(reading.measure, perTime, catalog)) return reading;
  const months = perTime.unit === "month" ? toMonths(reading) : { ...reading, chosen: [] };
  if (months.chosen.length > 0) return months;
  const long = longEnough(reading, perTime.unit);
  return mayBeSpread(long, perTime, question) ? { ...long, spreadOver: perTime.unit } : months;
};

/** "Arrests per month" wants the figures of months; where neither they nor an average are to be had, that is not held. */
export const withRates = (resolution: Resolution, asking: Asking): Resolution => {
  const { perTime } = asking.question;
  if (perTime === null || resolution.kind !== "resolved") return resolution;
  const [first, ...rest] = resolution.readings.map((reading) => withRate(reading, perTime, asking));
  if (first !== undefined && [first, ...rest].every(({ chosen }) => chosen.length > 0))
    return { ...resolution, readings: [first, ...rest] };
  return {
    kind: "not_held",
    failing: { part: "words", words: [perTime.said] },
    nearest: resolution.readings,
  };
};
