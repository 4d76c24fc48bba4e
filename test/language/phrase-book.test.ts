import { expect, test } from "vitest";
import { matchPhrases, matchShelf, phraseBook, phraseShelf } from "../../src/language/phrase-book.ts";

const bookOf = (...phrases: readonly string[]) =>
  phraseBook(phrases.map((phrase) => [phrase.split(" "), phrase] as const));

const words = "how many people how many people in all were there in all".split(" ");

test("the longest phrase at each place is found, left to right, none overlapping", () => {
  const book = bookOf("how many", "how many people", "people in", "in all", "there");
  expect(matchPhrases(words, book)).toEqual([
    { from: 0, to: 3, meaning: "how many people" },
    { from: 3, to: 6, meaning: "how many people" },
    { from: 6, to: 8, meaning: "in all" },
    { from: 9, to: 10, meaning: "there" },
    { from: 10, to: 12, meaning: "in all" },
  ]);
});

test("of two entries with the same words the later one stands", () => {
  const book = phraseBook([
    [["in", "all"], "first"],
    [["in", "all"], "second"],
  ]);
  expect(matchPhrases(["in", "all"], book).map(({ meaning }) => meaning)).toEqual(["second"]);
});

test("a beginning of a phrase is no phrase", () => {
  expect(matchPhrases(["how"], bookOf("how many"))).toEqual([]);
});

test("books side by side find what each finds by itself", () => {
  const books = new Map([
    ["counting", bookOf("how many", "how many people")],
    ["sum", bookOf("in all", "all were there")],
    ["stop", bookOf("how", "in", "all", "were", "many people how")],
    ["none", bookOf("nowhere")],
  ]);
  const alone = [...books].flatMap(([kind, book]) =>
    matchPhrases(words, book).map(({ from, to }) => ({ from, to, meaning: kind })),
  );
  expect(matchShelf(words, phraseShelf(books))).toEqual(alone);
});
