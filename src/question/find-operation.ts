import type { PhraseMeaning } from "../language/phrases.ts";
import type { Quantity } from "../language/quantity.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import type { Stretch } from "./operation.ts";
import type { Direction, Operation } from "./question.ts";

/** What the operation is read from: the frames of the question proper, its periods and its numbers. */
export type Signs = {
  readonly has: (meaning: PhraseMeaning) => boolean;
  readonly periods: readonly ReferencePeriod[];
  readonly quantities: readonly Quantity[];
  /** The number in "top three"; null where none is said. */
  readonly listed: number | null;
  /** 2 in "the second highest"; 1 where nothing of the kind is said. */
  readonly nth: number;
  /** "In ten years"; null where none are said. */
  readonly window: Stretch | null;
};

const anyOf = (signs: Signs, meanings: readonly PhraseMeaning[]): boolean => meanings.some(signs.has);

const CHANGES: readonly PhraseMeaning[] = ["change", "change_up", "change_down", "more", "fewer"];
const MOVING: readonly PhraseMeaning[] = ["change_up", "change_down", "more", "fewer"];
const SELECTORS: readonly ReferencePeriod["kind"][] = [
  "within",
  "recurring_month",
  "recurring_quarter",
  "partial",
  "beside_event",
  "shift",
  "same_in",
  "same",
];

const isPercent = ({ has, quantities }: Signs): boolean =>
  has("percent") || quantities.some(({ unit }) => unit === "percent");

const COMPARATIVES: readonly PhraseMeaning[] = ["comparative_up", "comparative_down"];

/** "64% fewer", "what percent lower", "higher in 2024 than in 2012": a comparative that tells a change. */
const compares = (signs: Signs): boolean =>
  anyOf(signs, COMPARATIVES) &&
  (signs.quantities.some(({ unit }) => unit === "percent") ||
    (signs.has("percent") && !signs.has("share")) ||
    tellsComparison(signs));

/** "Were they higher in 2024 than in 2012": of two times, without "how many". */
export const tellsComparison = (signs: Pick<Signs, "has" | "periods">): boolean =>
  signs.has("than") && COMPARATIVES.some(signs.has) && selected(signs) === 2;

/** "Higher in 2012 than in 2024" is a fall in the order of time. */
const isBackwards = ({ has, periods }: Signs): boolean => {
  const [first, second] = periods.flatMap((one) => (one.kind === "within" ? [one.period.start] : []));
  return has("than") && first !== undefined && second !== undefined && first < second;
};

const directionOf = (signs: Signs): Direction | null => {
  const { has } = signs;
  const up = has("more") || has("change_up") || (compares(signs) && has("comparative_up"));
  const down = has("fewer") || has("change_down") || (compares(signs) && has("comparative_down"));
  const said = up && !(has("change_down") && !has("more")) ? "up" : downOr(down);
  if (said === null || !isBackwards(signs) || !COMPARATIVES.some(has)) return said;
  return said === "up" ? "down" : "up";
};

const downOr = (down: boolean): Direction | null => (down ? "down" : null);

const hasRange = ({ periods }: Signs): boolean => periods.some(({ kind }) => kind === "range");
const selected = ({ periods }: Pick<Signs, "periods">): number =>
  periods.filter(({ kind }) => SELECTORS.includes(kind)).length;

/** "fell to what" asks for the level reached, "how has it grown over time" for the run of years. */
const findChange = (signs: Signs): Operation | null => {
  if (!(anyOf(signs, CHANGES) || compares(signs)) || signs.has("level")) return null;
  if (signs.has("series") && selected(signs) < 2) return null;
  // "How fast must it be settled" asks for a time, "how fast did it grow" for a change.
  if (signs.has("duration") && !anyOf(signs, MOVING)) return null;
  const direction = directionOf(signs);
  const form = isPercent(signs) ? "percent" : "difference";
  const counted = anyOf(signs, ["more", "fewer", "counting"]);
  return { kind: "change", form, direction, sized: direction !== null, counted, beside: false };
};

/** "Compared with the year before" asks how it changed. */
const findComparison = (signs: Signs): Operation | null => {
  if (!signs.has("compare")) return null;
  if (!signs.periods.some(({ kind }) => kind === "shift")) return { kind: "compare" };
  const form = isPercent(signs) ? "percent" : "difference";
  return { kind: "change", form, direction: null, sized: false, counted: false, beside: true };
};

const findRanking = ({ has, listed, nth, window }: Signs): Operation | null => {
  const bySize = has("high") || has("low");
  const merit = !bySize && (has("best") || has("worst"));
  if (!bySize && !merit && listed === null) return null;
  const over = has("rank_time") ? "period" : "member";
  return {
    kind: "ranking",
    direction: has("low") || (merit && has("worst")) ? "low" : "high",
    merit,
    count: listed ?? 1,
    nth,
    over,
    window,
  };
};

const findSeries = (signs: Signs): Operation | null =>
  signs.has("series") ||
  hasRange(signs) ||
  selected(signs) > 2 ||
  signs.periods.some(({ kind }) => kind === "recurring_quarter")
    ? { kind: "series" }
    : null;

const findTotal = (signs: Signs): Operation | null => {
  const isRun = hasRange(signs) || selected(signs) > 1 || signs.periods.some(({ kind }) => kind === "since");
  // Of one year there is an average of its months, where they are held.
  if (!isRun) return signs.has("average") && selected(signs) === 1 ? { kind: "mean", yearly: false } : null;
  if (signs.has("mean") || (signs.has("average") && signs.has("per_year")))
    return { kind: "mean", yearly: true };
  if (signs.has("average") && !signs.has("series")) return { kind: "mean", yearly: false };
  return addsUp(signs) ? { kind: "sum" } : null;
};

const addsUp = ({ has }: Signs): boolean => has("added") || (has("sum") && !has("series"));

/** "The average renewable share from 2010 to 2014" is an average. */
const averages = (signs: Signs): boolean => findTotal(signs)?.kind === "mean";

const TIMES: readonly PhraseMeaning[] = ["first_time", "last_time", "several_times"];
const ABOVE: readonly Quantity["qualifier"][] = ["more_than", "at_least"];
const BELOW: readonly Quantity["qualifier"][] = ["fewer_than", "at_most"];

/** "When did it first drop below 13,000": a time is asked for, and which side of the number it was on. */
const findBeyond = ({ has, quantities }: Signs): Operation | null => {
  const [quantity, ...more] = quantities;
  const [falls, climbs] = [has("falls_below"), has("climbs_above")];
  const asks = has("rank_time") && !has("claim") && !has("counting");
  const isTimed = falls || climbs || TIMES.some(has);
  if (quantity === undefined || more.length > 0 || !asks || !isTimed) return null;
  const below = falls || (!climbs && BELOW.includes(quantity.qualifier));
  if (!below && !climbs && !ABOVE.includes(quantity.qualifier)) return null;
  const first = has("first_time") || falls || climbs;
  return {
    kind: "beyond",
    side: below ? "below" : "above",
    threshold: quantity.value,
    came: falls,
    which: whichOf(has, first),
  };
};

const whichOf = (has: Signs["has"], first: boolean): "first" | "last" | "all" => {
  if (has("last_time")) return "last";
  return first && !has("several_times") ? "first" : "all";
};

/** What is asked to be done with the figures. The first that fits, the more particular before the plain. */
export const findOperation = (signs: Signs): Operation => {
  const beyond = findBeyond(signs);
  if (beyond !== null) return beyond;
  if (signs.has("ratio") || signs.quantities.some(({ unit }) => unit === "times"))
    return { kind: "ratio", ordered: signs.has("ratio_of") };
  const change = findChange(signs);
  if (change !== null) return change;
  const ranking = findRanking(signs);
  if (ranking === null && (signs.has("share") || isPercent(signs)) && !averages(signs))
    return { kind: "share" };
  return ranking ?? findTotal(signs) ?? findComparison(signs) ?? findSeries(signs) ?? { kind: "lookup" };
};
