import type { MemberKey } from "../catalog/observation.ts";
import type { Concept } from "../question/question.ts";
import type { Index, MemberEntry, WeightedName } from "./build-index.ts";

/** A member that the question names, with the words that name it and what they weigh. */
export type NamedMember = {
  readonly key: MemberKey;
  readonly dimension: string;
  readonly stems: readonly string[];
  readonly weight: number;
};

const said = (name: WeightedName, available: ReadonlySet<string>): boolean =>
  [...name.weights.keys()].every((stem) => available.has(stem));

const weightOf = (name: WeightedName): number =>
  [...name.weights.values()].reduce((sum, weight) => sum + weight, 0);

const bestName = (entry: MemberEntry, available: ReadonlySet<string>): WeightedName | undefined =>
  entry.names.filter((name) => said(name, available)).toSorted((a, b) => weightOf(b) - weightOf(a))[0];

/** Longer names win: who says "foreign-born residents" does not name "residents" beside them. */
const withoutParts = (members: readonly NamedMember[]): readonly NamedMember[] =>
  members.filter(
    (member) =>
      !members.some(
        (other) =>
          other.key !== member.key &&
          other.stems.length > member.stems.length &&
          member.stems.every((stem) => other.stems.includes(stem)),
      ),
  );

/** Every member whose name the question says in full; a name made of frame words alone names nobody. */
export const retrieveMembers = (concepts: readonly Concept[], index: Index): readonly NamedMember[] => {
  const available = new Set(concepts.map(({ stem }) => stem));
  const content = new Set(concepts.filter(({ role }) => role === "content").map(({ stem }) => stem));
  const entries = new Set([...content].flatMap((stem) => index.membersByStem.get(stem) ?? []));
  const members = [...entries].flatMap((entry): readonly NamedMember[] => {
    const name = bestName(entry, available);
    if (name === undefined) return [];
    const stems = [...name.weights.keys()];
    if (!stems.some((stem) => content.has(stem))) return [];
    return [{ key: entry.key, dimension: entry.key.split("=")[0] ?? "", stems, weight: weightOf(name) }];
  });
  return withoutParts(members);
};
