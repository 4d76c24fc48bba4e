import { daysBetween } from "../calendar/day.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { stemsOf } from "../language/words.ts";
import type { Question } from "../question/question.ts";
import { isCalledSo } from "./called-so.ts";
import type { Held, Reading, Resolution } from "./reading.ts";

type Asking = { readonly question: Question; readonly catalog: Catalog };

const LONGEST_MONTH = 31;

const isMonthly = ({ period }: Held): boolean =>
  period.end !== null && daysBetween(period.start, period.end) < LONGEST_MONTH;

/** Only the months, where figures by the month are asked for; a year's figure is no month's. */
const toMonths = (reading: Reading): Reading => ({
  ...reading,
  chosen: reading.chosen.filter(isMonthly),
  series: reading.series.filter(isMonthly),
});

/** "Arrests per month" wants the figures of months; where none is held, that is what is not held. */
export const withRates = (resolution: Resolution, { question, catalog }: Asking): Resolution => {
  const { perMonth } = question;
  if (perMonth === null || resolution.kind !== "resolved") return resolution;
  const [first, ...rest] = resolution.readings.map((reading) =>
    isCalledSo(reading.measure, stemsOf(perMonth), catalog) ? reading : toMonths(reading),
  );
  if (first !== undefined && [first, ...rest].every(({ chosen }) => chosen.length > 0))
    return { ...resolution, readings: [first, ...rest] };
  return {
    kind: "not_held",
    failing: { part: "words", words: [perMonth] },
    nearest: resolution.readings,
  };
};
