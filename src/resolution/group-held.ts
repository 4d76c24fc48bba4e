import type { Preference } from "../catalog/catalog.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Held } from "./reading.ts";

/** Prints of one figure that differ by no more than rounding does ("149,000" for 149,305): 2.5% of the larger. */
const SAME_FIGURE = 0.025;

/** How many zeros a number ends in, over all its digits: the fewer, the more precise the print. */
export const roundness = (value: number): number => {
  let zeros = 0;
  for (let rest = Math.abs(value); rest !== 0 && rest % 10 === 0; rest /= 10) zeros += 1;
  return zeros;
};

/** Of two prints of the same number the hedged one: a headline drops the "more than" of its own article. */
const byHedge = (a: Observation, b: Observation): number => {
  const hedged = Number(a.qualifier !== "exact") - Number(b.qualifier !== "exact");
  return a.value === b.value ? -hedged : hedged;
};

const byPrecision = (a: Observation, b: Observation): number =>
  roundness(a.value) - roundness(b.value) || byHedge(a, b) || a.provenance.paragraph - b.provenance.paragraph;

const agrees = (one: Observation, other: Observation): boolean =>
  Math.abs(one.value - other.value) <= SAME_FIGURE * Math.max(Math.abs(one.value), Math.abs(other.value));

const isMeant =
  ({ measure, pack, provenance }: Observation) =>
  (preference: Preference): boolean =>
    preference.source === provenance.source &&
    (preference.measure === null ? preference.pack === pack : preference.measure === measure);

type Chosen = { readonly best: Observation; readonly reason: string | null };

/** Where sources differ, the one that the desk prefers; else the most precise print. */
const chooseBest = (
  sorted: readonly [Observation, ...Observation[]],
  preferences: readonly Preference[],
): Chosen => {
  const [first] = sorted;
  if (sorted.every((other) => agrees(first, other))) return { best: first, reason: null };
  for (const preference of preferences) {
    const best = sorted.find((one) => isMeant(one)(preference));
    if (best !== undefined) return { best, reason: preference.reason };
  }
  return { best: first, reason: null };
};

const hold = (observations: readonly Observation[], preferences: readonly Preference[]): Held | null => {
  const [first, ...more] = observations.toSorted(byPrecision);
  if (first === undefined) return null;
  const { best, reason } = chooseBest([first, ...more], preferences);
  const rest = [first, ...more].filter((one) => one !== best);
  return {
    period: best.timePeriod,
    best,
    others: rest.filter((other) => agrees(best, other)),
    disagreeing: rest.filter((other) => !agrees(best, other)),
    ...(reason === null ? {} : { preferredFor: reason }),
  };
};

const periodKey = ({ timePeriod, kind }: Observation): string =>
  `${timePeriod.start}/${timePeriod.end ?? ""}/${kind === "actual" || kind === "estimate" ? "" : kind}`;

/**
 * Observations of one measure and one group, one entry a period, oldest first; where sources differ, whom the desk
 * prefers comes first.
 */
export const groupHeld = (
  observations: readonly Observation[],
  preferences: readonly Preference[] = [],
): readonly Held[] =>
  [...Map.groupBy(observations, periodKey).values()]
    .map((printed) => hold(printed, preferences))
    .filter((held) => held !== null)
    .toSorted((a, b) => (a.period.start < b.period.start ? -1 : Number(a.period.start > b.period.start)));
