import { expect, test } from "vitest";
import { isLeaving, readCommand } from "../../../adapters/terminal/commands.ts";

test.each([
  ["help", "help"],
  ["  Sources ", "sources"],
  ["TOPICS", "topics"],
  ["help me with ferries", null],
  ["what are your sources", null],
  ["", null],
  ["2", null],
])("%j is the command %s", (line, command) => {
  expect(readCommand(line)).toBe(command);
});

test.each([
  ["quit", true],
  [" EXIT ", true],
  ["how many people quit", false],
  ["exit polls", false],
])("%j leaves: %s", (line, leaves) => {
  expect(isLeaving(line)).toBe(leaves);
});
