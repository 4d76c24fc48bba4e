import type { MemberKey } from "../catalog/observation.ts";
import type { Concept, Question, Role } from "../question/question.ts";
import type { Index, MeasureEntry, WeightedName } from "./build-index.ts";
import type { Candidate } from "./candidate.ts";
import { CUTOFFS } from "./cutoffs.ts";
import { type NamedMember, retrieveMembers } from "./retrieve-members.ts";

type Matched = { readonly name: WeightedName; readonly matched: number; readonly total: number };

const matchName = (name: WeightedName, available: ReadonlySet<string>): Matched => {
  let matched = 0;
  let total = 0;
  for (const [stem, weight] of name.weights) {
    total += weight;
    if (available.has(stem)) matched += weight;
  }
  return { name, matched, total };
};

/** The name that is said most fully; of two said in full, the one that accounts for more. */
const bestMatch = (entry: MeasureEntry, available: ReadonlySet<string>): Matched | undefined =>
  entry.names
    .map((name) => matchName(name, available))
    .toSorted((a, b) => b.matched / b.total - a.matched / a.total || b.matched - a.matched)[0];

const isFixed = (entry: MeasureEntry, key: MemberKey): boolean => entry.measure.members.includes(key);

/** A named member of a dimension that this measure counts by, of which it holds only others. */
const isConflict = (entry: MeasureEntry, member: NamedMember): boolean =>
  entry.dimensions.has(member.dimension) &&
  !isFixed(entry, member.key) &&
  !entry.members.has(member.key) &&
  !member.stems.every((stem) => entry.nameStems.has(stem));

/** One member a dimension; where several of one dimension are named, each makes a reading of its own. */
const memberSets = (members: readonly NamedMember[]): readonly (readonly NamedMember[])[] =>
  [...Map.groupBy(members, ({ dimension }) => dimension).values()].reduce<
    readonly (readonly NamedMember[])[]
  >((sets, group) => sets.flatMap((set) => group.map((member) => [...set, member])), [[]]);

type Said = {
  readonly available: ReadonlySet<string>;
  readonly content: readonly Concept[];
  readonly members: readonly NamedMember[];
  /** "which country …": the words of a dimension's name mean the dimension, and not a part of a measure's name. */
  readonly asksDimension: boolean;
  readonly events: ReadonlySet<string>;
};

const candidateFor = (entry: MeasureEntry, own: readonly NamedMember[], said: Said): Candidate | null => {
  const match = bestMatch(entry, said.available);
  if (match === undefined) return null;
  const applicable = said.members.filter(({ key }) => entry.members.has(key) || isFixed(entry, key));
  const memberStems = new Set(applicable.flatMap(({ stems }) => stems));
  const conflicts = said.members.filter((member) => isConflict(entry, member));
  const conflicting = new Set(conflicts.flatMap(({ stems }) => stems));
  const dimensions: ReadonlyMap<string, string> = said.asksDimension ? entry.dimensionStems : new Map();
  const named = (stem: string): boolean =>
    entry.nameStems.has(stem) || memberStems.has(stem) || dimensions.has(stem);
  const dimension = said.content.map(({ stem }) => dimensions.get(stem)).find((one) => one !== undefined);
  const explained = said.content.filter(({ stem }) => named(stem) && !conflicting.has(stem));
  const rest = said.content.filter(({ stem }) => !named(stem) || conflicting.has(stem));
  const soft = rest.filter(({ stem }) => entry.contextStems.has(stem) && !conflicting.has(stem));
  const unexplained = rest.filter((concept) => !soft.includes(concept));
  if (explained.length === 0) return null;
  const extra = own.filter(({ stems }) => !stems.every((stem) => match.name.weights.has(stem)));
  const weight = extra.reduce((sum, member) => sum + member.weight, 0);
  const matched = new Set([...match.name.weights.keys(), ...own.flatMap(({ stems }) => stems)]);
  const loose = explained.filter(
    ({ stem }) => !matched.has(stem) && !memberStems.has(stem) && !dimensions.has(stem),
  );
  const events = matched.intersection(said.events);
  const completeness = (match.matched + weight) / (match.total + weight);
  return {
    measure: entry.measure,
    dimension: dimension ?? null,
    members: own.map(({ key }) => key).toSorted(),
    name: match.name.name,
    completeness,
    unexplained,
    soft,
    conflicts: conflicts.map(({ key }) => key),
    explained: new Set(explained.map(({ stem }) => stem)),
    nameSaid: explained.some(({ stem }) => entry.nameStems.has(stem) && !memberStems.has(stem)),
    matched: matched.intersection(said.available),
    score:
      completeness -
      CUTOFFS.softWord * soft.length -
      CUTOFFS.looseWord * loose.length -
      CUTOFFS.eventWord * events.size,
  };
};

const USABLE: readonly Role[] = ["content", "empty", "event", "aside"];

/** Stems that only the name of a time says: a reading that does not need them is the plainer one. */
const eventStems = (concepts: readonly Concept[]): ReadonlySet<string> => {
  const stemsIn = (role: Role) =>
    new Set(concepts.filter((one) => one.role === role).map(({ stem }) => stem));
  return stemsIn("event").difference(stemsIn("content"));
};

/**
 * Held measures that the words may mean, the likeliest first. Scores say how fully a name was said; what is
 * answered, asked back or refused is decided by the next step.
 */
export const retrieveCandidates = ({ concepts, operation }: Question, index: Index): readonly Candidate[] => {
  const usable = concepts.filter(({ role }) => USABLE.includes(role));
  const members = retrieveMembers(usable, index);
  const content = usable.filter(({ role }) => role === "content");
  const said: Said = {
    available: new Set(usable.map(({ stem }) => stem)),
    content,
    members,
    asksDimension: operation.kind === "ranking",
    events: eventStems(usable),
  };
  const entries = new Set([
    ...content.flatMap(({ stem }) => index.measuresByStem.get(stem) ?? []),
    ...members.flatMap(({ key }) => index.measuresByMember.get(key) ?? []),
  ]);
  return [...entries]
    .flatMap((entry) => {
      const variable = members.filter(({ key }) => entry.members.has(key) && !isFixed(entry, key));
      return memberSets(variable).map((own) => candidateFor(entry, own, said));
    })
    .filter((candidate) => candidate !== null)
    .toSorted((a, b) => a.unexplained.length - b.unexplained.length || b.score - a.score);
};
