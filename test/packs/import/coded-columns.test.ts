import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { deskOver, emptyDataFolder, importInto, told } from "./import-into.ts";

const folder = emptyDataFolder();
afterAll(folder.remove);

const pack = join(folder.scratch, "ferry-subsidies");
mkdirSync(pack);
const field = (name: string, description: string) => ({ name, type: "number", description });
writeFileSync(
  join(pack, "datapackage.json"),
  JSON.stringify({
    name: "ferry-subsidies",
    title: "Ferry Subsidies by countries",
    resources: [
      {
        name: "data",
        path: "data.csv",
        schema: {
          fields: [
            { name: "LOCATION", type: "string", description: "Country code" },
            { name: "TIME", type: "year" },
            field("PC_GDP", "% of GDP"),
            field("USD_CAP", "in USD per capita (at current prices)"),
            field("TOTAL_PAID", "Total subsidies in millions"),
          ],
        },
      },
    ],
  }),
);
writeFileSync(
  join(pack, "data.csv"),
  "LOCATION,TIME,PC_GDP,USD_CAP,TOTAL_PAID\nNOR,2010,1.5,120.5,600.25\nNOR,2011,1.6,130,650\nSWE,2010,1.1,90,500\nSWE,2011,1.2,95,510\nDNK,2011,1.3,99,300\n",
);
importInto(folder.data, pack);
const desk = deskOver(folder.data);

describe("a column that is called by a code is what its description says of the table's subject", () => {
  test.each([
    ["ferry subsidies as a share of GDP in Norway in 2010", 1.5, "percent"],
    ["ferry subsidies per person in Norway in 2010", 120.5, "usd per capita"],
    ["total ferry subsidies in Norway in 2011", 650_000_000, "subsidies"],
  ])("%s: %d %s", (question, value, unit) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value, unit });
  });

  test("what is asked for each head is never told in all", () => {
    expect(told(desk, "total ferry subsidies per head in Norway in 2011").value).not.toBe(650_000_000);
  });
});
