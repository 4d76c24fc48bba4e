import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import type { Copy } from "../../src/copy/copy.ts";
import { type CopyForms, formsOf } from "../../src/copy/forms-of.ts";
import { writeCopy } from "../../src/copy/write-copy.ts";
import type { HouseStyle } from "../../src/language/house-style.ts";
import { value as answerValue, lookupCitation } from "../fixtures/answers.ts";
import { catalog, compose } from "../fixtures/ferries.ts";
import { english } from "../language/english.ts";

const { style, wording } = english;

const copyOf = (answer: Answer, house: HouseStyle = style): Copy | null =>
  writeCopy(answer, { catalog, style: house, wording });

const formsFor = (answer: Answer, house: HouseStyle = style): CopyForms => {
  const copy = copyOf(answer, house);
  if (copy === null) throw new Error(`no copy of ${answer.headline}`);
  return formsOf(copy);
};

const sentence = (question: string): string => formsFor(compose(question)).plain.split("\n")[0] ?? "";

describe("one sentence with its attribution", () => {
  test.each([
    [
      "ferry passengers in 2022",
      "Ferry passengers totaled 800,000 in 2022, according to the port office, as reported by The Harbour Post on Sept. 10, 2024.",
    ],
    [
      "lifeboat drills in February 2023",
      "Lifeboat drills totaled 10 in February 2023, according to Port Office (undated).",
    ],
    [
      "ferry crew in 2023",
      "Ferry crew stood at about 1,200 to 1,300 people in 2023, according to Port Office (undated).",
    ],
    [
      "goal for ferries in service",
      "Ferries in service: the goal was 60 in March 2024, according to the company's head, as reported by The Harbour Post on Sept. 10, 2024.",
    ],
    [
      "pier repair money",
      "Pier repair money: the proposal was up to $2 million in 2024, according to The Harbour Post on Sept. 10, 2024.",
    ],
    [
      "passengers of the island line in 2023",
      "Ferry passengers, island line, totaled 263,000 in 2023, according to The Harbour Post on Sept. 10, 2024.",
    ],
  ])("%s", (question, said) => expect(sentence(question)).toBe(said));

  test.each([
    [
      "a change names both its ends and says that it is ours",
      "how did ferry passengers change from 2019 to 2020?",
      "Ferry passengers fell by 600,000, from 900,000 in 2019 to 300,000 in 2020, by our calculation from figures of the port office, as reported by The Harbour Post on Sept. 10, 2024.",
    ],
    [
      "so does a share",
      "the island line as a share of ferry passengers in 2023",
      "Ferry passengers, island line, 263,000 in 2023, made up 26% of ferry passengers, 1,012,000 in 2023, by our calculation",
    ],
    [
      "a sum is ours too",
      "total ferry passengers from 2019 to 2022",
      "added up to 2.5 million (2019 to 2022), by our calculation from figures of the port office",
    ],
    [
      "a part of a year is marked",
      "ferry passengers in 2024",
      "(through August), not a whole year, according to",
    ],
    [
      "a series has its first, last and peak",
      "ferry passengers by year",
      "Ferry passengers went from 900,000 in 2019 to",
    ],
    [
      "the verdict on a claim stays with its figure",
      "is it true that 900,000 people took the ferry in 2022?",
      "on Sept. 10, 2024; this contradicts the claim checked.",
    ],
    [
      "two sources that disagree are both told",
      "tickets sold in FY2023",
      "; another figure held for the same period is",
    ],
  ])("%s", (_what, question, part) => expect(sentence(question)).toContain(part));

  test.each(["ferry passengers in 1950", "what do you hold on ferries?", "sailings"])(
    "there is none of %s",
    (question) => expect(copyOf(compose(question))?.sentence[0]?.text ?? null).toBeNull(),
  );
});

describe("house style is data:", () => {
  const house = (rows: Partial<HouseStyle["parts"]>, more: Partial<HouseStyle> = {}): HouseStyle => ({
    ...style,
    ...more,
    parts: { ...style.parts, ...rows },
  });
  const said = (question: string, changed: HouseStyle): string =>
    formsFor(compose(question), changed).plain.split("\n")[0] ?? "";

  test("percent as a word", () => {
    const words = house({ "number.percent": "{number} percent" });
    expect(said("island line share of passengers in 2022", words)).toContain("25 percent");
  });

  test("small numbers as words, up to where the style says", () => {
    const counts = { ...style.counts, "number.spelled_below": 100 };
    const spelled = new Map([...style.spelled, [44, "forty-four"] as const]);
    expect(said("ferries in service in March 2024", house({}, { counts, spelled }))).toContain("forty-four");
    expect(sentence("ferries in service in March 2024")).toContain("44");
  });

  test("the names of fiscal years and of months", () => {
    const changed = house({ "period_name.fiscal_year": "the financial year {year}" });
    expect(said("tickets sold in FY2022", changed)).toContain("in the financial year 2022");
  });

  test("neutral words for loaded ones, whole words only, and never in what a source says", () => {
    const words = new Map([
      ["passengers", "travellers"],
      ["post", "paper"],
    ]);
    const changed = said("ferry passengers in 2022", house({}, { words }));
    expect(changed).toContain("Ferry travellers totaled 800,000");
    expect(changed).toContain("The Harbour Post");
  });

  test.each([
    [7_600_000, "7.6 million"],
    [7_613_431, "7,613,431"],
    [1_250_000_000, "1.25 billion"],
    [999_999, "999,999"],
    [63.67, "63.67"],
    [7, "seven"],
    [10, "10"],
    [0, "zero"],
  ])("%d is written without losing any of it: %s", (value, written) => {
    const answer = compose("ferry passengers in 2022");
    const [first] = answer.values;
    if (first === undefined) throw new Error("no value");
    const changed = { ...answer, values: [{ ...first, value }] };
    expect(formsFor(changed).plain).toContain(`totaled ${written} in 2022`);
  });
});

const HOSTILE = 'A <script>alert("1")</script> & [b](c) *d* _e_ `f` | g';

describe("what stands in data is text in every form", () => {
  const answer: Answer = {
    ...compose("ferry passengers in 2022"),
    values: [
      answerValue({ label: HOSTILE, figures: ["x"], qualifier: "exact" }),
      answerValue({ figures: ["x"] }),
    ],
    citations: [{ ...lookupCitation, figure: "x", outlet: HOSTILE, attribution: "1. a\n# b | c" }],
  };
  const { markdown, html, plain, citation } = formsFor(answer);

  test("HTML", () => {
    expect(html).not.toContain("<script");
    expect(html).toContain('<a href="https://harbour.example/ferries">');
    expect(html.match(/<tr>/gu)).toHaveLength(3);
  });

  test("Markdown", () => {
    for (const part of ["\\<script>", "\\[b]", "\\*d\\*", "\\_e\\_", "\\`f\\`"])
      expect(markdown).toContain(part);
    const rows = markdown.split("\n").filter((line) => line.startsWith("|"));
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row.match(/(?<!\\)\|/gu)).toHaveLength(4);
  });

  test("plain text keeps a line a line", () => {
    expect(plain.split("\n")).toHaveLength(5);
    expect(citation.split("\n")).toHaveLength(1);
  });
});

test("the citation alone names document, place, number and who said it", () => {
  expect(formsFor(compose("ferry passengers in 2022")).citation).toBe(
    "The Harbour Post, “Ferries fill up”, on Sept. 10, 2024: paragraph 2 prints “800,000”, attributed to the port office, https://harbour.example/ferries.",
  );
});
