import type { Catalog } from "../catalog/catalog.ts";
import { isOutcome } from "../catalog/observation.ts";
import { NOT } from "../question/fold-terms.ts";
import type { Question } from "../question/question.ts";
import type { Candidate } from "../retrieval/candidate.ts";
import { CUTOFFS } from "../retrieval/cutoffs.ts";
import { valuesAround, withNumbers } from "./account-numbers.ts";
import { withRates } from "./account-rates.ts";
import { asSeveral } from "./as-several.ts";
import { byNumber } from "./by-number.ts";
import { coverAsRatio, coverTogether } from "./cover-together.ts";
import { isGuess } from "./guesses.ts";
import { type CarriedReading, type Lean, lean } from "./lean.ts";
import { measuresOfSpeaker } from "./of-speaker.ts";
import type { Carried, Failing, Reading, Resolution } from "./reading.ts";
import { NO_REFERENCES, type References, sortReferences } from "./references.ts";
import { resolveTopics } from "./resolve-topics.ts";
import { type Selected, selectHeld, type Wanted } from "./select-held.ts";
import { holdsSaid, tellApart } from "./tell-apart.ts";
import { untold } from "./untold.ts";
import { accountedFor, best, fairest, isPrintedFor, viable } from "./viable.ts";

type Asking = { readonly question: Question; readonly references: References; readonly catalog: Catalog };

const CAPITAL = /^\p{Lu}/u;

/** Words that may name who said it; of what is said around the question only names. */
const speakersIn = ({ concepts }: Question): readonly string[] =>
  concepts
    .filter(({ role, text }) => role === "content" || (role === "aside" && CAPITAL.test(text)))
    .map(({ stem }) => stem);

const select = (candidate: Candidate, asking: Asking): Selected =>
  selectWanted({ ...candidate, speakers: speakersIn(asking.question) }, asking);

const selectWanted = (wanted: Wanted, { question, references, catalog }: Asking): Selected => {
  const selected = selectHeld(wanted, { question, references }, catalog);
  // "The monthly average of 2024", of which no months are held: the year may do, over its length.
  if (selected.failing?.part !== "period" || question.perTime === null || question.perUnit === null)
    return selected;
  const whole = selectHeld(wanted, { question: { ...question, perUnit: null }, references }, catalog);
  return whole.failing === null ? whole : selected;
};

const notHeld = (failing: Failing, nearest: readonly Reading[] = []): Resolution => ({
  kind: "not_held",
  failing,
  nearest,
});

/** What stands in the way of the candidates that came nearest: the words that none of them accounts for. */
const failingOf = (candidates: readonly Candidate[], question: Question): Failing => {
  const nearest =
    candidates.filter(({ completeness }) => completeness >= CUTOFFS.answerable)[0] ?? candidates[0];
  if (question.wantsMoney && nearest?.unexplained.length === 0) return { part: "unit", label: "usd" };
  const wantsTime = question.wantsTimeUnit !== null || question.durationUnits !== null;
  if (wantsTime && nearest?.unexplained.length === 0) return { part: "unit", label: "time" };
  if (nearest === undefined) {
    const words = question.concepts.filter(({ role }) => role === "content").map(({ text }) => text);
    return words.length > 0 ? { part: "words", words: [...new Set(words)] } : { part: "measure" };
  }
  if (nearest.conflicts.length > 0) return { part: "members", members: nearest.conflicts };
  if (nearest.unexplained.length === 0) return { part: "measure" };
  return { part: "words", words: [...new Set(nearest.unexplained.map(({ text }) => text))] };
};

const nearestReadings = (candidates: readonly Candidate[], asking: Asking): readonly Reading[] =>
  candidates
    .filter(({ completeness }) => completeness >= CUTOFFS.offerable)
    .slice(0, 3)
    .map((candidate) => select(candidate, asking).reading)
    .filter(({ series }) => series.length > 0);

/** Several measures named side by side, each of which is held for what was asked. */
const fromSeveral = (candidates: readonly Candidate[], asking: Asking): Resolution | null => {
  const sides = coverTogether(candidates, asking.question).map((candidate) => select(candidate, asking));
  const [first, ...rest] = sides.map(({ reading }) => reading);
  if (first === undefined) return null;
  const failing = sides.find((side) => side.failing !== null)?.failing ?? null;
  if (failing !== null) return notHeld(failing, [first, ...rest]);
  return { kind: "resolved", readings: [first, ...rest], carried: [] };
};

const COMPARING: readonly Question["operation"]["kind"][] = ["compare", "share", "ratio", "change"];

type Row = { readonly candidate: Candidate } & Selected;

/** Several members of one dimension, each named by words of its own, are one question about each of them. */
const sidesOf = (rows: readonly Row[]): readonly Row[] => {
  const [first] = best(rows);
  if (first === undefined) return [];
  const sides = rows.filter(
    ({ candidate }) => candidate.measure === first.candidate.measure && candidate.members.length > 0,
  );
  const named = new Set(sides.map(({ candidate }) => [...candidate.matched].toSorted().join(" ")));
  return sides.length > 1 && named.size === sides.length ? sides : [];
};

const fromSides = (sides: readonly Row[]): Resolution => {
  const failed = sides.filter(({ failing }) => failing !== null);
  const held = sides.filter(({ failing }) => failing === null);
  const [missing] = failed;
  if (missing !== undefined)
    return notHeld(
      missing.failing ?? { part: "measure" },
      [...failed, ...held].map(({ reading }) => reading),
    );
  return asSeveral(
    sides.map(({ reading }) => reading),
    true,
  );
};

/** "How much higher is the goal than the level of March": what is aimed at beside what there is. */
const besideActual = (fair: readonly Candidate[], asking: Asking): Resolution | null => {
  const { question } = asking;
  const [first] = fair.toSorted((a, b) => b.score - a.score);
  // "How many more does she want than there were".
  const aim = question.figureKind ?? (question.tellsWish ? "goal" : "actual");
  if (first === undefined || aim === "actual" || !COMPARING.includes(question.operation.kind)) return null;
  const wanted = { ...asking, question: { ...question, figureKind: aim }, references: NO_REFERENCES };
  const aimed = select(first, wanted);
  // Whose goal it is says nothing of who counted.
  const counted = { ...asking, question: { ...question, figureKind: "actual" as const } };
  const actual = selectHeld({ ...first, speakers: [] }, counted, asking.catalog);
  if (aimed.failing !== null || actual.failing !== null) return null;
  return asSeveral([aimed.reading, actual.reading], true);
};

/** How many members a person is offered, where none was named and there is no total. */
const OFFERED = 5;

/** "Population in 2001": it is held for each country and for none of all; the largest are offered. */
const byMember = (row: Row, asking: Asking): Resolution | null => {
  if (row.failing?.part !== "members") return null;
  const named = row.candidate.members;
  const groups = asking.catalog.figures.groupsOf(row.candidate.measure.id);
  const fitting = groups.filter((members) => named.every((key) => members.includes(key)));
  const readings = fitting.map((members) => select({ ...row.candidate, members }, asking));
  const held = readings.filter(({ failing }) => failing === null).map(({ reading }) => reading);
  const size = ({ chosen }: Reading): number => chosen.at(-1)?.best.value ?? 0;
  const largest = held.toSorted((a, b) => size(b) - size(a)).slice(0, OFFERED);
  return largest.length > 0 ? { kind: "ambiguous", readings: largest } : null;
};

const fromRefused = (refused: readonly Row[], asking: Asking): Resolution => {
  const members = refused[0] === undefined ? null : byMember(refused[0], asking);
  if (members !== null) return members;
  return notHeld(
    refused[0]?.failing ?? { part: "measure" },
    refused.map(({ reading }) => reading),
  );
};

/**
 * "Dwelling fires in Kent": where no word tells one measure from the others, what their source is about before all
 * else is meant, and not what it tells beside it.
 */
const mainFirst = (rows: readonly Row[]): readonly Row[] => {
  const mains = rows.filter(({ candidate, failing }) => candidate.main && failing === null);
  const [first] = mains;
  if (first === undefined) return rows;
  const { id, pack } = first.candidate.measure;
  const isBeside = ({ candidate }: Row): boolean =>
    candidate.measure.pack === pack &&
    mains.some(
      ({ candidate: main }) =>
        candidate.explained.isSubsetOf(main.explained) && candidate.soft.length >= main.soft.length,
    );
  return rows.every((row) => row.candidate.measure.id === id || isBeside(row))
    ? rows.filter(({ candidate }) => candidate.measure.id === id)
    : rows;
};

/** Every word was accounted for, and by one measure alone, whose name need not have been said in full. */
const isOnlyOne = (rows: readonly Row[], told: readonly Reading[]): boolean =>
  told.length === 1 && new Set(rows.map(({ candidate }) => candidate.measure.id)).size === 1;

/** Of equally fair readings, those that hold what was asked; a printed result before one to be worked out. */
const fromFairest = (fair: readonly Candidate[], asking: Asking): Resolution => {
  const { question } = asking;
  const all = fair.map((candidate) => ({ candidate, ...select(candidate, asking) }));
  const rows = mainFirst(all);
  const sides = sidesOf(rows);
  if (sides.length > 0) return fromSides(sides);
  const goal = besideActual(fair, asking);
  if (goal !== null) return goal;
  const holding = rows.filter(({ failing }) => failing === null);
  const printed = holding.filter(({ candidate }) => isPrintedFor(question.operation, candidate.measure));
  const readings = best(printed.length > 0 ? printed : holding).map(({ reading }) => reading);
  const told = tellApart(readings, question, asking.catalog);
  if (told.length === 0) return fromRefused(best(rows), asking);
  const named = fair.some(({ completeness }) => completeness >= CUTOFFS.answerable);
  const borneOut = question.act.kind === "claim" && told.some((reading) => holdsSaid(reading, question));
  const loose = holding.some(({ candidate, reading }) => candidate.loose && told.includes(reading));
  const guessed = fair.some(
    (one) =>
      isGuess(one, question, asking.catalog) && told.some(({ measure }) => measure.id === one.measure.id),
  );
  const sure = borneOut || ((named || isOnlyOne(rows, told)) && !loose && !guessed);
  if (!(sure || told.length > 1)) return guess(told, question);
  return asSeveral(told, false);
};

/** What may be meant is asked back; a claim is not judged by a guess at what it is about. */
const guess = (readings: readonly Reading[], { act }: Question): Resolution =>
  act.kind === "claim" ? notHeld({ part: "measure" }, readings) : { kind: "ambiguous", readings };

/** The thread's own readings, over the periods that the follow-up asks for. */
const fromCarried = (carried: readonly CarriedReading[], asking: Asking): Resolution => {
  const selected = carried.flatMap(({ remembered, references }) => {
    const measure = asking.catalog.measures.get(remembered.measure);
    if (measure === undefined) return [];
    const { members, allBut } = remembered;
    const wanted = { measure, members, allBut, speakers: [], dimension: null, nameSaid: true };
    return [selectWanted(wanted, { ...asking, references })];
  });
  const failing = selected.find((one) => one.failing !== null)?.failing;
  const readings = selected.map(({ reading }) => reading);
  if (failing !== undefined && failing !== null) return notHeld(failing, readings);
  const [first, ...rest] = readings;
  if (first === undefined) return notHeld({ part: "measure" });
  return { kind: "resolved", readings: [first, ...rest], carried: [] };
};

/** "as a share of the docket?": the thread's figure is the part, what the question names the whole. */
const fromPart = (leaning: Extract<Lean, { kind: "part" }>, asking: Asking): Resolution => {
  const part = fromCarried([leaning.part], asking);
  const [whole] = leaning.candidates;
  if (part.kind !== "resolved" || whole === undefined) return part;
  const references = leaning.part.references;
  const selected = select(whole, { ...asking, references });
  if (selected.failing !== null) return notHeld(selected.failing, [selected.reading]);
  const readings = [part.readings[0], selected.reading] as const;
  return asking.question.perAt === null ? { ...part, readings } : { ...part, readings, relates: "ratio" };
};

/** "And at large?" behind what is not held for a place: what is held is offered, and not taken for an answer. */
const fromLost = (
  { candidates, references }: Extract<Lean, { kind: "lost" }>,
  asking: Asking,
): Resolution => {
  const lost = notHeld({ part: "thread", label: asking.question.text });
  const fair = asking.question.leansOn.anaphora
    ? []
    : fairest(viable(candidates, asking.question), asking.question);
  if (fair.length === 0) return lost;
  const resolution = fromFairest(fair, { ...asking, references });
  return resolution.kind === "resolved" ? { kind: "ambiguous", readings: resolution.readings } : lost;
};

const withCarried = (resolution: Resolution, carried: readonly Carried[]): Resolution =>
  resolution.kind === "resolved" ? { ...resolution, carried } : resolution;

const labelsOf = (resolution: Resolution): string =>
  resolution.kind === "resolved"
    ? resolution.readings.flatMap(({ chosen }) => chosen.map(({ period }) => period.label)).join(", ")
    : "";

/** "Is the 1.4 million figure the ones with orders?": what holds the number that is spoken of, and what is said best. */
const fairOf = (candidates: readonly Candidate[], asking: Asking): readonly Candidate[] => {
  const { question, catalog } = asking;
  const known = question.quantities.filter(({ definite }) => definite).map(({ value }) => value);
  if (known.length === 0) return fairest(candidates, question);
  const claims = question.act.kind === "claim";
  const valuesOf = (candidate: Candidate): readonly number[] =>
    claims
      ? select(candidate, asking).reading.chosen.map(({ best: { value } }) => value)
      : valuesAround(candidate, catalog);
  const holding = candidates.filter((candidate) =>
    valuesOf(candidate).some((value) => known.includes(value)),
  );
  return fairest(holding.length > 0 ? holding : candidates, question);
};

/**
 * "What percentage of the country's emissions came from gas": where a measure is held that says it is the whole of
 * its siblings, a share of one of them is a share of that.
 */
const besideWhole = (
  fair: readonly Candidate[],
  asking: Asking,
  all: readonly Candidate[],
): Resolution | null => {
  const [part, ...others] = fair;
  if (part === undefined || asking.question.operation.kind !== "share") return null;
  const { measure, explained } = part;
  if (others.some((other) => other.measure.id !== measure.id) || isOutcome(measure)) return null;
  if (measure.unit === "percent") return null;
  const { copulaAt } = asking.question;
  /** "What share of the offences | were detected": of what the source is about, so much of it was so. */
  const isSaidBehind = (one: Candidate): boolean =>
    one.main &&
    copulaAt !== null &&
    one.unexplained.length > 0 &&
    one.unexplained.every(({ at }) => at[0] > copulaAt);
  const whole = all.find(
    (one) =>
      (one.whole || isSaidBehind(one)) &&
      one.measure.id !== measure.id &&
      one.measure.pack === measure.pack &&
      one.measure.unit === measure.unit &&
      one.members.join() === part.members.join() &&
      one.unexplained.every(({ stem }) => explained.has(stem)),
  );
  if (whole === undefined) return null;
  const sides = [part, whole].map((one) => select(one, asking));
  return sides.some(({ failing }) => failing !== null)
    ? null
    : asSeveral(
        sides.map(({ reading }) => reading),
        true,
      );
};

/** "How many removals per grant": so many of one thing for each of another. */
const fromRatio = (candidates: readonly Candidate[], asking: Asking): Resolution | null => {
  const sides = coverAsRatio(candidates, asking.question)?.map((candidate) => select(candidate, asking));
  const [one, other] = sides ?? [];
  if (one === undefined || other === undefined) return null;
  const failing = one.failing ?? other.failing;
  if (failing !== null) return notHeld(failing, [one.reading, other.reading]);
  return { kind: "resolved", readings: [one.reading, other.reading], carried: [], relates: "ratio" };
};

/** What no measure says alone, two or more may say together. */
const fromTogether = (candidates: readonly Candidate[], asking: Asking): Resolution | null =>
  fromRatio(candidates, asking) ?? fromSeveral(candidates, asking);

const unanswered = (candidates: readonly Candidate[], asking: Asking): Resolution =>
  notHeld(failingOf(candidates, asking.question), nearestReadings(candidates, asking));

/** Nothing tells one measure of a place from the others: each is offered. */
const fromUntold = (candidates: readonly Candidate[], asking: Asking): Resolution | null => {
  const rows = untold(candidates, asking.question, asking.catalog).map((one) => select(one, asking));
  const readings = rows.filter(({ failing }) => failing === null).map(({ reading }) => reading);
  return readings.length > 1 ? { kind: "ambiguous", readings } : null;
};

/** "The institute's figure for 2018": of all that they counted, what is held for that is asked back. */
const fromSpeaker = (asking: Asking): Resolution | null => {
  if (asking.question.act.kind !== "figure") return null;
  const readings = measuresOfSpeaker(asking.question, asking.catalog).flatMap((measure) => {
    const wanted = { measure, members: [], speakers: [], dimension: null, nameSaid: false };
    const { reading, failing } = selectWanted(wanted, asking);
    return failing === null ? [reading] : [];
  });
  return readings.length > 1 ? { kind: "ambiguous", readings: readings.slice(0, OFFERED) } : null;
};

/** Several things are meant side by side: compared, or one as a share of the other. */
const asSides = (
  fair: readonly Candidate[],
  candidates: readonly Candidate[],
  asking: Asking,
): Resolution | null => {
  const { operation } = asking.question;
  const fuller =
    operation.kind === "share" &&
    fair.every(({ soft, measure }) => soft.length > 0 && !isPrintedFor(operation, measure));
  const together = operation.kind === "compare" || fuller ? fromSeveral(candidates, asking) : null;
  return together ?? besideWhole(fair, asking, candidates);
};

/** A period that the thread carries is dropped where the new subject has a single figure and no run of years. */
const carried = (resolution: Resolution, fair: readonly Candidate[], asking: Asking): Resolution => {
  const single =
    resolution.kind === "not_held" && resolution.nearest.every(({ series }) => series.length === 1);
  if (single) return fromFairest(fair, { ...asking, references: NO_REFERENCES });
  return withCarried(resolution, [{ what: "period", label: labelsOf(resolution) }]);
};

const fromOwn = (
  { candidates, carriedPeriod }: Extract<Lean, { kind: "own" }>,
  asking: Asking,
): Resolution => {
  const { question } = asking;
  const spoken = carriedPeriod ? null : fromSpeaker(asking);
  if (spoken !== null) return spoken;
  const fair = fairOf(viable(candidates, question), asking);
  if (fair.length === 0) return fromTogether(candidates, asking) ?? unanswered(candidates, asking);
  const several = fromUntold(accountedFor(candidates, question), asking) ?? asSides(fair, candidates, asking);
  if (several !== null) return several;
  const resolution = fromFairest(fair, asking);
  return carriedPeriod ? carried(resolution, fair, asking) : resolution;
};

const calledIn = ({ measure, members }: Reading, catalog: Catalog): string =>
  [measure.name, ...members.map((key) => catalog.members.get(key)?.name ?? key)].join(", ");

/** "Thanks!" in a thread is no question about its last figure. */
const asksNothing = ({
  concepts,
  periods,
  quantities,
  act,
  operation,
  leansOn,
  figureKind,
  wantsWhole,
  perTime,
}: Question): boolean =>
  act.kind === "figure" &&
  perTime === null &&
  !wantsWhole &&
  figureKind === null &&
  operation.kind === "lookup" &&
  periods.length === 0 &&
  quantities.length === 0 &&
  !leansOn.follow &&
  !leansOn.anaphora &&
  !concepts.some(({ role }) => role === "content");

/** What there is no use in looking up: an empty question, a whole document, a "that" with nothing before it. */
const standsStill = (question: Question): Failing | null => {
  if (question.tooLong) return { part: "too_long" };
  if (question.act.kind === "topic") return null;
  if ((question.thread?.turns.length ?? 0) > 0) return asksNothing(question) ? { part: "nothing" } : null;
  const content = question.concepts.filter(({ role }) => role === "content");
  if (content.some(({ stem }) => stem !== NOT)) return null;
  const leans =
    content.length > 0 ||
    question.periods.length > 0 ||
    question.leansOn.anaphora ||
    question.leansOn.follow ||
    question.act.kind === "source";
  return leans ? { part: "thread", label: question.text } : { part: "nothing" };
};

/** What a question says beside its names and periods must hold of the reading as well: its numbers, its rate. */
const accounted = (resolution: Resolution, asking: Asking): Resolution =>
  withRates(withNumbers(resolution, asking), asking);

/** Finds what the words mean among what is held: one reading, several equally fair ones, or none. */
export const resolveReading = (
  question: Question,
  candidates: readonly Candidate[],
  catalog: Catalog,
): Resolution => {
  const numbered = byNumber(question, catalog);
  if (numbered !== null) return numbered;
  const stopped = standsStill(question);
  if (stopped !== null) return notHeld(stopped);
  const references = sortReferences(question);
  const wantsTopics = question.act.kind === "topic" && references.selecting.length === 0;
  if (wantsTopics) return resolveTopics(question, candidates, catalog);
  const leaning = lean(question, candidates, { references, catalog });
  const asking: Asking = { question, references, catalog };
  switch (leaning.kind) {
    case "own":
      return accounted(fromOwn(leaning, { ...asking, references: leaning.references }), asking);
    case "part":
      return fromPart(leaning, asking);
    case "lost":
      return fromLost(leaning, asking);
    case "carried": {
      const resolution = fromCarried(leaning.readings, asking);
      if (resolution.kind !== "resolved") return resolution;
      const checked = accounted(resolution, asking);
      if (checked.kind !== "resolved") return checked;
      const measure: Carried = { what: "measure", label: calledIn(checked.readings[0], catalog) };
      const period: Carried = { what: "period", label: labelsOf(checked) };
      return withCarried(checked, leaning.carriedPeriod ? [measure, period] : [measure]);
    }
  }
};
