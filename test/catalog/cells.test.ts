import { describe, expect, test } from "vitest";
import { cell } from "../../src/catalog/cells.ts";

type Column = Exclude<keyof typeof cell, "oneOf">;

describe("a cell that can be read", () => {
  test.each<readonly [column: Column, text: string, value: unknown]>([
    ["number", "113431", 113_431],
    ["number", "0.5", 0.5],
    ["number", "-3", -3],
    ["optionalNumber", "0", 0],
    ["optionalNumber", "", null],
    ["wholeNumber", "12", 12],
    ["day", "2024-02-29", "2024-02-29"],
    ["optionalDay", "", null],
    ["ids", "", []],
    ["ids", "a; b ;c", ["a", "b", "c"]],
    ["memberKeys", "status=open; bridge=old", ["bridge=old", "status=open"]],
    ["optionalText", "", null],
    ["url", "https://example.org/a?b=c", "https://example.org/a?b=c"],
    ["fileName", "000_6e8fc8.txt", "000_6e8fc8.txt"],
    ["anyId", "bridge=old", "bridge=old"],
  ])("of %s, “%s” is %j", (column, text, value) => {
    expect(cell[column].safeParse(text)).toEqual({ success: true, data: value });
  });
});

describe("a cell that cannot be read", () => {
  test.each<readonly [column: Column, text: string]>([
    ["number", "1e5"],
    ["number", "7.6 million"],
    ["number", ".5"],
    ["number", "NaN"],
    ["number", ""],
    ["wholeNumber", "1.5"],
    ["wholeNumber", "-1"],
    ["day", "2023-02-29"],
    ["day", "29.2.2024"],
    ["day", "2024-2-9"],
    ["id", "bridge=old"],
    ["id", ""],
    ["memberKeys", "bridge=old=new"],
    ["text", ""],
    ["url", "example.org"],
    ["url", "file:///etc/passwd"],
    ["fileName", "a/b.txt"],
    ["fileName", "a\\b.txt"],
    ["fileName", ".."],
  ])("of %s, “%s”, says what was expected", (column, text) => {
    const { success, error } = cell[column].safeParse(text);
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).not.toMatch(/^Invalid|^$/);
  });
});
