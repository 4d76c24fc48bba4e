import { expect, test } from "vitest";
import { atOnce } from "../../src/language/turns.ts";
import { fileLookAlikes } from "../../src/retrieval/look-alikes.ts";

const find = atOnce(fileLookAlikes(["arrest", "arrests", "harvest", "crossing", "court", "count", "bridge"]));

test.each([
  ["arest", 1, ["arrest"]],
  ["arrset", 1, ["arrest"]],
  ["crosisngs", 2, ["crossing"]],
  ["coutr", 1, ["court", "count"]],
  ["ridge", 1, []],
  ["rbidge", 1, ["bridge"]],
  ["zzzz", 1, []],
  ["", 2, []],
])("%s, typed with up to %i slips, looks like %j", (typed, slips, expected) => {
  expect(find(typed, slips)).toEqual(expected);
});

test("no word that so many slips make of another is left out", () => {
  const words = ["deportations", "deportation", "apprehension", "reporters"];
  const slipped = (word: string, at: number): readonly string[] => [
    word.slice(0, at) + word.slice(at + 1),
    `${word.slice(0, at)}${word[at]}${word.slice(at)}`,
    `${word.slice(0, at)}${word[at + 1] ?? ""}${word[at]}${word.slice(at + 2)}`,
    `${word.slice(0, at)}x${word.slice(at + 1)}`,
  ];
  const all = atOnce(fileLookAlikes(words));
  for (const word of words)
    for (let at = 1; at < word.length - 1; at += 1)
      for (const once of slipped(word, at))
        for (const twice of slipped(once, Math.min(at + 3, once.length - 2)))
          expect(all(twice, 2), twice).toContain(word);
});
