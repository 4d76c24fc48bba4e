import type { Period } from "../calendar/period.ts";
import { isOutcome } from "../catalog/observation.ts";
import type { Told } from "../finding/finding.ts";
import type { RememberedReading, Turn } from "../question/memory.ts";
import type { Concept } from "../question/question.ts";
import { restate } from "../question/shift-period.ts";

/** The words of a sentence, read once somebody leans on them: most sentences of a long draft nobody leans on. */
export type Spoken = () => readonly Concept[];

export const wordsIn = (spoken: readonly Spoken[]): readonly Concept[] => spoken.flatMap((read) => read());

/** What the numbers before one in a draft were of: what a later one leans on. */
export type Carried = {
  /** The figures told in the paragraphs before, for what leans on them outright ("That was …"). */
  readonly earlier: readonly Told[];
  /** The figures told in this paragraph, the newest last. */
  readonly told: readonly Told[];
  /** The period last spoken of, in this paragraph or before; null at the beginning. */
  readonly period: Period | null;
  /** The one that was spoken of before this sentence: what its first "the year before" is counted from. */
  readonly before: Period | null;
  /** The times last named in this paragraph, the newest last. */
  readonly times: readonly Period[];
  /** The words of the sentences since the last number. */
  readonly topic: readonly Spoken[];
  /** The words of the line that a list stands under. */
  readonly head: readonly Spoken[];
  /** Whether the period was spoken of in this paragraph. */
  readonly inParagraph: boolean;
};

export const NOTHING_CARRIED: Carried = {
  before: null,
  times: [],
  head: [],
  earlier: [],
  told: [],
  topic: [],
  period: null,
  inParagraph: false,
};

/** A new paragraph keeps only the time from which "the year before" is counted. */
export const intoParagraph = ({ period, told, earlier, topic }: Carried, ledOn: boolean): Carried => ({
  ...NOTHING_CARRIED,
  earlier: told.length > 0 ? told : earlier,
  head: ledOn ? topic : [],
  period,
});

/** An item of a list leans on what the list is of, and not on the item before it. */
export const intoItem = (carried: Carried): Carried => ({ ...carried, told: [], topic: [] });

/** So many figures back a sentence may lean. */
const REACH = 4;

export const andThen = (carried: Carried, told: Told | null, times: readonly Period[]): Carried => ({
  ...carried,
  told: told === null ? carried.told : [...carried.told, told].slice(-REACH),
  topic: [],
  period: times.at(-1) ?? carried.period,
  times: [...carried.times, ...times].slice(-REACH),
  inParagraph: carried.inParagraph || times.length > 0,
});

/** A new sentence counts its first "the year before" from what the last one spoke of. */
export const intoSentence = (carried: Carried): Carried => ({ ...carried, before: carried.period });

/** What a sentence without a number speaks of is what the next one may be about. */
export const speakingOf = (carried: Carried, topic: Spoken): Carried => ({
  ...carried,
  topic: [...carried.topic, topic],
});

/** A figure that others may lean on: no change, share or multiple of one. */
const isLevel = ({ working, measure }: Told): boolean => working === null && !isOutcome(measure);

const sameThing = (one: Told, other: Told): boolean =>
  one.measure === other.measure && one.members.join() === other.members.join();

/** The figure last told, with the periods of the one before it where both are of one thing. */
export const lastReading = (told: readonly Told[]): RememberedReading | null => {
  const levels = told.filter(isLevel);
  const last = levels.at(-1);
  if (last === undefined) return null;
  const periods = levels.filter((one) => sameThing(one, last)).map(({ period }) => period);
  const distinct = [...new Map(periods.map((period) => [period.label, period])).values()].slice(-2);
  return { measure: last.measure.id, members: last.members, periods: distinct };
};

/** The thread that a follow-up would lean on: what a draft's "the year before" is counted from. */
export const turnFor = (period: Period | null, fiscalStartMonth: number): Turn | null =>
  period === null
    ? null
    : {
        readings: [{ measure: "", members: [], periods: [period] }],
        references: [restate(period, fiscalStartMonth)],
        operation: { kind: "lookup" },
        refused: false,
      };
