import type { Question } from "../question/question.ts";
import type { Candidate } from "../retrieval/candidate.ts";
import { CUTOFFS } from "../retrieval/cutoffs.ts";

/** Stems of the question that narrow what is meant, with where each first stands. */
const contentStems = (question: Question): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (const { stem, role, at } of question.concepts)
    if (role === "content" && !places.has(stem)) places.set(stem, at[0]);
  return places;
};

const covers = (candidate: Candidate, stem: string): boolean =>
  candidate.explained.has(stem) || candidate.soft.some((concept) => concept.stem === stem);

/** Words of the question that only this one of them says by name. */
const ownStems = (
  one: Candidate,
  others: readonly Candidate[],
  stems: ReadonlyMap<string, number>,
): readonly string[] =>
  [...stems.keys()].filter(
    (stem) => one.matched.has(stem) && !others.some(({ matched }) => matched.has(stem)),
  );

const firstPlace = (
  one: Candidate,
  others: readonly Candidate[],
  stems: ReadonlyMap<string, number>,
): number => Math.min(...ownStems(one, others, stems).map((stem) => stems.get(stem) ?? 0));

const without = (one: Candidate, all: readonly Candidate[]): readonly Candidate[] =>
  all.filter((other) => other !== one);

/** A question that sets more than these side by side is a list, not a comparison. */
const SIDES = 4;

/** Takes the candidate that accounts for most of what is left, again and again, as long as each adds a word. */
const gather = (said: readonly Candidate[], stems: ReadonlyMap<string, number>): readonly Candidate[] => {
  let left = new Set(stems.keys());
  const sides: Candidate[] = [];
  while (left.size > 0 && sides.length < SIDES) {
    const added = (candidate: Candidate): number => left.intersection(candidate.matched).size;
    const next = said.toSorted((a, b) => added(b) - added(a) || b.score - a.score)[0];
    if (next === undefined || added(next) === 0) break;
    sides.push(next);
    left = new Set([...left].filter((stem) => !covers(next, stem)));
  }
  return sides;
};

/**
 * "Removed, granted, closed": a thing between two commas that another measure is called by in full, and no side is, is
 * left out, though a side may account for its word somehow.
 */
const leavesOut = (sides: readonly Candidate[], said: readonly Candidate[], question: Question): boolean => {
  const stems = contentStems(question);
  const cuts = question.joins.toSorted((a, b) => a - b);
  const groups = Map.groupBy(stems.entries(), ([, place]) => cuts.filter((cut) => cut < place).length);
  return [...groups.values()].some((group) => {
    const own = group.map(([stem]) => stem);
    const isSaid = ({ matched }: Candidate): boolean => own.some((stem) => matched.has(stem));
    const named = said.some(({ matched }) => own.every((stem) => matched.has(stem)));
    return named && !sides.some(isSaid);
  });
};

const COMPARING: readonly Question["operation"]["kind"][] = ["compare", "change", "share", "ratio"];

/** "arrested and removed" are two things, "arrested ones who were removed" is one that neither measure is. */
const areSetApart = (places: readonly number[], { joins, operation }: Question): boolean =>
  COMPARING.includes(operation.kind) ||
  places.every(
    (place, index) => index === 0 || joins.some((join) => (places[index - 1] ?? 0) < join && join < place),
  );

const RATIO: Question["operation"] = { kind: "ratio", ordered: true };

/**
 * "How many removals per grant", "for every grant, how many removals": two measures that account for the question
 * together, first the one that is counted, then the one that it is counted for each of. Null where they do not.
 */
export const coverAsRatio = (
  candidates: readonly Candidate[],
  question: Question,
): readonly [Candidate, Candidate] | null => {
  const { perAt } = question;
  if (perAt === null || question.operation.kind !== "lookup") return null;
  const asked = { ...question, operation: RATIO };
  // A part of a name behind "per" may be any unit ("per household").
  const [one, other, ...more] = coverFrom(CUTOFFS.complete, candidates, asked);
  if (one === undefined || other === undefined || more.length > 0) return null;
  const stems = contentStems(question);
  const isEach = (side: Candidate, beside: Candidate): boolean =>
    ownStems(side, [beside], stems).some((stem) => stems.get(stem) === perAt);
  if (isEach(other, one)) return [one, other];
  return isEach(one, other) ? [other, one] : null;
};

/**
 * Candidates that account for the whole question only together ("arrests and removals in 2024"), in the order
 * in which they are named; none where they do not, or where one of them adds no word of its own.
 */
export const coverTogether = (candidates: readonly Candidate[], question: Question): readonly Candidate[] =>
  // Of "more permits than starts" each word is half a name, and enough where it is no other measure's.
  coverFrom(
    COMPARING.includes(question.operation.kind) ? CUTOFFS.answerable : CUTOFFS.complete,
    candidates,
    question,
  );

/** The same, of names of which at least so much is said. */
const coverFrom = (
  enough: number,
  candidates: readonly Candidate[],
  question: Question,
): readonly Candidate[] => {
  const stems = contentStems(question);
  const said = candidates.filter(
    ({ completeness, conflicts }) => completeness >= enough && conflicts.length === 0,
  );
  const sides = gather(said, stems);
  const covered = [...stems.keys()].every((stem) => sides.some((side) => covers(side, stem)));
  const distinct = sides.every((side) => ownStems(side, without(side, sides), stems).length > 0);
  if (sides.length < 2 || !covered || !distinct) return [];
  if (leavesOut(sides, said, question)) return [];
  const places = sides.map((side) => firstPlace(side, without(side, sides), stems)).toSorted((a, b) => a - b);
  if (!areSetApart(places, question)) return [];
  return sides.toSorted(
    (a, b) => firstPlace(a, without(a, sides), stems) - firstPlace(b, without(b, sides), stems),
  );
};
