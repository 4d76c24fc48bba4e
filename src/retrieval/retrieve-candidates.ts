import type { MemberKey } from "../catalog/observation.ts";
import { NOT } from "../question/fold-terms.ts";
import type { Concept, Question, Role } from "../question/question.ts";
import type { Index, MeasureEntry, WeightedName } from "./build-index.ts";
import type { Candidate } from "./candidate.ts";
import { type ExplainsSoftly, isPaying, softExplainer } from "./context-kin.ts";
import { CUTOFFS } from "./cutoffs.ts";
import { deny } from "./deny.ts";
import { mostSaid } from "./most-said.ts";
import { type NamedMember, retrieveMembers } from "./retrieve-members.ts";

/** A name, and what those of its words weigh that were said. */
type Matched = { readonly name: WeightedName; readonly matched: number };

const weightSaid = ({ stems, weighed }: WeightedName, available: ReadonlySet<string>): number => {
  let said = 0;
  for (let at = 0; at < stems.length; at += 1) if (available.has(stems[at] ?? "")) said += weighed[at] ?? 0;
  return said;
};

/** The name that is said most fully; of two said in full, the one that accounts for more. */
const bestMatch = ({ names }: MeasureEntry, available: ReadonlySet<string>): Matched | undefined => {
  let best: Matched | undefined;
  let fullest = -1;
  for (const name of names) {
    const matched = weightSaid(name, available);
    const fullness = matched / name.weight;
    if (fullness > fullest || (fullness === fullest && matched > (best?.matched ?? 0))) {
      best = { name, matched };
      fullest = fullness;
    }
  }
  return best;
};

const isFixed = (entry: MeasureEntry, key: MemberKey): boolean => entry.measure.members.includes(key);

/** A named member of a dimension that this measure counts by, of which it holds only others. */
const isConflict = (entry: MeasureEntry, member: NamedMember): boolean =>
  entry.dimensions.has(member.dimension) &&
  !isFixed(entry, member.key) &&
  !entry.members.has(member.key) &&
  !member.stems.every((stem) => entry.nameStems.has(stem)) &&
  // "Authorities" may be a part of an agency's name, and are what the definition speaks of.
  !(member.inPart && member.stems.every((stem) => entry.contextStems.has(stem)));

const ALONE: readonly (readonly NamedMember[])[] = [[]];

/** One member a dimension; where several of one dimension are named, each makes a reading of its own. */
const memberSets = (members: readonly NamedMember[]): readonly (readonly NamedMember[])[] =>
  members.length === 0
    ? ALONE
    : [...Map.groupBy(members, ({ dimension }) => dimension).values()].reduce(
        (sets, group) => sets.flatMap((set) => group.map((member) => [...set, member])),
        ALONE,
      );

type Said = {
  readonly available: ReadonlySet<string>;
  readonly content: readonly Concept[];
  /** What is said to be in the number as well: it must be something that the measure speaks of. */
  readonly included: readonly Concept[];
  /** All its words but grammar: a dimension may be called by a frame word ("season"). */
  readonly frames: readonly Concept[];
  readonly members: readonly NamedMember[];
  /** "which country …": the words of a dimension's name mean the dimension, and not a part of a measure's name. */
  readonly asksDimension: boolean;
  /** "by branch", "each branch": stems of the dimensions of which a figure of each member is wanted. */
  readonly eachOf: readonly string[];
  /** "Across all branches": stems of the dimensions that are taken together, where a figure of the whole is held. */
  readonly wholeOf: readonly string[];
  /** Whether members are ranked though no dimension is said: asked for ("where"), or as nothing else can be. */
  readonly ranksMembers: "outright" | "if_no_total" | "no";
  readonly events: ReadonlySet<string>;
  readonly perTime: Question["perTime"];
  readonly isSoft: ExplainsSoftly;
  readonly isPaid: ExplainsSoftly;
};

/** The dimension that a word names: "country". */
const dimensionSaid = ({ dimensionStems }: MeasureEntry, { stem }: Concept): string | null =>
  dimensionStems.get(stem) ?? null;

/** Which of the question's words this measure accounts for, and how. */
type Account = Pick<Candidate, "unexplained" | "soft" | "paid" | "conflicts" | "dimension"> & {
  readonly explained: readonly Concept[];
  /** Words of named members and dimensions, which no name of the measure need hold. */
  readonly memberStems: ReadonlySet<string>;
  /** Those without which they would not be named. */
  readonly cores: ReadonlySet<string>;
  readonly dimensionStems: ReadonlySet<string>;
};

/** "Where was it highest", "the highest points in 2015": the one dimension that a rank can be over. */
const onlyOne = (entry: MeasureEntry, named: ReadonlySet<string>, { ranksMembers }: Said): string | null => {
  if (ranksMembers === "no") return null;
  const all = ranksMembers === "outright" ? entry.dimensions : entry.always;
  const [first, ...others] = all.difference(named);
  return first !== undefined && others.length === 0 ? first : null;
};

/** The members that are named, as this measure has them. */
type Named = Pick<Account, "memberStems" | "cores"> & {
  readonly conflicts: readonly NamedMember[];
  readonly conflicting: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();
/** Most questions name no member at all. */
const NOBODY: Named = {
  memberStems: NONE,
  cores: NONE,
  conflicts: [],
  conflicting: NONE,
  dimensions: NONE,
};

const namedIn = (entry: MeasureEntry, members: readonly NamedMember[]): Named => {
  if (members.length === 0) return NOBODY;
  const applicable = members.filter(({ key }) => entry.members.has(key) || isFixed(entry, key));
  const conflicts = members.filter((member) => isConflict(entry, member));
  return {
    memberStems: new Set(applicable.flatMap(({ stems }) => stems)),
    cores: new Set(applicable.flatMap(({ core }) => [...core])),
    conflicts,
    conflicting: new Set(conflicts.flatMap(({ stems }) => stems)),
    dimensions: new Set([...applicable, ...conflicts].map(({ dimension }) => dimension)),
  };
};

/** What a word that names a dimension ("branch") does there. */
type DimensionReader = {
  /** The dimension of which each member is asked for: "which branch", "by branch". */
  readonly asked: (concept: Concept) => string | null;
  /** Whether the word is one for a dimension and says nothing else. */
  readonly isRead: (concept: Concept) => boolean;
};

const dimensionReader = (entry: MeasureEntry, named: ReadonlySet<string>, said: Said): DimensionReader => {
  /** "How many across all branches": of the whole, which is held. */
  const isTogether = ({ stem }: Concept, dimension: string): boolean =>
    said.wholeOf.includes(stem) && !entry.always.has(dimension);
  /** Beside a member of it ("the Riverside branch") the word says nothing more. */
  const asked = (concept: Concept): string | null => {
    const dimension = dimensionSaid(entry, concept);
    if (dimension === null || named.has(dimension) || isTogether(concept, dimension)) return null;
    return said.asksDimension || said.eachOf.includes(concept.stem) ? dimension : null;
  };
  const isRead = (concept: Concept): boolean => {
    const dimension = dimensionSaid(entry, concept);
    if (dimension === null) return false;
    return named.has(dimension) || isTogether(concept, dimension) || asked(concept) !== null;
  };
  return { asked, isRead };
};

const accountFor = (entry: MeasureEntry, said: Said): Account => {
  const { memberStems, cores, conflicts, conflicting, dimensions: named } = namedIn(entry, said.members);
  const dimension = dimensionReader(entry, named, said);
  const hasWords = entry.dimensionStems.size > 0;
  const asked = hasWords ? said.frames.map(dimension.asked).find((one) => one !== null) : undefined;
  const isNamed = (concept: Concept): boolean =>
    !conflicting.has(concept.stem) &&
    (entry.nameStems.has(concept.stem) || memberStems.has(concept.stem) || dimension.isRead(concept));
  const isSoft = (concept: Concept): boolean => !conflicting.has(concept.stem) && said.isSoft(entry, concept);
  const [explained, soft, unexplained]: readonly [Concept[], Concept[], Concept[]] = [[], [], []];
  for (const concept of said.content) {
    if (isNamed(concept)) explained.push(concept);
    else if (!entry.scopeStems.has(concept.stem)) (isSoft(concept) ? soft : unexplained).push(concept);
  }
  const dimensions = hasWords ? said.content.filter(dimension.isRead) : [];
  return {
    explained,
    soft,
    unexplained: [...unexplained, ...said.included.filter((one) => !isNamed(one) && !isSoft(one))],
    paid: soft.some((concept) => said.isPaid(entry, concept)),
    conflicts: conflicts.map(({ key }) => key),
    dimension: asked ?? onlyOne(entry, named, said),
    memberStems,
    cores,
    dimensionStems: dimensions.length === 0 ? NONE : new Set(dimensions.map(({ stem }) => stem)),
  };
};

/** How much of a name and of the members beside it was said. */
const completenessOf = ({ name, matched }: Matched, own: readonly NamedMember[]): number => {
  const extra = own.filter(({ stems }) => !stems.every((stem) => name.weights.has(stem)));
  const weight = extra.reduce((sum, member) => sum + member.weight, 0);
  return (matched + weight) / (name.weight + weight);
};

/** Whether the words for an average that a name holds were said: "average" of "Average loan". */
const meanOf = ({ means }: WeightedName, available: ReadonlySet<string>): Candidate["mean"] => {
  if (means.length === 0) return null;
  return means.every((stem) => available.has(stem)) ? "said" : "unsaid";
};

const NO_MEMBERS: readonly MemberKey[] = [];

/** "A day" was said, and the measure is called so. */
const saysRate = ({ nameStems }: MeasureEntry, { perTime }: Said): boolean =>
  perTime?.stems.some((stem) => nameStems.has(stem)) ?? false;

const isOtherRate = (entry: MeasureEntry, said: Said): boolean =>
  said.perTime !== null && !saysRate(entry, said);

/** Of the words that it accounts for, those that say what is counted, in the name that fits or as its first. */
const kernelOf = (
  { firstStems, populationStems }: MeasureEntry,
  stems: readonly string[],
  matched: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set(stems.filter((stem) => (matched.has(stem) || firstStems.has(stem)) && !populationStems.has(stem)));

const candidateFor = (entry: MeasureEntry, own: readonly NamedMember[], said: Said): Candidate | null => {
  const { available, events } = said;
  const account = accountFor(entry, said);
  const { explained, memberStems, cores, dimensionStems, ...rest } = account;
  const match = explained.length === 0 ? undefined : bestMatch(entry, available);
  if (match === undefined) return null;
  const stems =
    own.length === 0 ? match.name.stems : [...match.name.stems, ...own.flatMap((one) => one.stems)];
  const loose = explained.filter(
    ({ stem }) => !stems.includes(stem) && !memberStems.has(stem) && !dimensionStems.has(stem),
  );
  const stemsExplained = explained.map(({ stem }) => stem);
  const matched = new Set(stems.filter((stem) => available.has(stem)));
  const completeness = completenessOf(match, own);
  return {
    ...rest,
    measure: entry.measure,
    members: own.length === 0 ? NO_MEMBERS : own.map(({ key }) => key).toSorted(),
    name: match.name.name,
    completeness,
    explained: new Set(stemsExplained),
    nameSaid:
      saysRate(entry, said) ||
      explained.some(
        ({ stem }) => entry.nameStems.has(stem) && !cores.has(stem) && !entry.populationStems.has(stem),
      ),
    loose: own.some((member) => member.loose),
    tone: entry.tone,
    whole: entry.whole,
    rate: entry.rate,
    main: entry.main,
    perHead: entry.perHead,
    mean: meanOf(match.name, available),
    matched,
    kernel: kernelOf(entry, stemsExplained, matched),
    score:
      completeness -
      CUTOFFS.softWord * (account.soft.length + Number(isOtherRate(entry, said))) -
      CUTOFFS.looseWord * loose.length -
      CUTOFFS.eventWord * (events.size === 0 ? 0 : matched.intersection(events).size),
  };
};

const USABLE: readonly Role[] = ["content", "empty", "event", "rate", "aside"];

/** Stems that only the name of a time says: a reading that does not need them is the plainer one. */
const eventStems = (concepts: readonly Concept[]): ReadonlySet<string> => {
  const stemsIn = (role: Role) =>
    new Set(concepts.filter((one) => one.role === role).map(({ stem }) => stem));
  return stemsIn("event").difference(stemsIn("content"));
};

const ranksMembers = (operation: Question["operation"], asksMember: boolean): Said["ranksMembers"] => {
  if (operation.kind !== "ranking" || operation.over === "period") return "no";
  return asksMember ? "outright" : "if_no_total";
};

const LISTING: readonly Question["operation"]["kind"][] = ["lookup", "compare", "series", "ranking"];

/** "The numbers for all branches" are those of each; a count, a sum, a change, a claim is of all of them. */
const asksWhole = ({ operation, act, wantsCount, together, wantsWhole }: Question): boolean =>
  operation.kind !== "ranking" &&
  (wantsCount || together || wantsWhole || act.kind === "claim" || !LISTING.includes(operation.kind));

/**
 * Measures that the words name; those that only have a member of what is named come after them, as far as there is
 * room: where any measure is named at all, none of them is meant.
 */
const entriesFor = (
  { content, members }: Pick<Said, "content" | "members">,
  index: Index,
): readonly MeasureEntry[] => {
  const named = mostSaid(
    content.map(({ stem }) => index.measuresByStem.get(stem) ?? []),
    CUTOFFS.measures,
  );
  const entries = new Set(named);
  for (const { key } of members)
    for (const entry of index.measuresByMember.get(key) ?? []) {
      if (entries.size >= CUTOFFS.measures) return [...entries];
      entries.add(entry);
    }
  return [...entries];
};

/**
 * Held measures that the words may mean, the likeliest first. Scores say how fully a name was said; what is
 * answered, asked back or refused is decided by the next step.
 */
export const retrieveCandidates = (question: Question, index: Index): readonly Candidate[] => {
  const { operation, eachOf, asksMember } = question;
  const usable = question.concepts.filter(({ role }) => USABLE.includes(role));
  const members = retrieveMembers(usable, index);
  const told = usable.filter(({ role }) => role === "content");
  // "Per day?" of what the thread is about.
  const content = told.length > 0 ? told : usable.filter(({ role }) => role === "rate");
  const said: Said = {
    available: new Set(usable.map(({ stem }) => stem)),
    content,
    included: question.concepts.filter(({ role }) => role === "included"),
    members,
    frames: usable,
    asksDimension: operation.kind === "ranking",
    eachOf,
    wholeOf: asksWhole(question) ? question.wholeOf : [],
    ranksMembers: ranksMembers(operation, asksMember),
    events: eventStems(usable),
    perTime: question.perTime,
    isSoft: softExplainer(usable, index),
    isPaid: (entry, concept) => isPaying(entry, concept, index),
  };
  const { asksRest } = question;
  const closes = usable.at(-1)?.stem === NOT;
  const rulesOut = question.concepts.some(
    ({ role, stem }) => role === "excluded" && index.membersByStem.has(stem),
  );
  return entriesFor({ content, members }, index)
    .flatMap((entry) => {
      const variable = members.filter(({ key }) => entry.members.has(key) && !isFixed(entry, key));
      return memberSets(variable).flatMap((own) => {
        const candidate = candidateFor(entry, own, said);
        const rest =
          candidate === null ? null : deny(candidate, { content, own, asksRest, rulesOut, closes });
        // What's left is nothing that is held as such.
        return asksRest ? [rest] : [rest, candidate];
      });
    })
    .filter((candidate) => candidate !== null)
    .toSorted((a, b) => a.unexplained.length - b.unexplained.length || b.score - a.score);
};
