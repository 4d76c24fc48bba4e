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

const coveredBy = (candidate: Candidate, stem: string): boolean =>
  candidate.explained.has(stem) || candidate.soft.some((concept) => concept.stem === stem);

/** Where the words begin that only this one of the two accounts for by name; null where there are none. */
const ownPlace = (one: Candidate, other: Candidate, stems: ReadonlyMap<string, number>): number | null => {
  const own = [...stems]
    .filter(([stem]) => one.matched.has(stem) && !other.matched.has(stem))
    .map(([, at]) => at);
  return own.length > 0 ? Math.min(...own) : null;
};

const differ = (one: Candidate, other: Candidate): boolean =>
  one.measure.id !== other.measure.id || one.members.join() !== other.members.join();

/** How many candidates are tried against each other: a comparison names its two sides nearly in full. */
const TRIED = 12;

/**
 * Two candidates that account for the whole question only together ("arrests and removals in 2024"), in the
 * order in which they are named; null where no two do.
 */
export const pairUp = (
  candidates: readonly Candidate[],
  question: Question,
): readonly [Candidate, Candidate] | null => {
  const stems = contentStems(question);
  const said = candidates
    .filter(({ completeness, conflicts }) => completeness >= CUTOFFS.complete && conflicts.length === 0)
    .toSorted((a, b) => b.matched.size - a.matched.size || b.score - a.score)
    .slice(0, TRIED);
  for (const one of said)
    for (const other of said) {
      if (one === other || !differ(one, other)) continue;
      const [first, second] = [ownPlace(one, other, stems), ownPlace(other, one, stems)];
      if (first === null || second === null || first > second) continue;
      if ([...stems.keys()].every((stem) => coveredBy(one, stem) || coveredBy(other, stem)))
        return [one, other];
    }
  return null;
};
