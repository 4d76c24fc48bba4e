import { describe, expect, test } from "vitest";
import { loadColumnWords } from "../../../src/packs/import/column-words.ts";
import { readNumber, shiftPoint } from "../../../src/packs/import/read-cell.ts";
import { readPeriodCell } from "../../../src/packs/import/read-period-cell.ts";
import { findUnit, findUnitSuffix } from "../../../src/packs/import/read-unit.ts";
import { loadTerritories } from "../../../src/packs/import/territories.ts";
import { readTimeColumn } from "../../../src/packs/import/time-column.ts";
import { LANGUAGE } from "./import-into.ts";

const POINT = { decimalChar: ".", groupChar: "," };
const COMMA = { decimalChar: ",", groupChar: "." };

describe("a number in a cell", () => {
  test.each([
    ["3521418059.923445", "3521418059.923445"],
    ["1.2e7", "12000000"],
    ["1.5E-3", "0.0015"],
    ["-12.50", "-12.50"],
    ["−3", "-3"],
    ["1,234,567", "1234567"],
    ["1 234", "1234"],
    ["$1,200", "1200"],
    ["64%", "64"],
    [".5", "0.5"],
    ["007", "7"],
    ["0", "0"],
  ])("%s is %s", (cell, digits) => {
    expect(readNumber(cell, POINT)).toBe(digits);
  });

  test.each([
    ["1.234,5", "1234.5"],
    ["12,5", "12.5"],
    ["3.700", "3700"],
  ])("%s with a decimal comma is %s", (cell, digits) => {
    expect(readNumber(cell, COMMA)).toBe(digits);
  });

  test.each(["", "n/a", "..", "12 of 20", "1.2.3", "e5", "-", "twelve"])("%j is none", (cell) => {
    expect(readNumber(cell, POINT)).toBeNull();
  });

  test.each([
    ["1.2", 7, "12000000"],
    ["54.9", 3, "54900"],
    ["-0.65", 6, "-650000"],
    ["3", -2, "0.03"],
    ["0.00", 3, "0"],
  ])("%s with its point moved by %d is %s", (digits, places, shifted) => {
    expect(shiftPoint(digits, places)).toBe(shifted);
  });
});

describe("a period in a cell", () => {
  test.each([
    ["2020", "2020", "2020-01-01/2020-12-31"],
    ["2020-02", "February 2020", "2020-02-01/2020-02-29"],
    ["2020M02", "February 2020", "2020-02-01/2020-02-29"],
    ["Jan 2020", "January 2020", "2020-01-01/2020-01-31"],
    ["2020-Q3", "Q3 2020", "2020-07-01/2020-09-30"],
    ["2020Q3", "Q3 2020", "2020-07-01/2020-09-30"],
    ["Q3 2020", "Q3 2020", "2020-07-01/2020-09-30"],
    ["2020-01-31", "January 31, 2020", "2020-01-31/2020-01-31"],
    ["2020-01-31T10:00:00Z", "January 31, 2020", "2020-01-31/2020-01-31"],
    ["31 Jan 2020", "January 31, 2020", "2020-01-31/2020-01-31"],
    ["FY2020", "FY2020", "2019-10-01/2020-09-30"],
    ["2020-W01", "the week of December 30, 2019", "2019-12-30/2020-01-05"],
    ["1990-1995", "1990 to 1995", "1990-01-01/1995-12-31"],
  ])("%s is %s", (cell, label, days) => {
    const period = readPeriodCell(cell)?.period;
    expect(period?.label).toBe(label);
    expect(`${period?.start}/${period?.end}`).toBe(days);
  });

  test.each(["", "12", "2020-13", "2020-02-30", "total", "May", "99999", "Q5 2020"])("%j is none", (cell) => {
    expect(readPeriodCell(cell)).toBeNull();
  });

  test.each<readonly [cells: readonly string[], label: string, basis: string]>([
    [["2020-01-01", "2020-02-01", "2020-03-01"], "January 2020", "inferred"],
    [["2020-01-31", "2020-02-29"], "January 2020", "inferred"],
    [["2020-03-31", "2020-06-30", "2020-09-30"], "Q1 2020", "inferred"],
    [["2018-01-01", "2019-01-01", "2020-01-01"], "2018", "inferred"],
    [["2018-06-30", "2019-06-30", "2020-06-30"], "2018", "inferred"],
    [["2020-01-15", "2020-02-15", "2020-03-15"], "January 2020", "inferred"],
    [["2020-01-03", "2020-01-10", "2020-01-17"], "January 3, 2020", "printed"],
    [["13/01/2020", "14/01/2020"], "January 13, 2020", "printed"],
    [["2000-01", "2001-02", "2002-03"], "2000/01", "inferred"],
    [["2010/11", "2011/12", "2012/13", "2013/14"], "2010/11", "inferred"],
    [["2000-01", "2000-02"], "January 2000", "printed"],
  ])("a column of %j begins with %s, which is %s", (cells, label, basis) => {
    const reading = readTimeColumn(cells, { format: null });
    expect(reading?.read(cells[0] ?? "")?.label).toBe(label);
    expect(reading?.basis).toBe(basis);
  });

  test("a column of names is none of time", () => {
    expect(readTimeColumn(["Norway", "Peru", "2020"], { format: null })).toBeNull();
  });
});

const loaded = loadColumnWords(LANGUAGE);
const places = loadTerritories(LANGUAGE);
if (!loaded.ok || !places.ok) throw new Error("the language pack cannot be read");
const { words } = loaded;
const { territories } = places;

describe("a unit", () => {
  test.each([
    ["Distance (km)", { unit: "km", scale: undefined, rest: "Distance" }],
    ["GDP in current USD", { unit: "usd", scale: undefined, rest: "GDP" }],
    [
      "Inflation, consumer prices (annual %)",
      { unit: "percent", scale: undefined, rest: "Inflation, consumer prices" },
    ],
    ["Passengers (thousands)", { unit: null, scale: "thousand", rest: "Passengers" }],
    ["Exports (millions of US dollars)", { unit: "usd", scale: "million", rest: "Exports" }],
    [
      "Total emissions (million metric tons of C)",
      { unit: "metric tons of C", scale: "million", rest: "Total emissions" },
    ],
    ["Rise in the number of ships", { unit: null, scale: undefined, rest: "Rise in the number of ships" }],
    ["People (of all ages)", { unit: null, scale: undefined, rest: "People (of all ages)" }],
  ])("%s is %j", (text, found) => {
    expect(findUnit(text, words)).toEqual(found);
  });

  test.each([
    ["avg temp c", "degrees Celsius", "avg temp"],
    ["sales usd", "usd", "sales"],
    ["turnout pct", "percent", "turnout"],
    ["vitamin c", null, "vitamin c"],
    ["number of days", null, "number of days"],
    ["ships", null, "ships"],
  ])("at the end of %j is %s", (header, unit, rest) => {
    expect(findUnitSuffix(header, words)).toMatchObject({ unit, rest });
  });
});

describe("a territory", () => {
  test.each([
    ["Iran, Islamic Rep.", "Iran"],
    ["St. Kitts and Nevis", "St. Kitts and Nevis"],
    ["Saint Kitts & Nevis", "St. Kitts and Nevis"],
    ["the Gambia", "Gambia"],
    ["Holland", "Netherlands"],
    ["FRANCE", "France"],
    ["Congo, Dem. Rep.", "Democratic Republic of the Congo"],
    ["Congo, Rep.", "Republic of the Congo"],
    ["World", "World"],
  ])("%s is called %s", (name, called) => {
    const known = territories.byName(name) ?? territories.byShortened(name);
    expect(known?.names[0]).toBe(called);
  });

  test.each(["Congo", "Korea", "Virgin Islands", "Atlantis", "Sub-Saharan Africa (excluding high income)"])(
    "%s is nobody's name alone",
    (name) => {
      expect(territories.byName(name) ?? territories.byShortened(name)).toBeNull();
    },
  );
});
