import { isOutcome, type Measure, type StatType } from "../catalog/observation.ts";
import { UNSTATED_UNIT } from "../language/format.ts";
import { isMoney, moneyName } from "../language/money.ts";
import { stemsOf } from "../language/words.ts";
import type { Operation, Question } from "../question/question.ts";
import type { Candidate } from "../retrieval/candidate.ts";
import { CUTOFFS } from "../retrieval/cutoffs.ts";

const PLAIN: readonly StatType[] = ["value", "mean"];
const CHANGES: readonly StatType[] = ["increase", "decrease", "percent_increase", "percent_decrease"];

/** What a measure's number must be for an operation to be done with it, or to be printed as its result. */
const statTypesFor = (question: Question): readonly StatType[] => {
  const { kind } = question.operation;
  if (question.act.kind === "source" || question.act.kind === "topic")
    return [...PLAIN, ...CHANGES, "share", "ratio"];
  switch (kind) {
    case "share":
      return [...PLAIN, "share"];
    case "ratio":
      return [...PLAIN, "ratio"];
    case "change":
      // "By what percent" is not told by how many.
      return question.operation.form === "percent"
        ? [...PLAIN, "percent_increase", "percent_decrease"]
        : [...PLAIN, ...CHANGES];
    case "compare":
      return [...PLAIN, "increase", "decrease", "share", "ratio"];
    case "lookup":
      return question.wantsPercent ? [...PLAIN, "share", ...CHANGES] : [...PLAIN, "increase", "decrease"];
    case "series":
      return [...PLAIN, "increase", "decrease"];
    case "ranking":
    case "beyond":
    case "sum":
    case "mean":
      return PLAIN;
  }
};

/** Whether a measure is the operation's own result, printed: a share for a share. */
export const isPrintedFor = (operation: Operation, { statType, unit }: Measure): boolean =>
  printedTypesFor(operation).includes(statType) || (operation.kind === "share" && unit === "percent");

const printedTypesFor = (operation: Operation): readonly StatType[] => {
  switch (operation.kind) {
    case "share":
      return ["share"];
    case "ratio":
      return ["ratio"];
    case "change":
      return operation.form === "percent"
        ? ["percent_increase", "percent_decrease"]
        : ["increase", "decrease"];
    default:
      return [];
  }
};

/** A mean or a rank "in percent" is of percentages; a share or a change is worked out in them. */
const asksPercentages = ({ wantsPercent, operation }: Question): boolean =>
  wantsPercent && ["mean", "ranking", "sum"].includes(operation.kind);

const EACH = /\bper\b|\/|^percent$/u;

/** "The unemployment rate" is no number of people: a share, or so many of something for each of something. */
const isRate = ({ measure, rate }: Candidate): boolean =>
  EACH.test(measure.unit) || EACH.test(measure.name) || measure.statType !== "value" || rate;

const NUMBER = /\d[\d,]*/gu;
const THOUSANDS = /,/gu;

/** A rate for 1,000 of something is none for 100,000. */
const isPer = (amount: number, candidate: Candidate): boolean => {
  const { unit, name } = candidate.measure;
  const amounts = `${unit} ${name}`.match(NUMBER)?.map((text) => Number(text.replace(THOUSANDS, ""))) ?? [];
  return (
    isRate(candidate) &&
    candidate.measure.unit !== "percent" &&
    (amounts.length === 0 || amounts.includes(amount))
  );
};

const isIn =
  (stems: readonly string[]) =>
  (stem: string): boolean =>
    stems.includes(stem);

const UNCOUNTED: readonly Operation["kind"][] = ["share", "ratio", "series", "compare"];

/** "How many euros": an amount is counted where its currency is said. */
const saysCurrency = ({ unit }: Measure, { concepts, wantsMoney }: Question): boolean =>
  wantsMoney || stemsOf(moneyName(unit) ?? "").some((own) => concepts.some(({ stem }) => stem === own));

const COUNTING: readonly Operation["kind"][] = ["lookup", "ranking", "sum"];

/** "How many rents"; the difference between two of them is an amount again. */
const isAmountCounted = (measure: Measure, question: Question): boolean =>
  isMoney(measure.unit) && COUNTING.includes(question.operation.kind) && !saysCurrency(measure, question);

/** "How many flights" are no percentage of them, though it has them in its name, and no amount of money. */
const isCountOf = ({ measure }: Candidate, question: Question): boolean =>
  !question.wantsCount ||
  UNCOUNTED.includes(question.operation.kind) ||
  (measure.unit !== "percent" && !isAmountCounted(measure, question));

/** "Tonnes per person" are no tonnes of all; "loans by branch" are of each branch. */
const isOfEach = (
  { measure, matched, dimension }: Candidate,
  { perEach, concepts, perUnit, perAt, operation }: Question,
): boolean =>
  dimension !== null ||
  perUnit !== null ||
  EACH.test(measure.unit) ||
  EACH.test(measure.name) ||
  // "For every arrest of one group, how many in all": no figure of that group.
  ((perAt === null || operation.kind !== "lookup") &&
    !concepts.some(({ stem, role }) => role === "empty" && perEach.includes(stem) && !matched.has(stem)));

/**
 * Which is the highest of all but one is another question than how many all but one are; and a rule has no years of
 * which one could be the highest.
 */
const canRank = ({ allBut, measure }: Candidate, { operation }: Question): boolean =>
  operation.kind !== "ranking" ||
  (allBut === undefined && !(measure.timeKind === "rule" && operation.over === "period"));

const fits = (candidate: Candidate, question: Question): boolean =>
  (!isOutcome(candidate.measure) || statTypesFor(question).includes(candidate.measure.statType)) &&
  (!question.wantsMoney || isMoney(candidate.measure.unit)) &&
  (!question.wantsRate || isRate(candidate)) &&
  isCountOf(candidate, question) &&
  isOfEach(candidate, question) &&
  canRank(candidate, question) &&
  (question.perAmount === null || isPer(question.perAmount, candidate)) &&
  (!question.wantsPerHead || candidate.perHead) &&
  (!asksPercentages(question) || candidate.measure.unit === "percent") &&
  (question.durationUnits === null || stemsOf(candidate.measure.unit).some(isIn(question.durationUnits))) &&
  (question.wantsTimeUnit === null || stemsOf(candidate.measure.unit).includes(question.wantsTimeUnit));

/** Where the person asks who said it, the wording of the claim around it need not all be ours. */
const SOURCE_SLACK = 2;

const accounted = (candidate: Candidate, question: Question): boolean => {
  if (candidate.conflicts.length > 0) return false;
  if (question.act.kind !== "source") return candidate.unexplained.length === 0;
  return (
    candidate.unexplained.length <= SOURCE_SLACK && candidate.explained.size > candidate.unexplained.length
  );
};

/** "Where was land cheapest" is told in money, though its measure is called by many words that are not said. */
const isSaidByUnit = ({ measure }: Candidate, question: Question): boolean =>
  (question.wantsMoney && isMoney(measure.unit)) ||
  ((question.wantsPercent || question.operation.kind === "share") && measure.unit === "percent");

/** "The robbery rate" is so many robberies for each thousand residents, though it says nothing of residents. */
const isSaidByKind = (candidate: Candidate, { wantsRate, perAmount }: Question): boolean =>
  (wantsRate || perAmount !== null) && isRate(candidate);

/** Candidates that account for every word that matters and can be what is asked for. */
export const viable = (candidates: readonly Candidate[], question: Question): readonly Candidate[] =>
  accountedFor(candidates, question).filter(
    (candidate) =>
      candidate.completeness >= CUTOFFS.offerable ||
      isSaidByKind(candidate, question) ||
      isSaidByUnit(candidate, question),
  );

/** The same, however little of their names is said. */
export const accountedFor = (candidates: readonly Candidate[], question: Question): readonly Candidate[] =>
  candidates.filter((candidate) => accounted(candidate, question) && fits(candidate, question));

/**
 * A count comes before the mean of the same thing ("Average loan" for "loans"), unless that is said to be one;
 * "average monthly loans" asks for the mean of the months.
 */
const plainFirst = (said: readonly Candidate[], { perUnit }: Question): readonly Candidate[] => {
  const plain = said.filter(({ mean }) => mean === null);
  const meant = said.filter(({ mean }) => mean === "said");
  if (meant.length > 0 && perUnit === null) return meant;
  return plain.length > 0 ? plain : said;
};

const sameUnit = ({ unit }: Measure, other: Measure): boolean =>
  unit === other.unit || unit === UNSTATED_UNIT || other.unit === UNSTATED_UNIT;

/**
 * Of measures that are all said as little, the one that is the whole of the others: "passengers" are all of them,
 * not the domestic ones. None where another accounts for a word that it does not.
 */
const wholeFirst = (fair: readonly Candidate[]): readonly Candidate[] => {
  const wholes = fair.filter(({ whole }) => whole);
  const [first] = wholes;
  if (first === undefined || wholes.some(({ measure }) => measure.id !== first.measure.id)) return fair;
  const parts = fair.every(
    ({ measure, explained }) =>
      measure.pack === first.measure.pack &&
      sameUnit(measure, first.measure) &&
      explained.isSubsetOf(first.explained),
  );
  return parts ? wholes : fair;
};

/** "What percentage of the employed | were women" is a share of them, and not the one that is printed of all. */
const isPartOfCount = ({ operation, copulaAt, concepts }: Question, { name, members }: Candidate): boolean =>
  operation.kind === "share" &&
  copulaAt !== null &&
  members.length > 0 &&
  !concepts.some(({ stem, at }) => at[0] > copulaAt && stemsOf(name).includes(stem));

const speaksOfPercent = ({
  wantsPercent,
  wantsRate,
  wantsPoints,
  operation,
  quantities,
}: Question): boolean =>
  (wantsPercent && operation.kind !== "change") ||
  wantsRate ||
  wantsPoints ||
  operation.kind === "share" ||
  quantities.some(({ unit }) => unit === "percent");

/** "How many unemployed" asks for people, though a percentage may be called the same. */
const countsFirst = (fair: readonly Candidate[], question: Question): readonly Candidate[] => {
  const counts = fair.filter(
    (candidate) =>
      candidate.measure.unit !== "percent" &&
      (!speaksOfPercent(question) || isPartOfCount(question, candidate)),
  );
  return counts.length > 0 ? counts : fair;
};

/**
 * "Asylum applications": what one measure is called in so many words is no other's, though that has each of them in
 * some name or other ("asylum", "applications granted").
 */
const isSaidBetter = ({ kernel, measure, members }: Candidate, fair: readonly Candidate[]): boolean =>
  fair.some(
    (other) =>
      other.measure.id !== measure.id &&
      other.members.join() === members.join() &&
      kernel.size < other.kernel.size &&
      kernel.isSubsetOf(other.kernel),
  );

/** Those of the question's words that stand in the name that a measure is shown by. */
const ownWords = ({ measure, explained }: Candidate): ReadonlySet<string> =>
  explained.intersection(new Set(stemsOf(measure.name)));

/**
 * "Hotel guests" are the "Guest arrivals", and not the "Nights spent" that are said to be spent by guests: a measure's own
 * name comes before what its description says.
 */
const isNamedBetter = (one: Candidate, fair: readonly Candidate[]): boolean =>
  fair.some(
    (other) =>
      other.measure.id !== one.measure.id &&
      other.measure.pack === one.measure.pack &&
      other.members.join() === one.members.join() &&
      other.score > one.score &&
      one.explained.isSubsetOf(other.explained) &&
      ownWords(one).size < ownWords(other).size &&
      ownWords(one).isSubsetOf(ownWords(other)),
  );

/**
 * "How many farms keep cows" counts farms: what is called so, before what has the word in another name or a text. Where
 * all are counted in the same (people), the word tells who, and not what.
 */
const countedFirst = (fair: readonly Candidate[], { countedStem }: Question): readonly Candidate[] => {
  const units = new Set(fair.map(({ measure }) => measure.unit));
  if (countedStem === null || units.size < 2) return fair;
  const counting = fair.filter(({ matched }) => matched.has(countedStem));
  return counting.length > 0 ? counting : fair;
};

/** Candidates worth looking up: all that are said in full where any is, else all about as incomplete as the best. */
export const fairest = (candidates: readonly Candidate[], question: Question): readonly Candidate[] => {
  const sorted = candidates.toSorted((a, b) => b.score - a.score);
  const said = sorted.filter(({ completeness }) => completeness >= CUTOFFS.complete);
  const plainest = said.filter((one) => !isSaidBetter(one, said));
  if (plainest.length > 0)
    return plainFirst(countsFirst(countedFirst(plainest, question), question), question);
  const best = sorted[0]?.score ?? 0;
  const close = sorted.filter(({ score }) => score >= best - CUTOFFS.clearLead);
  const near = close.filter((one) => !isNamedBetter(one, close));
  return wholeFirst(countedFirst(near, question));
};

/** Of those that hold what was asked, the ones that no other is said better than. */
export const best = <Item extends { readonly candidate: Candidate }>(
  items: readonly Item[],
): readonly Item[] => {
  const top = Math.max(...items.map(({ candidate }) => candidate.score));
  const said = items.some(({ candidate }) => candidate.completeness >= CUTOFFS.complete);
  const lead = said ? CUTOFFS.rounding : CUTOFFS.clearLead;
  return items.filter(({ candidate }) => candidate.score >= top - lead);
};
