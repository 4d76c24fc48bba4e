import { expect, test } from "vitest";
import { sparkline } from "../../../adapters/terminal/sparkline.ts";
import type { Chart } from "../../../src/desk.ts";

const chart = (values: readonly number[], change: Partial<Chart["points"][number]> = {}): Chart => ({
  kind: "time",
  title: "Ferries",
  unit: "trips",
  scale: null,
  points: values.map((value, at) => ({
    series: "Ferries",
    period: String(2019 + at),
    at,
    value,
    valueMax: null,
    said: "",
    isHedged: false,
    isPartial: false,
    ...change,
  })),
  sources: [],
  alt: "",
});

test("rises and falls with the figures, from the lowest to the highest", () => {
  expect(sparkline(chart([0, 7, 3.5]))).toBe("▁█▅  2019 … 2021");
});

test("is flat where the figures are", () => {
  expect(sparkline(chart([5, 5, 5]))).toBe("▁▁▁  2019 … 2021");
});

test("has a line for each series, all on one scale", () => {
  const both = {
    ...chart([0, 7, 0]),
    points: [
      ...chart([0, 7, 0], { series: "North" }).points,
      ...chart([7, 7, 7], { series: "South" }).points,
    ],
  };
  expect(sparkline(both)).toBe("▁█▁  North\n███  South");
});

test("is not drawn for one period", () => {
  expect(sparkline({ ...chart([1, 2, 3]), kind: "bars" })).toBe("");
});
