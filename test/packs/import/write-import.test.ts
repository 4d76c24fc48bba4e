import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Package } from "datapackage";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { validateData } from "../../../src/desk.ts";
import { DATASETS, type DataFolder, deskOver, emptyDataFolder, importInto, told } from "./import-into.ts";

// Milliseconds. Processes and packs are started here, which take their time on a machine that does other things.
vi.setConfig({ testTimeout: 30_000 });

let folder: DataFolder;
beforeEach(() => {
  folder = emptyDataFolder();
});
afterEach(() => folder.remove());

const dataset = (name: string): string => join(DATASETS, name);
const filesOf = (pack: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(folder.data, pack)).map((file) => [
      file,
      readFileSync(join(folder.data, pack, file), "utf8"),
    ]),
  );

/** A bare CSV file of so many lines. */
const table = (name: string, lines: readonly string[]): string => {
  const file = join(folder.scratch, `${name}.csv`);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
};

describe("writing", () => {
  test("a second import leaves the same pack, and nothing beside it", () => {
    expect(importInto(folder.data, dataset("weather")).ok).toBe(true);
    const first = filesOf("harbour-weather");
    expect(importInto(folder.data, dataset("weather")).ok).toBe(true);
    expect(filesOf("harbour-weather")).toEqual(first);
    expect(readdirSync(folder.data).toSorted()).toEqual(["english", "harbour-weather"]);
  });

  test("what it writes is a pack that the data command finds nothing wrong with", () => {
    for (const name of ["indicators", "weather", "harvest", "tourism", "years/emissions-by-sector.csv"]) {
      expect(importInto(folder.data, dataset(name)).ok).toBe(true);
    }
    expect(validateData(folder.data)).toEqual({
      ok: true,
      lines: ["5 packs, 5 sources, 10 measures, 286 figures: no problems"],
    });
  });

  test.each([
    ["indicators", "coastal-indicators"],
    ["tourism", "ferry-passengers"],
  ])(
    "Frictionless' own library reads what is made of %s, cell by cell and key by key",
    async (name, pack) => {
      expect(importInto(folder.data, dataset(name)).ok).toBe(true);
      const descriptor = join(folder.data, pack, "datapackage.json");
      const loaded = await Package.load(descriptor, { strict: false });
      expect(loaded.errors).toEqual([]);
      for (const resource of loaded.resources) {
        expect((await resource.read({ keyed: true })).length).toBeGreaterThan(0);
        await resource.checkRelations();
        expect(resource.errors).toEqual([]);
      }
    },
  );

  test("an import that fails leaves the earlier one as it was", () => {
    const source = join(folder.scratch, "changing");
    cpSync(dataset("harvest"), source, { recursive: true });
    expect(importInto(folder.data, source).ok).toBe(true);
    const before = filesOf("apple-harvest");
    writeFileSync(join(source, "harvest.csv"), "Season;Region;Harvest (tonnes)\n");
    expect(importInto(folder.data, source).ok).toBe(false);
    expect(filesOf("apple-harvest")).toEqual(before);
  });
});

describe("import.json", () => {
  test("is repeated by the next import, with what a person changed in it", () => {
    importInto(folder.data, dataset("weather"));
    const file = join(folder.data, "harbour-weather", "import.json");
    const edited = readFileSync(file, "utf8")
      .replace('"name": "Mean wind speed"', '"name": "Strength of the wind"')
      .replace('"unit": "km/h"', '"unit": "kilometres an hour"');
    writeFileSync(file, edited);
    expect(importInto(folder.data, dataset("weather")).ok).toBe(true);
    expect(
      told(deskOver(folder.data), "strength of the wind at Old Lighthouse in January 2022"),
    ).toMatchObject({
      value: 14.7,
      unit: "kilometres an hour",
    });
  });

  test("that is broken is named, and nothing is written over it", () => {
    importInto(folder.data, dataset("harvest"));
    const file = join(folder.data, "apple-harvest", "import.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"role": "time"', '"role": "when"'));
    const { ok, lines } = importInto(folder.data, dataset("harvest"));
    expect(ok).toBe(false);
    expect(lines[0]).toMatch(
      /import\.json, tables\.harvest\.columns\.Season\.role: expected one of time, year/,
    );
  });
});

describe("what cannot be imported", () => {
  test.each<readonly [path: string, problem: RegExp]>([
    ["broken", /^.*broken: expected at least one table with a number, a period, and a row for each$/],
    ["nowhere", /nowhere: expected a folder with a datapackage.json, that file itself, or a CSV file$/],
    ["years", /years: expected a datapackage.json in this folder, or the path of a CSV file$/],
    [
      "contradiction.csv",
      /found "contradiction, rows 2, 3", expected one number for each measure, group and period: make the column .* a "dimension" in import\.json$/,
    ],
  ])("%s is refused, and it is said why", (path, problem) => {
    const { ok, lines } = importInto(folder.data, dataset(path));
    expect(ok).toBe(false);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(problem);
    expect(readdirSync(folder.data)).toEqual(["english"]);
  });

  test("a descriptor that is no JSON", () => {
    const source = join(folder.scratch, "no-json");
    mkdirSync(source, { recursive: true });
    writeFileSync(join(source, "datapackage.json"), "{ name: x }");
    expect(importInto(folder.data, source).lines[0]).toMatch(
      /datapackage\.json: found .*, expected readable JSON/,
    );
  });
});

describe("bare tables of many shapes", () => {
  test.each<readonly [what: string, lines: readonly string[], asked: readonly [string, number]]>([
    [
      "states whose codes are also those of countries",
      ["state,abbr,year,turnout", "Alabama,AL,2020,63.1", "Georgia,GA,2020,67.7", "New York,NY,2020,63.4"],
      ["turnout in Alabama in 2020", 63.1],
    ],
    [
      "countries by two letters",
      ["geo;TIME_PERIOD;OBS_VALUE", "DE;2019;3,2", "FR;2019;8,4", "NO;2019;3,7", "DE;2020;3,8"],
      ["ports of Germany in 2020", 3.8],
    ],
    [
      "a year and a month in two columns",
      ["Year,Month,Airline passengers", "1949,Jan,112", "1949,Feb,118", "1950,Jan,115"],
      ["airline passengers in February 1949", 118],
    ],
    [
      "days as they are written in the United States",
      ["Date,City,Bike trips", "1/5/2021,Oslo,1200", "1/13/2021,Oslo,1500", "1/5/2021,Bergen,300"],
      ["bike trips in Oslo on January 13 2021", 1500],
    ],
    [
      "years under a name in another language",
      ["Rok,Miasto,Mosty", "2020,Alfa,38", "2021,Alfa,39", "2020,Beta,11"],
      ["Mosty in Alfa in 2021", 39],
    ],
    [
      "indicators, years as columns and a code for each",
      [
        "Country Name,Country Code,Indicator Name,Indicator Code,1990,1991",
        '"Egypt, Arab Rep.",EGY,"Inflation, consumer prices (annual %)",FP,16.8,19.7',
        'France,FRA,"Inflation, consumer prices (annual %)",FP,3.2,3.4',
      ],
      ["inflation in Egypt in 1991", 19.7],
    ],
  ])("%s", (_what, lines, [question, value]) => {
    expect(importInto(folder.data, table("ports", lines)).ok).toBe(true);
    expect(told(deskOver(folder.data), question)).toMatchObject({ status: "answered", value });
  });

  test("a table that does not say when is of the year that its name gives", () => {
    const file = table("quays-2019", ["harbour,quays", "Alfa,4", "Beta,6", "Gamma,9"]);
    expect(importInto(folder.data, file).ok).toBe(true);
    expect(told(deskOver(folder.data), "quays of Beta")).toMatchObject({ value: 6 });
    expect(filesOf("quays-2019")["figures.csv"]).toContain(",2019,2019-01-01,2019-12-31,inferred,");
  });

  test("no state becomes the country whose code it has", () => {
    importInto(
      folder.data,
      table("ports", ["state,abbr,year,turnout", "Alabama,AL,2020,63.1", "Georgia,GA,2020,67.7"]),
    );
    expect(told(deskOver(folder.data), "turnout in Albania in 2020").status).toBe("not_found");
  });
});

describe("packs beside one another", () => {
  test("share the members of a dimension, and keep names of measures apart", () => {
    const first = table("ships", ["country,year,ships", "Iran,2000,12", "Egypt,2000,5", "Peru,2000,7"]);
    const second = table("more-ships", [
      "country_name,year,ships",
      '"Iran, Islamic Rep.",2001,13',
      '"Egypt, Arab Rep.",2001,6',
      "Peru,2001,8",
    ]);
    expect(importInto(folder.data, first).ok).toBe(true);
    expect(importInto(folder.data, second).ok).toBe(true);
    const desk = deskOver(folder.data);
    expect(told(desk, "ships of Iran in 2000")).toMatchObject({ value: 12, label: "Ships, Iran" });
    expect(filesOf("more-ships")["measures.csv"]).toContain(
      "more-ships.ships-more-ships,Ships (more ships),",
    );
    expect(filesOf("more-ships")["members.csv"]).toContain("country,iran,Iran,");
  });

  test("a name that two members claim is neither's", () => {
    const file = table("ports", [
      "port,code,year,berths",
      "Alpha,HB,2000,1",
      "Beta,HB,2000,2",
      "Alpha,HB,2001,3",
      "Beta,HB,2001,4",
    ]);
    expect(importInto(folder.data, file).ok).toBe(true);
    expect(filesOf("ports")["names.csv"] ?? "").not.toContain("HB");
  });
});
