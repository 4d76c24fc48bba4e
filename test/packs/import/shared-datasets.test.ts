import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk.ts";
import { deskOver, emptyDataFolder, hasShared, importInto, sharedDataset, told } from "./import-into.ts";

// Two published packages, which stand beside the repository where it is worked on. A fresh clone has none of
// them, and these tests are then skipped; the packages of test/fixtures/datasets are asked about everywhere.
describe.skipIf(!hasShared)("published packages of 31,000 figures, as they stand", () => {
  const folder = emptyDataFolder();
  let desk: Desk;
  beforeAll(() => {
    for (const name of ["population", "gdp"]) {
      const { ok, lines } = importInto(folder.data, sharedDataset(name));
      if (!ok) throw new Error(lines.join("\n"));
    }
    desk = deskOver(folder.data);
  }, 60_000);
  afterAll(folder.remove);

  test.each<readonly [string, number]>([
    ["population of France in 1990", 58_261_012],
    ["population of Holland 1995", 15_459_006],
    ["population of Iran 1979", 38_424_952],
    ["population of Turkey in 2005", 69_329_557],
    ["population of Niger in 2001", 11_920_647],
    ["What was South Korea's population in 1988?", 42_031_247],
    ["world population in 2000", 6_161_884_811],
    ["which country had the largest population in 2000", 1_262_645_000],
    ["GDP of Germany 2010", 3_399_667_820_000.0063],
    ["UK GDP 2015", 2_927_911_140_916.7314],
    ["GDP of Euro area 2019", 13_481_146_122_147.143],
    ["gross domestic product of Japan in 2001", 4_374_711_694_090.8706],
    ["GDP of Côte d'Ivoire in 2012", 36_302_302_877.297745],
    ["GDP of Cote d'Ivoire in 2012", 36_302_302_877.297745],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });

  test.each([
    "population of Atlantis 2000",
    "population of France in 2050",
    "population of France in 1900",
    "GDP per capita of Norway 2010",
    "population of Congo 2000",
    "unemployment in France in 2000",
  ])("%s is not answered", (question) => {
    expect(told(desk, question).status).not.toBe("answered");
  });
});
