import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import type { Message } from "../../src/message/message.ts";
import { plainText } from "../../src/message/plain-text.ts";
import {
  ANSWERS,
  CLARIFY,
  DERIVED,
  FOUND,
  LOOKUP,
  layOut,
  lookupCitation,
  MISSING,
  NO_ARCHIVE,
  NOT_FOUND,
  SERIES,
  value,
} from "../fixtures/answers.ts";

const kinds = ({ blocks }: Message): readonly string[] => blocks.map(({ kind }) => kind);

const strongIn = ({ blocks }: Message): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "headline"
      ? block.line.filter(({ style }) => style === "strong").map(({ text }) => text)
      : [],
  );

test.each([
  ["a lookup", LOOKUP, ["headline", "line", "receipt", "caveat", "caveat"]],
  ["a derived figure", DERIVED, ["headline", "working", "receipt", "receipt"]],
  ["a series", SERIES, ["headline", "table", "receipt"]],
  ["a question back", CLARIFY, ["headline", "choice", "choice"]],
  ["a refusal", NOT_FOUND, ["headline", "caveat", "line", "line", "line"]],
] as const)("the order in which %s is read", (_name, answer, expected) => {
  expect(kinds(layOut(answer, [NO_ARCHIVE]))).toEqual(expected);
});

test("what the archive says stands below the document that it is of", () => {
  expect(kinds(layOut(LOOKUP, [FOUND])).slice(2, 4)).toEqual(["receipt", "quotation"]);
});

describe("the number asked for is strong", () => {
  test.each([
    ["Ferry passengers in FY2024: about 113,000 passengers.", {}, ["about 113,000 passengers"]],
    ["There were 113,000 passengers.", {}, ["113,000 passengers"]],
    ["In FY2024 it was 113,000.", {}, ["113,000"]],
    ["The drop is 33.5 percent.", { value: -33.5, unit: "percent", qualifier: "exact" as const }, ["33.5"]],
    ["It stood at 1,113,000.", {}, []],
    ["Route 33.5 is 33 long.", { value: 33, unit: "miles" }, ["33"]],
    ["That is not held.", {}, []],
  ])("%s", (headline, change, expected) => {
    const message = layOut({ ...LOOKUP, headline, values: [value(change)] }, []);
    expect(strongIn(message)).toEqual(expected);
  });

  test("marking loses no letter of the headline", () => {
    const line = layOut(LOOKUP, []).blocks[0];
    expect(line?.kind === "headline" && line.line.map(({ text }) => text).join("")).toBe(LOOKUP.headline);
  });
});

/** Every text of an answer that a person must be able to read. */
const mustBeSaid = (answer: Answer): readonly string[] => [
  answer.headline,
  ...answer.assumptions,
  ...answer.caveats,
  ...answer.nearest,
  ...answer.options.map(({ label }) => label),
  ...answer.values.flatMap(({ derived }) => (derived === null ? [] : [derived.formula])),
  ...answer.citations.flatMap(({ outlet, title, asPrinted, paragraph, attribution, url, published }) => [
    outlet,
    title ?? outlet,
    asPrinted,
    `paragraph ${paragraph}`,
    attribution ?? outlet,
    url ?? outlet,
    published.date === null ? "publication date unknown" : "published 20 December 2024 (inferred)",
  ]),
];

test.each(ANSWERS)("nothing of %s is lost", (_name, answer) => {
  const text = plainText(layOut(answer, []));
  expect(mustBeSaid(answer).filter((said) => !text.includes(said))).toEqual([]);
});

test("a long answer keeps every citation and caveat", () => {
  const citations = Array.from({ length: 200 }, (_, at) => ({
    ...lookupCitation,
    source: `source-${at}`,
    title: `Report ${at}!`,
  }));
  const caveats = Array.from({ length: 200 }, (_, at) => `Caveat ${at}.`);
  const text = plainText(layOut({ ...LOOKUP, citations, caveats }, []));
  expect(citations.filter(({ title }) => !text.includes(title))).toEqual([]);
  expect(caveats.filter((caveat) => !text.includes(caveat))).toEqual([]);
});

describe("what the archive says", () => {
  const quotations = (answer: Answer, receipts: Parameters<typeof layOut>[1]) =>
    layOut(answer, receipts).blocks.filter(({ kind }) => kind === "quotation");

  test("the sentence that the number stands in is quoted", () => {
    expect(quotations(LOOKUP, [FOUND])).toEqual([
      { kind: "quotation", text: "Some 113,000 people took a ferry.", found: true },
    ]);
  });

  test("a number that is gone from its paragraph is said to be gone", () => {
    expect(quotations(LOOKUP, [MISSING])).toEqual([
      {
        kind: "quotation",
        text: "The archived text no longer has “113,000” in paragraph 6.",
        found: false,
      },
    ]);
  });

  test.each([
    ["no archive", [NO_ARCHIVE]],
    ["no receipt", []],
    ["the receipt of another figure", [{ ...FOUND, figure: "other" }]],
  ])("%s gives no quotation", (_name, receipts) => {
    expect(quotations(LOOKUP, receipts)).toEqual([]);
  });

  test("a sentence that holds two cited numbers is quoted once", () => {
    const receipts = [FOUND, { ...FOUND, figure: "ferry-fy2023" }];
    expect(quotations(SERIES, receipts)).toHaveLength(1);
  });
});

test("a document that two numbers rest on is named once, each number with its paragraph", () => {
  const text = plainText(layOut(SERIES, []));
  expect(text.match(/Ferries fill up/gu)).toHaveLength(1);
  expect(text).toContain("paragraph 6 prints “113,000” and “170,000”");
});

test("numbers that different people vouch for are not put into one mouth", () => {
  const citations = [
    { ...lookupCitation, attribution: "the port office" },
    { ...lookupCitation, attribution: "the ferry company", asPrinted: "112,000" },
  ];
  const text = plainText(layOut({ ...LOOKUP, citations }, []));
  expect(text).toContain("prints “113,000”, attributed to the port office\n");
  expect(text).toContain("prints “112,000”, attributed to the ferry company\n");
});
