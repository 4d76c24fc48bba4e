import type { Catalog } from "../catalog/catalog.ts";
import type { Observation } from "../catalog/observation.ts";
import type { Finding, Told } from "../finding/finding.ts";
import { type Memory, REMEMBERED_TURNS, type RememberedReading, type Turn } from "../question/memory.ts";
import type { Question } from "../question/question.ts";
import type { Answer } from "./answer.ts";

/** A result that a source printed stands for the figures that it was worked out from: they are what is spoken of. */
const behind = (observation: Observation, catalog: Catalog): readonly Observation[] => {
  const sources = observation.derivedFrom.flatMap((id) => catalog.observations.get(id) ?? []);
  return sources.length > 0 ? sources : [observation];
};

/** The held figures behind the values, by measure and group, each with its periods, oldest first. */
const readingsOf = (values: readonly Told[], catalog: Catalog): readonly RememberedReading[] => {
  const inputs = values.flatMap((told) => told.inputs.flatMap((input) => behind(input, catalog)));
  const groups = Map.groupBy(inputs, ({ measure, members }) => `${measure} ${members.join()}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const periods = new Map(group.map(({ timePeriod }) => [timePeriod.label, timePeriod]));
    const sorted = [...periods.values()].toSorted((a, b) => (a.start < b.start ? -1 : 1));
    return [{ measure: first.measure, members: first.members, periods: sorted }];
  });
};

type Exchanged = {
  readonly question: Question;
  readonly finding: Finding;
  readonly answer: Answer;
  readonly catalog: Catalog;
};

const turnOf = ({ question, finding, catalog }: Exchanged, last: Turn | undefined): Turn | null => {
  const { operation } = question;
  const own = question.periods.filter(({ excluded }) => !excluded).map(({ reference }) => reference);
  const carries = "carried" in finding && finding.carried.some(({ what }) => what === "period");
  const references = own.length === 0 && carries ? (last?.references ?? []) : own;
  switch (finding.kind) {
    case "told":
    case "judged":
    case "sourced":
      return { readings: readingsOf(finding.values, catalog), references, operation };
    case "not_held": {
      const [nearest] = finding.nearest;
      if (nearest === undefined || finding.failing.part !== "period") return null;
      return {
        readings: [{ measure: nearest.measure.id, members: nearest.members, periods: [] }],
        references,
        operation,
      };
    }
    case "topics":
    case "ambiguous":
      return null;
  }
};

/** What the thread keeps of this exchange for the next question. */
export const remember = (before: Memory | null, exchanged: Exchanged): Memory => {
  const turn = turnOf(exchanged, before?.turns.at(-1));
  const turns = [...(before?.turns ?? []), ...(turn === null ? [] : [turn])].slice(-REMEMBERED_TURNS);
  return { turns, options: exchanged.answer.options };
};
