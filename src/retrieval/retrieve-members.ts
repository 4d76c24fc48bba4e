import type { MemberKey } from "../catalog/observation.ts";
import type { Concept } from "../question/question.ts";
import type { Index, MemberEntry, WeightedName } from "./build-index.ts";
import { CUTOFFS } from "./cutoffs.ts";
import { isEveryday, isTypedAsCode, isTypedAsName, type NameParts, type NameWord } from "./member-parts.ts";
import { mostSaid } from "./most-said.ts";
import { withHeads, withWordsBefore } from "./words-beside.ts";

/** A member that the question names, with the words that name it and what they weigh. */
export type NamedMember = {
  readonly key: MemberKey;
  readonly dimension: string;
  /** Stems of the question. */
  readonly stems: readonly string[];
  readonly weight: number;
  /** Only a part of its name was said. */
  readonly inPart: boolean;
  /** Only a part of its name was said, and it may be another's as well: "Dakota", "Virginia" of "West Virginia". */
  readonly loose: boolean;

  /** The fewest of those words that name it by themselves. */
  readonly core: ReadonlySet<string>;
};

/** What says each stem of a name. */
type Sayings = ReadonlyMap<string, Concept>;

const sayingsOf = (concepts: readonly Concept[]): Sayings => {
  const own = concepts.map((concept) => [concept.stem, concept] as const);
  // Later entries win: content comes before all else.
  const content = own.filter(([, { role }]) => role === "content");
  return new Map([...own, ...content]);
};

/** A code that is spelt like a word is one only in capitals: "flights at LAX", but "lax rules". */
const isSaid = ({ stems, wordLike }: WeightedName, sayings: Sayings): boolean =>
  stems.every((stem) => {
    const concept = sayings.get(stem);
    return concept !== undefined && (!wordLike || isTypedAsCode(concept.text));
  });

const inFull = (entry: MemberEntry, sayings: Sayings): NamedMember | null => {
  const names = entry.names.filter((one) => isSaid(one, sayings));
  if (names.length === 0) return null;
  const [name] = names.toSorted((a, b) => b.weight - a.weight);
  const [shortest] = names.toSorted((a, b) => a.stems.length - b.stems.length);
  if (name === undefined || shortest === undefined) return null;
  // "Out in the community, that is at large": all that it was called.
  const said = names.flatMap((one) => one.stems.flatMap((stem) => sayings.get(stem) ?? []));
  if (!said.some(({ role }) => role === "content")) return null;
  const stems = [...new Set(said.map(({ stem }) => stem))];
  return {
    key: entry.key,
    dimension: entry.dimension,
    stems,
    weight: name.weight,
    core: new Set(shortest.stems.flatMap((stem) => sayings.get(stem)?.stem ?? [])),
    inPart: false,
    loose: false,
  };
};

export type Part = NamedMember & { readonly nameStems: readonly string[] };

/** A word that says a part of a name, and nothing else that is held: no word of a measure, no dimension. */
const saysPart = (
  word: NameWord,
  { proper, heads }: NameParts,
  { sayings, index }: { readonly sayings: Sayings; readonly index: Index },
): boolean => {
  const concept = sayings.get(word.stem);
  if (concept?.role !== "content" || index.measuresByStem.has(word.stem)) return false;
  if (!proper) return heads.has(word.stem);
  return !isEveryday(word.key) || isTypedAsName(concept.text);
};

const SHORTEST = 3;

/** "Man City": the beginning of a word beside another word of the same name. */
const beginnings = (parts: NameParts, said: readonly NameWord[], sayings: Sayings): readonly Concept[] =>
  parts.proper
    ? parts.words
        .filter((word) => !said.includes(word))
        .flatMap(({ key }) =>
          [...sayings.values()].filter(
            ({ text, role }) =>
              role === "content" &&
              text.length >= SHORTEST &&
              text.length < key.length &&
              key.startsWith(text.toLowerCase()),
          ),
        )
    : [];

const inPart = (entry: MemberEntry, sayings: Sayings, index: Index): Part | null => {
  const found = entry.parts.flatMap((parts) => {
    const said = parts.words.filter((word) => saysPart(word, parts, { sayings, index }));
    if (said.length === 0) return [];
    const begun = beginnings(parts, said, sayings);
    const leftOut = parts.words.filter((word) => !said.includes(word));
    const concepts = [...said.flatMap(({ stem }) => sayings.get(stem) ?? []), ...begun];
    const others = leftOut.flatMap(({ stem }) => (sayings.has(stem) ? [stem] : []));
    return {
      nameStems: said.map(({ stem }) => stem),
      stems: [...new Set([...concepts.map(({ stem }) => stem), ...others])],
      core: new Set(concepts.map(({ stem }) => stem)),
      loose: parts.proper && leftOut.some(({ qualifier, stem }) => qualifier && !sayings.has(stem)),
    };
  });
  const [best] = found.toSorted(
    (a, b) => b.stems.length - a.stems.length || Number(a.loose) - Number(b.loose),
  );
  if (best === undefined) return null;
  const weight = entry.names[0]?.weight ?? 1;
  return { key: entry.key, dimension: entry.dimension, weight, inPart: true, ...best };
};

const isWithin = (stems: readonly string[], other: readonly string[]): boolean =>
  stems.every((stem) => other.includes(stem));

type Times = ReadonlyMap<string, number>;

const timesSaid = (stems: readonly string[]): Times =>
  new Map([...Map.groupBy(stems, (stem) => stem)].map(([stem, all]) => [stem, all.length]));

/**
 * Longer names win: who says "foreign-born residents" does not name "residents" beside them. Who says "Guinea and
 * Guinea-Bissau" names both, as the word is there once for each.
 */
const withoutParts = <Named extends NamedMember>(members: readonly Named[], times: Times): readonly Named[] =>
  members.filter((member) => {
    const longer = members.filter(
      (other) =>
        other.key !== member.key &&
        other.stems.length > member.stems.length &&
        isWithin(member.stems, other.stems),
    );
    return longer.length === 0 || member.stems.every((stem) => (times.get(stem) ?? 0) > longer.length);
  });

/** A part that so many of a dimension share tells none of them from another: "international", "county". */
const COMMON = 0.5;

const withSharers = (parts: readonly Part[], index: Index): readonly NamedMember[] =>
  parts.flatMap((part) => {
    const sharing = parts.filter(
      (other) => other.dimension === part.dimension && isWithin(part.stems, other.stems),
    ).length;
    const size = index.dimensionSizes.get(part.dimension) ?? 0;
    if (sharing > 1 && sharing > COMMON * size) return [];
    return [{ ...part, loose: part.loose || sharing > 1 }];
  });

/**
 * Every member whose name the question says, in full or by a part that is its alone; a name made of frame words
 * alone names nobody.
 */
export const retrieveMembers = (concepts: readonly Concept[], index: Index): readonly NamedMember[] => {
  const sayings = sayingsOf(concepts);
  const stems = concepts.filter(({ role }) => role === "content").map(({ stem }) => stem);
  const times = timesSaid(stems);
  const entries = mostSaid(
    stems.map((stem) => index.membersByStem.get(stem) ?? []),
    CUTOFFS.members,
  );
  const full = withoutParts(
    entries.flatMap((entry) => inFull(entry, sayings) ?? []),
    times,
  );
  const named = new Set(full.map(({ key }) => key));
  const parts = entries
    .filter(({ key }) => !named.has(key))
    .flatMap((entry) => {
      const part = inPart(entry, sayings, index);
      return part === null ? [] : [withWordsBefore(part, entry, concepts)];
    })
    .filter(({ core }) => !full.some((member) => isWithin([...core], member.stems)));
  const said = withHeads(full, parts, concepts);
  const alone = parts.filter(({ core }) => !said.some((member) => isWithin([...core], member.stems)));
  return [...said, ...withSharers(withoutParts(alone, times), index)];
};
