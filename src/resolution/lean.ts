import type { Catalog } from "../catalog/catalog.ts";
import { dimensionOf } from "../catalog/observation.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import { stemsOf } from "../language/words.ts";
import { NOT } from "../question/fold-terms.ts";
import type { RememberedReading, Turn } from "../question/memory.ts";
import type { Concept, Question } from "../question/question.ts";
import { restate } from "../question/shift-period.ts";
import type { Candidate } from "../retrieval/candidate.ts";
import { CUTOFFS } from "../retrieval/cutoffs.ts";
import { isCalledSo } from "./called-so.ts";
import { NO_REFERENCES, type References } from "./references.ts";
import { isPrintedFor } from "./viable.ts";

/** A remembered reading with the periods that it is now asked for. */
export type CarriedReading = { readonly remembered: RememberedReading; readonly references: References };

/** How a question leans on its thread: not at all or for its period, for what it is about, or for one side of a sum. */
export type Lean =
  | {
      readonly kind: "own";
      readonly candidates: readonly Candidate[];
      readonly references: References;
      readonly carriedPeriod: boolean;
    }
  | {
      readonly kind: "carried";
      readonly readings: readonly CarriedReading[];
      readonly carriedPeriod: boolean;
    }
  /** It leans on a question that was not answered; what it says itself may still be offered. */
  | { readonly kind: "lost"; readonly candidates: readonly Candidate[]; readonly references: References }
  | {
      readonly kind: "part";
      readonly part: CarriedReading;
      readonly candidates: readonly Candidate[];
      readonly references: References;
    };

type Thread = {
  readonly last: Turn;
  readonly before: Turn | null;
  readonly fiscalStartMonth: number;
  readonly catalog: Catalog;
};

const RELATING: readonly Question["operation"]["kind"][] = ["change", "ratio", "compare", "share"];

/** What is asked over a run of years is asked over all of them, not over the one year last spoken of. */
const RUNNING: readonly Question["operation"]["kind"][] = ["ranking", "beyond", "series", "sum", "mean"];

const told = (reading: RememberedReading, fiscalStartMonth: number): readonly ReferencePeriod[] =>
  reading.periods.map((period) => restate(period, fiscalStartMonth));

const asTold = (remembered: RememberedReading, { fiscalStartMonth }: Thread): CarriedReading => ({
  remembered,
  references: { ...NO_REFERENCES, selecting: told(remembered, fiscalStartMonth) },
});

const same = (one: RememberedReading, other: RememberedReading): boolean =>
  one.measure === other.measure && one.members.join() === other.members.join() && one.allBut === other.allBut;

const isDenial = ({ stem, role }: Concept): boolean => role === "content" && stem === NOT;

/** "And how many weren't?" behind those that were: all but the one group that the thread spoke of. */
const otherThan = ({ readings }: Turn): readonly RememberedReading[] =>
  readings.flatMap((reading): readonly RememberedReading[] => {
    const [member, ...more] = reading.members;
    if (member === undefined || more.length > 0 || reading.allBut !== undefined) return [];
    return [{ ...reading, members: [], allBut: member }];
  });

/** "how many fewer is that": the last two figures of the thread. "more than 2022": the last one, and that year's. */
const relate = (references: References, thread: Thread): readonly CarriedReading[] => {
  const [last] = thread.last.readings;
  if (last === undefined) return [];
  const own = references.selecting;
  const lastTold = told(last, thread.fiscalStartMonth);
  if (own.length > 0) {
    const selecting = own.length === 1 ? [...lastTold, ...own] : own;
    return [{ remembered: last, references: { ...references, selecting } }];
  }
  const earlier = thread.before?.readings[0];
  if (lastTold.length > 1 || earlier === undefined)
    return thread.last.readings.map((one) => asTold(one, thread));
  if (!same(earlier, last)) return [asTold(earlier, thread), asTold(last, thread)];
  const selecting = [...told(earlier, thread.fiscalStartMonth), ...lastTold];
  return [{ remembered: last, references: { ...NO_REFERENCES, selecting } }];
};

/** "As a share of the total?": the last figure, of its own whole, and not of the figure before it. */
const isOfTotal = ({ operation, wantsWhole }: Question): boolean => operation.kind === "share" && wantsWhole;

const ofLast = (thread: Thread): readonly CarriedReading[] =>
  thread.last.readings.slice(0, 1).map((one) => asTold(one, thread));

const carryReadings = (question: Question, references: References, thread: Thread): Lean => {
  // "Both of those for 2021": each of the two things that were told, at another time.
  const both = question.operation.kind === "compare" && thread.last.readings.length > 1;
  if (both && references.selecting.length > 0) {
    const readings = thread.last.readings.map((remembered) => ({ remembered, references }));
    return { kind: "carried", readings, carriedPeriod: false };
  }
  if (RELATING.includes(question.operation.kind))
    return {
      kind: "carried",
      readings: isOfTotal(question) ? ofLast(thread) : relate(references, thread),
      carriedPeriod: references.selecting.length === 0,
    };
  const all = RUNNING.includes(question.operation.kind) && references.selecting.length === 0;
  if (all) {
    const stretch = thread.last.references.filter(({ kind }) => kind === "range" || kind === "since");
    const over = stretch.length > 0 ? { ...NO_REFERENCES, selecting: stretch } : references;
    const readings = thread.last.readings.map((remembered) => ({ remembered, references: over }));
    return { kind: "carried", readings, carriedPeriod: stretch.length > 0 };
  }
  // "And the goal?" is of another time than what there is.
  const ownTime = references.selecting.length > 0 || question.figureKind !== null;
  const readings = thread.last.readings
    .map((remembered) => (question.wantsWhole ? { ...remembered, members: [] } : remembered))
    .map((remembered) => (ownTime ? { remembered, references } : asTold(remembered, thread)));
  return { kind: "carried", readings, carriedPeriod: !ownTime };
};

/**
 * "How many of them were pedestrians?", "and in France?": with the groups of the thread that no other was named
 * for first; where that is not held, as it stands.
 */
const withRemembered = (candidate: Candidate, last: Turn): readonly Candidate[] => {
  const { measure, members, dimension, score } = candidate;
  const remembered = last.readings.find((one) => one.measure === measure.id);
  if (remembered === undefined || members.length === 0 || last.readings.length > 1) return [candidate];
  const named = new Set([...members.map(dimensionOf), dimension]);
  const kept = remembered.members.filter((key) => !named.has(dimensionOf(key)));
  if (kept.length === 0) return [candidate];
  return [
    { ...candidate, members: [...members, ...kept].toSorted() },
    { ...candidate, score: score - CUTOFFS.softWord },
  ];
};

/**
 * The candidate of the measure that the thread is about, once a question that leans names only a part of it, or
 * asks for a result of it that is printed: how many times the other it is.
 */
const sameSubject = (
  candidates: readonly Candidate[],
  last: Turn,
  { operation }: Question,
): readonly Candidate[] =>
  candidates
    .filter(({ measure, unexplained }) => {
      const compared = operation.kind === "compare" && measure.baseMeasure !== null;
      const printed = compared || isPrintedFor(operation, measure);
      return (
        unexplained.length === 0 &&
        last.readings.some(
          (one) => one.measure === measure.id || (printed && one.measure === measure.baseMeasure),
        )
      );
    })
    .map((candidate) => ({
      ...candidate,
      completeness: 1,
      nameSaid: true,
      score: 1 - CUTOFFS.softWord * candidate.soft.length,
    }))
    .flatMap((candidate) => withRemembered(candidate, last));

/** "And international?" behind the domestic passengers of one airport: of that airport as well. */
const ofSameGroups = (
  candidates: readonly Candidate[],
  last: Turn,
  catalog: Catalog,
): readonly Candidate[] => {
  const [remembered, ...more] = last.readings;
  if (remembered === undefined || more.length > 0 || remembered.members.length === 0) return candidates;
  const pack = catalog.measures.get(remembered.measure)?.pack;
  return candidates.flatMap((candidate): readonly Candidate[] => {
    const { measure, members, dimension, score } = candidate;
    const applies =
      measure.id !== remembered.measure &&
      measure.pack === pack &&
      members.length === 0 &&
      dimension === null &&
      candidate.conflicts.length === 0;
    return applies
      ? [{ ...candidate, members: remembered.members, score: score + CUTOFFS.softWord }, candidate]
      : [candidate];
  });
};

const fullySaid = (candidates: readonly Candidate[]): boolean =>
  candidates.some(
    ({ unexplained, completeness, nameSaid, conflicts }) =>
      unexplained.length === 0 && conflicts.length === 0 && nameSaid && completeness >= CUTOFFS.answerable,
  );

const isWhole = (candidate: Candidate | undefined): boolean =>
  candidate !== undefined &&
  candidate.unexplained.length === 0 &&
  candidate.members.length === 0 &&
  candidate.completeness >= CUTOFFS.complete;

type Leaning = {
  readonly candidates: readonly Candidate[];
  readonly references: References;
  readonly thread: Thread;
};

/** "as a share of the docket?", "how many of them per grant?": the other side is named, and one is the thread's figure. */
const asPart = (question: Question, { candidates, references, thread }: Leaning): Lean | null => {
  const [part] = thread.last.readings;
  const { operation, repeats, perAt, leansOn } = question;
  const isEach = operation.kind === "lookup" && perAt !== null && (leansOn.anaphora || leansOn.follow);
  const isAsked =
    (isEach || (operation.kind === "share" && !repeats)) &&
    isWhole(candidates[0]) &&
    references.selecting.length === 0;
  return isAsked && part !== undefined
    ? { kind: "part", part: asTold(part, thread), candidates, references }
    : null;
};

/**
 * "What percentage of the world total is that?": of another group's figure for the same time. "And for China?" behind
 * it asks for China's share of the same.
 */
const asPartOfGroup = (
  question: Question,
  [other]: readonly Candidate[],
  { references, thread }: Leaning,
): Lean | null => {
  const [last, whole, ...more] = thread.last.readings;
  if (question.operation.kind !== "share" || last === undefined || other === undefined || more.length > 0)
    return null;
  const isOther =
    references.selecting.length === 0 &&
    other.unexplained.length === 0 &&
    other.measure.id === last.measure &&
    other.members.length > 0 &&
    other.members.length === last.members.length &&
    other.members.join() !== last.members.join();
  if (!isOther) return null;
  const named = { ...last, members: other.members };
  if (question.repeats && whole?.measure === last.measure)
    return { kind: "carried", readings: [asTold(named, thread), asTold(whole, thread)], carriedPeriod: true };
  if (question.repeats || whole !== undefined || !question.leansOn.anaphora) return null;
  return { kind: "carried", readings: [asTold(last, thread), asTold(named, thread)], carriedPeriod: true };
};

/** "How many more than Texas is that": the thread's figure beside that of another group, for the same time. */
const asAgainst = (
  { operation }: Question,
  [other]: readonly Candidate[],
  { references, thread }: Leaning,
): Lean | null => {
  const [last, ...more] = thread.last.readings;
  const relates = operation.kind === "ratio" || (operation.kind === "change" && operation.counted);
  if (!relates || last === undefined || other === undefined) return null;
  const isOther =
    more.length === 0 &&
    references.selecting.length === 0 &&
    other.measure.id === last.measure &&
    other.members.length === last.members.length &&
    other.members.join() !== last.members.join();
  if (!isOther) return null;
  const readings = [asTold(last, thread), asTold({ ...last, members: other.members }, thread)];
  return { kind: "carried", readings, carriedPeriod: true };
};

/** What of the thread a question speaks of that names a part of its subject: a result, a change, another group. */
const ofSubject = (question: Question, subject: readonly Candidate[], leaning: Leaning): Lean | null => {
  const { references, thread } = leaning;
  const results = subject.filter(({ measure }) =>
    thread.last.readings.every((one) => one.measure !== measure.id),
  );
  if (results.length > 0) return { kind: "own", candidates: results, references, carriedPeriod: false };
  if (RELATING.includes(question.operation.kind) && subject[0]?.members.length === 0)
    return carryReadings(question, references, thread);
  return asAgainst(question, subject, leaning);
};

/** A question with words of its own: they decide, and the thread fills in what it is about and when. */
const withWords = (question: Question, leaning: Leaning): Lean => {
  const { candidates, references, thread } = leaning;
  const leans = question.leansOn.follow || question.leansOn.anaphora || question.leansOn.short;
  const subject = sameSubject(candidates, thread.last, question);
  const told = leans ? ofSubject(question, subject, leaning) : null;
  if (told !== null) return told;
  const isRunning = RUNNING.includes(question.operation.kind);
  const carried =
    leans && references.selecting.length === 0
      ? thread.last.references.filter(({ kind }) => !isRunning || kind === "range" || kind === "since")
      : [];
  const others = leans ? ofSameGroups(candidates, thread.last, thread.catalog) : candidates;
  const about = subject.length > 0 && (leans || !fullySaid(candidates)) ? subject : others;
  const own = {
    kind: "own",
    candidates: about,
    references: carried.length > 0 ? { ...NO_REFERENCES, selecting: carried } : references,
    carriedPeriod: carried.length > 0,
  } as const;
  return own;
};
/** Whether a question that begins with "and" says all of what it asks for: the thing, and when. */
const standsAlone = (candidates: readonly Candidate[], references: References): boolean =>
  references.selecting.length > 0 && fullySaid(candidates);

/**
 * "How many of those", behind a question that was refused, is of nothing that is held; "and in 2023?" may still
 * be of what was told before it.
 */
const isLost = ({ leansOn, concepts }: Question, turns: readonly Turn[]): boolean => {
  if (turns.at(-1)?.refused !== true) return false;
  const begun = turns.some(({ refused }) => !refused);
  const content = concepts.some(({ role }) => role === "content");
  return leansOn.anaphora || (!begun && (leansOn.follow || !content));
};

/** A question with no words of its own is about what the thread spoke of, or about all else of it. */
const carryAll = (question: Question, { candidates, references, thread }: Leaning): Lean => {
  if (!question.asksRest && !question.concepts.some(isDenial))
    return carryReadings(question, references, thread);
  const others = { ...thread.last, readings: otherThan(thread.last) };
  if (others.readings.length === 0) return { kind: "lost", candidates, references };
  return carryReadings(question, references, { ...thread, last: others });
};

/** "Per day?" behind a count: what is held of the same by the day. */
const ratesOf = (
  { perTime }: Question,
  candidates: readonly Candidate[],
  { thread }: Leaning,
): readonly Candidate[] => {
  const last = thread.catalog.measures.get(thread.last.readings[0]?.measure ?? "");
  const isRate =
    last !== undefined && perTime?.stems.some((stem) => isCalledSo(last, [stem], thread.catalog));
  if (perTime === null || isRate) return [];
  const counted = new Set(stemsOf(last?.measuredProperty ?? ""));
  return candidates.filter(
    ({ measure }) =>
      measure.id !== last?.id && stemsOf(measure.measuredProperty).some((stem) => counted.has(stem)),
  );
};

/** "And in tonnes?" behind tonnes asks for nothing else. */
const unitsOf = (last: Turn | undefined, catalog: Catalog): ReadonlySet<string> =>
  new Set(
    (last?.readings ?? []).flatMap(({ measure }) => stemsOf(catalog.measures.get(measure)?.unit ?? "")),
  );

/** What the thread adds to a question: nothing where the question stands by itself. */
export const lean = (
  question: Question,
  candidates: readonly Candidate[],
  { references, catalog }: { readonly references: References; readonly catalog: Catalog },
): Lean => {
  const fiscalStartMonth = catalog.fiscalYearStartMonth;
  const turns = question.thread?.turns ?? [];
  if (isLost(question, turns) && !standsAlone(candidates, references))
    return { kind: "lost", candidates, references };
  const answered = turns.filter(({ refused }) => !refused);
  const last = answered.at(-1);
  const units = unitsOf(last, catalog);
  const content = question.concepts.some(
    (one) => one.role === "content" && !isDenial(one) && !units.has(one.stem),
  );
  if (last === undefined || last.readings.length === 0)
    return { kind: "own", candidates, references, carriedPeriod: false };
  const thread: Thread = { last, before: answered.at(-2) ?? null, fiscalStartMonth, catalog };
  const leaning = { candidates, references, thread };
  const rates = content ? [] : ratesOf(question, candidates, leaning);
  if (rates.length > 0) return withWords(question, { ...leaning, candidates: rates });
  if (!content) return carryAll(question, leaning);
  return (
    asPart(question, leaning) ?? asPartOfGroup(question, candidates, leaning) ?? withWords(question, leaning)
  );
};
