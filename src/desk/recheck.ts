import { setImmediate as nextTurn } from "node:timers/promises";
import type { Answer } from "../answer/answer.ts";
import type { Change } from "../message/correction.ts";
import type { StoryItem } from "../store/story-list.ts";
import { askAgain } from "./ask-again.ts";
import type { Desk } from "./open-desk.ts";
import { toldOf } from "./told-of.ts";

/** What has become of a collected figure since, the worst last. */
export const ITEM_STATES = [
  "stands",
  "newer",
  "differs",
  "unanswered",
  "corrected",
  "gone",
  "withdrawn",
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export type Rechecked = {
  readonly item: StoryItem;
  readonly state: ItemState;
  /** What changed of the held figures, old and new. */
  readonly changes: readonly Change[];
  /** How the question is answered now, where that is otherwise; null where it is not, or not at all. */
  readonly now: Answer | null;
};

const stateOfChange = ({ now, isExplained }: Change): ItemState => {
  if (now !== null) return "corrected";
  return isExplained ? "withdrawn" : "gone";
};

const worst = (states: readonly ItemState[]): ItemState =>
  states.toSorted((a, b) => ITEM_STATES.indexOf(b) - ITEM_STATES.indexOf(a))[0] ?? "stands";

/** The last day that an answer's figures speak of; an open period speaks up to no day. */
const lastDay = (
  periods: readonly { readonly start: string | null; readonly end: string | null }[],
): string => periods.map(({ start, end }) => end ?? start ?? "").reduce((a, b) => (a > b ? a : b), "");

/** "The newest", asked again, is of a later time than it was. */
const isNewer = (item: StoryItem, now: Answer): boolean =>
  lastDay(now.values.map(({ period }) => period)) > lastDay(item.rests.map(({ period }) => period));

const recheckOne = (desk: Desk, item: StoryItem): Rechecked => {
  const review = desk.review(item);
  const again = askAgain(desk, item)?.answer ?? null;
  const now = again?.status === "answered" ? again : null;
  if (review !== null) {
    const { changes } = review;
    return { item, state: worst(changes.map(stateOfChange)), changes, now };
  }
  if (now === null) return { item, state: "unanswered", changes: [], now: null };
  if (numbersOf(toldOf(now)) === numbersOf(item.told))
    return { item, state: "stands", changes: [], now: null };
  return { item, state: isNewer(item, now) ? "newer" : "differs", changes: [], now };
};

/** The same numbers of the same held figures, whatever they are called by now. */
const numbersOf = (told: StoryItem["told"]): string =>
  JSON.stringify(told.map(({ figures, value, unit }) => [figures, value, unit]));

/** So many questions are asked before others have their turn. */
const AT_ONCE = 20;

/** Asks for each collected figure again and holds it against what was collected. */
export const recheck = async (desk: Desk, items: readonly StoryItem[]): Promise<readonly Rechecked[]> => {
  const checked: Rechecked[] = [];
  for (const [at, item] of items.entries()) {
    checked.push(recheckOne(desk, item));
    if (at % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  return checked;
};
