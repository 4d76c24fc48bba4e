import type { FigureKind, Observation } from "../catalog/observation.ts";
import type { Question } from "../question/question.ts";

/** Counts and estimates, as against what somebody wants, allows or proposes. */
export const FACTUAL: readonly Observation["kind"][] = ["actual", "estimate"];

/** What people call a goal may be a proposal, and a limit a threshold; a capacity is none of them. */
const ALIKE: Readonly<Record<FigureKind, readonly FigureKind[]>> = {
  actual: ["actual", "estimate"],
  estimate: ["estimate", "actual"],
  goal: ["goal", "proposal", "threshold"],
  proposal: ["proposal", "goal"],
  threshold: ["threshold", "goal"],
  capacity: ["capacity"],
};

/** A goal is no count. A kind that was named must agree; where none was, counts come before all else. */
export const ofKind = (
  observations: readonly Observation[],
  { figureKind: said, tellsWish, act }: Question,
  isName: boolean,
): readonly Observation[] => {
  const held = said !== null && observations.some(({ kind }) => ALIKE[said].includes(kind));
  // "Goals scored" is called so, and holds no goals of the other sort.
  const figureKind = isName && !held ? null : said;
  const wished = tellsWish && act.kind === "claim" ? observations.filter(({ kind }) => kind === "goal") : [];
  if (wished.length > 0) return wished;
  if (figureKind !== null && figureKind !== "actual") {
    const named = observations.filter(({ kind }) => kind === figureKind);
    return named.length > 0 ? named : observations.filter(({ kind }) => ALIKE[figureKind].includes(kind));
  }
  const factual = observations.filter(({ kind }) => FACTUAL.includes(kind));
  return factual.length > 0 || figureKind === "actual" ? factual : observations;
};
