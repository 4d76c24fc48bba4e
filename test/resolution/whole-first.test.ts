import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { deskOver, emptyDataFolder, importInto, told } from "../packs/import/import-into.ts";

const folder = emptyDataFolder();
afterAll(folder.remove);

const pack = join(folder.scratch, "harbour-jobs");
mkdirSync(pack);
writeFileSync(
  join(pack, "datapackage.json"),
  JSON.stringify({
    name: "harbour-jobs",
    title: "Harbour traffic and jobs",
    resources: [
      {
        name: "jobs",
        path: "jobs.csv",
        schema: {
          fields: [
            { name: "year", type: "year" },
            { name: "total_ferry_passengers", type: "integer", title: "Total ferry passengers" },
            { name: "domestic_ferry_passengers", type: "integer", title: "Domestic ferry passengers" },
            { name: "foreign_ferry_passengers", type: "integer", title: "Foreign ferry passengers" },
            { name: "unemployed", type: "integer", title: "Unemployed" },
            { name: "unemployed_percent", type: "number", title: "Unemployed % of labor force" },
            { name: "vacancies", type: "integer", title: "Vacancies" },
          ],
        },
      },
    ],
  }),
);
writeFileSync(
  join(pack, "jobs.csv"),
  `year,total_ferry_passengers,domestic_ferry_passengers,foreign_ferry_passengers,unemployed,unemployed_percent,vacancies
1890,900,600,300,50,4.1,7
2021,9000,6000,3000,510,5.1,70
2022,9900,6100,3800,490,4.9,80
`,
);
importInto(folder.data, pack);
const desk = deskOver(folder.data);

describe("the whole comes before its parts where no part is said", () => {
  test.each([
    ["ferry passengers in 2022", 9900],
    ["how many ferry passengers were there in 2021", 9000],
    ["domestic ferry passengers in 2022", 6100],
    ["foreign passengers in 2021", 3000],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });
});

describe("a rate is no count", () => {
  test.each([
    ["unemployment rate in 2022", 4.9],
    ["how many unemployed in 2022", 490],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });

  test.each(["vacancy rate in 2022", "rate of vacancies in 2021"])("%s is not held", (question) => {
    expect(told(desk, question).status).not.toBe("answered");
  });
});

describe("a year of four digits before 1900 is one where it stands as one", () => {
  test.each([
    ["ferry passengers in 1890", "answered"],
    ["ferry passengers in 1880", "not_found"],
  ])("%s: %s", (question, status) => {
    expect(told(desk, question).status).toBe(status);
  });
});
