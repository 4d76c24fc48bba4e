import { periodOfDays } from "../calendar/calendar-periods.ts";
import { addDays } from "../calendar/day.ts";
import { contains, type Grain, overlaps, type Period } from "../calendar/period.ts";
import type { Catalog } from "../catalog/catalog.ts";
import {
  dimensionOf,
  isOutcome,
  type Measure,
  type MemberKey,
  type Observation,
} from "../catalog/observation.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import type { Question } from "../question/question.ts";
import { shiftPeriod } from "../question/shift-period.ts";
import type { Tone } from "../retrieval/candidate.ts";
import { addsUp, inUnits, ofUnit } from "./add-up.ts";
import { bySpeaker, isAbout, strangers } from "./by-speaker.ts";
import { isCalledSo } from "./called-so.ts";
import { groupHeld } from "./group-held.ts";
import { labelOfReference } from "./label-of-reference.ts";
import { type MatchContext, matchPeriod, mostlyOf, quartersOf } from "./match-period.ts";
import { FACTUAL, ofKind } from "./of-kind.ts";
import type { Failing, Held, Reading } from "./reading.ts";
import type { References } from "./references.ts";
import { restsOf } from "./rest-of.ts";
import { aggregateIn, isWholeMember } from "./whole-member.ts";

export type Selected = { readonly reading: Reading; readonly failing: Failing | null };

export type Wanted = {
  readonly measure: Measure;
  readonly members: readonly MemberKey[];
  /** The member that is to be left out; absent where none is. */
  readonly allBut?: MemberKey | undefined;
  /** Stems of the question that may name who said it. */
  readonly speakers: readonly string[];
  readonly dimension: string | null;
  readonly nameSaid: boolean;
  readonly tone?: Tone | null;
};

type Matching = { readonly chosen: readonly Held[]; readonly missing: readonly ReferencePeriod[] };

const matchAll = (
  references: readonly ReferencePeriod[],
  series: readonly Held[],
  context: MatchContext,
): Matching => {
  const rows = references.map((reference) => ({ reference, held: matchPeriod(reference, series, context) }));
  const missing = rows.filter(({ held }) => held.length === 0).map(({ reference }) => reference);
  return { chosen: [...new Set(rows.flatMap(({ held }) => held))], missing };
};

/** "The third quarter of every year from 2021 to 2025": of the years that are said beside it, and of no others. */
const matchRecurring = (
  references: readonly ReferencePeriod[],
  series: readonly Held[],
  context: MatchContext,
): Matching => {
  const recurring = references.flatMap((one) => (one.kind === "recurring_quarter" ? [one.quarter] : []));
  const others = references.filter(({ kind }) => kind !== "recurring_quarter");
  if (recurring.length === 0 || others.length === 0) return matchAll(references, series, context);
  const kept = recurring.flatMap((quarter) => quartersOf(quarter, series, context));
  return matchAll(others, kept, { ...context, wantsParts: true });
};

const DAYS: Readonly<Partial<Record<Grain, number>>> = { day: 1, week: 7 };

/** "since the order, against the two weeks before": the stretch that ends where the other begins. */
const stretchBefore = (
  { start, label }: Extract<ReferencePeriod, { kind: "since" }>,
  { grain, by }: Extract<ReferencePeriod, { kind: "shift" }>,
): readonly ReferencePeriod[] => {
  const days = DAYS[grain];
  if (days === undefined || by >= 0) return [];
  const period = periodOfDays(addDays(start, by * days), addDays(start, -1));
  return [{ kind: "beside_event", period, event: label }];
};

/** "FY24 against the year before": counted from the year that stands beside it. */
const anchored = (
  references: readonly ReferencePeriod[],
  fiscalStartMonth: number,
): readonly ReferencePeriod[] => {
  const base = references.find((reference) => reference.kind === "within");
  const since = references.find((reference) => reference.kind === "since");
  return references.flatMap((reference): readonly ReferencePeriod[] => {
    if (reference.kind === "shift" && since?.kind === "since") return stretchBefore(since, reference);
    if (reference.kind !== "shift" || base?.kind !== "within") return [reference];
    const shifted = shiftPeriod(base.period, reference, fiscalStartMonth);
    return shifted === null ? [] : [shifted];
  });
};

/** A stretch counted from today ("over the last four years, i.e. 2020 to 2024") gives way to one said outright. */
const isLoose = (reference: ReferencePeriod): boolean =>
  (reference.kind === "within" || reference.kind === "range") &&
  "relative" in reference &&
  reference.relative;

const disagreeing = (
  agreeing: readonly ReferencePeriod[],
  chosen: readonly Held[],
): ReferencePeriod | undefined =>
  agreeing.find((reference) => {
    const periods: readonly Period[] =
      reference.kind === "named" ? reference.periods.map(({ period }) => period) : [];
    return (
      periods.length > 0 && !chosen.some((held) => periods.some((period) => overlaps(held.period, period)))
    );
  });

/** What has no end is of the time in which it began. */
const touches = (held: Period, time: Period): boolean =>
  held.end === null ? contains(time, { ...held, end: held.start }) : overlaps(held, time);

/**
 * Figures of a person's time in office, or of an act's: one begun with it first, else all that touch it. A count
 * over a part of that time is no count of it.
 */
const touchedBy = ({ touching }: References, { series, context, isOwn }: Series): readonly Held[] =>
  touching.reduce<readonly Held[]>((kept, { periods }) => {
    const begun = kept.filter((held) => periods.some(({ period }) => held.period.start === period.start));
    const isCount = context.timeKind === "flow" && kept.some(({ best }) => FACTUAL.includes(best.kind));
    if (begun.length > 0) return begun;
    if (isCount && !isOwn && !context.wantsRun)
      return periods.flatMap(({ period }) => mostlyOf(period, kept));
    return kept.filter((held) => periods.some(({ period }) => touches(held.period, period)));
  }, series);

const oldestFirst = (chosen: readonly Held[]): readonly Held[] =>
  chosen.toSorted((a, b) => (a.period.start < b.period.start ? -1 : Number(a.period.start > b.period.start)));

type Series = {
  readonly series: readonly Held[];
  readonly context: MatchContext;
  /** The measure is about the person or act that is named. */
  readonly isOwn: boolean;
};

type Chosen = { readonly chosen: readonly Held[]; readonly named: boolean; readonly failing: Failing | null };

const choose = (references: References, held: Series): Chosen => {
  const { series, context } = held;
  if (references.selecting.length === 0) {
    const touched = touchedBy(references, held);
    const [name] = references.touching;
    if (touched.length > 0 || name === undefined) return { chosen: touched, named: false, failing: null };
    return { chosen: [], named: true, failing: { part: "period", label: labelOfReference(name) } };
  }
  const selecting = anchored(references.selecting, context.fiscalStartMonth);
  const { chosen, missing } = matchRecurring(selecting, series, context);
  const blocking = missing.find((reference) => chosen.length === 0 || !isLoose(reference));
  if (blocking !== undefined)
    return { chosen: [], named: true, failing: { part: "period", label: labelOfReference(blocking) } };
  const other = disagreeing(references.agreeing, chosen);
  if (other === undefined) return { chosen: oldestFirst(chosen), named: true, failing: null };
  const label = chosen[0]?.period.label ?? "";
  return {
    chosen: oldestFirst(chosen),
    named: true,
    failing: { part: "premise", label, other: labelOfReference(other) },
  };
};

type Counted = Pick<Wanted, "measure" | "members"> & { readonly dimension: string };

/** "Which country …": the member of the dimension that is held for most periods stands for all of them in time. */
const longestOf = (
  { measure, members, dimension }: Counted,
  { figures }: Catalog,
): readonly Observation[] => {
  const counted = figures
    .groupsOf(measure.id)
    .filter(
      (group) =>
        group.length === members.length + 1 &&
        members.every((member) => group.includes(member)) &&
        group.some((member) => member.startsWith(`${dimension}=`)),
    );
  const groups = counted.map((group) => figures.at(measure.id, group));
  return groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
};

const RUNNING: readonly Question["operation"]["kind"][] = [
  "series",
  "ranking",
  "beyond",
  "change",
  "sum",
  "mean",
  "ratio",
];
const ENDED: readonly Question["operation"]["kind"][] = ["change", "ratio"];

/** What the figures of a series depend on beside the measure. */
type Unit = { readonly question: Question; readonly fiscalStartMonth: number };

/** "Which year", "by quarter": the figures of that unit, added up from shorter ones where they may be. */
const inUnitAsked = (
  series: readonly Held[],
  measure: Measure,
  { question: { perUnit }, fiscalStartMonth }: Unit,
): readonly Held[] => {
  if (perUnit === null) return series;
  const held = ofUnit(series, perUnit, fiscalStartMonth);
  if (held.length > 1) return perUnit === "year" ? series : held;
  const added = addsUp(measure) ? inUnits(series, perUnit, fiscalStartMonth) : [];
  return added.length > 0 ? added : series;
};

const OVER_PARTS: readonly Question["operation"]["kind"][] = ["series", "mean"];

/** "Which month of 2019", "by month in 2019", "the average of 2019" are about what 2019 is made of. */
const wantsParts = ({ operation, perUnit }: Question, dimension: string | null): boolean => {
  if (operation.kind === "ranking") return dimension === null && operation.over === "period";
  return OVER_PARTS.includes(operation.kind) || perUnit !== null;
};

const observationsIn = (
  { measure, members, dimension }: Pick<Wanted, "measure" | "members" | "dimension">,
  catalog: Catalog,
): readonly Observation[] => {
  return dimension === null
    ? catalog.figures.at(measure.id, members)
    : longestOf({ measure, members, dimension }, catalog);
};

type Scope = Pick<Wanted, "members" | "dimension"> & { readonly held: boolean };

/**
 * "Which country in the world", "the biggest producer in the world in 2002": the whole names all members of its
 * dimension, and is none of them. Which of them lie in another aggregate ("Europe") is not held.
 */
const scopeOf = (
  { measure, members, dimension }: Wanted,
  { question: { operation }, references }: { readonly question: Question; readonly references: References },
  catalog: Catalog,
): Scope => {
  const aggregate = aggregateIn(members, catalog);
  const asksMembers = operation.kind === "ranking" && operation.over === "member";
  const asked = dimension !== null || references.selecting.length > 0;
  if (aggregate === null || !asksMembers || !asked) return { members, dimension, held: true };
  const own = dimensionOf(aggregate);
  if (dimension !== null && dimension !== own) return { members, dimension, held: true };
  return {
    members: members.filter((key) => key !== aggregate),
    dimension: own,
    held: isWholeMember(measure, aggregate, catalog),
  };
};

const contextOf = (
  measure: Measure,
  dimension: string | null,
  { question, fiscalStartMonth }: Unit,
): MatchContext => ({
  timeKind: measure.timeKind,
  fiscalStartMonth,
  fullPeriod: question.wantsFullPeriod,
  wholeOnly: isOutcome(measure),
  wantsRun: RUNNING.includes(question.operation.kind),
  endsMatter: ENDED.includes(question.operation.kind),
  addsUp: addsUp(measure),
  wantsParts: wantsParts(question, dimension),
  perUnit: question.perUnit,
});

/** The figures held for a measure and a group over the periods that were asked for, or the part that is not held. */
export const selectHeld = (
  wanted: Wanted,
  { question, references }: { readonly question: Question; readonly references: References },
  catalog: Catalog,
): Selected => {
  const { measure } = wanted;
  const { members, dimension, held: isHeld } = scopeOf(wanted, { question, references }, catalog);
  const { allBut } = wanted;
  const all = observationsIn({ measure, members, dimension }, catalog);
  const isName = isCalledSo(measure, question.kindStems, catalog);
  const keptOf = (observations: readonly Observation[]): readonly Observation[] =>
    ofKind(bySpeaker(observations, wanted, catalog), question, isName);
  const kept = keptOf(all);
  const grouped = (observations: readonly Observation[]): readonly Held[] =>
    groupHeld(observations, catalog.preferences);
  const left = (member: MemberKey): readonly Held[] => {
    const part = { measure, members: [...members, member], dimension: null };
    return restsOf(grouped(kept), grouped(keptOf(observationsIn(part, catalog))));
  };
  const held = allBut === undefined ? grouped(kept) : left(allBut);
  const { fiscalYearStartMonth: fiscalStartMonth } = catalog;
  const series = inUnitAsked(held, measure, { question, fiscalStartMonth });
  const base = {
    measure,
    members,
    ...(allBut === undefined ? {} : { allBut }),
    series,
    rankedDimension: dimension,
    measureSaid: wanted.nameSaid,
    tone: wanted.tone ?? null,
  };
  const none = (failing: Failing): Selected => ({
    reading: { ...base, chosen: [], periodNamed: true },
    failing,
  });
  if (all.length === 0 || !isHeld) return none({ part: "members", members: wanted.members });
  if (series.length === 0 && allBut !== undefined)
    return none({ part: "members", members: [...members, allBut] });
  if (series.length === 0) return none({ part: "kind", label: question.figureKind ?? "actual" });
  const unknown = strangers(kept, measure, { bareNames: references.bareNames, catalog });
  if (unknown.length > 0) return none({ part: "words", words: unknown });
  const context = contextOf(measure, dimension, { question, fiscalStartMonth });
  const isOwn = references.bareNames.some((name) => isAbout(measure, name));
  const { chosen, named, failing } = choose(references, { series, context, isOwn });
  return { reading: { ...base, chosen, periodNamed: named }, failing };
};
