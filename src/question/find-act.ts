import type { PhraseMeaning } from "../language/phrases.ts";
import type { Frame } from "./find-frames.ts";
import type { Act } from "./question.ts";
import type { Part } from "./split-parts.ts";

type Signs = {
  readonly has: (meaning: PhraseMeaning) => boolean;
  readonly frames: readonly Frame[];
  readonly parts: readonly Part[];
  readonly isAside: (index: number) => boolean;
  /** Numbers said that are no dates, and that the question proper holds. */
  readonly quantityCount: number;
  readonly periodCount: number;
  /** Numbers that are spoken of as known: "the 42,000". */
  readonly definiteCount: number;
  /** Whether the sentence tells a change ("arrests fell in 2024"), which can be checked without a number. */
  readonly tellsChange: boolean;
  /** Whether it tells how two times compare ("were higher than"), which is no heading over figures. */
  readonly told: boolean;
};

const ends = (parts: readonly Part[]): ReadonlySet<number> =>
  new Set(parts.flatMap((part, at) => (parts[at + 1]?.sentence === part.sentence ? [] : [part.to])));

/** "…, right?", "… under her, correct", "… True?": a tag stands alone between commas or closes its sentence. */
const hasTag = ({ frames, parts }: Signs): boolean => {
  const sentenceEnds = ends(parts);
  return frames.some(
    ({ meaning, from, to }) =>
      from > 0 &&
      ((meaning === "tag" && sentenceEnds.has(to)) ||
        ((meaning === "tag" || meaning === "tag_alone") &&
          parts.some((part) => part.from === from && part.to === to))),
  );
};

/** "Did she …", "Has it …": a question that wants yes or no opens with its verb. */
const opensYesNo = ({ frames, parts, isAside }: Signs): boolean =>
  frames.some(
    ({ meaning, from }) =>
      meaning === "yes_no" &&
      !frames.some((other) => other.meaning === "chat" && other.from === from) &&
      parts.some(
        (part) =>
          part.from === from || (isAside(from - 1) && !isAside(from) && part.from <= from && from < part.to),
      ),
  );

/** ", source please": nothing but it and politeness. */
const isPolite = ({ from, to }: Part, first: number, frames: readonly Frame[]): boolean =>
  from === first &&
  frames.some((frame) => frame.meaning === "chat" && frame.from === first + 1 && frame.to === to);

/** "source?", "…, source please": the bare noun asks where it stands by itself, not inside a question. */
/** "Where was it highest?" asks for a place, and for no document. */
const asksPlace = ({ has, frames }: Signs): boolean =>
  (has("high") || has("low")) &&
  frames.every(
    ({ meaning, from }) =>
      meaning !== "source" || frames.some((other) => other.meaning === "asks_member" && other.from === from),
  );

const saysSource = (signs: Signs): boolean => signs.has("source") && !asksPlace(signs);

const asksSource = (signs: Signs): boolean => saysSource(signs) || standsForSource(signs);

const standsForSource = ({ has, frames, parts }: Signs): boolean =>
  !has("opener") &&
  frames.some(
    ({ meaning, from, to }) =>
      meaning === "source_word" && parts.some((part) => part.to === to || isPolite(part, from, frames)),
  );

/** "When was the 42,000 figure published?", but not "when were the most reported?". */
const asksWhenPublished = ({ has }: Signs): boolean =>
  has("asking_when") && has("publishing") && !has("high") && !has("low");

/** "Was 2023 a record?" */
const asksOfRank = (signs: Signs): boolean =>
  signs.periodCount > 0 &&
  (signs.has("high") || signs.has("low")) &&
  opensYesNo(signs) &&
  !signs.has("opener");

/** "Is the 1.4 million figure the ones with final orders?": whether a number that is known is what they say. */
const asksOfKnown = (signs: Signs): boolean =>
  signs.definiteCount > 0 && opensYesNo(signs) && !signs.has("opener");

type Claim = Extract<Act, { kind: "claim" }>;

const findClaim = (signs: Signs): Claim | null =>
  asksOfKnown(signs) || asksOfRank(signs) ? { kind: "claim", explicit: true } : findChecked(signs);

/** "She says arrests fell", "Arrests were higher in 2024 than in 2012.": told as a fact, and not asked. */
const isReported = ({ tellsChange, told, has, frames, parts }: Signs): boolean =>
  tellsChange &&
  parts.every(({ asked }) => !asked) &&
  !has("opener") &&
  (told || frames.some(({ meaning }) => meaning === "report"));

const findChecked = (signs: Signs): Claim | null => {
  const { has, quantityCount, tellsChange } = signs;
  const checkable = quantityCount > 0 || tellsChange;
  const tagged = hasTag(signs);
  if (has("claim") && (checkable || has("high") || has("low"))) return { kind: "claim", explicit: true };
  if (!checkable || (has("opener") && !(tagged && quantityCount > 0))) return null;
  if (tagged || opensYesNo(signs) || isReported(signs)) return { kind: "claim", explicit: true };
  return quantityCount > 0 ? { kind: "claim", explicit: false } : null;
};

/** What the person wants done. A question about where a number is from is no claim that it is so. */
export const findAct = (signs: Signs): Act => {
  const { has } = signs;
  if (has("age") || asksWhenPublished(signs)) return { kind: "source", age: true };
  if (asksSource(signs) && !has("claim")) return { kind: "source", age: false };
  return findClaim(signs) ?? (has("topic") ? { kind: "topic" } : { kind: "figure" });
};
