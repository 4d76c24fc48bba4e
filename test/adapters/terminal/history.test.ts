import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHistory } from "../../../adapters/terminal/history.ts";
import { TERMINAL } from "../../../adapters/terminal/limits.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "history-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("questions of an earlier session come back, the newest first", () => {
  const first = openHistory(join(folder, "state"));
  first.add("one");
  first.add("two");
  expect(openHistory(join(folder, "state")).newestFirst).toEqual(["two", "one"]);
});

test.runIf(process.platform !== "win32")(
  "only its owner can read it, also where it was open to others",
  () => {
    writeFileSync(join(folder, "history"), "one\n", { mode: 0o644 });
    openHistory(folder);
    expect(statSync(join(folder, "history")).mode & 0o777).toBe(0o600);
  },
);

test("it does not grow for ever", () => {
  const many = Array.from({ length: TERMINAL.history + 50 }, (_, at) => `question ${at}`);
  writeFileSync(join(folder, "history"), `${many.join("\n")}\n`);
  expect(openHistory(folder).newestFirst).toHaveLength(TERMINAL.history);
  expect(readFileSync(join(folder, "history"), "utf8").trim().split("\n")).toHaveLength(TERMINAL.history);
});

test("a folder that cannot be written to stops nobody", () => {
  writeFileSync(join(folder, "file"), "");
  const history = openHistory(join(folder, "file", "below"));
  expect(() => history.add("one")).not.toThrow();
  expect(history.newestFirst).toEqual([]);
});
