import { describe, expect, test } from "vitest";
import { readCheckOptions } from "../../../adapters/terminal/check-options.ts";

describe("the words behind check", () => {
  test.each([
    [["draft.txt"], { json: false, now: null, file: "draft.txt" }],
    [[], { json: false, now: null, file: null }],
    [["--json", "--now", "2025-03-20", "a b.txt"], { json: true, now: "2025-03-20", file: "a b.txt" }],
  ])("%j", (words, options) => {
    expect(readCheckOptions(words)).toEqual({ kind: "options", options });
  });

  test.each([[["--now", "2023-02-29"]], [["--jsn"]], [["one.txt", "two.txt"]]])("%j is wrong", (words) => {
    expect(readCheckOptions(words)).toMatchObject({ kind: "wrong" });
  });

  test("--help says what there is", () => {
    const read = readCheckOptions(["--help"]);
    expect(read.kind === "help" && read.text).toContain("--now");
  });
});
