import { describe, expect, test } from "vitest";
import type { CheckReport } from "../../src/desk.ts";
import { EVEN, growthOf } from "../fixtures/growth.ts";
import { openTestDesk, TEST_DAY } from "../fixtures/test-desk.ts";

const desk = openTestDesk();
const check = (text: string): CheckReport => desk.check({ text, askedOn: TEST_DAY }, () => true).report;
const found = (text: string): readonly string[] => check(text).numbers.map(({ asPrinted }) => asPrinted);
const verdicts = (text: string): readonly string[] => check(text).numbers.map(({ verdict }) => verdict);

describe("numbers that claim nothing are left alone", () => {
  test.each([
    ["a date", "The report came out on December 19, 2024, after a vote on 5 June."],
    ["an hour", "The hearing began at 3 p.m. and ended at 11:45 p.m."],
    ["an age", "Dana Whitfield, 54, of Albany, spoke; so did a 41-year-old nurse aged 38."],
    ["an address", "They met at 1600 Main Street and at 220 Elm St. in Springfield."],
    ["a room, a bill, a section", "In Room 204 they read H.R. 29, Section 287(g) and Resolution 24-117."],
    ["a phone number", "Call 202-555-0147 or (555) 010-2368."],
    ["a vote", "The board split 5-2 on the matter."],
    ["the numbers of a list", "1. Call the office.\n2. Write to it."],
    ["a length of time", "It took three years and 45 minutes."],
    ["a name", "The crew of Apollo 11 and the spread of COVID-19 were mentioned."],
  ])("%s", (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("numbers are found in every way that they are written", () => {
  test.each([
    [
      "Some 113,431 arrests, 7.6 million people and $175 billion.",
      ["113,431", "7.6 million", "$175 billion"],
    ],
    ["Between 30,000 and 40,000 people were held.", ["Between 30,000 and 40,000"]],
    ["One in four were arrested, or 64%.", ["One in four", "64%"]],
    ["Arrests doubled, and two-thirds were at large.", ["doubled", "two-thirds"]],
    ["A third fewer people were arrested.", ["A third"]],
    ["Four thousand people a day.", ["Four thousand"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test("where a number stands in the draft is told with it", () => {
  const text = "Headline\n\nICE made 113,431 arrests in fiscal 2024.";
  const [number] = check(text).numbers;
  expect(number).toMatchObject({ paragraph: 2, asPrinted: "113,431", verdict: "matches" });
  expect(text.slice(...(number?.at ?? [0, 0]))).toBe("113,431");
});

describe("what a sentence leaves out comes from the ones before it", () => {
  test.each([
    [
      "the subject",
      "ICE made 113,431 arrests in fiscal 2024. In fiscal 2023, it was 170,590.",
      ["matches", "matches"],
    ],
    [
      "the year before",
      "ICE made 113,431 arrests in fiscal 2024, down from 170,590 the year before.",
      ["matches", "matches"],
    ],
    [
      "both ends of a change",
      "ICE made 170,590 arrests in fiscal 2023 and 113,431 in fiscal 2024. That is a drop of 33.5%.",
      ["matches", "matches", "rounds"],
    ],
    ["what a question named", "And ICE detention in March 2025? About 45,000.", ["matches"]],
    ["a year that is not held", "ICE made 113,431 arrests in fiscal 2019.", ["other_period"]],
    ["a group that is not held", "ICE made 113,431 arrests in Texas in fiscal 2024.", ["other_measure"]],
    [
      "a change that went the other way",
      "Asylum grants fell 35% from fiscal 2022 to fiscal 2023.",
      ["differs"],
    ],
  ])("%s", (_what, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

test("a verdict that is not held cites nothing, and every other has its receipt and a sentence", () => {
  const { numbers } = check("ICE made 113,431 arrests in fiscal 2024 and issued 21,333 parking tickets.");
  expect(numbers.map(({ verdict }) => verdict)).toEqual(["matches", "not_held"]);
  expect(numbers[0]?.citations.map(({ source, paragraph }) => [source, paragraph])).toEqual([
    ["washtimes-ice-docket", 6],
  ]);
  expect(numbers[0]?.sentence).toContain("ICE arrests, FY2024: 113,431 arrests");
  expect(numbers[1]).toMatchObject({ citations: [], held: null, instead: null });
});

describe("behind “check:” a draft is asked about like a question", () => {
  const asked = (text: string) => desk.ask({ text, askedOn: TEST_DAY }, null);

  test("with the figures that are told, for whoever keeps account of them", () => {
    const { answer } = asked("check: ICE made 133,431 arrests in fiscal 2024.");
    expect(answer).toMatchObject({
      status: "answered",
      kind: "claim",
      headline: "1 number checked: 1 differs.",
      values: [{ value: 113431, figures: ["arrests-fy24"] }],
    });
    expect(answer.citations).toHaveLength(1);
  });

  test("and nothing leans on it", () => {
    const first = asked("ICE arrests in fiscal 2024");
    const draft = { text: "Check: ICE made 409,000 deportations in 2012.", askedOn: TEST_DAY };
    const { conversation } = desk.ask(draft, first.conversation);
    expect(conversation).toBe(first.conversation);
  });

  test("an empty one is said to be empty", () => {
    expect(asked("check:").answer).toMatchObject({ status: "not_found", values: [] });
  });
});

test("the summary says the worst first", () => {
  const { headline } = check("ICE made 133,431 arrests in fiscal 2024, and 170,590 in fiscal 2023.");
  expect(headline).toBe("2 numbers checked: 1 differs and 1 matches.");
});

describe("a day in the draft's head is the day that it counts from", () => {
  const text = (head: string): string => `${head}ICE made about 18,000 arrests last month.`;
  test.each([
    ["a dateline", text("WASHINGTON, March 20, 2025 — "), "matches"],
    ["a line below the headline", text("Arrests are up\n\nPublished March 20, 2025\n\n"), "matches"],
    ["none", text(""), "other_period"],
  ])("%s", (_what, draft, verdict) => {
    expect(verdicts(draft)).toEqual([verdict]);
  });

  test("a day that is fixed comes before it", () => {
    const draft = { text: text("WASHINGTON, March 20, 2025 — "), askedOn: TEST_DAY, isFixed: true };
    expect(desk.check(draft, () => true).report.numbers[0]?.verdict).toBe("other_period");
  });
});

describe("what cannot be checked is said in one line", () => {
  test.each([
    ["nothing", "  \n", "empty"],
    ["no number", "The agency has not said how many people it holds.", "no_numbers"],
    [
      "another language",
      "La agencia detuvo a 113.431 personas el año fiscal pasado, según un informe que publicó el jueves la propia agencia.",
      "other_language",
    ],
  ])("%s", (_what, text, status) => {
    const checked = desk.check({ text, askedOn: TEST_DAY }, () => true);
    expect(checked.report).toMatchObject({ status, numbers: [] });
    expect(checked.message.blocks).toHaveLength(1);
  });
});

test("the time of checking grows with the draft", () => {
  const talk = "The committee met again, and its members spoke at length of what they had heard. ".repeat(4);
  expect(growthOf(`${talk}ICE made 113,431 arrests in fiscal 2024.\n\n`, check)).toBeLessThan(EVEN);
});

test("a draft of a megabyte is read as far as it may be, and says how far", () => {
  const text = `${"The agency made 113,431 arrests in fiscal 2024, it said. ".repeat(5)}\n\n`.repeat(3700);
  expect(text.length).toBeGreaterThan(1_000_000);
  const seen: number[] = [];
  const { report, message } = desk.check({ text, askedOn: TEST_DAY }, (read, of) => {
    seen.push(of);
    return read < 20;
  });
  expect(report.readUpTo).toEqual({ paragraph: 20, of: 3700 });
  expect(seen).toHaveLength(20);
  expect(JSON.stringify(message)).toContain("the first 20 of 3,700 paragraphs");
});
