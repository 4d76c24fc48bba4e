import { type CalendarDate, daysBetween } from "../calendar/day.ts";
import { samePeriod } from "../calendar/period.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { dimensionOf, isOutcome, type Measure } from "../catalog/observation.ts";
import { UNSTATED_UNIT } from "../language/format.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import { stemsOf } from "../language/words.ts";
import type { Operation, PerTime, Question } from "../question/question.ts";
import { addsUp } from "../resolution/add-up.ts";
import { homogeneous } from "../resolution/match-period.ts";
import { shapeOf } from "../resolution/period-shape.ts";
import type { Failing, Held, Reading } from "../resolution/reading.ts";
import { deriveBeyond } from "./derive-beyond.ts";
import { type Derived, deriveChange, findEnds, signed } from "./derive-change.ts";
import { listMembers, rankMembers, rankPeriods } from "./derive-ranking.ts";
import { deriveRatio, deriveShare } from "./derive-share.ts";
import type { FindingKind, Note, Told } from "./finding.ts";
import { notesOn, tellHeld } from "./tell.ts";
import { workOutMean, workOutSpread, workOutSum } from "./work-out.ts";

/** Numbers that answer an operation, or the part of it that cannot be done with what is held. */
export type Worked =
  | {
      readonly ok: true;
      readonly as: FindingKind;
      readonly values: readonly [Told, ...Told[]];
      readonly notes: readonly Note[];
      /** Of a ranking, whether the first is the lowest: the worst of what nobody wants is the highest. */
      readonly low?: boolean;
    }
  | { readonly ok: false; readonly failing: Failing };

const worked = (as: FindingKind, values: readonly Told[], notes: readonly Note[]): Worked => {
  const [first, ...rest] = values;
  if (first === undefined) return { ok: false, failing: { part: "operation", label: as } };
  return { ok: true, as, values: [first, ...rest], notes };
};

const fromDerived = (as: FindingKind, derived: Derived | null, label: string): Worked =>
  derived === null
    ? { ok: false, failing: { part: "operation", label } }
    : worked(as, [derived.value], derived.notes);

/** The one that speaks of the latest day first; what has no end speaks of today. */
export const newestFirst = (chosen: readonly Held[]): readonly Held[] =>
  chosen.toSorted((a, b) => ((a.period.end ?? "9") < (b.period.end ?? "9") ? 1 : -1));

/** Where no period was named, a person reads a few years; of a long run they want the newest. */
const FEW_PERIODS = 12;

const unasked = (newest: readonly Held[]): readonly Held[] =>
  newest.length > FEW_PERIODS ? newest.slice(0, 1) : newest;

/** A year that was said bare and is held by the fiscal year: said, since the two differ by months. */
const basisNotes = (
  reading: Reading,
  question: Question,
  { fiscalYearStartMonth }: Catalog,
): readonly Note[] => {
  const bare = question.periods.some(
    ({ reference }) =>
      reference.kind === "within" && reference.basis === "unstated" && reference.grain === "year",
  );
  const fiscal = reading.chosen.find(
    ({ period }) => shapeOf(period, fiscalYearStartMonth) !== "year" && period.start.slice(5) !== "01-01",
  );
  return bare && fiscal !== undefined ? [{ kind: "year_basis", period: fiscal.period }] : [];
};

/** Days that a run of years may begin after, or end before, what was asked, and still be all of it. */
const YEAR_AND_A_BIT = 400;

const gap = (from: CalendarDate, to: CalendarDate): number => daysBetween(from, to);

/** A run that begins later or ends sooner than the stretch that was asked for is said to. */
const coverageNotes = ({ chosen }: Reading, question: Question): readonly Note[] => {
  const [first, last] = [chosen[0]?.period, chosen.at(-1)?.period];
  if (first === undefined || last === undefined || chosen.length < 2) return [];
  const short = question.periods.some(({ reference, excluded }) => {
    if (excluded) return false;
    if (reference.kind === "since") return gap(reference.start, first.start) > YEAR_AND_A_BIT;
    if (reference.kind !== "range") return false;
    const end = reference.period.end ?? last.start;
    return (
      gap(reference.period.start, first.start) > YEAR_AND_A_BIT || gap(last.end ?? end, end) > YEAR_AND_A_BIT
    );
  });
  return short ? [{ kind: "covers_only", first, last }] : [];
};

/** "California and Texas combined": one figure of each, of one measure and period. */
const addedTogether = (readings: readonly Reading[], { together }: Question): Told | null => {
  const told = readings.flatMap((reading) =>
    reading.chosen.length === 1 ? reading.chosen.map((held) => tellHeld(held, reading)[0]) : [],
  );
  const [first, ...rest] = told;
  const isOne = (one: Told): boolean =>
    first !== undefined && isLike(one.measure, first.measure) && samePeriod(one.period, first.period);
  if (
    !together ||
    first === undefined ||
    !mayAdd(first) ||
    rest.length === 0 ||
    told.length < readings.length ||
    !told.every(isOne)
  )
    return null;
  const sum = workOutSum([first, ...rest]);
  const names = new Set(told.map(({ measure }) => measure.name));
  if (names.size === 1) return { ...sum, members: told.flatMap(({ members }) => members) };
  const sameMembers = told.every(({ members }) => members.join() === first.members.join());
  return sameMembers ? { ...sum, measure: { ...sum.measure, name: [...names].join(" + ") } } : null;
};

/** Counts of one unit in one package add up: emissions from coal and from oil. */
const isLike = (one: Measure, other: Measure): boolean =>
  one === other ||
  (one.pack === other.pack &&
    one.unit === other.unit &&
    one.unit !== UNSTATED_UNIT &&
    one.timeKind === other.timeKind &&
    one.statType === other.statType);

/** So many for each of something, which does not add up. */
const PER = /\sper\s/iu;

const mayAdd = ({ measure, unit }: Told): boolean =>
  measure.statType === "value" && unit !== "percent" && !PER.test(unit);

/** "For each fire, how many deaths": so many of one for each of the other, and neither of the two. */
const isRatioOf = (readings: readonly Reading[], { eachOf, wantsCount }: Question): boolean =>
  wantsCount && eachOf.length > 0 && readings.length > 1;

const lookUp = (readings: readonly Reading[], question: Question, catalog: Catalog): Worked => {
  if (isRatioOf(readings, question)) return { ok: false, failing: { part: "operation", label: "ratio" } };
  const sum = addedTogether(readings, question);
  if (sum !== null)
    return worked(
      "derived",
      [sum],
      readings.flatMap(({ chosen }) => notesOn(chosen, catalog)),
    );
  if (question.together && readings.length > 1 && new Set(readings.map(({ measure }) => measure.id)).size > 1)
    return { ok: false, failing: { part: "operation", label: "sum" } };
  const values = readings.flatMap((reading) => {
    const chosen = reading.periodNamed ? reading.chosen : unasked(newestFirst(reading.chosen));
    return chosen.flatMap((held) => tellHeld(held, reading));
  });
  const notes = readings.flatMap((reading) => [
    ...notesOn(reading.chosen, catalog),
    ...coverageNotes(reading, question),
    ...basisNotes(reading, question, catalog),
    ...(reading.periodNamed ? [] : [{ kind: "no_period", several: reading.chosen.length > 1 } as const]),
  ]);
  if (readings.length > 1) return worked("comparison", values, notes);
  return worked(values.length > 1 ? "series" : "lookup", values, notes);
};

const seriesOf = (readings: readonly Reading[], question: Question, catalog: Catalog): Worked => {
  const rows = readings.map((reading) => {
    const context = { fiscalStartMonth: catalog.fiscalYearStartMonth, timeKind: reading.measure.timeKind };
    return { reading, run: reading.periodNamed ? reading.chosen : homogeneous(reading.chosen, context) };
  });
  const values = rows.flatMap(({ reading, run }) => run.flatMap((held) => tellHeld(held, reading)));
  const notes = rows.flatMap(({ reading, run }) => [
    ...notesOn(run, catalog),
    ...coverageNotes(reading, question),
    ...basisNotes(reading, question, catalog),
  ]);
  return worked("series", values, notes);
};

type Mean = Extract<Operation, { kind: "mean" }>;

const STRETCHES: readonly ReferencePeriod["kind"][] = ["range", "since"];

/** A stretch was asked for, and years in the middle of it are not held: there is no total of it. */
const hasGaps = (run: readonly Held[], { periods }: Question): boolean =>
  periods.some(({ reference, excluded }) => !excluded && STRETCHES.includes(reference.kind)) &&
  run.some(({ period }, at) => {
    const before = run[at - 1]?.period.end ?? null;
    return before !== null && gap(before, period.start) > 1;
  });

/** Whole years only: a year cut short is named and left out of a sum. */
const totalOf = (
  reading: Reading,
  operation: Mean | { readonly kind: "sum" },
  { question, catalog }: Deriving,
): Worked => {
  const { kind } = operation;
  const context = { fiscalStartMonth: catalog.fiscalYearStartMonth, timeKind: reading.measure.timeKind };
  const [only, ...others] = reading.chosen;
  if (only !== undefined && others.length === 0)
    return worked("lookup", tellHeld(only, reading), notesOn([only], catalog));
  // Levels are never added; so many a year, on average, there are none of either.
  const ofLevels = kind === "mean" && !operation.yearly;
  if (context.timeKind !== "flow" && !ofLevels)
    return { ok: false, failing: { part: "operation", label: kind } };
  const run = homogeneous(reading.chosen, context);
  const partial = run.filter(({ period }) => shapeOf(period, context.fiscalStartMonth) === "partial_year");
  const whole = run.filter((held) => !partial.includes(held));
  const [first, ...rest] = whole.map((held) => tellHeld(held, reading)[0]);
  if (first === undefined || hasGaps(whole, question))
    return { ok: false, failing: { part: "operation", label: kind } };
  const notes = [
    ...coverageNotes({ ...reading, chosen: whole }, question),
    ...notesOn(whole, catalog),
    ...partial.map(({ period }): Note => ({ kind: "left_out_partial", period })),
  ];
  return worked(
    "derived",
    [kind === "sum" ? workOutSum([first, ...rest]) : workOutMean([first, ...rest])],
    notes,
  );
};

type Ranking = Extract<Operation, { kind: "ranking" }>;

/** The best position is 1, and so is the highest; the best of what nobody wants is the least of it. */
const inTone = (ranking: Ranking, { tone }: Reading): Ranking => {
  const turned = tone === "ordinal" || (tone === "ill" && ranking.merit);
  return turned ? { ...ranking, direction: ranking.direction === "high" ? "low" : "high" } : ranking;
};

/** "The two biggest together": what those that were to be listed add up to. */
const listedTogether = (values: readonly Told[], { count }: Ranking): Told | null => {
  const [first, ...rest] = values;
  if (first === undefined || count < 2 || values.length < count || !mayAdd(first)) return null;
  return { ...workOutSum([first, ...rest]), members: values.flatMap(({ members }) => members) };
};

const rankingOf = (reading: Reading, said: Ranking, deriving: Deriving): Worked => {
  const ranking = inTone(said, reading);
  const { direction } = reading.tone === "ordinal" ? said : ranking;
  const ranked = rankedIn(reading, ranking, deriving);
  return ranked.ok ? { ...ranked, low: direction === "low" } : ranked;
};

const rankedIn = (reading: Reading, ranking: Ranking, { question, catalog }: Deriving): Worked => {
  const dimension = reading.rankedDimension;
  if (dimension !== null) {
    const ranked = rankMembers(reading, ranking, {
      dimension,
      catalog,
      averaged: question.meanStems.length > 0,
    });
    if (ranked === null) return { ok: false, failing: { part: "operation", label: "ranking" } };
    const sum = question.together ? listedTogether(ranked.values, ranking) : null;
    return sum === null
      ? worked("ranking", ranked.values, ranked.notes)
      : worked("derived", [sum], ranked.notes);
  }
  if (reading.chosen.length < 2) return lookUp([reading], question, catalog);
  const { values, notes } = rankPeriods(reading, ranking, catalog);
  return worked("ranking", values, notes);
};

const beyondOf = (
  reading: Reading,
  operation: Extract<Operation, { kind: "beyond" }>,
  catalog: Catalog,
): Worked => {
  const { values, notes } = deriveBeyond(reading, operation, catalog);
  if (values.length === 0) return { ok: false, failing: { part: "operation", label: "beyond" } };
  return worked("series", values, notes);
};

/** A measure that is itself a share, a multiple or a change is told, not worked out again. */
const printedResult = (reading: Reading, question: Question, catalog: Catalog): Worked => {
  const looked = lookUp([reading], question, catalog);
  const { operation } = question;
  if (!looked.ok || operation.kind !== "change") return looked;
  const [first, ...rest] = looked.values;
  return { ...looked, as: "comparison", values: [signed(first, operation.sized), ...rest] };
};

/** There is an average of medians, and it is none of them. */
const MEDIAN = /\bmedian\b/iu;

/** "The average price 2015 to 2019", of a measure that is called so: an average already, told year by year. */
const mayBeName = (
  { yearly }: Mean,
  { meanStems }: Question,
  readings: readonly [Reading, ...Reading[]],
): boolean => {
  const [{ measure }, ...others] = readings;
  const named = new Set(stemsOf(measure.name));
  const saysSo = meanStems.some((stem) => named.has(stem));
  const isMean = measure.statType === "mean" && !MEDIAN.test(measure.name);
  return !yearly && (others.length > 0 || isMean || saysSo);
};

/** "Loans by branch" asks for the figure of each. */
const LISTING: readonly Operation["kind"][] = ["lookup", "compare", "series"];

/** A measure that is in percent is a share already. */
const shareOf = (readings: readonly [Reading, ...Reading[]], { question, catalog }: Deriving): Worked => {
  const [first, ...others] = readings;
  // Which of three and more is the part, and what the others are to it, nobody can tell.
  if (others.length > 1) return { ok: false, failing: { part: "operation", label: "share" } };
  if (others.length === 0 && first.measure.unit === "percent") return lookUp(readings, question, catalog);
  return fromDerived("derived", deriveShare(readings, { question, catalog }), "share");
};

type Change = Extract<Operation, { kind: "change" }>;

const inPoints = (operation: Change, { wantsPoints }: Question, { measure }: Reading): Change =>
  wantsPoints && measure.unit === "percent" ? { ...operation, form: "difference" } : operation;

const changeOf = (
  readings: readonly [Reading, ...Reading[]],
  operation: Change,
  { question, catalog }: Deriving,
): Worked => {
  const [one, other] = readings;
  const oneSided = question.twoSided && other === undefined && one.chosen.length < 2;
  if (oneSided) return { ok: false, failing: { part: "operation", label: "change" } };
  if (other !== undefined && one.measure.unit !== other.measure.unit)
    return { ok: false, failing: { part: "operation", label: "units" } };
  const ends = findEnds(readings, catalog);
  const derived = ends === null ? null : deriveChange(ends, operation, catalog);
  if (ends === null || derived === null || !operation.beside)
    return fromDerived("comparison", derived, "change");
  return worked("comparison", [derived.value, ends.to, ends.from], derived.notes);
};

/** "In total, across all branches", "how many across all branches": one number is asked for. */
const wantsSum = ({ together, ofAll, wantsCount, wholeOf }: Question): boolean =>
  (together && ofAll) || (wantsCount && wholeOf.length > 0);

/** The figure of each member; where one number is asked for, what they add up to, of one period. */
const listed = (reading: Reading, dimension: string, { question, catalog }: Deriving): Worked => {
  const values = listMembers(reading, { dimension, catalog });
  const notes = notesOn(reading.chosen, catalog);
  if (!wantsSum(question)) return worked("comparison", values, notes);
  const [first, ...rest] = values;
  const isOne = first !== undefined && values.every(({ period }) => samePeriod(period, first.period));
  if (!isOne || !addsUp(first.measure)) return { ok: false, failing: { part: "operation", label: "sum" } };
  const others = reading.members.filter((key) => dimensionOf(key) !== dimension);
  return worked("derived", [{ ...workOutSum([first, ...rest]), members: others }], notes);
};

/** "How many a day": what is held for each period, over its length; of several that are averaged, their sum. */
const spreadOf = (reading: Reading, unit: PerTime["unit"], { question, catalog }: Deriving): Worked => {
  const chosen = reading.periodNamed ? reading.chosen : newestFirst(reading.chosen).slice(0, 1);
  const [first, ...rest] = chosen.flatMap((held) => tellHeld(held, reading).slice(0, 1));
  if (first === undefined) return { ok: false, failing: { part: "operation", label: "mean" } };
  const notes = [
    ...notesOn(chosen, catalog),
    ...basisNotes(reading, question, catalog),
    ...(reading.periodNamed ? [] : [{ kind: "no_period", several: reading.chosen.length > 1 } as const]),
  ];
  const [one, ...others] =
    question.operation.kind === "mean" && rest.length > 0 ? [workOutSum([first, ...rest])] : [first, ...rest];
  return worked(
    "derived",
    [one, ...others].map((told) => workOutSpread(told, unit)),
    notes,
  );
};

export type Deriving = { readonly question: Question; readonly catalog: Catalog };

/** Does what the question asks with the figures that were found. */
export const deriveTold = (readings: readonly [Reading, ...Reading[]], deriving: Deriving): Worked => {
  const { question, catalog } = deriving;
  const { operation } = question;
  const [first] = readings;
  if (readings.length === 1 && isOutcome(first.measure)) return printedResult(first, question, catalog);
  if (first.spreadOver !== undefined) return spreadOf(first, first.spreadOver, deriving);
  if (LISTING.includes(operation.kind) && first.rankedDimension !== null)
    return listed(first, first.rankedDimension, deriving);
  switch (operation.kind) {
    case "lookup":
    case "compare":
      return lookUp(readings, question, catalog);
    case "series":
      return seriesOf(readings, question, catalog);
    case "mean":
      return mayBeName(operation, question, readings)
        ? seriesOf(readings, question, catalog)
        : totalOf(first, operation, deriving);
    case "sum":
      return totalOf(first, operation, deriving);
    case "ranking":
      return rankingOf(first, operation, deriving);
    case "beyond":
      return beyondOf(first, operation, catalog);
    case "share":
      return shareOf(readings, deriving);
    case "ratio":
      return fromDerived(
        "derived",
        deriveRatio(readings, { ordered: operation.ordered, each: question.perAt !== null }, catalog),
        "ratio",
      );
    case "change":
      return changeOf(readings, inPoints(operation, question, first), deriving);
  }
};
