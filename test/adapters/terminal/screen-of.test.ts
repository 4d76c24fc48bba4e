import { expect, test } from "vitest";
import { screenOf } from "../../../adapters/terminal/screen-of.ts";

test.each([
  [{ isTTY: true, columns: 40 }, "auto", { width: 40, colour: true }],
  [{ isTTY: true, columns: 300 }, "auto", { width: 100, colour: true }],
  [{ isTTY: true, columns: 0 }, "auto", { width: 80, colour: true }],
  [{ isTTY: true, columns: 80 }, "never", { width: 80, colour: false }],
  [{}, "auto", { width: Number.POSITIVE_INFINITY, colour: false }],
  [{}, "always", { width: Number.POSITIVE_INFINITY, colour: true }],
] as const)("output %j with colours %s is written as %j", (output, colour, screen) => {
  expect(screenOf(output, colour)).toEqual(screen);
});
