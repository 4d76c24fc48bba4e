import { expect, test } from "vitest";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { promoteAsides } from "../../src/retrieval/promote-asides.ts";
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
