import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { findReceipt, openArchive } from "../../src/packs/archive.ts";
import { BRIDGES_ARCHIVE } from "./pack-folder.ts";

describe("the receipt", () => {
  const text = openArchive(BRIDGES_ARCHIVE)("bridges.txt") ?? "";

  test.each<readonly [paragraph: number, asPrinted: string, sentence: string]>([
    [
      1,
      "7.6 million",
      "More than 7.6 million vehicles crossed, the J. D. Office said, and 7.6 million is a record.",
    ],
    [2, "3,800,000", "In 2023 it was 3,800,000, a fall of 50%."],
    [3, "six or seven", "One clerk saw six or seven on the old bridge."],
    [4, "$175 million", "The town wants $175 million, not thousands."],
  ])("of paragraph %i, “%s”, is the sentence “%s”", (paragraph, asPrinted, sentence) => {
    expect(findReceipt(text, paragraph, asPrinted)).toEqual({ kind: "found", sentence });
  });

  test.each<readonly [what: string, paragraph: number, asPrinted: string]>([
    ["another paragraph", 2, "7.6 million"],
    ["a part of a longer number", 2, "800,000"],
    ["a paragraph past the end", 9, "7.6 million"],
    ["a paragraph before the start", 0, "7.6 million"],
    ["a number that is printed otherwise", 2, "3.8 million"],
  ])("is not found in %s", (_what, paragraph, asPrinted) => {
    expect(findReceipt(text, paragraph, asPrinted)).toEqual({ kind: "not_found" });
  });

  test.each([
    [
      "It closed. Dr. Lee of the U.S. Office saw 12 open. Then rain.",
      "Dr. Lee of the U.S. Office saw 12 open.",
    ],
    ["“They were 12,” he said. “It rained.”", "“They were 12,” he said."],
    ["2014 | 12 | 13 |", "2014 | 12 | 13 |"],
    ["Were there 12? Nobody knows.", "Were there 12?"],
    ["The last of them was 12", "The last of them was 12"],
  ])("in “%s” is “%s”", (paragraph, sentence) => {
    expect(findReceipt(paragraph, 1, "12")).toEqual({ kind: "found", sentence });
  });
});

describe("the archive", () => {
  const folderWith = (files: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(join(tmpdir(), "archive-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  };

  test("gives a file's text", () => {
    expect(openArchive(folderWith({ "a.txt": "12 boats" }))("a.txt")).toBe("12 boats");
  });

  test.each([
    "../secret.txt",
    "inner/../../secret.txt",
    "/etc/hostname",
    "link.txt",
    "inner",
    ".",
    "",
    "no.txt",
    "a\0b",
  ])("does not give %j", (file) => {
    const outside = folderWith({ "secret.txt": "not yours" });
    const folder = join(outside, "archive");
    mkdirSync(join(folder, "inner"), { recursive: true });
    symlinkSync(join(outside, "secret.txt"), join(folder, "link.txt"));
    expect(openArchive(folder)(file)).toBeNull();
  });

  test("does not give files of a folder whose name only starts alike", () => {
    const outside = folderWith({});
    mkdirSync(join(outside, "archive"));
    mkdirSync(join(outside, "archive-private"));
    writeFileSync(join(outside, "archive-private", "a.txt"), "not yours");
    expect(openArchive(join(outside, "archive"))("../archive-private/a.txt")).toBeNull();
  });

  test("has nothing where the folder is not there", () => {
    expect(openArchive("/no/such/folder")("a.txt")).toBeNull();
  });

  test("gives a file as it now stands after it was edited", () => {
    const folder = folderWith({ "a.txt": "12 boats" });
    const archive = openArchive(folder);
    expect(archive("a.txt")).toBe("12 boats");
    writeFileSync(join(folder, "a.txt"), "13 boats");
    utimesSync(join(folder, "a.txt"), 1, 1);
    expect(archive("a.txt")).toBe("13 boats");
  });
});
