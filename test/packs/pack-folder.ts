import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { NumberReader } from "../../src/packs/check-printed.ts";

const BRIDGES = join(import.meta.dirname, "..", "fixtures", "bridges");

/** The folder that holds the texts which the bridges pack cites. */
export const BRIDGES_ARCHIVE = join(import.meta.dirname, "..", "fixtures", "bridges-archive");

export type Edits = Readonly<Record<string, (text: string) => string | null>>;

/** Puts `to` where `from` stands in a file; fails where it does not, so that no edit passes unnoticed. */
export const swap =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`the fixture does not hold ${JSON.stringify(from)}`);
    return text.replace(from, () => to);
  };

/** A line more at the end of a file. */
export const add = (line: string) => (text: string) => `${text}${line}\n`;

/**
 * A data folder of its own with copies of the bridges pack, by folder name, each with its edits; an edit
 * that gives null removes the file. It is gone after the test.
 */
export const dataFolder = (packs: Readonly<Record<string, Edits>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "packs-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, edits] of Object.entries(packs)) {
    const pack = join(folder, name);
    mkdirSync(pack);
    cpSync(BRIDGES, pack, { recursive: true });
    for (const [file, edit] of Object.entries(edits)) {
      const text = edit(readFileSync(join(pack, file), "utf8"));
      if (text === null) rmSync(join(pack, file));
      else writeFileSync(join(pack, file), text);
    }
  }
  return folder;
};

const PRINTED: Readonly<Record<string, { value: number; valueMax?: number; unit?: "percent" | "usd" }>> = {
  "7.6 million": { value: 7_600_000 },
  "3,800,000": { value: 3_800_000 },
  "50%": { value: 50, unit: "percent" },
  "six or seven": { value: 6, valueMax: 7 },
  "12": { value: 12 },
  "13": { value: 13 },
  "$175 million": { value: 175_000_000, unit: "usd" },
  $200: { value: 200, unit: "usd" },
};

/** Reads what the bridges pack prints and nothing else. */
export const readFixtureNumber: NumberReader = (asPrinted) => {
  const known = PRINTED[asPrinted];
  if (known === undefined) return null;
  return {
    value: known.value,
    valueMax: known.valueMax ?? null,
    unit: known.unit ?? null,
    qualifier: "exact",
    step: 1,
    asPrinted,
    at: [0, asPrinted.length],
    hedgeAt: null,
  };
};
