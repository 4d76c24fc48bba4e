import type { CalendarDate } from "../calendar/day.ts";
import type { Period } from "../calendar/period.ts";
import type { Qualifier } from "../language/quantity.ts";

/** How a date is known: it stands in the source, was worked out from it, or is not known. */
export const DATE_BASES = ["printed", "inferred", "unknown"] as const;
export type DateBasis = (typeof DATE_BASES)[number];

export const SOURCE_KINDS = ["news_report", "official_report", "dataset"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A document that figures are taken from (W3C PROV: an entity that a figure was derived from). */
export type Source = {
  readonly id: string;
  readonly pack: string;
  readonly outlet: string;
  /** The headline or title as it is printed; null where the archived text has none. */
  readonly title: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly published: { readonly date: CalendarDate | null; readonly basis: DateBasis };
  readonly kind: SourceKind;
  readonly note: string | null;
  /** The file in the newsroom's own archive folder that holds its text. */
  readonly archive: string | null;
};

/** What a measure's number is, statistically (schema.org StatisticalVariable.statType). */
export const STAT_TYPES = [
  "value",
  "mean",
  "share",
  "ratio",
  "increase",
  "decrease",
  "percent_increase",
  "percent_decrease",
] as const;
export type StatType = (typeof STAT_TYPES)[number];

/** A stock stands at a moment, a flow runs over a period, a rule holds until it is changed. */
export const TIME_KINDS = ["stock", "flow", "rule"] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

export const MEMBER_KINDS = ["aggregate"] as const;

/** One member of one dimension, written "nationality=mexico" in the tables. */
export type MemberKey = string;

/** "nationality=mexico" → "nationality". */
export const dimensionOf = (key: MemberKey): string => key.slice(0, key.indexOf("="));

/** What is counted (SDMX measure, schema.org StatisticalVariable). */
export type Measure = {
  readonly id: string;
  readonly pack: string;
  readonly name: string;
  readonly measuredProperty: string;
  readonly population: string;
  readonly unit: string;
  readonly definition: string;
  readonly timeKind: TimeKind;
  readonly statType: StatType;
  /** The measure that a share, ratio or change is taken of; null for plain values. */
  readonly baseMeasure: string | null;
  /** Members that every figure of the measure has, so that a question need not say them. */
  readonly members: readonly MemberKey[];
  readonly notToBeConfusedWith: readonly string[];
};

export type Member = {
  readonly id: MemberKey;
  readonly pack: string;
  readonly dimension: string;
  readonly name: string;
  /** It holds others of its dimension ("World"), and so is none of them when they are ranked. */
  readonly aggregate: boolean;
};

/**
 * Whether a measure's number is the outcome of a sum over another measure (a growth, a share of it), which is
 * told and never worked on. A share of nothing that is held is a level like any other.
 */
export const isOutcome = ({ statType, baseMeasure }: Measure): boolean =>
  statType !== "value" && statType !== "mean" && !(statType === "share" && baseMeasure === null);

/** Whether it counts something, so that a part may be taken from the whole: no percentage, no rate, no mean. */
export const isCount = ({ statType, unit }: Measure): boolean =>
  statType === "value" && unit !== "percent" && !PER.test(unit);

/** So many for each of something. */
const PER = /\sper\s/iu;

export const FIGURE_KINDS = ["actual", "estimate", "goal", "proposal", "capacity", "threshold"] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

export const FIGURE_STATUSES = ["current", "corrected", "withdrawn"] as const;

/** Where a number stands and who said it. No observation exists without one. */
export type Provenance = {
  readonly source: string;
  /** The source's non-empty lines, counted from 1. */
  readonly paragraph: number;
  /** The number as the source prints it. */
  readonly asPrinted: string;
  readonly attribution: string | null;
};

/** One printed figure: which measure, for whom, over which days, how much, and where it is printed. */
export type Observation = {
  readonly id: string;
  readonly pack: string;
  readonly measure: string;
  /** What sets it apart within its measure; sorted. Empty: the total. */
  readonly members: readonly MemberKey[];
  /** In base units of the measure: 7.6 million people is 7600000, 64% is 64. */
  readonly value: number;
  readonly valueMax: number | null;
  readonly qualifier: Qualifier;
  readonly timePeriod: Period;
  readonly periodBasis: DateBasis;
  readonly kind: FigureKind;
  readonly provenance: Provenance;
  readonly caveats: readonly string[];
  readonly status: (typeof FIGURE_STATUSES)[number];
  readonly supersedes: string | null;
  /** Why it was corrected or withdrawn, in a sentence; absent where the pack does not say. */
  readonly reason?: string;
  /** Ids of the held figures that the source worked this one out from (PROV wasDerivedFrom). */
  readonly derivedFrom: readonly string[];
  /** The printed figures that one of a longer period was added up from; absent from a printed one. */
  readonly addedFrom?: readonly [Observation, ...Observation[]];
  /** A whole and its part, of which it is what is left; absent from a printed one. */
  readonly leftOf?: readonly [whole: Observation, part: Observation];
};
