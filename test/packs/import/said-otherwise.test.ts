import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { CalendarDate } from "../../../src/desk.ts";
import { DATASETS, deskOver, emptyDataFolder, importInto, told } from "./import-into.ts";

// What people ask of a table of months and stations, in other words than its own.

const TODAY = "2026-11-21" as CalendarDate;
const folder = emptyDataFolder();
afterAll(folder.remove);
const imported = importInto(folder.data, join(DATASETS, "stations"));
if (!imported.ok) throw new Error(imported.lines.join("\n"));
const desk = deskOver(folder.data);

describe("a part of a name", () => {
  test.each([
    ["passengers at Bramwell in March 2019", 1030],
    ["passengers at Bramwell Terminal in March 2019", 1030],
    ["how many passengers did Castlebridge station have in March 2019", 2060],
    ["passengers at castlebridge in march 2019", 2060],
    ["how many travellers did Castlebridge have in March 2019", 2060],
    ["passengers at North Tarn in March 2019", 390],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });

  test.each([
    ["that two share is asked back", "passengers at Tarn in March 2019", "clarify"],
    ["beside a name that is not held", "passengers at West Tarn in March 2019", "not_found"],
    ["that is an everyday word", "a grand number of passengers at the quay in March 2019", "not_found"],
  ])("%s: %s", (_name, question, status) => {
    expect(told(desk, question).status).toBe(status);
  });
});

describe("a code that is spelt like a word", () => {
  test("is one in capitals", () => {
    expect(told(desk, "passengers at LAX in March 2019")).toMatchObject({ status: "answered", value: 1030 });
  });

  test("and none in small letters", () => {
    expect(told(desk, "a lax station in March 2019").status).toBe("not_found");
  });
});

describe("figures of months, asked for by the year", () => {
  test.each([
    ["passengers at Castlebridge in 2019", 24580],
    ["total passengers at North Tarn in the first quarter of 2019", 1070],
    ["average monthly passengers at South Tarn in 2019", 453.33],
    ["average punctuality at Bramwell in 2019", 86.33],
    ["which station had the most passengers in 2019", 24580],
    ["which month of 2019 had the most passengers at North Tarn", 400],
    ["which year had the most passengers at North Tarn", 4210],
    ["best month of 2019 for passengers at North Tarn", 400],
    ["worst month of 2019 for passengers at North Tarn", 300],
    ["passengers at North Tarn and South Tarn combined in 2019", 9650],
    ["total passengers across all stations in March 2019", 3890],
    ["passengers at the two busiest stations together in March 2019", 3090],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });

  test.each([
    ["a year of which months are missing is none", "passengers at Castlebridge in 2020"],
    ["levels of months are no level of the year", "which station had the highest punctuality in 2019"],
  ])("%s", (_name, question) => {
    expect(told(desk, question).status).toBe("not_found");
  });
});

describe("a rank whose members are not called by name", () => {
  test.each([
    ["where were the most passengers in March 2019?", 2060],
    ["the highest number of passengers in March 2019", 2060],
    ["what three stations had the fewest passengers in March 2019", 390],
  ])("%s: %d", (question, value) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value });
  });
});

test("percentage points are the difference of two percentages", () => {
  expect(
    told(
      desk,
      "by how many percentage points did punctuality at Bramwell rise between January 2019 and March 2019",
    ),
  ).toMatchObject({ status: "answered", value: 10 });
});

test("a thread's figure stands beside that of another group", () => {
  const first = desk.ask({ text: "passengers at South Tarn in March 2019", askedOn: TODAY }, null);
  const { answer } = desk.ask(
    { text: "how many more than North Tarn is that", askedOn: TODAY },
    first.conversation,
  );
  expect(answer.values[0]?.value).toBe(20);
});

test("each member of a dimension is told where each is asked for", () => {
  const { answer } = desk.ask({ text: "passengers by station in March 2019", askedOn: TODAY }, null);
  expect(answer.values.map(({ value }) => value)).toEqual([1030, 2060, 390, 410]);
});
