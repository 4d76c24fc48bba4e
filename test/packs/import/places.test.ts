import { describe, expect, test } from "vitest";
import { placeOfPackage } from "../../../src/packs/import/place-of-package.ts";
import { subdivisionCodes } from "../../../src/packs/import/subdivisions.ts";
import { loadTerritories } from "../../../src/packs/import/territories.ts";

const loaded = loadTerritories("data/english");
if (!loaded.ok) throw new Error("the language pack's territories do not load");

describe("the country that a title names", () => {
  test.each([
    ["UK Airport Traffic, Quarterly", "United Kingdom"],
    ["Estimated crimes in the United States by state", "the States"],
    ["Deaths by cause, Australia", "Australia"],
    ["Tell us about rice", null],
    ["Road deaths in Europe", null],
    ["Trade of France and Germany", null],
  ])("%s: %s", (title, name) => {
    const names = placeOfPackage({ title, name: "x" }, loaded.territories);
    if (name === null) expect(names).toEqual([]);
    else expect(names).toContain(name);
  });
});

describe("the letters of states", () => {
  const australia = ["New South Wales", "Victoria", "Queensland", "Western Australia", "Australia"];

  test("are those of the country whose states a column holds", () => {
    expect(australia.map(subdivisionCodes(australia))).toEqual(["NSW", "VIC", "QLD", "WA", null]);
  });

  test.each([[["Victoria", "Waterloo", "Bank", "Oval", "Angel"]], [["Washington", "Georgia"]]])(
    "%j are no states",
    (cells) => {
      expect(cells.map(subdivisionCodes(cells)).every((code) => code === null)).toBe(true);
    },
  );
});
