import { afterAll, describe, expect, test } from "vitest";
import { loadColumnWords } from "../../../src/packs/import/column-words.ts";
import { describedNames } from "../../../src/packs/import/described-names.ts";
import { emptyDataFolder, told } from "./import-into.ts";
import { deskOn } from "./made-up.ts";

const loaded = loadColumnWords("data/english");
if (!loaded.ok) throw new Error("the language pack's column words do not load");
const { words } = loaded;

describe("what a description says that a column's cells are also called", () => {
  test.each([
    ["Glass (bottles, jars), Paper or All waste", "Glass", ["bottles", "jars"]],
    ["Glass, also called cullet, or Paper", "Glass", ["cullet"]],
    ["Glass (also known as cullet; formerly bottle banks)", "Glass", ["cullet", "bottle banks"]],
    ["Paper or card; Glass", "Paper", ["card"]],
    ["Glass = bottle banks; Paper = kerbside", "Paper", ["kerbside"]],
    ["Bottle banks (GL), kerbside (PA)", "GL", ["Bottle banks"]],
    ["Glass (incl. windows), Paper", "Glass", []],
    ["Glass (excluding windows), Paper (from 2015)", "Paper", []],
    ["Glass or Paper", "Glass", []],
    ["Glass (cullet), Paper (cullet)", "Glass", []],
    ["Glass (collected at the kerb or at bring banks all over the county), Paper", "Glass", []],
    ["Hourglass (sand), Paper", "Glass", []],
  ])("%s: %s is %j", (description, cell, names) => {
    const found = describedNames(description, ["Glass", "Paper", "GL", "PA", "All waste"], words);
    expect(found.get(cell)).toEqual(names);
  });
});

describe("in a question", () => {
  const folder = emptyDataFolder();
  afterAll(folder.remove);
  const desk = deskOn(folder, {
    name: "cable-lines",
    title: "Cable car rides by town and line",
    fields: [
      { name: "town", type: "string", title: "Town" },
      {
        name: "line",
        type: "string",
        title: "Kind of line",
        description: "Valley gondola (V-Lift, cabin cars), Funicular (incline, cliff railway), or All lines",
      },
      { name: "year", type: "year" },
      {
        name: "rides",
        type: "integer",
        title: "Cable rides",
        description: "Number of rides in the year (single trips: a return counts as two)",
      },
    ],
    rows: ["Brackwater", "Tollmere"].flatMap((town, at) =>
      [2019, 2020].flatMap((year) => [
        [town, "Valley gondola", year, 100 + at * 10 + (year - 2019)],
        [town, "Funicular", year, 200 + at * 10 + (year - 2019)],
        [town, "All lines", year, 300 + at * 20 + 2 * (year - 2019)],
      ]),
    ),
  });

  test.each([
    ["V-Lift rides in Brackwater in 2019", 100],
    ["rides on the cliff railway in Tollmere in 2020", 211],
    ["how many cable rides did Tollmere's incline have in 2019", 210],
    // Its names' words together: "Valley gondola", "cabin cars".
    ["cabin gondola rides in Brackwater in 2020", 101],
    // A word behind a name that is said in full, and by which alone another would be named.
    ["rides on the funicular cars in Brackwater in 2019", 200],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value, unit: "rides" });
  });
});

describe("what members belong to", () => {
  const folder = emptyDataFolder();
  afterAll(folder.remove);
  const towns = [
    ["Halifax", "Nova Scotia", "CA"],
    ["Regina", "Saskatchewan", "CA"],
    ["Calgary", "Alberta", "CA"],
    ["Hamilton", "Ontario", "CA"],
    ["Toronto", "Ontario", "CA"],
    ["Lyon", "Rhone", "FR"],
  ] as const;
  const desk = deskOn(folder, {
    name: "kiosks",
    title: "Kiosks by town",
    fields: [
      { name: "town", type: "string", title: "Town" },
      { name: "province", type: "string", title: "Province" },
      { name: "country", type: "string", title: "Country code" },
      { name: "year", type: "year" },
      { name: "kiosks", type: "integer", title: "Kiosks" },
    ],
    rows: towns.flatMap((town, at) => [2019, 2020].map((year) => [...town, year, 100 + at])),
  });

  test.each([
    ["kiosks in Halifax, Nova Scotia in 2019", 100],
    ["kiosks in Halifax NS in 2019", 100],
    ["how many kiosks did Lyon, France have in 2020", 105],
    ["kiosks in Toronto, Canada in 2020", 104],
  ])("narrow: %s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });

  test.each(["kiosks in Nova Scotia in 2019", "kiosks in France in 2020", "kiosks in Lyon, Ontario in 2019"])(
    "and are not the members: %s",
    (question) => expect(told(desk, question).status).not.toBe("answered"),
  );
});
