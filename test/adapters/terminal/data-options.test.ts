import { expect, test } from "vitest";
import { type ReadDataOptions, readDataOptions } from "../../../adapters/terminal/data-options.ts";

const task = (words: string): ReadDataOptions =>
  readDataOptions(words.split(" ").filter((word) => word !== ""));

test.each<readonly [words: string, read: ReadDataOptions]>([
  ["validate", { kind: "task", task: { kind: "validate", data: null } }],
  ["validate --data elsewhere", { kind: "task", task: { kind: "validate", data: "elsewhere" } }],
  ["verify", { kind: "task", task: { kind: "verify", data: null, archive: null } }],
  ["verify --archive texts", { kind: "task", task: { kind: "verify", data: null, archive: "texts" } }],
  [
    "verify --archive texts --data elsewhere",
    { kind: "task", task: { kind: "verify", data: "elsewhere", archive: "texts" } },
  ],
])("data %s is understood", (words, read) => {
  expect(task(words)).toEqual(read);
});

test.each([
  ["", "a command is missing: validate, verify --archive DIR, or import PATH"],
  ["check", "unknown command 'check'"],
  ["validate --archive texts", "unknown option '--archive'"],
  ["validate --data", "option '--data <dir>' argument missing"],
  ["validate data", "too many arguments for 'validate'. Expected 0 arguments but got 1."],
  ["--data elsewhere", "unknown option '--data'"],
])("data %s is answered with: %s", (words, problem) => {
  expect(task(words)).toEqual({ kind: "wrong", problem });
});

test.each(["--help", "help", "verify --help"])("data %s explains itself", (words) => {
  expect(task(words)).toEqual({ kind: "help", text: expect.stringContaining("Usage: data") });
});
