import { describe, expect, test } from "vitest";
import type { Span } from "../../src/language/span.ts";
import { type Archive, openArchive } from "../../src/packs/archive.ts";
import { loadPacks } from "../../src/packs/load-packs.ts";
import { describeProblem } from "../../src/packs/problem.ts";
import { type NumberFinder, type Verification, verifyPack } from "../../src/packs/verify.ts";
import { add, BRIDGES_ARCHIVE, dataFolder, type Edits, readFixtureNumber, swap } from "./pack-folder.ts";

/** Numbers as the bridges' articles print them, in digits and in the few words that they use. */
const findNumbers: NumberFinder = (text) =>
  Array.from(
    text.matchAll(/\$?\d[\d,.]*\d(?: million)?%?|\d+%?|\bsix or seven\b|\bone\b|\bthousands\b/gi),
    ({ 0: match, index }): Span => [index, index + match.length],
  );

const verify = (edits: Edits, archive: Archive = openArchive(BRIDGES_ARCHIVE)): Verification => {
  const loaded = loadPacks(dataFolder({ bridges: edits }), readFixtureNumber);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join("\n"));
  const [pack] = loaded.packs;
  if (pack === undefined) throw new Error("no pack was loaded");
  return verifyPack(pack, archive, findNumbers);
};

/** What is wrong and what is unexplained, each in a word. */
const shown = ({ wrong, unexplained }: Verification) => ({
  wrong: wrong.map(({ table, line, why }) => `${table} ${line} ${why}`),
  unexplained: unexplained.map(({ paragraph, text, at }) => `${paragraph}: ${text.slice(...at)}`),
});

describe("a pack whose receipts stand", () => {
  test("has nothing wrong and nothing unexplained", () => {
    expect(verify({})).toEqual({
      right: 6,
      wrong: [],
      unexplained: [],
      explained: 3,
      missing: [],
      notVerifiable: 3,
    });
  });
});

describe("one thing wrong", () => {
  test.each<readonly [what: string, edits: Edits, wrong: readonly string[], unexplained: readonly string[]]>([
    [
      "a receipt in the wrong paragraph",
      { "figures.csv": swap("harbour-survey,2,50%", "harbour-survey,3,50%") },
      ["figures 5 not_in_paragraph"],
      ["2: 50%"],
    ],
    [
      "a receipt past the end of the article",
      { "figures.csv": swap("harbour-survey,2,50%", "harbour-survey,7,50%") },
      ["figures 5 no_such_paragraph"],
      ["2: 50%"],
    ],
    [
      "a number that is printed twice and cited once",
      { "figures.csv": (text) => text.replace(/crossings-2022-again.*\n/, "") },
      [],
      ["1: 7.6 million"],
    ],
    [
      "a number that is printed twice and cited three times",
      {
        "figures.csv": add(
          "crossings-2022-more,bridge-crossings,,7600000,,exact,2022,2022-01-01,2022-12-31,printed,actual,harbour-survey,1,7.6 million,,,current,,",
        ),
      },
      ["figures 11 not_in_paragraph"],
      [],
    ],
    [
      "a number that nothing explains",
      { "uncited.csv": swap("harbour-survey,3,One,a pronoun\n", "") },
      [],
      ["3: One"],
    ],
    [
      "a remark on a number that is not there any more",
      { "uncited.csv": add("harbour-survey,3,Two,a pronoun") },
      ["uncited 5 not_in_paragraph"],
      [],
    ],
    [
      "a remark that is made twice on a number that is there once",
      { "uncited.csv": add("harbour-survey,3,One,a pronoun") },
      ["uncited 5 not_in_paragraph"],
      [],
    ],
    [
      "a remark on a paragraph past the end",
      { "uncited.csv": add("harbour-survey,8,One,a pronoun") },
      ["uncited 5 no_such_paragraph"],
      [],
    ],
  ])("%s is listed", (_what, ...[edits, wrong, unexplained]) => {
    expect(shown(verify(edits))).toEqual({ wrong, unexplained });
  });

  test("a number within a longer one is another number", () => {
    const archive: Archive = () =>
      "7.6 million twice, 7.6 million.\n2023: 3,800,000, 50% of 12,000\nOne, six or seven\n$175 million, thousands";
    const uncited = add("harbour-survey,2,12,part of another");
    expect(shown(verify({ "uncited.csv": uncited }, archive))).toEqual({
      wrong: ["uncited 5 not_in_paragraph"],
      unexplained: ["2: 12,000"],
    });
  });

  test("a receipt that stands letter for letter, but within “million”, does not stand", () => {
    const archive: Archive = () =>
      "7.6 million twice, 7.6 million.\n2023: 3,800,000 and 50%\nOne, six or seven\n$175 million, thousands, 12 million";
    const figure = add(
      "open-again,bridges-open,,12,,exact,2021,2021-01-01,2021-12-31,printed,actual,harbour-survey,4,12,,,current,,",
    );
    expect(shown(verify({ "figures.csv": figure }, archive))).toEqual({
      wrong: ["figures 11 not_in_paragraph"],
      unexplained: ["4: 12 million"],
    });
  });

  test("a file that the archive does not have is named, and its figures are not verifiable", () => {
    expect(verify({}, () => null)).toEqual({
      right: 0,
      wrong: [],
      unexplained: [],
      explained: 0,
      missing: [{ source: "harbour-survey", file: "bridges.txt" }],
      notVerifiable: 9,
    });
  });
});
