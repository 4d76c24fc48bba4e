import { describe, expect, test } from "vitest";
import { findTokens } from "../../src/language/words.ts";
import { conceptsOfName } from "../../src/question/fold-terms.ts";
import { matchNames } from "../../src/question/match-names.ts";
import { vocabulary } from "../fixtures/ferries.ts";

const stems = (name: string): readonly string[] =>
  conceptsOfName(findTokens(name), vocabulary)
    .filter(({ role }) => role === "content")
    .map(({ stem }) => stem);

describe("a name and a question meet where they say the same in other words", () => {
  test.each([
    ["travellers", "passengers"],
    ["the travellers", "passengers"],
    ["sailings called off", "sailings cancelled"],
    ["seamen", "crew"],
    ["Passengers", "passenger"],
    ["not monitored", "isn't monitored"],
  ])("%s and %s", (one, other) => expect(stems(one)).toEqual(stems(other)));

  test.each([
    ["passengers", "crew"],
    ["monitored", "not monitored"],
    ["called", "cancelled"],
  ])("%s and %s do not", (one, other) => expect(stems(one)).not.toEqual(stems(other)));
});

describe("names in a question", () => {
  const found = (text: string) =>
    matchNames(findTokens(text), vocabulary.protectedNames, vocabulary).map(({ from, to }) =>
      findTokens(text)
        .slice(from, to)
        .map((token) => token.text)
        .join(" "),
    );

  test.each<readonly [string, readonly string[]]>([
    ["riders on the night boat", ["night boat"]],
    ["the island line and the night boat", ["island line", "night boat"]],
    ["Night Boats", ["Night Boats"]],
    ["boats by night", []],
    ["night", []],
  ])("%s", (text, names) => expect(found(text)).toEqual(names));

  test("an article inside a name is passed over", () => {
    expect(found("the night the boat")).toEqual(["night the boat"]);
  });
});
