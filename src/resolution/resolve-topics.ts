import type { Catalog } from "../catalog/catalog.ts";
import type { Measure } from "../catalog/observation.ts";
import type { Question } from "../question/question.ts";
import type { Candidate } from "../retrieval/candidate.ts";
import { groupHeld } from "./group-held.ts";
import type { Reading, Resolution } from "./reading.ts";

/** How many topics fit an answer that a person still reads. */
const TOPICS = 12;

/** The newest figure of a measure, with its group. */
const newestOf = (measure: Measure, catalog: Catalog): readonly Reading[] => {
  const groups = catalog.figures.groupsOf(measure.id);
  const members = groups.find((group) => group.length === 0) ?? groups[0] ?? [];
  const series = groupHeld(catalog.figures.at(measure.id, members), catalog.preferences);
  if (series.length === 0) return [];
  return [
    {
      measure,
      members,
      series,
      chosen: series.slice(-1),
      periodNamed: false,
      rankedDimension: null,
      measureSaid: true,
    },
  ];
};

/** What is held on the words of a question; on everything where it has none. */
export const resolveTopics = (
  question: Question,
  candidates: readonly Candidate[],
  catalog: Catalog,
): Resolution => {
  const words = question.concepts.filter(({ role }) => role === "content");
  const accounted = candidates.filter(({ unexplained }) => unexplained.length === 0);
  if (words.length > 0 && accounted.length === 0)
    return {
      kind: "not_held",
      failing: { part: "words", words: words.map(({ text }) => text) },
      nearest: [],
    };
  const measures =
    words.length > 0 ? accounted.map(({ measure }) => measure) : [...catalog.measures.values()];
  const readings = [...new Set(measures)].flatMap((measure) => newestOf(measure, catalog));
  return { kind: "topics", readings: readings.slice(0, TOPICS) };
};
