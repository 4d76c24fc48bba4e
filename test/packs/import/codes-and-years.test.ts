import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { CalendarDate } from "../../../src/desk.ts";
import { yearStartTold } from "../../../src/packs/import/year-start.ts";
import { deskOver, emptyDataFolder, importInto, told } from "./import-into.ts";

// Codes that another table explains, rows that say how good they are, financial years, and a whole in the title.

const TODAY = "2026-11-21" as CalendarDate;
const folder = emptyDataFolder();
afterAll(folder.remove);

const pack = join(folder.scratch, "rescues");
mkdirSync(pack);
const write = (file: string, lines: readonly string[]): void =>
  writeFileSync(join(pack, file), `${lines.join("\n")}\n`);
const field = (name: string, more: object = {}) => ({ name, type: "string", ...more });

writeFileSync(
  join(pack, "datapackage.json"),
  JSON.stringify({
    name: "rescues",
    title: "Rescues recorded by lifeboats in Tarland, by station and kind",
    description: "Financial years run from 1 April to 31 March.",
    resources: [
      {
        name: "rescues",
        path: "rescues.csv",
        schema: {
          primaryKey: ["year", "station_code", "kind"],
          foreignKeys: [{ fields: "station_code", reference: { resource: "stations", fields: "code" } }],
          fields: [
            field("year", { title: "Financial year" }),
            field("station_code"),
            field("kind", { description: "YA = Yachts; SU = Surfers; ALL = All kinds" }),
            { name: "n", type: "integer", title: "Rescues recorded" },
            { name: "hurt", type: "integer", title: "People injured" },
            { name: "rate", type: "number", title: "Rescues per 1,000 boats" },
            field("status"),
          ],
        },
      },
      {
        name: "stations",
        path: "stations.csv",
        schema: { fields: [field("code"), field("name"), field("description")] },
      },
    ],
  }),
);
write("stations.csv", [
  "code,name,description",
  "S1,Whitby Sands,the oldest of the stations on this coast",
  "S2,Sands,a small one",
  "S3,Holm Point,a large one",
  "S0,Tarland,all of them",
]);
const years = ["2018/19", "2019/20", "2020/21"];
write("rescues.csv", [
  "year,station_code,kind,n,hurt,rate,status",
  ...years.flatMap((year, at) =>
    (
      [
        ["S1", 10, 30],
        ["S2", 20, 40],
        ["S3", 30, 50],
        ["S0", 100, 200],
      ] as const
    ).flatMap(([code, ya, su]) => [
      `${year},${code},YA,${ya + at},1,0.${at + 1},${at === 2 ? "p" : ""}`,
      `${year},${code},SU,${su + at},2,0.${at + 2},${at === 2 ? "p" : ""}`,
      `${year},${code},ALL,${ya + su + 2 * at},3,0.${at + 3},`,
    ]),
  ),
]);
const imported = importInto(folder.data, pack);
if (!imported.ok) throw new Error(imported.lines.join("\n"));
const desk = deskOver(folder.data);

describe("codes that another table or their column's description explains", () => {
  test.each([
    ["how many yachts were rescued at Holm Point in 2019/20", 31],
    ["rescues of surfers at Whitby Sands, 2018-19", 30],
    ["surfers, Whitby Sands, 2018-19", 30],
    ["rescues at Holm Point in the year to March 2021", 84],
    ["rescues in fiscal 2020 at Holm Point", 82],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });

  test("what describes a station is no name of it", () => {
    expect(imported.lines).toContain("  station description: left out: it describes station name");
  });

  test("a row's status sets no rows apart, and need not be said", () => {
    expect(imported.lines).toContain("  status: left out: it says something of a row, and sets none apart");
    expect(told(desk, "surfers at Holm Point in 2020/21")).toMatchObject({ status: "answered", value: 52 });
  });
});

describe("what is meant where little is said", () => {
  test("the whole that the title names, and what it says that the package is of", () => {
    expect(told(desk, "rescues in Tarland in 2019/20")).toMatchObject({ status: "answered", value: 302 });
    expect(told(desk, "yachts in 2019/20")).toMatchObject({ status: "answered", value: 101 });
  });

  test("what is told beside it has to be said", () => {
    expect(told(desk, "people injured on yachts at Holm Point in 2019/20")).toMatchObject({ value: 1 });
  });

  test("a rate by its kind", () => {
    expect(told(desk, "the rescue rate of surfers at Holm Point in 2019/20")).toMatchObject({
      value: 0.3,
      unit: "rescues per 1,000 boats",
    });
  });

  test.each(["rescues at Holm Point in 2021/22", "rescues at North Point in 2019/20"])(
    "%s is not held",
    (question) => {
      expect(told(desk, question).status).not.toBe("answered");
    },
  );
});

describe("a name inside a longer one", () => {
  test("is said by itself where its word stands there twice", () => {
    expect(told(desk, "Whitby Sands and Sands combined: surfers in 2018/19")).toMatchObject({
      status: "answered",
      value: 70,
    });
  });

  test("and is not where it stands there once", () => {
    expect(told(desk, "surfers at Whitby Sands in 2018/19").value).toBe(30);
  });
});

describe("a share of what two groups are named for", () => {
  test.each([
    ["what share of all rescues at Holm Point in 2018/19 were of yachts", 37.5],
    ["what percentage of surfers rescued in 2018/19 were at Holm Point", 25],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value, unit: "percent" });
  });
});

describe("what is left, and what several are together", () => {
  test.each([
    ["rescues outside Holm Point in 2018/19", 220],
    ["rescues in FY 2019/20 at Holm Point", 82],
    ["rescues of yachts per thousand boats at Holm Point in 2019/20", 0.2],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });

  test.each([
    ["is it true that there were 80 rescues outside Holm Point in 2018/19", 80],
    ["how did rescues outside Holm Point change from 2018/19 to 2020/21", 4],
  ])("%s is not answered with what is left out", (question, leftOut) => {
    expect(told(desk, question).value).not.toBe(leftOut);
  });

  test("a year to begin with is no year alone", () => {
    const { answer } = desk.ask({ text: "surfers at Holm Point since 2019/20", askedOn: TODAY }, null);
    expect(answer.values.map(({ value }) => value)).toEqual([51, 52]);
  });

  test("so many of one for each of another are neither of the two", () => {
    expect(told(desk, "for each yacht how many surfers were rescued at Holm Point in 2019/20").status).toBe(
      "not_found",
    );
  });
});

describe("the month in which years begin that end in the next", () => {
  test.each([
    ["Financial years run from 1 April to 31 March.", 4],
    ["Academic year (September to August)", 9],
    ["Academic year, 1 August 2015 until 31 July", 8],
    ["Years ending 30 June", 7],
    ["July–June", 7],
    ["From April to September of each year", null],
    ["Calendar years", null],
  ])("%s: %s", (text, month) => {
    expect(yearStartTold([null, text])).toBe(month);
  });
});
