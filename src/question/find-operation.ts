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
const SELECTORS: readonly ReferencePeriod["kind"][] = [
  "within",
  "recurring_month",
  "partial",
  "beside_event",
  "shift",
  "same_in",
  "same",
];

const isPercent = ({ has, quantities }: Signs): boolean =>
  has("percent") || quantities.some(({ unit }) => unit === "percent");

/** "64% fewer": a comparative behind a percentage tells a change. */
const compares = (signs: Signs): boolean =>
  signs.quantities.some(({ unit }) => unit === "percent") &&
  anyOf(signs, ["comparative_up", "comparative_down"]);

const directionOf = (signs: Signs): Direction | null => {
  const { has } = signs;
  const up = has("more") || has("change_up") || (compares(signs) && has("comparative_up"));
  const down = has("fewer") || has("change_down") || (compares(signs) && has("comparative_down"));
  if (up && !(has("change_down") && !has("more"))) return "up";
  return down ? "down" : null;
};

const hasRange = ({ periods }: Signs): boolean => periods.some(({ kind }) => kind === "range");
const selected = ({ periods }: Signs): number =>
  periods.filter(({ kind }) => SELECTORS.includes(kind)).length;

/** "fell to what" asks for the level reached, "how has it grown over time" for the run of years. */
const findChange = (signs: Signs): Operation | null => {
  if (!(anyOf(signs, CHANGES) || compares(signs)) || signs.has("level")) return null;
  if (signs.has("series") && selected(signs) < 2) return null;
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
  signs.has("series") || hasRange(signs) || selected(signs) > 2 ? { kind: "series" } : null;

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

/** What is asked to be done with the figures. The first that fits, the more particular before the plain. */
export const findOperation = (signs: Signs): Operation => {
  if (signs.has("ratio") || signs.quantities.some(({ unit }) => unit === "times"))
    return { kind: "ratio", ordered: signs.has("ratio_of") };
  const change = findChange(signs);
  if (change !== null) return change;
  const ranking = findRanking(signs);
  if (ranking === null && (signs.has("share") || isPercent(signs)) && !averages(signs))
    return { kind: "share" };
  return ranking ?? findTotal(signs) ?? findComparison(signs) ?? findSeries(signs) ?? { kind: "lookup" };
};
