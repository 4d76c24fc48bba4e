import { isCount } from "../catalog/observation.ts";
import { NOT } from "../question/fold-terms.ts";
import type { Concept } from "../question/question.ts";
import type { Candidate } from "./candidate.ts";
import type { NamedMember } from "./retrieve-members.ts";

type Denying = {
  /** The words of the question that narrow what is meant, in order. */
  readonly content: readonly Concept[];
  /** The members that the candidate was made of. */
  readonly own: readonly NamedMember[];
  /** "What's left", "the rest": the one member that is named is what is taken away. */
  readonly asksRest: boolean;
  /** "… and not on that": another group is ruled out besides. */
  readonly rulesOut: boolean;
  /** A denial is the last word: "how many don't?", but not "… not the total". */
  readonly closes: boolean;
};

const DENIED: ReadonlySet<string> = new Set([NOT]);

const isOf =
  ({ stem }: Concept) =>
  ({ stems }: NamedMember): boolean =>
    stems.includes(stem);

/**
 * The member that is denied: "not at large", "not arrested at large", "other than those at large". A denial that
 * no member follows ("did not arrest") is of something else, and so are two of them.
 */
const denied = (
  { content, own, asksRest, rulesOut, closes }: Denying,
  candidate: Candidate,
): NamedMember | undefined => {
  const places = content.flatMap(({ stem }, at) => (stem === NOT ? [at] : []));
  const [place, ...more] = places;
  if (more.length > 0 || rulesOut) return undefined;
  if (place === undefined) return asksRest && own.length === 1 ? own[0] : undefined;
  const behind = content.slice(place + 1);
  // "If some have orders, how many don't?"
  if (behind.length === 0) return closes && own.length === 1 ? own[0] : undefined;
  const first = behind.find((concept) => own.some(isOf(concept)));
  if (first === undefined) return undefined;
  const between = behind.slice(0, behind.indexOf(first));
  return between.every(({ stem }) => candidate.explained.has(stem)) ? own.find(isOf(first)) : undefined;
};

/**
 * "Arrests that were not made at large": all but a member that the measure is held for, in place of that member. Null
 * where nothing is denied, or the measure is no count of which a part could be taken away.
 */
export const deny = (candidate: Candidate, denying: Denying): Candidate | null => {
  const member = isCount(candidate.measure) ? denied(denying, candidate) : undefined;
  if (member === undefined || !candidate.members.includes(member.key)) return null;
  return {
    ...candidate,
    members: candidate.members.filter((key) => key !== member.key),
    allBut: member.key,
    explained: candidate.explained.union(DENIED),
    matched: candidate.matched.union(DENIED),
    unexplained: candidate.unexplained.filter(({ stem }) => stem !== NOT),
    soft: candidate.soft.filter(({ stem }) => stem !== NOT),
  };
};
