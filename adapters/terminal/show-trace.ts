import type { Replied } from "../../src/desk.ts";
import { neutralise } from "./neutralise.ts";

/** JSON knows no maps, sets or undefined; a trace is to show that something was there. */
const readable = (_key: string, value: unknown): unknown => {
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value];
  return value;
};

/** Each step's name and value as JSON that a person can read: "── parse", then the value, and so on. */
export const showTrace = (trace: Replied["trace"]): string =>
  trace
    .flatMap(({ step, value }) => [
      `── ${step}`,
      ...(JSON.stringify(value, readable, 2) ?? "null").split("\n"),
    ])
    .map((line) => `${neutralise(line)}\n`)
    .join("");
