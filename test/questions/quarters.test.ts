import { afterAll, describe, expect, test } from "vitest";
import { plainText } from "../../src/desk.ts";
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

describe("shares of a whole that is added up", () => {
  const shareOf = (text: string) => {
    const { answer } = desk.ask({ text, askedOn: TEST_DAY }, null);
    const [value] = answer.values;
    return [answer.status, value?.value, value?.derived?.formula, value?.period.label];
  };
  const year = [4, 5, 6, 7].map((quarter) => crews(1, quarter));

  test.each<readonly [string, number, readonly number[], string]>([
    ["what share of Tollmere's 2022 crews moored in the third quarter", crews(1, 6), year, "Q3 2022"],
    ["what share of the 2022 crews of Tollmere came in Q3", crews(1, 6), year, "Q3 2022"],
    [
      "of all crews in the three ports in Q1 2021, what percentage were in Tollmere?",
      crews(1, 0),
      [0, 1, 2].map((port) => crews(port, 0)),
      "Q1 2021",
    ],
  ])("%s", (text, part, ...[whole, period]) => {
    const sum = whole.reduce((all, one) => all + one, 0);
    const share = Math.round((10_000 * part) / sum) / 100;
    const [status, value, formula, label] = shareOf(text);
    expect([status, value, label]).toEqual(["answered", share, period]);
    for (const one of whole) expect(formula).toContain(String(one));
  });

  test("of all three, the whole says that it was added up", () => {
    const { message } = desk.ask(
      {
        text: "of all crews in the three ports in Q1 2021, what percentage were in Tollmere?",
        askedOn: TEST_DAY,
      },
      null,
    );
    expect(plainText(message)).toContain("all 3 added up");
  });

  test("the year that tells which quarter is not told itself", () => {
    expect(answered("in 2022, how many crews moored in Brackwater in the third quarter")).toEqual(
      each([crews(0, 6)]),
    );
  });

  test.each([
    "of all crews in the four ports in Q1 2021, what percentage were in Tollmere?",
    "what share of the berth occupancy of Tollmere in 2022 came in the third quarter",
    "what share of the average berth price of Tollmere in 2022 came in the third quarter",
  ])("%s: no share", (text) => {
    expect(shareOf(text)[1]).not.toBeCloseTo(33.33);
    expect(shareOf(text)[2] ?? null).toBeNull();
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
