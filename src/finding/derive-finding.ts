import type { Catalog } from "../catalog/catalog.ts";
import type { Question } from "../question/question.ts";
import { labelOfReference } from "../resolution/label-of-reference.ts";
import type { Failing, Reading, Resolution } from "../resolution/reading.ts";
import { deriveTold } from "./derive-told.ts";
import { deriveVerdict } from "./derive-verdict.ts";
import type { Finding, Judgement, Note, Told } from "./finding.ts";
import { notesOn, tellHeld } from "./tell.ts";

type Resolved = Extract<Resolution, { kind: "resolved" }>;
type Found = Pick<Resolved, "readings" | "carried">;

const notHeld = (question: Question, failing: Failing, nearest: readonly Reading[]): Finding => ({
  kind: "not_held",
  claim: question.act.kind === "claim",
  failing,
  nearest,
});

/** The figure whose number was said comes first: it is the one whose source is asked for. */
const saidFirst = (values: readonly Told[], { quantities }: Question): readonly Told[] => {
  const isSaid = ({ value }: Told): boolean => quantities.some((quantity) => quantity.value === value);
  return [...values.filter(isSaid), ...values.filter((told) => !isSaid(told))];
};

const tellSources = ({ readings, carried }: Found, question: Question, catalog: Catalog): Finding | null => {
  const age = question.act.kind === "source" && question.act.age;
  const all = readings.flatMap((reading) => reading.chosen.flatMap((held) => tellHeld(held, reading)));
  const [first, ...rest] = saidFirst(all, question);
  if (first === undefined) return null;
  const notes = readings.flatMap(({ chosen }) => notesOn(chosen, catalog));
  return { kind: "sourced", age, values: [first, ...rest], notes, carried };
};

/** Further off than this, in percent, a number that nobody put as a claim was not said of the figure at all. */
const UNRELATED = 50;

/** Ages, days, distances, years: what narrows a question is a small number without a sign of its own. */
const NARROWING = /^\d{1,4}$/u;

/** A number a hundred times as large (10 to this power), or a hundredth, was not said of the same stretch of time. */
const OTHER_TIME = 2;
/** As far as 1.07 is from 1. */
const SAME_DIGITS = 0.03;

/** "30 million came in", without a time, is no claim about the two weeks for which a count happens to be held. */
const isOfOtherTime = (
  judgements: readonly Judgement[],
  [{ measure, periodNamed }]: Resolved["readings"],
): boolean =>
  !periodNamed &&
  measure.timeKind === "flow" &&
  judgements.length > 0 &&
  judgements.every(({ quantity, against }) => {
    const tens = Math.log10((quantity?.value ?? 0) / against.value);
    // "$175 million" for 175 billion has its scale wrong, and is said of the same.
    const isScale = Math.abs(tens - Math.round(tens)) < SAME_DIGITS;
    return Math.abs(tens) >= OTHER_TIME && !isScale;
  });

/** "… under 18?": a number that narrows the question, and no claim about what was found. */
const strayNumbers = (
  judgements: readonly Judgement[],
  { act }: Question,
  notes: readonly Note[],
): readonly string[] => {
  if (act.kind !== "claim" || act.explicit) return [];
  const others = notes.flatMap((note) => (note.kind === "is_other_figure" ? [note.quantity] : []));
  return judgements.flatMap(({ quantity, off }) => {
    if (quantity === null || quantity.unit !== null || !NARROWING.test(quantity.asPrinted)) return [];
    if (others.includes(quantity)) return [];
    return Math.abs(off ?? UNRELATED) >= UNRELATED ? [quantity.asPrinted] : [];
  });
};

const judgeClaim = ({ readings, carried }: Found, question: Question, catalog: Catalog): Finding => {
  const { verdict, judgements, values, notes } = deriveVerdict(readings, { question, catalog });
  const [first, ...rest] = values;
  const stray = strayNumbers(judgements, question, notes);
  if (stray.length > 0) return notHeld(question, { part: "words", words: stray }, readings);
  if (isOfOtherTime(judgements, readings)) return notHeld(question, { part: "measure" }, readings);
  if (first === undefined || judgements.length === 0)
    return notHeld(question, { part: "operation", label: "claim" }, readings);
  return { kind: "judged", verdict, judgements, values: [first, ...rest], notes, carried };
};

/**
 * "Reed bought 44 boats", where 44 are in service: a level is not what one person did, though the number is right. What
 * somebody is said to want is theirs.
 */
const isLaidTo = (
  { readings: [{ measure }] }: Found,
  { periods, operation, tellsWish, figureKind }: Question,
) =>
  measure.timeKind === "stock" &&
  operation.kind === "lookup" &&
  !tellsWish &&
  figureKind === null &&
  periods.some(({ bareName, acts, excluded, aside }) => bareName && acts && !excluded && !aside);

const deriveResolved = (resolved: Resolved, question: Question, catalog: Catalog): Finding => {
  const { readings, carried } = resolved;
  const { act } = question;
  if (act.kind === "source") {
    const sourced = tellSources(resolved, question, catalog);
    if (sourced !== null) return sourced;
  }
  if (act.kind === "claim")
    return isLaidTo(resolved, question)
      ? notHeld(question, { part: "operation", label: "laid_to" }, readings)
      : judgeClaim(resolved, question, catalog);
  const worked = deriveTold(readings, { question, catalog });
  if (!worked.ok) return notHeld(question, worked.failing, readings);
  const { ok: _, ...told } = worked;
  return { kind: "told", ...told, carried };
};

/**
 * "It was she who had 300,000 riders in 2020": a figure that is held, in the name of somebody who was not in office
 * then. What is told so is wrong, whatever its number.
 */
const judgePremise = (
  { failing, nearest }: Extract<Resolution, { kind: "not_held" }>,
  question: Question,
  catalog: Catalog,
): Finding | null => {
  const [reading, ...more] = nearest;
  const { act, periods } = question;
  if (failing.part !== "premise" || act.kind !== "claim" || reading === undefined || more.length > 0)
    return null;
  const acts = periods.some((one) => one.acts && labelOfReference(one.reference) === failing.other);
  if (!acts || reading.chosen.length === 0) return null;
  const judged = judgeClaim({ readings: [reading], carried: [] }, question, catalog);
  if (judged.kind !== "judged") return null;
  const { label, other } = failing;
  return { ...judged, verdict: "contradicted", notes: [...judged.notes, { kind: "premise", label, other }] };
};

const related = (question: Question, { relates }: Resolved): Question =>
  relates === undefined ? question : { ...question, operation: { kind: relates, ordered: true } };

/** Several fair readings: a question for their source is answered with all, a claim by the one that bears it out. */
const deriveAmbiguous = (readings: readonly Reading[], question: Question, catalog: Catalog): Finding => {
  const [first, ...rest] = readings;
  if (first === undefined) return notHeld(question, { part: "measure" }, []);
  const { act } = question;
  if (act.kind === "source")
    return (
      tellSources({ readings: [first, ...rest], carried: [] }, question, catalog) ?? {
        kind: "ambiguous",
        readings,
      }
    );
  if (act.kind !== "claim") return { kind: "ambiguous", readings };
  const judged = readings.map((reading) =>
    judgeClaim({ readings: [reading], carried: [] }, question, catalog),
  );
  const borneOut = judged.find((finding) => finding.kind === "judged" && finding.verdict === "supported");
  return borneOut ?? { kind: "ambiguous", readings };
};

/** Picks or works out the values, and judges claims. Nothing is worded here. */
export const deriveFinding = (question: Question, resolution: Resolution, catalog: Catalog): Finding => {
  switch (resolution.kind) {
    case "resolved":
      return deriveResolved(resolution, related(question, resolution), catalog);
    case "ambiguous":
      return deriveAmbiguous(resolution.readings, question, catalog);
    case "not_held":
      return (
        judgePremise(resolution, question, catalog) ??
        notHeld(question, resolution.failing, resolution.nearest)
      );
    case "topics":
      return { kind: "topics", readings: resolution.readings };
  }
};
