import type { Question } from "../question/question.ts";
import type { Index } from "./build-index.ts";
import { retrieveMembers } from "./retrieve-members.ts";

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

type Concept = Question["concepts"][number];

const asContent = (concept: Concept): Concept => ({ ...concept, role: "content" });

const isWithin = ({ at }: Concept, spans: Question["topics"]): boolean =>
  spans.some(([from, to]) => from <= at[0] && at[1] <= to);

/**
 * "I'm writing about Kent. How many fires in 2023?": what all of it is about narrows the question, unless the question
 * names another of its kind. Who else is spoken of around it does not ("the Kent office here").
 */
const withTopics = (question: Question, index: Index): Question => {
  const { concepts, topics } = question;
  const said = concepts.filter((one) => one.role === "aside" && isWithin(one, topics)).map(asContent);
  if (said.length === 0) return question;
  const own = new Set(retrieveMembers(concepts, index).map(({ dimension }) => dimension));
  const meant = retrieveMembers(said, index).filter(
    ({ inPart, dimension }) => !inPart && !own.has(dimension),
  );
  const stems = new Set(meant.flatMap((member) => member.stems));
  if (stems.size === 0) return question;
  const promoted = concepts.map((one) =>
    one.role === "aside" && isWithin(one, topics) && stems.has(one.stem) ? asContent(one) : one,
  );
  return { ...question, concepts: promoted };
};

/**
 * "I'm writing about arrests. How many in 2024?": where the question proper names nothing, what was said
 * around it does, as far as its words are known here. In a thread, what was asked before does.
 */
export const promoteAsides = (question: Question, index: Index): Question => {
  const hasThread = (question.thread?.turns.length ?? 0) > 0;
  if (hasThread) return question;
  if (question.concepts.some((one) => namesSomething(one, question, index)))
    return withTopics(question, index);
  const concepts = question.concepts.map((concept) =>
    concept.role === "aside" && isKnown(concept.stem, index) ? asContent(concept) : concept,
  );
  return { ...question, concepts };
};
