import type { Concept } from "../question/question.ts";
import type { MemberEntry } from "./build-index.ts";
import type { NamedMember, Part } from "./retrieve-members.ts";

const isNext = (one: Concept, other: Concept): boolean => other.at[0] - one.at[1] === 1;

/** The word that stands right before each that says one of these stems. */
const wordsBefore = (stems: ReadonlySet<string>, concepts: readonly Concept[]): readonly Concept[] =>
  concepts.flatMap((concept, at) => {
    const before = concepts[at - 1];
    return before !== undefined && stems.has(concept.stem) && isNext(before, concept) ? [before] : [];
  });

/**
 * "Commuter rail" of what is called "Suburban rail" and "Commuter trains": a word before the one that says a part of a
 * name, and that another name of the same member has.
 */
export const withWordsBefore = (part: Part, entry: MemberEntry, concepts: readonly Concept[]): Part => {
  const own = new Set(entry.parts.flatMap(({ words }) => words.map(({ stem }) => stem)));
  const proper = entry.parts.every((parts) => parts.proper);
  const more = wordsBefore(part.core, concepts).filter(
    ({ stem, role }) => role === "content" && own.has(stem) && !part.stems.includes(stem),
  );
  return proper || more.length === 0
    ? part
    : { ...part, stems: [...part.stems, ...more.map(({ stem }) => stem)] };
};

/**
 * "A metro train" is the metro, and no train beside it: a member that is named right before a word by which alone
 * another of its dimension would be named.
 */
export const withHeads = (
  full: readonly NamedMember[],
  parts: readonly Part[],
  concepts: readonly Concept[],
): readonly NamedMember[] =>
  full.map((member) => {
    const heads = parts.filter(
      ({ dimension, core }) =>
        dimension === member.dimension &&
        wordsBefore(core, concepts).some(({ stem }) => member.stems.includes(stem)),
    );
    const stems = [...new Set([...member.stems, ...heads.flatMap(({ core }) => [...core])])];
    return heads.length === 0 ? member : { ...member, stems };
  });
