import { expect, test } from "vitest";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { promoteAsides } from "../../src/retrieval/promote-asides.ts";
import { retrieveMembers } from "../../src/retrieval/retrieve-members.ts";
import { index, TODAY, vocabulary } from "../fixtures/ferries.ts";

const read = (text: string) => parseQuestion({ text, askedOn: TODAY }, vocabulary);
const content = (text: string): readonly string[] =>
  promoteAsides(read(text), index)
    .concepts.filter(({ role }) => role === "content")
    .map((concept) => concept.text);

test.each<readonly [string, string, readonly string[]]>([
  ["what was said before", "I'm writing about riders. How many in 2023?", ["riders"]],
  ["what is known of it", "I'm writing about riders and pigeons. How many in 2023?", ["riders"]],
])("a question that names nothing is asked about %s", (_name, text, words) => {
  expect(content(text)).toEqual(words);
});

test("a question that names something is asked about that alone", () => {
  const question = read("I'm writing about riders. How many sailings were cancelled?");
  expect(promoteAsides(question, index)).toBe(question);
});

test.each<readonly [string, readonly string[]]>([
  ["I'm writing about the night boat. How many riders in 2023?", ["line=night"]],
  ["For my story on the night boat: how many riders on the island line?", ["line=island"]],
  ["The night boat office here. How many riders in 2023?", []],
])("what all of it is about narrows the question: %s", (text, members) => {
  const { concepts } = promoteAsides(read(text), index);
  const named = retrieveMembers(
    concepts.filter(({ role }) => role === "content"),
    index,
  );
  expect(named.map(({ key }) => key)).toEqual(members);
});
