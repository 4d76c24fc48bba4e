import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Chart, ChartPoint } from "../../src/chart/chart.ts";
import { drawChart } from "../../src/chart/draw-chart.ts";
import { toVegaLite } from "../../src/chart/to-vega-lite.ts";

const point = (number: number, change: Partial<ChartPoint> = {}): ChartPoint => ({
  series: "Ferries",
  period: String(number),
  at: Date.UTC(number, 6, 1),
  value: number,
  valueMax: null,
  said: `${number} trips`,
  isHedged: false,
  isPartial: false,
  ...change,
});

const chart = (change: Partial<Chart> = {}): Chart => ({
  kind: "time",
  title: "Ferries",
  unit: "trips",
  scale: null,
  points: [point(2019), point(2020), point(2021)],
  sources: ["The Harbour Post, published 20 December 2024 (inferred)"],
  alt: "",
  ...change,
});

const written = (one: Chart): string => JSON.stringify(toVegaLite(one));

/** How many different colours a picture has, from its own bytes: 8 bits for each of red, green, blue and cover. */
const coloursIn = (png: Uint8Array): { readonly width: number; readonly colours: number } => {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const rows = inflateSync(Buffer.concat(parts));
  const seen = new Set<number>();
  for (let at = 1; at + 4 <= rows.length; at += 4) seen.add(rows.readUInt32BE(at));
  return { width: bytes.readUInt32BE(16), colours: seen.size };
};

describe("a picture", () => {
  test.each<readonly [string, Partial<Chart>]>([
    ["of a series", {}],
    ["of a series with a gap", { points: [point(2001), point(2002), point(2009)] }],
    [
      "of several lines",
      { points: ["A", "B"].flatMap((series) => [2019, 2020, 2021].map((at) => point(at, { series }))) },
    ],
    [
      "of bars",
      {
        kind: "bars",
        points: [point(3, { series: "North" }), point(2, { series: "South" }), point(1, { series: "West" })],
      },
    ],
    [
      "of what means to be obeyed",
      { title: "<script>&'\"", points: [1, 2, 3].map((at) => point(at, { period: `</text>${at}` })) },
    ],
  ])("%s is a PNG with something in it", async (_name, change) => {
    const png = await drawChart(chart(change));
    expect(Buffer.from(png).toString("latin1", 1, 4)).toBe("PNG");
    const { width, colours } = coloursIn(png);
    expect(width).toBeGreaterThan(1000);
    expect(colours).toBeGreaterThan(50);
  });

  test("says its title, unit and source", () => {
    const text = written(chart());
    for (const part of [
      "Ferries",
      "trips",
      "Source: The Harbour Post, published 20 December 2024 (inferred)",
    ])
      expect(text).toContain(part);
  });

  test("marks what is not whole, and says what it is", () => {
    const part = point(2022, { period: "2022 (through July)", isPartial: true });
    const text = written(chart({ points: [point(2020), point(2021), part] }));
    expect(text).toContain('"2022*"');
    expect(text).toContain("* Not a whole period: 2022 (through July)");
  });

  test("says each hedge", () => {
    const hedged = point(2021, { isHedged: true, said: "about 2,021 trips" });
    expect(written(chart({ points: [point(2019), point(2020), hedged] }))).toContain(
      "Printed as: about 2,021 trips (2021)",
    );
  });

  test("says where its axis does not begin at zero", () => {
    const many = Array.from({ length: 30 }, (_, at) => point(1990 + at, { value: 1000 + at }));
    expect(written(chart({ points: many }))).toContain("The axis does not begin at zero.");
    expect(written(chart())).not.toContain("does not begin at zero");
  });
});

test("pictures asked for at once all come", async () => {
  const drawn = await Promise.all([1, 2, 3].map((at) => drawChart(chart({ title: `Ferries ${at}` }))));
  expect(new Set(drawn.map((png) => Buffer.from(png).toString("base64"))).size).toBe(3);
});
