import type { PhraseMeaning } from "../language/phrases.ts";
import type { PeriodMention } from "../language/reference-period.ts";
import type { Assigned } from "./assign-roles.ts";
import { type Surface, tokenAt } from "./find-surface.ts";
import type { StatedPeriod } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** "What did | the new board | put into it": who did it, and no time by itself. */
const isDoer = ({ at }: PeriodMention, { tokens, frames }: Surface): boolean => {
  const first = tokenAt(tokens, at);
  const ends = (meaning: PhraseMeaning, index: number): boolean =>
    frames.some((frame) => frame.meaning === meaning && frame.to === index);
  return ends("auxiliary", ends("article", first) ? first - 1 : first);
};

/** A person's name that stands for a term of office ("did she …") says less of time than "under her" does. */
const isBareName = (mention: PeriodMention, surface: Surface, { language }: Vocabulary): boolean =>
  mention.reference.kind === "named" &&
  (mention.text.split(" ").every((word) => !language.words.has(word.toLowerCase())) ||
    isDoer(mention, surface));

/** "It was Reed who opened it", "Reed opened": what follows the name is what was done, and not "says" or "told us". */
const isActing = ({ at }: PeriodMention, { tokens }: Surface, { roles }: Assigned): boolean => {
  const last = tokens.findLastIndex((token) => token.at[0] < at[1]);
  const next = roles.findIndex((role, index) => index > last && role !== "stop");
  return roles[next] === "content";
};

/** The periods of a surface, each with what it does in the sentence. */
export const statedPeriods = (
  surface: Surface,
  assigned: Assigned,
  vocabulary: Vocabulary,
): readonly StatedPeriod[] =>
  surface.mentions.map((mention) => {
    const index = tokenAt(surface.tokens, mention.at);
    const bareName = isBareName(mention, surface, vocabulary);
    return {
      ...mention,
      excluded: assigned.isExcluded(index),
      aside: assigned.isAside(index),
      bareName,
      acts: !bareName || isActing(mention, surface, assigned),
    };
  });

const OUTRIGHT: readonly PeriodMention["reference"]["kind"][] = [
  "within",
  "range",
  "partial",
  "since",
  "until",
  "beside_event",
  "named",
];

/** "This is the last one today": what a speaker says of their own day is no period of the question. */
export const isOwnDay = ({ reference, aside }: StatedPeriod): boolean =>
  aside && (!OUTRIGHT.includes(reference.kind) || ("relative" in reference && reference.relative));

/** Asides count only where the question proper says nothing of the kind. */
const coreFirst = <Item>(items: readonly Item[], isAside: (item: Item) => boolean): readonly Item[] => {
  const core = items.filter((item) => !isAside(item));
  return core.length > 0 ? core : items;
};

export const notExcluded = (periods: readonly StatedPeriod[]): readonly StatedPeriod[] =>
  coreFirst(
    periods.filter(({ excluded }) => !excluded),
    ({ aside }) => aside,
  );
