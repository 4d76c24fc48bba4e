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

/**
 * "The institute's figure for 2018": where a question says who counted and nothing of what, all that they counted is
 * meant. None where a word says more.
 */
export const measuresOfSpeaker = ({ concepts }: Question, catalog: Catalog): readonly Measure[] => {
  const stems = concepts.filter(({ role }) => role === "content").map(({ stem }) => stem);
  if (stems.length === 0 || stems.some((stem) => ownWords(catalog).has(stem))) return [];
  return [...catalog.measures.values()].filter(({ id }) => {
    const said = wordsOfSpeakers(catalog.figures.saidOf(id), catalog);
    return stems.every((stem) => said.has(stem));
  });
};
