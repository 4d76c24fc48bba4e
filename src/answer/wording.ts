import type { Verdict } from "./answer.ts";

const listed = new Intl.ListFormat("en", { type: "conjunction" });
const either = new Intl.ListFormat("en", { type: "disjunction" });
const quoted = (words: readonly string[]): string => listed.format(words.map((word) => `“${word}”`));

/** As far as the language pack counts places. */
const ORDINALS: Readonly<Record<number, string>> = { 2: "Second", 3: "Third", 4: "Fourth" };

const VERDICTS: Record<Verdict, string> = {
  supported: "Supported",
  close: "Close, but not what is held",
  contradicted: "Contradicted by what is held",
  unverifiable: "I cannot verify that",
};

const SIDE_VERDICTS: Record<Verdict, string> = {
  supported: "supported by",
  close: "close to what is printed by",
  contradicted: "contradicted by",
  unverifiable: "not settled by",
};

/** How long ago, as a person says it: 0 → "this month", 5 → "5 months ago", 26 → "2 years 2 months ago". */
export const sayAge = (months: number): string => {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
  if (months <= 0) return "this month";
  if (years === 0) return `${count(rest, "month")} ago`;
  return rest === 0 ? `${count(years, "year")} ago` : `${count(years, "year")} ${count(rest, "month")} ago`;
};

/** Every sentence of an answer. Numbers come in already formatted. */
export const WORDING = {
  figure: (label: string, period: string, quantity: string): string => `${label}, ${period}: ${quantity}.`,
  several: (label: string, count: number): string => `${label}: ${count} figures held.`,
  comparison: (labels: readonly string[]): string => `${listed.format(labels)}, side by side.`,
  change: (label: string, period: string, change: string): string => `${label}, ${period}: ${change}.`,
  wentUp: (size: string): string => `up ${size}`,
  wentDown: (size: string): string => `down ${size}`,
  /** A whole of so many groups of which none is held for all. */
  addedUp: (label: string, count: number): string => `${label}, all ${count} added up`,
  share: (part: string, whole: string, quantity: string): string =>
    `${part}, as a share of ${whole}: ${quantity}.`,
  ratio: (one: string, other: string, quantity: string): string => `${one} is ${quantity} ${other}.`,
  /** What is left of a group's name once a part is taken from the whole: "all but “at large”". */
  allBut: (member: string): string => `all but “${member}”`,
  sum: (label: string, period: string, quantity: string): string =>
    `${label}, ${period}, added up: ${quantity}.`,
  mean: (label: string, period: string, quantity: string): string =>
    `${label}, ${period}, on average: ${quantity}.`,
  ranked: (rank: string, told: string): string => `${rank}: ${told}`,
  /** "Highest of those held", "Third lowest of those held". */
  rank: (low: boolean, nth: number): string => {
    const ordinal = ORDINALS[nth];
    if (ordinal === undefined) return low ? "Lowest of those held" : "Highest of those held";
    return `${ordinal} ${low ? "lowest" : "highest"} of those held`;
  },
  /** "The Post", or with its day where two sides are of one outlet. */
  side: (outlet: string, published: string): string => `${outlet}, ${published}`,
  sides: (
    label: string,
    period: string,
    sides: readonly (readonly [quantity: string, name: string])[],
  ): string =>
    `${label}, ${period}: sources differ. ${sides.map(([quantity, name]) => `${name}: ${quantity}`).join("; ")}.`,
  preferredSide: (
    told: string,
    preferred: string,
    others: readonly (readonly [quantity: string, name: string])[],
  ): string =>
    `${told} That is the figure of ${preferred}, which the desk prefers; ${others.map(([quantity, name]) => `${name} has ${quantity}`).join("; ")}.`,
  judgedBySides: (verdicts: readonly (readonly [verdict: Verdict, name: string])[]): string => {
    const [first = "", ...rest] = verdicts.map(([verdict, name]) => `${SIDE_VERDICTS[verdict]} ${name}`);
    return `${[first[0]?.toUpperCase() + first.slice(1), ...rest].join("; ")}.`;
  },
  differs: {
    published: "when they were published",
    attribution: "who says so",
    rounding: "how exact they are",
    kind: "whether it was counted or estimated",
    scope: "what their notes say of them",
    basis: "how the period is known",
  },
  judged: (verdict: Verdict, headline: string): string => `${VERDICTS[verdict]}. ${headline}`,
  cannotJudge: (reason: string): string => `${VERDICTS.unverifiable}. ${reason}`,
  sourced: (label: string, period: string, quantity: string): string =>
    `Where it stands: ${label}, ${period}: ${quantity}.`,
  topics: (count: number): string =>
    `${count === 1 ? "One measure" : `${count} measures`} held on that; the newest figure of each:`,
  choose: (count: number): string =>
    count === 1 ? "Is this what you mean?" : `That could mean ${count} things. Which one?`,

  nothing: "Ask me for a figure in plain words: what, and for which year.",
  tooLong: "That is too long for me to read as a question. Ask in a sentence or two.",
  noMeasure: "I hold no figure for that.",
  words: (words: readonly string[]): string => `I hold nothing on ${quoted(words)}.`,
  wordsBeside: (label: string, words: readonly string[]): string =>
    `I hold ${label}, but nothing on ${quoted(words)}.`,
  members: (label: string, members: readonly string[]): string =>
    `I hold ${label}, but not for ${either.format(members)}.`,
  list: (words: readonly string[]): string => listed.format(words),
  span: (first: string, last: string): string => `${first} to ${last}`,
  period: (label: string, held: string, asked: string): string =>
    `I hold ${label} (${held}), but not for ${asked}.`,
  premise: (period: string, other: string): string => `${period} does not fall in ${other}.`,
  noThread: "I do not know which figure that refers to. Say what you mean, and for which year.",
  kind: (label: string, kind: string): string => `I hold ${label}, but no ${kind}.`,
  unit: (label: string, unit: string): string =>
    unit === "usd"
      ? `I hold ${label}, but no amount of money for it.`
      : `I hold ${label}, but no length of time for it.`,
  operations: {
    share: "I hold no pair of figures for the same period that this share could be worked out from.",
    ratio: "I hold no pair of figures that this ratio could be worked out from.",
    change: "I do not hold the two figures that this change would lie between.",
    units: "Those two count different things, so I will not take one from the other.",
    sum: "I do not hold yearly figures there that could be added up.",
    mean: "I do not hold yearly figures there that could be averaged.",
    beyond: "No period that I hold came to lie on that side of the number.",
    laid_to: "What I hold is a level, and does not say whose doing it is.",
    claim: "I found no number in that which I could hold against a figure.",
  } as Readonly<Record<string, string>>,
  operation: "I cannot work that out from what I hold.",
  nearestFigure: (label: string, period: string, age: string): string => `${label}, ${period} (${age})`,

  corrected: (from: string, to: string): string => `Reading “${from}” as “${to}”.`,
  taken: (said: string, meant: string): string => `Taking “${said}” as “${meant}”.`,
  carriedMeasure: (label: string): string => `Taking “${label}” from this thread.`,
  carriedPeriod: (label: string): string => `Taking ${label} from this thread.`,
  noPeriod: (period: string, age: string): string =>
    `No period was named; the newest that I hold is ${period} (${age}).`,
  onlyPeriod: (period: string, age: string): string =>
    `No period was named; the only one that I hold is ${period} (${age}).`,
  yearBasis: (period: string, from: string, to: string): string =>
    `Taking ${period}, which runs from ${from} to ${to}.`,
  countedFrom: (period: string): string => `No second period was named; counted from ${period}.`,
  otherDirection: (direction: "up" | "down"): string =>
    `It went ${direction}, not the way the question has it.`,

  partial: (period: string): string => `${period} is not a whole year; do not set it beside whole years.`,
  disagrees: (quantity: string, outlet: string, paragraph: number): string =>
    `${outlet} (paragraph ${paragraph}) prints ${quantity} for the same period.`,
  alsoPrinted: (asPrinted: string, outlet: string, paragraph: number): string =>
    `Also printed as ${asPrinted}: ${outlet}, paragraph ${paragraph}.`,
  computedDiffers: (computed: string, formula: string): string =>
    `Printed so by the source; worked out from its figures it is ${computed} (${formula}).`,
  coversOnly: (first: string, last: string): string =>
    `Held from ${first} to ${last} only; the period asked for is longer.`,
  leftOutPartial: (period: string): string => `${period} is not a whole year and was left out.`,
  onlyHeld: (count: number): string =>
    count === 1 ? "It is the only one held." : `Only ${count} are held to choose from.`,
  otherKind: {
    goal: "This is a goal, not a count.",
    proposal: "This is a proposal, not a count.",
    capacity: "This is a capacity, not a count.",
    threshold: "This is a threshold, not a count.",
  } as Readonly<Record<string, string>>,
  periodsDiffer: (one: string, other: string): string =>
    `The two figures are for different periods: ${one} and ${other}.`,
  roundedInputs: "Worked out from rounded figures, so itself rounded.",
  isOtherFigure: (said: string, figure: string, held: string): string =>
    `${said} fits another figure: ${figure} (${held}).`,
  off: (said: string, percent: string, held: string): string => `${said} is ${percent} off the held ${held}.`,
  aged: (told: string, age: string, published: string): string =>
    `${told} Its period ended ${age}; ${published}.`,
  publishedOn: (date: string, age: string): string => `published ${date} (${age})`,
  publishedUnknown: "when it was published is not known",
  rankedList: (rank: string, label: string): string => `${rank}: ${label}.`,
} as const;
