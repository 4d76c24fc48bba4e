import { afterAll, describe, expect, test } from "vitest";
import { emptyDataFolder, told } from "./import-into.ts";
import { deskOn } from "./made-up.ts";

// Ages, sexes and rates; numbers inside names.

const folder = emptyDataFolder();
afterAll(folder.remove);

const AGES = ["Under 5", "5-14", "65 and over"];
const SEXES = ["F", "M"];
const CAUSES = ["Falls", "Stings", "Chills"];

const desk = deskOn(folder, {
  name: "island-clinic",
  title: "Treatments at the island clinic, by cause, age and sex",
  fields: [
    { name: "cause", type: "string", title: "Cause" },
    { name: "age_grp", type: "string", title: "Age group" },
    { name: "sex", type: "string", title: "Sex", description: "F = female; M = male" },
    { name: "year", type: "year" },
    { name: "treated", type: "integer", title: "Treatments" },
    {
      name: "two_visit",
      type: "integer",
      title: "Two-visit treatments",
      description: "Treatments that took two visits",
    },
  ],
  rows: CAUSES.flatMap((cause, c) =>
    AGES.flatMap((age, a) =>
      SEXES.flatMap((sex, s) =>
        [2019, 2020].map((year) => [
          cause,
          age,
          sex,
          year,
          1000 * (c + 1) + 100 * a + 10 * s + (year - 2019),
          5 * c + a + s,
        ]),
      ),
    ),
  ),
});

describe("a group by its numbers", () => {
  test.each([
    ["treatments of girls under 5 for stings in 2019", 2000],
    ["how many under-5 boys got treatments for falls in 2020", 1011],
    ["treatments for falls of men aged 65 and over in 2019", 1210],
    ["chills treatments, women 65+, 2020", 3201],
    ["treatments of over-65 women for stings in 2019, please", 2200],
    ["falls treatments of children aged 5 to 14, girls, 2019", 1100],
    ["two-visit treatments for stings, men 65 and older, 2019", 8],
    ["2-visit treatments for stings, men 65 and older, 2019", 8],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });

  test.each([
    "treatments of girls under 3 for stings in 2019",
    "falls treatments of 6 to 14 year old girls in 2019",
    "treatments for falls of men aged 75 and over in 2019",
    "three-visit treatments for stings, men 65 and older, 2019",
  ])("that is not held: %s", (question) => expect(told(desk, question).status).not.toBe("answered"));
});
