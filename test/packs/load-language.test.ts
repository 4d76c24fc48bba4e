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
    ["style.csv", "word,horde of,", 'write: found "", expected a text'],
    [
      "style.csv",
      "sentence,rumour,{label} is said",
      'key: found "rumour", expected a key that the style has',
    ],
  ])("%s: %s", (table, row, wrong) => {
    addRow(table, row);
    const lines = readFileSync(join(folder, table), "utf8").trimEnd().split("\n").length;
    expect(problems()).toHaveLength(1);
    expect(problems()[0]).toContain(`${table}, row ${lines}, ${wrong}`);
  });
});

describe("house style", () => {
  const write = (from: string, to: string) => {
    const file = join(folder, "style.csv");
    const text = readFileSync(file, "utf8");
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };

  test.each([
    ["loses who says it", ["{outlet} {published}", "{published}"], "{outlet}, {published}"],
    ["loses the number", ["about {amount}", "about"], "{amount}"],
    ["names what is not there", ["{number}%", "{number}{unit}"], "{number}"],
    ["counts in words", ["spelled_below,10", "spelled_below,ten"], "a whole number in digits"],
  ] as const)("that %s is named by row", (_what, [from, to], expected) => {
    write(from, to);
    expect(problems()).toHaveLength(1);
    expect(problems()[0]).toMatch(/^style\.csv, row \d+, write: found /u);
    expect(problems()[0]).toContain(expected);
  });

  test("without a row that it needs says which", () => {
    write("hedge,nearly,nearly {amount}\n", "");
    expect(problems()).toEqual([expect.stringContaining("a row for hedge,nearly")]);
  });
});

test.each(["numbers.csv", "units.csv", "hedges.csv", "calendar.csv", "style.csv"])(
  "a folder without %s is no pack",
  (table) => {
    rmSync(join(folder, table));
    expect(problems()[0]).toContain(table);
  },
);
