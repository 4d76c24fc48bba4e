import type { Catalog } from "../catalog/catalog.ts";
import type { Measure } from "../catalog/observation.ts";
import { onceFor } from "../language/once-for.ts";
import { stemsOf } from "../language/words.ts";
import type { Question } from "../question/question.ts";
import { wordsOfSpeakers } from "./by-speaker.ts";

/** Words that any measure is called or defined by. */
const ownWords = onceFor(
  (catalog: Catalog): ReadonlySet<string> =>
    new Set(
      [...catalog.measures.values()].flatMap(({ name, population }) => stemsOf(`${name} ${population}`)),
    ),
);

/** Words of all who said anything that is held. */
const speakers = onceFor(
  (catalog: Catalog): ReadonlySet<string> => wordsOfSpeakers(catalog.figures.said(), catalog),
);

/** Who counted more than this is no help in telling what is meant, and each takes its time to be looked up. */
const MOST_MEASURES = 50;

/**
 * "The institute's figure for 2018": where a question says who counted and nothing of what, all that they counted is
 * meant. None where a word says more, or where that is too much to choose from.
 */
export const measuresOfSpeaker = ({ concepts }: Question, catalog: Catalog): readonly Measure[] => {
  const stems = concepts.filter(({ role }) => role === "content").map(({ stem }) => stem);
  const isSpeaker = (stem: string): boolean => speakers(catalog).has(stem) && !ownWords(catalog).has(stem);
  if (stems.length === 0 || !stems.every(isSpeaker)) return [];
  const found: Measure[] = [];
  for (const measure of catalog.measures.values()) {
    const said = wordsOfSpeakers(catalog.figures.saidOf(measure.id), catalog);
    if (stems.every((stem) => said.has(stem))) found.push(measure);
    if (found.length > MOST_MEASURES) return [];
  }
  return found;
};
