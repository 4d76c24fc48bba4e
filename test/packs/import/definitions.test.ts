import { afterAll, describe, expect, test } from "vitest";
import type { CalendarDate } from "../../../src/desk.ts";
import { emptyDataFolder, told } from "./import-into.ts";
import { deskOn } from "./made-up.ts";

// What a measure's description says is how people ask for it; what is not said is asked back.

const folder = emptyDataFolder();
afterAll(folder.remove);

const TOWNS = ["Wexcombe", "Aldermoor", "Tarnholt", "Northland"];

const desk = deskOn(folder, {
  name: "moorings",
  title: "Moorings, fees and new piers in harbour towns",
  description:
    "Berths that stand vacant, mooring fees and piers begun in three harbour towns and in Northland as a whole.",
  outlet: "Harbour Statistics Board",
  fields: [
    { name: "town", type: "string", title: "Metropolitan area" },
    { name: "year", type: "year" },
    {
      name: "fee",
      type: "integer",
      title: "Average fee, two-mast boat",
      description: "Average monthly fee of a berth for a two-mast boat, Norwegian kroner",
    },
    {
      name: "vac",
      type: "number",
      title: "Vacancy rate",
      description: "Share of berths at public piers that were vacant and could be let, percent",
    },
    {
      name: "starts",
      type: "integer",
      title: "Pier starts",
      description: "Piers, of all kinds, on which construction began in the year",
    },
  ],
  rows: TOWNS.flatMap((town, at) =>
    [2019, 2020].map((year) => [
      town,
      year,
      1000 + 10 * at + (year - 2019),
      2.5 + at,
      40 + 5 * at + (year - 2019),
    ]),
  ),
});

describe("by the words of its definition, and their kin", () => {
  test.each([
    ["What percentage of berths stood empty in Wexcombe in 2019?", 2.5, "percent"],
    ["share of berths sitting empty in Aldermoor, 2020", 3.5, "percent"],
    ["on how many piers did construction begin in Tarnholt in 2019", 50, "starts"],
    ["how many piers did builders start on in Tarnholt in 2020", 51, "starts"],
    ["what did a berth for a two-mast boat cost a month in Wexcombe in 2019", 1000, "nok"],
    ["fee for a 2 mast boat in Aldermoor in 2020", 1011, "nok"],
    ["how much dearer was the fee in Aldermoor than in Wexcombe in 2019", 10, "nok"],
    ["average fee as a whole in Northland, 2020", 1031, "nok"],
    ["average fee nationwide, 2020", 1031, "nok"],
    ["pier starts in Wexcombe City in 2019", 40, "starts"],
    ["which city had the most pier starts in 2019?", 50, "starts"],
  ])("%s: %d %s", (question, value, unit) => {
    expect(told(desk, question)).toMatchObject({ status: "answered", value, unit });
  });

  test.each([
    ["another number in the name", "average fee of a one-mast boat in Wexcombe in 2019"],
    ["what was ended, and not begun", "how many piers were finished in Wexcombe in 2019"],
    ["a count of what is paid for", "how many fees were there in Wexcombe in 2019"],
    ["what the definition only speaks of", "how many berths are there in Wexcombe in 2019"],
  ])("not %s: %s", (_name, question) => expect(told(desk, question).status).not.toBe("answered"));
});

describe("where only a place is named", () => {
  test.each(["What's Wexcombe's number for 2019?", "harbour figure for Aldermoor 2020", "Tarnholt 2019"])(
    "%s: each measure is offered",
    (text) => {
      const { answer } = desk.ask({ text, askedOn: "2026-11-21" as CalendarDate }, null);
      expect(answer.status).toBe("clarify");
      expect(answer.options).toHaveLength(3);
    },
  );
});
