import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = "ICE made 113,431 arrests in fiscal 2024.";
const file = join(folder, "draft.txt");
writeFileSync(file, TEXT);

const check = (words: readonly string[], input = "") => {
  const ran = spawnSync(process.execPath, ["adapters/terminal/check-cli.ts", ...words], {
    encoding: "utf8",
    env: { HOME: folder },
    input,
  });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
};

test("a file is checked for a person, with the receipt", () => {
  const { status, out, err } = check([file]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toContain("1 number checked: 1 matches.");
  expect(out).toContain("The Washington Times");
});

test("standard input is checked for a program, as one object on one line", () => {
  const { status, out } = check(["--json", "--now", "2025-03-20"], TEXT);
  expect(status).toBe(0);
  expect(out).toMatch(/^[^\n]+\n$/u);
  expect(JSON.parse(out)).toMatchObject({
    status: "checked",
    counts: { matches: 1 },
    numbers: [
      {
        text: "113,431",
        at: [9, 16],
        paragraph: 1,
        verdict: "matches",
        held: { value: 113431, label: "ICE arrests", period: { label: "FY2024" } },
        instead: null,
        citations: [{ source: "washtimes-ice-docket", paragraph: 6, asPrinted: "113,431" }],
      },
    ],
    readUpTo: null,
  });
});

describe("a call that is wrong ends with status 2 and one line", () => {
  test.each([[[join(folder, "gone.txt")]], [[folder]], [["--now", "soon"]]])("%j", (words) => {
    const { status, out, err } = check(words);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^[^\n]+\n$/u);
  });
});
