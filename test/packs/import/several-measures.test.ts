import { afterAll, describe, expect, test } from "vitest";
import { emptyDataFolder, told } from "./import-into.ts";
import { deskOn } from "./made-up.ts";

// "Subject" beside several columns of numbers is a group of each of them, and no measure.

const folder = emptyDataFolder();
afterAll(folder.remove);

const desk = deskOn(folder, {
  name: "sailing-exams",
  title: "Sailing examinations by harbour and subject",
  fields: [
    { name: "harbour", type: "string", title: "Harbour" },
    { name: "subject", type: "string", title: "Subject" },
    { name: "year", type: "year" },
    { name: "entries", type: "integer", title: "Entries", description: "Candidates entered" },
    {
      name: "pass_pct",
      type: "number",
      title: "Pass rate (%)",
      description: "Entries that passed, as a percentage of all entries",
    },
    { name: "avg_pts", type: "number", title: "Average points", description: "Mean score of those entered" },
  ],
  rows: ["Brackwater", "Tollmere", "Oxhaven"].flatMap((harbour, h) =>
    ["Knots", "Danish", "Charts"].flatMap((subject, s) =>
      [2019, 2020].map((year) => [harbour, subject, year, 300 + 10 * h + s, 60.5 + h + 2 * s, 30.5 + h]),
    ),
  ),
});

test.each([
  ["entries in knots at Brackwater in 2019", 300, "entries"],
  ["knots pass rate Tollmere 2020", 61.5, "percent"],
  ["average points in charts at Oxhaven in 2019", 32.5, "points"],
  ["which harbour had the best pass rate in charts in 2020", 66.5, "percent"],
  ["Danish entries at Tollmere in 2019", 311, "entries"],
])("%s: %d %s", (question, value, unit) => {
  expect(told(desk, question)).toMatchObject({ status: "answered", value, unit });
});

describe("not answered", () => {
  test.each(["A-level knots entries at Brackwater in 2019", "knots A* rate Tollmere 2020"])(
    "%s",
    (question) => expect(told(desk, question).status).not.toBe("answered"),
  );
});
