import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadLanguage } from "../../src/packs/load-language.ts";
import { describeProblem } from "../../src/packs/problem.ts";

const ENGLISH = join(import.meta.dirname, "../../data/english");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "language-"));
  cpSync(ENGLISH, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const problems = (): readonly string[] => {
  const loaded = loadLanguage(folder);
  return loaded.ok
    ? []
    : loaded.problems.map((problem) => describeProblem(problem).replace(`${folder}/`, ""));
};

const addRow = (table: string, row: string) => {
  const file = join(folder, table);
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()}\n${row}\n`);
};

test("the language pack that ships is sound", () => {
  expect(problems()).toEqual([]);
});

describe("a row that is wrong is named by file, row and field", () => {
  test.each([
    ["numbers.csv", "gazillion,scael,1", 'meaning: found "scael", expected one of cardinal'],
    ["numbers.csv", "gazillion,scale,much", 'value: found "much", expected a number in digits, or nothing'],
    ["hedges.csv", "kind of,sort_of,before", 'meaning: found "sort_of", expected one of exact'],
    ["hedges.csv", "kind of,about,above", 'position: found "above", expected one of before, after'],
    ["units.csv", "quid,gbp,after", 'meaning: found "gbp", expected one of percent'],
    ["calendar.csv", "smarch,month,13", 'value: found "13", expected one of 1, 2'],
    ["calendar.csv", "fortnight,unit,fortnight", 'value: found "fortnight", expected one of day'],
    ["calendar.csv", ",month,1", 'phrase: found "", expected a phrase'],
  ])("%s: %s", (table, row, wrong) => {
    addRow(table, row);
    const lines = readFileSync(join(folder, table), "utf8").trimEnd().split("\n").length;
    expect(problems()).toHaveLength(1);
    expect(problems()[0]).toContain(`${table}, row ${lines}, ${wrong}`);
  });
});

test.each(["numbers.csv", "units.csv", "hedges.csv", "calendar.csv"])(
  "a folder without %s is no pack",
  (table) => {
    rmSync(join(folder, table));
    expect(problems()[0]).toContain(table);
  },
);
