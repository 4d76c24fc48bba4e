import type { Reading, Resolution } from "./reading.ts";

/** One reading, or several that are all meant, are an answer; several that only one of is meant are choices. */
export const asSeveral = (readings: readonly Reading[], together: boolean): Resolution => {
  const [first, ...rest] = readings;
  if (first === undefined) return { kind: "not_held", failing: { part: "measure" }, nearest: [] };
  if (rest.length === 0 || together) return { kind: "resolved", readings: [first, ...rest], carried: [] };
  return { kind: "ambiguous", readings };
};
