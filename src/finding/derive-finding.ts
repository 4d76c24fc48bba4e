import type { Catalog } from "../catalog/catalog.ts";
import type { Question } from "../question/question.ts";
import type { Carried, Failing, Reading, Resolution } from "../resolution/reading.ts";
import { deriveTold } from "./derive-told.ts";
import { deriveVerdict } from "./derive-verdict.ts";
import type { Finding } from "./finding.ts";
import { notesOn, tellHeld } from "./tell.ts";

type Readings = readonly [Reading, ...Reading[]];

const notHeld = (question: Question, failing: Failing, nearest: readonly Reading[]): Finding => ({
  kind: "not_held",
  claim: question.act.kind === "claim",
  failing,
  nearest,
});

const tellSources = (
  readings: Readings,
  age: boolean,
  carried: readonly Carried[],
  catalog: Catalog,
): Finding | null => {
  const [first, ...rest] = readings.flatMap((reading) =>
    reading.chosen.flatMap((held) => tellHeld(held, reading)),
  );
  if (first === undefined) return null;
  const notes = readings.flatMap(({ chosen }) => notesOn(chosen, catalog));
  return { kind: "sourced", age, values: [first, ...rest], notes, carried };
};

const judgeClaim = (
  readings: Readings,
  carried: readonly Carried[],
  question: Question,
  catalog: Catalog,
): Finding => {
  const { verdict, judgements, values, notes } = deriveVerdict(readings, { question, catalog });
  const [first, ...rest] = values;
  if (first === undefined || judgements.length === 0)
    return notHeld(question, { part: "operation", label: "claim" }, readings);
  return { kind: "judged", verdict, judgements, values: [first, ...rest], notes, carried };
};

const deriveResolved = (
  resolution: Extract<Resolution, { kind: "resolved" }>,
  question: Question,
  catalog: Catalog,
): Finding => {
  const { readings, carried } = resolution;
  const { act } = question;
  if (act.kind === "source") {
    const sourced = tellSources(readings, act.age, carried, catalog);
    if (sourced !== null) return sourced;
  }
  if (act.kind === "claim") return judgeClaim(readings, carried, question, catalog);
  const worked = deriveTold(readings, { question, catalog });
  if (!worked.ok) return notHeld(question, worked.failing, readings);
  return { kind: "told", as: worked.as, values: worked.values, notes: worked.notes, carried };
};

/** Several fair readings: a question for their source is answered with all, a claim by the one that bears it out. */
const deriveAmbiguous = (readings: readonly Reading[], question: Question, catalog: Catalog): Finding => {
  const [first, ...rest] = readings;
  if (first === undefined) return notHeld(question, { part: "measure" }, []);
  if (question.act.kind === "source")
    return tellSources([first, ...rest], question.act.age, [], catalog) ?? { kind: "ambiguous", readings };
  if (question.act.kind !== "claim") return { kind: "ambiguous", readings };
  const judged = readings.map((reading) => judgeClaim([reading], [], question, catalog));
  return (
    judged.find((finding) => finding.kind === "judged" && finding.verdict === "supported") ?? {
      kind: "ambiguous",
      readings,
    }
  );
};

/** Picks or works out the values, and judges claims. Nothing is worded here. */
export const deriveFinding = (question: Question, resolution: Resolution, catalog: Catalog): Finding => {
  switch (resolution.kind) {
    case "resolved":
      return deriveResolved(resolution, question, catalog);
    case "ambiguous":
      return deriveAmbiguous(resolution.readings, question, catalog);
    case "not_held":
      return notHeld(question, resolution.failing, resolution.nearest);
    case "topics":
      return { kind: "topics", readings: resolution.readings };
  }
};
