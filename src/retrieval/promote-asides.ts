import type { Question } from "../question/question.ts";
import type { Index } from "./build-index.ts";

const isKnown = (stem: string, index: Index): boolean =>
  index.measuresByStem.has(stem) || index.membersByStem.has(stem);

/**
 * "I'm writing about arrests. How many in 2024?": where the question proper names nothing, what was said
 * around it does, as far as its words are known here. In a thread, what was asked before does.
 */
export const promoteAsides = (question: Question, index: Index): Question => {
  const hasThread = (question.thread?.turns.length ?? 0) > 0;
  if (hasThread || question.concepts.some(({ role }) => role === "content")) return question;
  const concepts = question.concepts.map((concept) =>
    concept.role === "aside" && isKnown(concept.stem, index)
      ? { ...concept, role: "content" as const }
      : concept,
  );
  return { ...question, concepts };
};
