import { makeClaim, makeUnheldClaim } from "./make-claims.ts";
import {
  makeEveryday,
  makeGap,
  makeGroup,
  makeLatest,
  makeMisspelt,
  makeOfficial,
  makeShared,
  makeThread,
  makeUnheldMeasure,
  makeUnheldPlace,
  makeUnheldYear,
} from "./make-lookups.ts";
import {
  makeChange,
  makeDifference,
  makeGrowth,
  makePeak,
  makeSeries,
  makeTimes,
  makeTop,
  makeTwo,
} from "./make-workings.ts";
import { type Made, type Making, placesOf } from "./making.ts";
import type { Question } from "./question.ts";
import { createRandom } from "./random.ts";
import type { SubjectTable } from "./subject-table.ts";

type Kind = { readonly kind: string; readonly count: number; readonly make: (making: Making) => Made | null };

const KINDS: readonly Kind[] = [
  { kind: "lookup, everyday", count: 50, make: makeEveryday },
  { kind: "lookup, official", count: 40, make: makeOfficial },
  { kind: "group", count: 20, make: makeGroup },
  { kind: "latest", count: 10, make: makeLatest },
  { kind: "misspelt", count: 30, make: makeMisspelt },
  { kind: "shared name", count: 4, make: makeShared },
  { kind: "follow-up", count: 12, make: makeThread },
  { kind: "comparison, places", count: 25, make: makeDifference },
  { kind: "ratio", count: 10, make: makeTimes },
  { kind: "comparison, change", count: 25, make: makeChange },
  { kind: "comparison, percent", count: 25, make: makeGrowth },
  { kind: "ranking, places", count: 25, make: makeTop },
  { kind: "ranking, years", count: 20, make: makePeak },
  { kind: "series", count: 25, make: makeSeries },
  { kind: "two places", count: 20, make: makeTwo },
  { kind: "claim", count: 40, make: makeClaim },
  { kind: "claim, not held", count: 15, make: makeUnheldClaim },
  { kind: "year not held", count: 25, make: makeUnheldYear },
  { kind: "gap", count: 10, make: makeGap },
  { kind: "place not held", count: 25, make: makeUnheldPlace },
  { kind: "measure not held", count: 30, make: makeUnheldMeasure },
];

/** A question and the row of the report that it counts in. */
export type SubjectQuestion = { readonly label: string; readonly question: Question };

/** The evaluation compares changes by size, and knows them by this word. */
const kindOf = (label: string): string => (label.startsWith("comparison") ? "comparison" : label);

const ASKED_ON = "2026-11-21";
const TRIES = 40;

/** One question of a kind and those that follow in its thread; none where the table has nothing for it. */
const makeOne = ({ kind, make }: Kind, making: Making, id: string): readonly SubjectQuestion[] => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const made = make(making);
    if (made === null) continue;
    return [made, ...(made.next ?? [])].map(({ question, expect }, at) => ({
      label: kind,
      question: { id: `${id}-${at}`, question, now: ASKED_ON, thread: id, kind: kindOf(kind), expect },
    }));
  }
  return [];
};

/** Questions about a table, whose answers are worked out from the table itself. */
export const questionsAbout = (table: SubjectTable, seed: number): readonly SubjectQuestion[] => {
  const places = placesOf(table);
  const made = KINDS.flatMap((kind) => {
    const random = createRandom(seed, `${table.subject}/${kind.kind}`);
    return Array.from({ length: kind.count }, (_, at) =>
      makeOne(
        kind,
        { table, random, places },
        `${table.subject}-${kind.kind.replaceAll(/\W+/gu, "-")}-${at}`,
      ),
    );
  }).flat();
  const seen = new Set<string>();
  return made.filter(({ label, question }) => {
    const isNew = label === "follow-up" || !seen.has(question.question);
    seen.add(question.question);
    return isNew;
  });
};
