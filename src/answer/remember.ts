import type { Catalog } from "../catalog/catalog.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Finding, Told } from "../finding/finding.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";
import { type Memory, REMEMBERED_TURNS, type RememberedReading, type Turn } from "../question/memory.ts";
import type { Operation, Question } from "../question/question.ts";
import { restate } from "../question/shift-period.ts";
import type { Failing } from "../resolution/reading.ts";
import type { Answer } from "./answer.ts";

/** A result that a source printed stands for the figures that it was worked out from: they are what is spoken of. */
const behind = (observation: Observation, catalog: Catalog): readonly Observation[] => {
  const sources = observation.derivedFrom.flatMap((id) => catalog.figures.get(id) ?? []);
  return sources.length > 0 ? sources : [observation];
};

type Spoken = Pick<Observation, "measure" | "members" | "timePeriod"> & Pick<Told, "allBut">;

/** What is left of a whole is spoken of as such, and not as the whole and its part. */
const spokenOf = (told: Told, catalog: Catalog): readonly Spoken[] =>
  told.working === "rest"
    ? [{ ...told, measure: told.measure.id, timePeriod: told.period }]
    : told.inputs.flatMap((input) => behind(input, catalog));

/** The held figures behind the values, by measure and group, each with its periods, oldest first. */
const readingsOf = (values: readonly Told[], catalog: Catalog): readonly RememberedReading[] => {
  const spoken = values.flatMap((told) => spokenOf(told, catalog));
  const groups = Map.groupBy(spoken, (one) => `${one.measure} ${one.members.join()} ${one.allBut ?? ""}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const periods = new Map(group.map(({ timePeriod }) => [timePeriod.label, timePeriod]));
    const sorted = [...periods.values()].toSorted((a, b) => (a.start < b.start ? -1 : 1));
    return [{ measure: first.measure, members: first.members, allBut: first.allBut, periods: sorted }];
  });
};

/** What was asked about is not held, so that nothing can be asked of it. */
const REFUSING: readonly Failing["part"][] = ["words", "members", "premise"];

const RELATING: readonly Operation["kind"][] = ["change", "ratio"];

/** What a change lies between, as if both had been said: the next question may ask for another's. */
const endsOf = (
  readings: readonly RememberedReading[],
  { fiscalYearStartMonth }: Catalog,
): readonly ReferencePeriod[] =>
  readings.length === 1
    ? (readings[0]?.periods ?? []).map((period) => restate(period, fiscalYearStartMonth))
    : [];

type Exchanged = {
  readonly question: Question;
  readonly finding: Finding;
  readonly answer: Answer;
  readonly catalog: Catalog;
};

type Asked = Pick<Turn, "references" | "operation">;

/** A thing that is held, though not for the period that was asked: the next question may name another. */
const turnOfRefusal = (
  { failing, nearest: [nearest] }: Extract<Finding, { kind: "not_held" }>,
  asked: Asked,
): Turn | null => {
  if (REFUSING.includes(failing.part)) return { ...asked, readings: [], refused: true };
  if (nearest === undefined || failing.part !== "period") return null;
  const reading = { measure: nearest.measure.id, members: nearest.members, periods: [] };
  return { ...asked, readings: [reading], refused: false };
};

const turnOfValues = (values: readonly Told[], asked: Asked, catalog: Catalog): Turn => {
  const readings = readingsOf(values, catalog);
  const ends = RELATING.includes(asked.operation.kind) ? endsOf(readings, catalog) : [];
  return { ...asked, readings, references: ends.length > 1 ? ends : asked.references, refused: false };
};

const turnOf = ({ question, finding, catalog }: Exchanged, last: Turn | undefined): Turn | null => {
  const own = question.periods.filter(({ excluded }) => !excluded).map(({ reference }) => reference);
  const carries = "carried" in finding && finding.carried.some(({ what }) => what === "period");
  const references = own.length === 0 && carries ? (last?.references ?? []) : own;
  const asked = { references, operation: question.operation };
  switch (finding.kind) {
    case "told":
    case "judged":
    case "sourced":
      return turnOfValues(finding.values, asked, catalog);
    case "not_held":
      return turnOfRefusal(finding, asked);
    case "ambiguous":
      return { ...asked, readings: [], refused: true };
    case "topics":
      return null;
  }
};

/** What the thread keeps of this exchange for the next question. */
export const remember = (before: Memory | null, exchanged: Exchanged): Memory => {
  const turn = turnOf(exchanged, before?.turns.at(-1));
  const turns = [...(before?.turns ?? []), ...(turn === null ? [] : [turn])].slice(-REMEMBERED_TURNS);
  return { turns, options: exchanged.answer.options };
};
