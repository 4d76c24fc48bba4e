import { samePeriod } from "../calendar/period.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { StatType } from "../catalog/observation.ts";
import { isDollar } from "../language/money.ts";
import { addUnits } from "../language/periods/point.ts";
import type { Quantity } from "../language/quantity.ts";
import { stemsOf } from "../language/words.ts";
import type { Stretch } from "../question/operation.ts";
import type { Operation, Question, StatedQuantity } from "../question/question.ts";
import { groupHeld } from "../resolution/group-held.ts";
import type { Held, Reading } from "../resolution/reading.ts";
import { type Deriving, deriveTold, newestFirst } from "./derive-told.ts";
import type { Judgement, Note, Told, Verdict } from "./finding.ts";
import { harshest, judge, kindest } from "./judge.ts";
import { notesOn, tellHeld, tellObservation } from "./tell.ts";

export type Judged = {
  readonly verdict: Verdict;
  readonly judgements: readonly Judgement[];
  readonly values: readonly Told[];
  readonly notes: readonly Note[];
};

/** A percentage is held against percentages, a multiple against multiples, a count against counts. */
export const comparable = (quantity: StatedQuantity, told: Told): boolean => {
  if (quantity.timeUnit !== null && !stemsOf(told.unit).includes(quantity.timeUnit)) return false;
  if (quantity.unit === "percent" || told.unit === "percent") return quantity.unit === told.unit;
  if (quantity.unit === "times" || told.unit === "times") return quantity.unit === told.unit;
  // "$1,340" of rents in Canada is said in the dollars that they are told in.
  return quantity.unit !== "usd" || isDollar(told.unit);
};

const levels = (readings: readonly Reading[]): readonly Told[] =>
  readings.flatMap((reading) => reading.chosen.flatMap((held) => tellHeld(held, reading)));

/** "113,431 were arrested, 81,000 of them convicted": one number of several may be of all, the other of a part. */
const wholes = (readings: readonly Reading[], { question, catalog }: Deriving): readonly Told[] => {
  if (question.quantities.length < 2) return [];
  return readings.flatMap(({ measure, members, chosen }) => {
    const total = catalog.figures.at(measure.id, []);
    const same = groupHeld(total, catalog.preferences).filter(({ period }) =>
      chosen.some((held) => samePeriod(held.period, period)),
    );
    return members.length === 0
      ? []
      : same.map(({ best }) => tellObservation(best, { measure, members: [] }));
  });
};

const DERIVING: readonly Operation["kind"][] = ["change", "share", "ratio", "sum", "mean", "ranking"];

/** Every held figure of the measure that the number would fit instead: another year's, another group's. */
const otherFigure = (quantity: Quantity, reading: Reading, catalog: Catalog): readonly Note[] => {
  const observation = catalog.figures
    .of(reading.measure.id)
    .find(
      (one) =>
        judge(quantity, tellObservation(one, reading)).verdict === "supported" &&
        !reading.chosen.some(({ best, disagreeing }) => best === one || disagreeing.includes(one)),
    );
  return observation === undefined ? [] : [{ kind: "is_other_figure", observation, quantity }];
};

const CHANGES: readonly StatType[] = ["increase", "decrease", "percent_increase", "percent_decrease"];

/** "arrests fell": true where the worked-out change has that sign. */
export const judgeDirection = (told: Told, operation: Operation): Judgement | null => {
  if (operation.kind !== "change" || operation.direction === null) return null;
  if (told.working === null && !CHANGES.includes(told.measure.statType)) return null;
  const went = told.value < 0 ? "down" : "up";
  const verdict = told.value !== 0 && went === operation.direction ? "supported" : "contradicted";
  return { quantity: null, against: told, verdict, off: null };
};

/** "2023 was the highest": true where the year that was said is the one that ranks first. */
const judgePeriod = (told: Told, reading: Reading): Judgement => {
  const verdict = reading.chosen.some(({ period }) => period.label === told.period.label)
    ? "supported"
    : "contradicted";
  return { quantity: null, against: told, verdict, off: null };
};

const unsigned = (question: Question): Question =>
  question.operation.kind === "change"
    ? { ...question, operation: { ...question.operation, sized: false } }
    : question;

/** Of "the most in ten years", the ten that end with the year which is said to have the most. */
const inWindow = ({ series, chosen, periodNamed }: Reading, window: Stretch | null): readonly Held[] => {
  const last = (periodNamed ? chosen : series).at(-1)?.period.start;
  if (window === null || last === undefined) return series;
  const first = addUnits(last, window.unit, -window.count);
  return series.filter(({ period }) => period.start > first && period.start <= last);
};

/** The year that was said is held against all the others; alone, it is still the one that was said. */
const ranking = (reading: Reading, window: Stretch | null): Reading => {
  const chosen = inWindow(reading, window);
  return { ...reading, chosen, periodNamed: chosen.length < 2 && reading.periodNamed };
};

const windowOf = ({ operation }: Question): Stretch | null =>
  operation.kind === "ranking" ? operation.window : null;

const workOut = (readings: readonly [Reading, ...Reading[]], deriving: Deriving) => {
  const { operation } = deriving.question;
  if (!DERIVING.includes(operation.kind)) return null;
  const all =
    operation.kind === "ranking"
      ? readings.map((one) => ranking(one, windowOf(deriving.question)))
      : readings;
  const [first, ...rest] = all;
  if (first === undefined) return null;
  const worked = deriveTold([first, ...rest], { ...deriving, question: unsigned(deriving.question) });
  return worked.ok ? worked : null;
};

const judgeNumbers = (
  quantities: readonly StatedQuantity[],
  candidatesFor: (quantity: StatedQuantity) => readonly Told[],
): readonly Judgement[] =>
  quantities.flatMap((quantity) => {
    const candidates = candidatesFor(quantity).filter((told) => comparable(quantity, told));
    const best = kindest(candidates.map((told) => judge(quantity, told)));
    return best === undefined ? [] : [best];
  });

/** "31,859 were granted and 36,250 ordered removed": as many numbers as measures, each said of its own, in their order. */
const paired = (
  readings: readonly Reading[],
  { quantities }: Question,
): ((quantity: StatedQuantity) => readonly Told[]) | null => {
  const measures = new Set(readings.map(({ measure }) => measure.id));
  if (readings.length < 2 || measures.size < readings.length || quantities.length !== readings.length)
    return null;
  const inOrder = quantities.toSorted((a, b) => a.at[0] - b.at[0]);
  return (quantity) => levels(readings.filter((_, at) => inOrder[at] === quantity));
};

/**
 * "42,000 crossed, about 3,200 a day": beside a number that is right, another may be of a measure that is easily
 * confused with this one, where its name is said as well.
 */
const siblings = (readings: readonly Reading[], { question, catalog }: Deriving): readonly Told[] => {
  if (question.quantities.length < 2) return [];
  const said = new Set(question.concepts.flatMap(({ role, stem }) => (role === "content" ? [stem] : [])));
  return readings.flatMap(({ measure, chosen }) =>
    measure.notToBeConfusedWith.flatMap((id) => {
      const other = catalog.measures.get(id);
      if (other === undefined || !stemsOf(other.name).some((stem) => said.has(stem))) return [];
      const total = catalog.figures.at(id, []);
      return groupHeld(total, catalog.preferences)
        .filter(({ period }) => chosen.some((held) => samePeriod(held.period, period)))
        .map(({ best }) => tellObservation(best, { measure: other, members: [] }));
    }),
  );
};

/** Each number against its own measure where they are told apart, else against what fits it best. */
const judgeAll = (
  readings: readonly Reading[],
  worked: readonly Told[],
  deriving: Deriving,
): readonly Judgement[] => {
  const { question } = deriving;
  const own = paired(readings, question);
  if (own !== null) return judgeNumbers(question.quantities, own);
  const held = [...worked, ...levels(readings), ...wholes(readings, deriving)];
  const numbers = judgeNumbers(question.quantities, () => held);
  if (!numbers.some(({ verdict }) => verdict === "supported")) return numbers;
  const others = siblings(readings, deriving);
  return judgeNumbers(question.quantities, () => [...held, ...others]);
};

/** Where the two numbers are offered to choose from, one that stands is enough. */
const asOffered = (numbers: readonly Judgement[], { offersAlternatives }: Question): readonly Judgement[] => {
  const best = offersAlternatives ? kindest(numbers) : undefined;
  return best === undefined ? numbers : [best];
};

type Sided = Extract<Note, { readonly kind: "disagreement" }>;

/** A number that is said of what sources differ on is held against each of them. */
const verdictsOn = (note: Sided, numbers: readonly Judgement[]): Sided => {
  const judged = numbers.find(({ against }) => against.inputs.some((one) => note.sides.includes(one)));
  if (judged === undefined || judged.quantity === null || judged.against.working !== null) return note;
  const { quantity, against } = judged;
  const sides = note.sides.map((side) => judge(quantity, tellObservation(side, against)).verdict);
  return { ...note, verdicts: sides };
};

const withSides = (notes: readonly Note[], numbers: readonly Judgement[]): readonly Note[] =>
  notes.map((note) => (note.kind === "disagreement" ? verdictsOn(note, numbers) : note));

/** Where sources differ, whom the desk prefers decides; where it prefers nobody, one that bears it out is enough. */
const asPreferred = (judgement: Judgement, readings: readonly Reading[]): Judgement => {
  const { quantity, against } = judgement;
  const [observation] = against.inputs;
  if (quantity === null || against.working !== null) return judgement;
  const held = readings
    .flatMap(({ chosen }) => chosen)
    .find((one) => one.preferredFor !== undefined && one.disagreeing.includes(observation));
  return held === undefined ? judgement : judge(quantity, tellObservation(held.best, against));
};

/** A number that was judged is among the levels as well; it is told once. */
const eachOnce = (values: readonly Told[]): readonly Told[] =>
  [
    ...new Map(
      values.toReversed().map((told) => [`${told.inputs.map(({ id }) => id).join()} ${told.value}`, told]),
    ).values(),
  ].toReversed();

/** "They hold 38,000" speaks of today: of the levels that are held it must be the newest. */
const asOfToday = (reading: Reading, { operation, tellsPast }: Question): Reading => {
  const { measure, periodNamed, chosen } = reading;
  if (measure.timeKind !== "stock" || periodNamed || tellsPast || operation.kind !== "lookup") return reading;
  return { ...reading, chosen: newestFirst(chosen).slice(0, 1) };
};

const saysToday = (readings: readonly Reading[], narrowed: readonly Reading[]): readonly Note[] =>
  readings.some(({ chosen }, at) => chosen.length > (narrowed[at]?.chosen.length ?? 0))
    ? [{ kind: "no_period", several: true }]
    : [];

/** A claim held against what is held: each of its numbers, the direction it tells, the year it ranks first. */
export const deriveVerdict = (said: readonly [Reading, ...Reading[]], deriving: Deriving): Judged => {
  const { question, catalog } = deriving;
  const [one, ...more] = said;
  const readings = [asOfToday(one, question), ...more.map((other) => asOfToday(other, question))] as const;
  const worked = workOut(readings, deriving);
  const result = worked?.values[0] ?? null;
  const numbers = judgeAll(readings, worked?.values ?? [], deriving).map((one) => asPreferred(one, readings));
  const direction = result === null ? null : judgeDirection(result, question.operation);
  const [first] = readings;
  const ranks = question.operation.kind === "ranking" && first.periodNamed;
  const alone = ranks && inWindow(first, windowOf(question)).length < 2;
  const ranked = ranks && !alone && result !== null ? judgePeriod(result, first) : null;
  const others = [direction, ranked].filter((judgement) => judgement !== null);
  const judgements = [...numbers, ...others];
  const against = judgements.map((judgement) => judgement.against);
  const values = eachOnce([...against, ...(worked?.values ?? []), ...levels(readings)]);
  const wrong = numbers.filter(({ verdict }) => verdict === "contradicted");
  const notes: readonly Note[] = [
    ...wrong.flatMap(({ quantity }) => (quantity === null ? [] : otherFigure(quantity, first, catalog))),
    ...(alone ? [{ kind: "only_held", count: 1 } as const] : []),
    ...saysToday(said, readings),
  ];
  return {
    verdict: harshest([...asOffered(numbers, question), ...others]),
    judgements,
    values,
    notes: [
      ...withSides(worked?.notes ?? readings.flatMap(({ chosen }) => notesOn(chosen, catalog)), numbers),
      ...notes,
    ],
  };
};
