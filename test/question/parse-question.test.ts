import { describe, expect, test } from "vitest";
import type { Role } from "../../src/question/question.ts";
import { parse } from "../fixtures/ferries.ts";

/** The words of a question that have one role, each as it was read. */
const wordsWith = (role: Role, text: string): string =>
  parse(text)
    .concepts.filter((concept) => concept.role === role)
    .map((concept) => concept.text.toLowerCase())
    .join(" ");

describe("words that narrow what is meant", () => {
  test.each([
    ["how many riders were there in 2023?", "riders"],
    ["Please tell me how many riders there were", "riders"],
    ["what is the number of riders on the night boat", "riders night boat"],
    ["riders in Paris", "riders paris"],
    ["riders without tickets", "riders without tickets"],
    ["RIDERS", "riders"],
    ["how many", ""],
    ["2023", ""],
    ["", ""],
  ])("%s", (text, content) => expect(wordsWith("content", text)).toBe(content));

  test.each([
    ["I'm on deadline. How many riders in 2023?", "riders"],
    ["hi there, how many riders in 2023, need it by five", "riders"],
    ["My editor wants to know how many riders there were", "riders"],
    ["riders, not crew, in 2023", "riders"],
    ["riders (not crew) in 2023", "riders"],
  ])("what is said around the question does not: %s", (text, content) => {
    expect(wordsWith("content", text)).toBe(content);
  });

  test("a word that stands for another is read as that, and keeps where it stood", () => {
    const [concept] = parse("travellers in 2023").concepts;
    expect(concept).toMatchObject({ stem: "passeng", text: "travellers", at: [0, 10], role: "content" });
  });

  test("two words that stand for one thing are one thing", () => {
    const { concepts } = parse("sailings called off in 2023");
    expect(concepts.map(({ stem, text }) => [stem, text]).slice(0, 2)).toEqual([
      ["sail", "sailings"],
      ["cancel", "called off"],
    ]);
  });

  test("where the question itself names nothing, what was said before it does", () => {
    expect(wordsWith("content", "I'm writing about riders. How many in 2023?")).toBe("riders");
  });
});

describe("numbers and periods", () => {
  test("a year is a period and no number, a number is no period", () => {
    const { periods, quantities } = parse("did 1,012,000 people take the ferry in 2023?");
    expect(periods.map(({ text }) => text)).toEqual(["2023"]);
    expect(quantities.map(({ value }) => value)).toEqual([1_012_000]);
  });

  test("a period that is said not to be meant is marked", () => {
    const { periods } = parse("riders in 2023, not 2022");
    expect(periods.map(({ text, excluded }) => [text, excluded])).toEqual([
      ["2023", false],
      ["2022", true],
    ]);
  });

  test("a bare year lies on no calendar yet, a fiscal year on the pack's own", () => {
    const basis = (text: string) => parse(text).periods.map(({ reference }) => reference);
    expect(basis("tickets in 2023")).toMatchObject([{ kind: "within", basis: "unstated" }]);
    expect(basis("tickets in FY2023")).toMatchObject([
      { basis: "fiscal", period: { start: "2022-07-01", end: "2023-06-30" } },
    ]);
  });

  test.each([
    ["a goal", "what is the goal for ferries in service", "goal"],
    ["a proposal", "proposed money for the pier", "proposal"],
    ["nothing in particular", "ferries in service", null],
  ])("%s is asked for: %s", (_name, text, kind) => expect(parse(text).figureKind).toBe(kind));
});

describe("what can hardly be read", () => {
  test("a page of text is not read at all", () => {
    const question = parse("riders ".repeat(2_000));
    expect(question).toMatchObject({ tooLong: true, text: "", concepts: [], periods: [], quantities: [] });
  });

  test("four thousand characters are", () => {
    expect(parse("riders ".repeat(500)).tooLong).toBe(false);
  });

  test("every word knows where it stands in the text as it was cleaned", () => {
    const { text, concepts } = parse("  How\u200b many ｒｉｄｅｒｓ\n in 2023? ");
    expect(concepts.map(({ at: [from, to] }) => text.slice(from, to))).toEqual([
      "How",
      "many",
      "riders",
      "in",
      "2023",
    ]);
  });

  test("the same words give the same question, and a question prints as JSON", () => {
    const question = parse("how many riders in 2023?");
    expect(parse("how many riders in 2023?")).toEqual(question);
    expect(JSON.parse(JSON.stringify(question))).toEqual(question);
  });
});
