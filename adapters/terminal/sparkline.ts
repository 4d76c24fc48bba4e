import type { Chart } from "../../src/desk.ts";
import { neutralise } from "./neutralise.ts";

const STEPS = [..."▁▂▃▄▅▆▇█"] as const;

/** One sign for each number, the lowest of all flat and the highest full. */
const signs = (values: readonly number[], [low, high]: readonly [number, number]): string => {
  const reach = high - low || 1;
  const step = (value: number): number => Math.round(((value - low) / reach) * (STEPS.length - 1));
  return values.map((value) => STEPS[step(value)] ?? "").join("");
};

/**
 * How figures go over time, in one line for each series: "▁▁▁▁▂▄▃▁▅█▄  FY2014 to FY2024". Empty for figures of one
 * period, whose table says as much.
 */
export const sparkline = ({ kind, points }: Chart): string => {
  if (kind !== "time") return "";
  const all = points.map(({ value }) => value);
  const ends = [Math.min(...all), Math.max(...all)] as const;
  const lines = [...Map.groupBy(points, ({ series }) => series)];
  const span = `${points[0]?.period ?? ""} … ${points.at(-1)?.period ?? ""}`;
  return lines
    .map(([series, own]) => {
      const name = lines.length === 1 ? span : series;
      return `${signs(
        own.map(({ value }) => value),
        ends,
      )}  ${neutralise(name)}`;
    })
    .join("\n");
};
