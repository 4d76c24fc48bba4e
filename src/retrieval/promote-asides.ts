import type { Question } from "../question/question.ts";
import type { Index } from "./build-index.ts";

const isKnown = (stem: string, index: Index): boolean =>
  index.measuresByStem.has(stem) || index.membersByStem.has(stem);

const isPopulation = (stem: string, index: Index): boolean =>
  (index.measuresByStem.get(stem) ?? []).some(({ populationStems }) => populationStems.has(stem));

/**
 * Whether a word of the question proper says what is asked about. Who printed it ("how high, per the Post?") does not,
 * and neither do the people of "how many migrants are on it?", which leans on what was said before.
 */
const namesSomething = (
  { role, stem }: Question["concepts"][number],
  { leansOn }: Question,
  index: Index,
): boolean => role === "content" && isKnown(stem, index) && !(leansOn.anaphora && isPopulation(stem, index));

/**
 * "I'm writing about arrests. How many in 2024?": where the question proper names nothing, what was said
 * around it does, as far as its words are known here. In a thread, what was asked before does.
 */
export const promoteAsides = (question: Question, index: Index): Question => {
  const hasThread = (question.thread?.turns.length ?? 0) > 0;
  if (hasThread || question.concepts.some((one) => namesSomething(one, question, index))) return question;
  const concepts = question.concepts.map((concept) =>
    concept.role === "aside" && isKnown(concept.stem, index)
      ? { ...concept, role: "content" as const }
      : concept,
  );
  return { ...question, concepts };
};
