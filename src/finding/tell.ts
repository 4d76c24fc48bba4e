import type { Catalog } from "../catalog/catalog.ts";
import type { Observation } from "../catalog/observation.ts";
import { shapeOf } from "../resolution/period-shape.ts";
import type { Held, Reading } from "../resolution/reading.ts";
import type { Note, Told } from "./finding.ts";

/** A held figure, told as it is printed. */
export const tellObservation = (
  observation: Observation,
  reading: Pick<Reading, "measure" | "members" | "allBut">,
): Told => ({
  measure: reading.measure,
  members: reading.members,
  ...(reading.allBut === undefined ? {} : { allBut: reading.allBut }),
  value: observation.value,
  valueMax: observation.valueMax,
  unit: reading.measure.unit,
  qualifier: observation.qualifier,
  period: observation.timePeriod,
  ...workingOf(observation),
  alsoPrinted: [],
});

/** A figure that was added up, or that is left of a whole, says so, and of what. */
const workingOf = (observation: Observation): Pick<Told, "formula" | "working" | "inputs"> => {
  const { addedFrom, leftOf } = observation;
  if (leftOf !== undefined)
    return { formula: leftOf.map(({ value }) => value).join(" - "), working: "rest", inputs: leftOf };
  if (addedFrom === undefined) return { formula: null, working: null, inputs: [observation] };
  return { formula: addedFrom.map(({ value }) => value).join(" + "), working: "sum", inputs: addedFrom };
};

/** Prints in another source, or of another number: a repetition in the same article adds nothing. */
const worthNaming = ({ best, others }: Held): readonly Observation[] => {
  const seen = new Set([`${best.provenance.source} ${best.value}`]);
  return others.filter(({ provenance, value }) => {
    const key = `${provenance.source} ${value}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

/** The best print first, then every print that says something else. */
export const tellHeld = (held: Held, reading: Reading): readonly [Told, ...Told[]] => [
  { ...tellObservation(held.best, reading), alsoPrinted: worthNaming(held) },
  ...held.disagreeing.map((observation) => tellObservation(observation, reading)),
];

const FACTUAL: readonly Observation["kind"][] = ["actual", "estimate"];

/** What must be said beside held figures: that a year is cut short, that another print differs, that it is no count. */
export const notesOn = (held: readonly Held[], catalog: Catalog): readonly Note[] =>
  held.flatMap(({ best, period, disagreeing, preferredFor }): readonly Note[] => {
    const notes: Note[] = disagreeing.map((observation) => ({ kind: "disagrees", observation }));
    const [second, ...rest] = disagreeing;
    if (second !== undefined) {
      const sides = [best, second, ...rest] as const;
      notes.push({ kind: "disagreement", sides, preferredFor: preferredFor ?? null, verdicts: null });
    }
    if (shapeOf(period, catalog.fiscalYearStartMonth) === "partial_year")
      notes.push({ kind: "partial", period });
    if (!FACTUAL.includes(best.kind)) notes.push({ kind: "other_kind", observation: best });
    return notes;
  });
