import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { LANGUAGE_FOLDER, validateData, verifyData } from "../../src/packs/data-reports.ts";
import { add, BRIDGES_ARCHIVE, dataFolder, type Edits, swap } from "./pack-folder.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const DATA = join(ROOT, "data");
/** The articles are not ours to pass on: a clone of the repository has none. */
const ARTICLES = join(ROOT, "..", "shared", "seeds");

/** A data folder with a bridges pack and the language pack of the repository. */
const withLanguage = (edits: Edits): string => {
  const folder = dataFolder({ bridges: edits });
  cpSync(join(DATA, LANGUAGE_FOLDER), join(folder, LANGUAGE_FOLDER), { recursive: true });
  return folder;
};

/** A report's lines, without the folder that the test made up. */
const inFolder = (folder: string, lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replaceAll(`${relative("", folder)}/`, ""));

describe("validating", () => {
  test("the repository's own data finds no problems", () => {
    const { ok, lines } = validateData(DATA);
    expect(lines).toEqual([
      expect.stringMatching(/^\d+ packs?, \d+ sources, \d+ measures, \d+ figures: no problems$/),
    ]);
    expect(ok).toBe(true);
  });

  test("a pack that is whole says how much it holds", () => {
    expect(validateData(withLanguage({}))).toEqual({
      ok: true,
      lines: ["1 pack, 2 sources, 4 measures, 9 figures: no problems"],
    });
  });

  test("a broken pack has a line for each problem, and how many they are", () => {
    const folder = withLanguage({
      "figures.csv": swap("7.6 million", "7.6 billion"),
      "measures.csv": swap("stock,value", "stack,value"),
    });
    const { ok, lines } = validateData(folder);
    expect(ok).toBe(false);
    expect(inFolder(folder, lines)).toEqual([
      'bridges/measures.csv, row 3, kind_of_time: found "stack", expected one of stock, flow, rule',
      'bridges/figures.csv, row 2, as_printed: found "7.6 billion", expected a number that reads as value, 7600000: it reads as 7600000000',
      "1 pack, 2 sources, 4 measures, 9 figures: 2 problems",
    ]);
  });

  test("a folder without the language pack says which file is missing", () => {
    const folder = dataFolder({ bridges: {} });
    const { ok, lines } = validateData(folder);
    expect(ok).toBe(false);
    expect(inFolder(folder, lines)[0]).toBe(
      'english/numbers.csv: found "no such file", expected a readable CSV file with a header line',
    );
  });
});

describe("verifying", () => {
  test("a pack whose receipts stand counts them, and what cannot be verified here", () => {
    expect(verifyData(withLanguage({}), BRIDGES_ARCHIVE)).toEqual({
      ok: true,
      lines: ["6 receipts right, 0 wrong; 0 unexplained numbers, 3 explained; 3 figures not verifiable here"],
    });
  });

  test("a receipt that does not stand, a number unexplained and a remark on nothing have a line each", () => {
    const folder = withLanguage({
      "figures.csv": swap("harbour-survey,2,50%", "harbour-survey,9,50%"),
      "uncited.csv": add("harbour-survey,3,Two,a pronoun"),
    });
    const { ok, lines } = verifyData(folder, BRIDGES_ARCHIVE);
    expect(ok).toBe(false);
    expect(inFolder(folder, lines)).toEqual([
      'bridges/uncited.csv, row 5, as_printed: found "Two", expected a number that stands in paragraph 3 of harbour-survey, once for each row that cites it',
      'bridges/figures.csv, row 5, paragraph: found "9", expected a paragraph that harbour-survey has',
      'harbour-survey, paragraph 2: "50%" in "…was 3,800,000, a fall of 50%.…" is cited by no figure and explained by no row of uncited.csv',
      "5 receipts right, 1 wrong; 1 unexplained number, 3 explained; 1 row of uncited.csv matching nothing; 3 figures not verifiable here",
    ]);
  });

  test("an archive without the file says so and is no success", () => {
    const folder = withLanguage({});
    const { ok, lines } = verifyData(folder, DATA);
    expect(ok).toBe(false);
    expect(inFolder(folder, lines)).toEqual([
      'bridges/sources.csv, archive of harbour-survey: found "bridges.txt", expected a file of the archive folder',
      "0 receipts right, 0 wrong; 0 unexplained numbers, 0 explained; 1 file missing from the archive; 9 figures not verifiable here",
    ]);
  });

  test("a pack with problems is not verified before they are mended", () => {
    const folder = withLanguage({ "figures.csv": swap("7.6 million", "7.6 billion") });
    expect(verifyData(folder, BRIDGES_ARCHIVE)).toEqual(validateData(folder));
  });

  test("digits and number words count, wherever they stand", () => {
    const folder = withLanguage({});
    const archive = join(folder, "texts");
    mkdirSync(archive);
    writeFileSync(
      join(archive, "bridges.txt"),
      "7.6 million, 7.6 million\n2023, 3,800,000, 50%\nOne, six or seven\n$175 million, thousands\nSince the 1960s nobody but one of three had seen hundreds of thousands.",
    );
    const { lines } = verifyData(folder, archive);
    expect(lines.map((line) => /paragraph 5: "(.*?)" in/.exec(line)?.[1]).filter(Boolean)).toEqual([
      "1960s",
      "one",
      "three",
      "hundreds of thousands",
    ]);
  });

  test.skipIf(!existsSync(ARTICLES))(
    "the repository's own figures stand in the articles, and no number there is unexplained (only where ../shared/seeds is)",
    () => {
      expect(verifyData(DATA, ARTICLES)).toEqual({
        ok: true,
        lines: [
          expect.stringMatching(
            /^\d+ receipts right, 0 wrong; 0 unexplained numbers, \d+ explained(?:; \d+ figures? not verifiable here)?$/,
          ),
        ],
      });
    },
  );
});
