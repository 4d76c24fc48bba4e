import { afterAll, describe, expect, test } from "vitest";
import { TEST_DAY } from "../fixtures/test-desk.ts";
import { emptyDataFolder } from "../packs/import/import-into.ts";
import { deskOn } from "../packs/import/made-up.ts";

const folder = emptyDataFolder();
afterAll(folder.remove);

const PORTS = ["Brackwater", "Tollmere", "Holm Point"];
const QUARTERS = [2021, 2022, 2023].flatMap((year) => [1, 2, 3, 4].map((number) => ({ year, number })));
/** Of the first port in the first quarter of 2021; each quarter and each port has more than the one before. */
const crews = (port: number, quarter: number): number => 1000 + 10 * quarter + 500 * port;

const desk = deskOn(folder, {
  name: "marinas-quarterly",
  title: "Marinas in three ports, quarterly",
  fields: [
    { name: "port", type: "string", title: "Port" },
    { name: "quarter", type: "string", title: "Quarter", description: "Calendar quarter, YYYY-Qn" },
    {
      name: "crews",
      type: "integer",
      title: "Crews moored",
      description: "Crews that tied up in the quarter",
    },
    {
      name: "nights",
      type: "integer",
      title: "Nights afloat",
      description: "Nights spent aboard by moored crews",
    },
    {
      name: "occ_pct",
      type: "number",
      title: "Berth occupancy",
      description: "Share of available berths occupied, in percent",
    },
    {
      name: "price_eur",
      type: "number",
      title: "Average berth price",
      description: "Average price paid for an occupied berth per night, in euros",
    },
    {
      name: "revenue_eur",
      type: "integer",
      title: "Berth revenue",
      description: "Revenue from berths, in euros",
    },
  ],
  rows: PORTS.flatMap((port, p) =>
    QUARTERS.map(({ year, number }, q) => [
      port,
      `${year}-Q${number}`,
      crews(p, q),
      3 * crews(p, q),
      30 + q + 10 * p,
      40.5 + q - 3 * p,
      100_000 + 1000 * q + 7000 * p,
    ]),
  ),
});

const answered = (text: string) => {
  const { answer } = desk.ask({ text, askedOn: TEST_DAY }, null);
  return { status: answer.status, values: answer.values.map(({ value }) => value) };
};
const each = (values: readonly number[]) => ({ status: "answered", values });

describe("periods over quarterly figures", () => {
  test.each<readonly [string, readonly number[]]>([
    ["crews moored in Brackwater in the first three months of 2022", [crews(0, 4)]],
    ["crews moored in Brackwater in summer 2022, July to September", [crews(0, 6)]],
    ["crews moored in Brackwater in the storm quarter, 2022 Q3", [crews(0, 6)]],
    ["crews moored in Brackwater, third quarter of every year from 2021 to 2022", [crews(0, 2), crews(0, 6)]],
    ["crews moored in Brackwater in Q3 of each year", [crews(0, 2), crews(0, 6), crews(0, 10)]],
    [
      "adding up the four quarters, how many crews moored in Brackwater in 2022",
      [[4, 5, 6, 7].reduce((sum, quarter) => sum + crews(0, quarter), 0)],
    ],
  ])("%s", (text, values) => expect(answered(text)).toEqual(each(values)));

  test("of a year that has four quarters no three were added up", () => {
    expect(answered("how many crews moored in Brackwater in the three quarters of 2022").status).not.toBe(
      "answered",
    );
  });
});

describe("one of several measures that are called alike", () => {
  test.each<readonly [string, number]>([
    ["marina crews in Tollmere, Q1 2021", crews(1, 0)],
    ["what did Tollmere marinas take in from berths in Q1 2021", 107_000],
    ["how much money did Tollmere marinas make from berths in Q1 2021", 107_000],
    ["how full were the marinas of Tollmere in Q1 2021", 40],
    ["which port had the fullest marinas in Q1 2021", 50],
    ["in which port were marina berths most expensive in Q1 2021", 40.5],
  ])("%s: %d", (text, value) => {
    const { status, values } = answered(text);
    expect([status, values[0]]).toEqual(["answered", value]);
  });

  test("84% full is a claim about occupancy", () => {
    const { answer } = desk.ask(
      {
        text: "Draft: 'Marinas in Tollmere were 84% full in the first quarter of 2021.' ok?",
        askedOn: TEST_DAY,
      },
      null,
    );
    expect(answer.verdict).toBe("contradicted");
  });

  test("a full year is no full marina", () => {
    expect(answered("marinas in Tollmere, full year 2022").status).not.toBe("answered");
  });
});
