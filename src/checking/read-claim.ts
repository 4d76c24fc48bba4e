import type { Catalog } from "../catalog/catalog.ts";
import { dimensionOf, isOutcome, type Measure } from "../catalog/observation.ts";
import { onceFor } from "../language/once-for.ts";
import { stemsOf } from "../language/words.ts";
import { NOT } from "../question/fold-terms.ts";
import type { RememberedReading } from "../question/memory.ts";
import type { Concept, Question } from "../question/question.ts";
import type { Vocabulary } from "../question/vocabulary.ts";
import { adoptKin } from "../retrieval/adopt-kin.ts";
import type { Index } from "../retrieval/build-index.ts";
import type { Candidate } from "../retrieval/candidate.ts";
import { retrieveCandidates } from "../retrieval/retrieve-candidates.ts";
import { type Carried, lastReading, wordsIn } from "./carried.ts";
import type { Claim } from "./claim.ts";

export type Held = { readonly catalog: Catalog; readonly vocabulary: Vocabulary; readonly index: Index };

/** A measure and group that a number may be of, as far as the words around it tell. */
export type Sense = {
  readonly candidate: Pick<Candidate, "measure" | "members">;
  /** How much speaks for it; senses are in order of it. */
  readonly weight: number;
  /** How much of its name was said, 0 to 1. */
  readonly completeness: number;
  /** Whether the number before was of it. */
  readonly isCarried: boolean;
  /** How much of it was said right beside the number. */
  readonly saidBeside: number;
  /** How many of the subject's words beside the number it has no place for. */
  readonly lost: number;
  /** How much of its own name is said or was spoken of: where two are called the same, the plain one is meant. */
  readonly plainness: number;
  /** Words that make it one of something else: another group, another thing. Any of them rules it out. */
  readonly against: readonly string[];
  /** Stems of the words that a name or a group of it accounts for. */
  readonly explained: ReadonlySet<string>;
};

const keyOf = ({ measure, members }: Pick<Candidate, "measure" | "members">): string =>
  `${measure.id} ${members.join()}`;

/** Words beside a name, of which the rest of the sentence has some, weigh half. */
const AROUND = 0.5;
/** What was spoken of before is meant again where nothing says otherwise. */
const CARRIED = 0.25;
/** A word of the subject that a sense has no place for, beside the number, costs it so much. */
const UNPLACED = 0.5;

const isAt = (concepts: ReadonlySet<Concept>, concept: Concept): boolean =>
  concepts.values().some(({ at }) => at[0] === concept.at[0]);

const unplaced = ({ unexplained }: Candidate, { telling }: Claim, { vocabulary }: Held): readonly Concept[] =>
  unexplained.filter(
    (concept) => vocabulary.subjectStems.has(concept.stem) && concept.stem !== NOT && !isAt(telling, concept),
  );

const ruledOutBy = (candidate: Candidate, { idle }: Claim, { catalog }: Held): readonly string[] => {
  const words = candidate.unexplained.filter((concept) => !isAt(idle, concept));
  const names = candidate.conflicts.map((key) => catalog.members.get(key)?.name ?? key);
  return [...new Set([...words.map(({ text }) => text), ...names])];
};

type Weighing = {
  readonly claim: Claim;
  readonly carried: RememberedReading | null;
  readonly held: Held;
  /** Stems of everything that is said around the number, and of what was told before it. */
  readonly spoken: ReadonlySet<string>;
};

/** The candidate as the words beside the number alone would have it; undefined where they do not name it. */
type Beside = Candidate | undefined;

/** The words of a measure's name that tell it from others. */
const nameStems = onceFor(({ name }: Measure): readonly string[] => [...new Set(stemsOf(name))]);

const plainnessOf = ({ measure }: Candidate, { spoken, held }: Weighing): number => {
  const stems = nameStems(measure).filter((stem) => held.vocabulary.subjectStems.has(stem));
  return stems.length === 0 ? 1 : stems.filter((stem) => spoken.has(stem)).length / stems.length;
};

const senseOf = (candidate: Candidate, beside: Beside, weighing: Weighing): Sense => {
  const { claim, carried, held } = weighing;
  const isCarried = carried?.measure === candidate.measure.id;
  const lost = unplaced(candidate, claim, held).length;
  return {
    candidate,
    weight: (beside?.score ?? 0) + AROUND * candidate.score + (isCarried ? CARRIED : 0) - UNPLACED * lost,
    completeness: candidate.completeness,
    isCarried,
    saidBeside: beside?.completeness ?? 0,
    lost,
    plainness: plainnessOf(candidate, weighing),
    against: ruledOutBy(candidate, claim, held),
    explained: candidate.explained,
  };
};

/** A word that tells what the number is of: one of the subject, or one that narrows what stands behind it. */
const isWord = ({ telling, idle }: Claim, concept: Concept, { vocabulary }: Held): boolean =>
  concept.role === "content" &&
  concept.stem !== NOT &&
  !isAt(telling, concept) &&
  (!isAt(idle, concept) || vocabulary.subjectStems.has(concept.stem));

/** Whether a stretch says nothing itself of what its number is: "down from 170,590 a year earlier". */
export const saysNothing = (claim: Claim, held: Held): boolean =>
  !claim.said.concepts.some((concept) => isWord(claim, concept, held));

/** What the number before was of. */
const carriedSense = ({ measure: id, members }: RememberedReading, held: Held): readonly Sense[] => {
  const measure = held.catalog.measures.get(id);
  if (measure === undefined) return [];
  const sense: Sense = {
    candidate: { measure, members },
    weight: CARRIED,
    completeness: 1,
    isCarried: true,
    saidBeside: 0,
    lost: 0,
    plainness: 1,
    against: [],
    explained: new Set(),
  };
  return [sense];
};

/** "Of those, 1.4 million": a group of the measure last spoken of, with the groups named before it. */
const withCarried = (sense: Sense, carried: RememberedReading | null): readonly Sense[] => {
  const { measure, members } = sense.candidate;
  if (carried === null || carried.measure !== measure.id || members.length === 0) return [sense];
  const named = new Set(members.map(dimensionOf));
  const kept = carried.members.filter((key) => !named.has(dimensionOf(key)));
  if (kept.length === 0) return [sense];
  return [sense, { ...sense, candidate: { measure, members: [...members, ...kept].toSorted() } }];
};

/** "2% of the docket", behind a group of it: the share of that group. */
const withShare = (sense: Sense, carried: RememberedReading | null): readonly Sense[] => {
  const { measure, members } = sense.candidate;
  const isShare =
    carried !== null &&
    carried.members.length > 0 &&
    members.length === 0 &&
    isOutcome(measure) &&
    measure.baseMeasure === carried.measure;
  return isShare ? [sense, { ...sense, candidate: { measure, members: carried.members } }] : [sense];
};

const asContent = (concept: Concept): Concept =>
  concept.role === "aside" ? { ...concept, role: "content" } : concept;

type Words = { readonly own: readonly Concept[]; readonly around: readonly Concept[] };

const sensesOf = (words: Words, weighing: Weighing): readonly Sense[] => {
  const { claim, carried, held } = weighing;
  const { index } = held;
  const said: Question = adoptKin({ ...claim.said, concepts: words.own }, index);
  const beside = new Map(retrieveCandidates(said, index).map((one) => [keyOf(one), one]));
  const all = retrieveCandidates({ ...said, concepts: [...said.concepts, ...words.around] }, index);
  return all
    .map((candidate) => senseOf(candidate, beside.get(keyOf(candidate)), weighing))
    .flatMap((sense) => withCarried(sense, carried))
    .flatMap((sense) => withShare(sense, carried));
};

/** Words that are another sentence's, or another number's, rule nothing out. */
const fromBeside = (beside: readonly Concept[], weighing: Weighing): readonly Sense[] => {
  const own = beside.map(asContent);
  const all = new Set(own);
  return sensesOf(
    { own, around: [] },
    { ...weighing, claim: { ...weighing.claim, idle: all, telling: all } },
  );
};

/** "Such arrests" are of the group that was just spoken of: its words are the number's own. */
const wordsOf = ({ said, around, isLikewise }: Claim, before: Carried, { index }: Held): Words => {
  const [head, topic] = [wordsIn(before.head), wordsIn(before.topic)];
  const beside = [...head, ...topic, ...around];
  if (!isLikewise) return { own: said.concepts, around: beside };
  const groups = topic.filter(({ stem }) => index.membersByStem.has(stem)).map(asContent);
  return { own: [...groups, ...said.concepts], around: beside };
};

const spokenOf = ({ said, around }: Claim, { topic, head, told }: Carried): ReadonlySet<string> => {
  const words = [...said.concepts, ...around, ...wordsIn(topic), ...wordsIn(head)].map(({ stem }) => stem);
  return new Set([...words, ...told.slice(-1).flatMap(({ measure }) => nameStems(measure))]);
};

/**
 * Everything that a number may be of, in ranks of which a later one counts only where none of the former holds
 * a figure: what is said of it; else what the sentence before or the list's head asks about, what the number before was
 * of, and what the rest of its sentence speaks of.
 */
export const readClaim = (claim: Claim, before: Carried, held: Held): readonly (readonly Sense[])[] => {
  const carried = lastReading(before.told);
  const weighing = { claim, carried, held, spoken: spokenOf(claim, before) };
  const ranks = saysNothing(claim, held)
    ? [
        fromBeside(wordsIn(before.topic), weighing),
        fromBeside(wordsIn(before.head), weighing),
        ...[carried, claim.said.leansOn.anaphora ? lastReading(before.earlier) : null].map((one) =>
          one === null ? [] : carriedSense(one, held),
        ),
        fromBeside(claim.around, weighing),
      ]
    : [sensesOf(wordsOf(claim, before, held), weighing)];
  return ranks.map((senses) => senses.toSorted((a, b) => b.weight - a.weight));
};
