import type { Catalog } from "../catalog/catalog.ts";
import type { MemberKey } from "../catalog/observation.ts";
import { isEnglishWord } from "../language/english-words.ts";
import { findTokens } from "../language/words.ts";
import type { Question } from "../question/question.ts";
import type { Candidate } from "../retrieval/candidate.ts";
import { CUTOFFS } from "../retrieval/cutoffs.ts";

const CAPITAL = /^\p{Lu}/u;
/** Words that are met in any text: "Falls", "Total". */
const EVERYDAY = 50;

/** A place or a person, and no kind of what is counted: "Winnipeg", but not "Dwelling fires". */
const isProper = (key: MemberKey, { members }: Catalog): boolean => {
  const words = findTokens(members.get(key)?.name ?? "");
  return (
    words.length > 0 &&
    words.every(({ text }) => CAPITAL.test(text)) &&
    words.some((word) => !isEnglishWord(word.key, EVERYDAY))
  );
};

const onePerMeasure = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...Map.groupBy(candidates, ({ measure }) => measure.id).values()].flatMap((own) =>
    own.toSorted((a, b) => b.score - a.score).slice(0, 1),
  );

const measuresOf = (pack: string, { measures }: Catalog): number =>
  [...measures.values()].filter((measure) => measure.pack === pack).length;

/**
 * "What's Winnipeg's number for 2015?", "the housing figure for Halifax": a place is named, and nothing that tells one of
 * its package's measures from the others. One candidate for each of them; none where something does.
 */
export const untold = (
  candidates: readonly Candidate[],
  question: Question,
  catalog: Catalog,
): readonly Candidate[] => {
  const [first] = candidates;
  const leans = question.leansOn.follow || question.leansOn.anaphora || question.leansOn.elliptic;
  if (first === undefined || question.act.kind !== "figure" || leans) return [];
  const { pack } = first.measure;
  const each = onePerMeasure(candidates);
  const places = candidates.every(
    ({ members, measure }) =>
      measure.pack === pack && members.length > 0 && members.every((key) => isProper(key, catalog)),
  );
  if (!places || each.length < 2) return [];
  // "Entries" may say nothing elsewhere, and is a measure's name here.
  const isAlike = each.every(({ matched }) => first.matched.symmetricDifference(matched).size === 0);
  const isSilent = isAlike && each.every(({ nameSaid, soft }) => !nameSaid && soft.length === 0);
  const isTopic =
    each.length === measuresOf(pack, catalog) &&
    each.every(
      ({ completeness, nameSaid, soft }) => completeness < CUTOFFS.complete && (nameSaid || soft.length > 0),
    ) &&
    each.filter(({ nameSaid }) => nameSaid).length < each.length;
  return isSilent || isTopic ? each : [];
};
