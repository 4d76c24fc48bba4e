import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { plainText } from "../../src/desk.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";
import { DATASETS, deskOver, emptyDataFolder, importInto, told } from "../packs/import/import-into.ts";

const folder = emptyDataFolder();
afterAll(folder.remove);
for (const name of ["indicators", "tourism", "years/emissions-by-sector.csv"])
  importInto(folder.data, join(DATASETS, name));
const desk = deskOver(folder.data);

describe("a word that no name has, and that stands for one that a name has", () => {
  test.each([
    ["how much did agriculture emit in 1990", "emit", "emissions"],
    ["lifespan in Norway in 2016", "lifespan", "life expectancy"],
    ["Norwegian life expectancy in 2016", "Norwegian", "Norway"],
  ])("%s: “%s” is taken as “%s”, and that is said", (text, said, meant) => {
    const { answer, message } = desk.ask({ text, askedOn: TEST_DAY }, null);
    expect(answer.status).toBe("answered");
    expect(plainText(message)).toContain(`Taking “${said}” as “${meant}`);
  });
});

describe("a word that stands for nothing held is still a reason to refuse", () => {
  test.each([
    "life expectancy of dogs in Norway in 2016",
    "fish exports of Norway in 2015",
    "unemployment rate of nurses in the UK in 2015",
    "how many students used the Island Line in Q1 2022",
    "emissions of the Home Office in 1990",
  ])("%s", (text) => {
    expect(told(desk, text).status).not.toBe("answered");
  });
});

describe("the groups of the language pack", () => {
  const rows = readFileSync("data/english/synonyms.csv", "utf8").trimEnd().split("\n").slice(1);

  test("are of two phrases or more, none twice in one", () => {
    const groups = Map.groupBy(rows, (row) => row.split(",")[0]);
    for (const [name, phrases] of groups) {
      expect([name, phrases.length >= 2]).toEqual([name, true]);
      expect([name, new Set(phrases.map((row) => row.split(",")[1])).size]).toEqual([name, phrases.length]);
    }
  });
});
