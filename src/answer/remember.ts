import type { Finding, Told } from "../finding/finding.ts";
import { type Memory, REMEMBERED_TURNS, type RememberedReading, type Turn } from "../question/memory.ts";
import type { Question } from "../question/question.ts";
import type { Answer } from "./answer.ts";

/** The held figures behind the values, by measure and group, each with its periods, oldest first. */
const readingsOf = (values: readonly Told[]): readonly RememberedReading[] => {
  const inputs = values.flatMap((told) => told.inputs);
  const groups = Map.groupBy(inputs, ({ measure, members }) => `${measure} ${members.join()}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const periods = new Map(group.map(({ timePeriod }) => [timePeriod.label, timePeriod]));
    const sorted = [...periods.values()].toSorted((a, b) => (a.start < b.start ? -1 : 1));
    return [{ measure: first.measure, members: first.members, periods: sorted }];
  });
};

const turnOf = (question: Question, finding: Finding, last: Turn | undefined): Turn | null => {
  const own = question.periods.filter(({ excluded }) => !excluded).map(({ reference }) => reference);
  const carries = "carried" in finding && finding.carried.some(({ what }) => what === "period");
  const references = own.length === 0 && carries ? (last?.references ?? []) : own;
  switch (finding.kind) {
    case "told":
    case "judged":
    case "sourced":
      return { readings: readingsOf(finding.values), references };
    case "not_held": {
      const [nearest] = finding.nearest;
      if (nearest === undefined || finding.failing.part !== "period") return null;
      return {
        readings: [{ measure: nearest.measure.id, members: nearest.members, periods: [] }],
        references,
      };
    }
    case "topics":
    case "ambiguous":
      return null;
  }
};

/** What the thread keeps of this exchange for the next question. */
export const remember = (
  before: Memory | null,
  {
    question,
    finding,
    answer,
  }: { readonly question: Question; readonly finding: Finding; readonly answer: Answer },
): Memory => {
  const turn = turnOf(question, finding, before?.turns.at(-1));
  const turns = [...(before?.turns ?? []), ...(turn === null ? [] : [turn])].slice(-REMEMBERED_TURNS);
  return { turns, options: answer.options };
};
