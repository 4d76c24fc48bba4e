import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPrintedNumber } from "../../src/language/find-quantities.ts";
import { loadCatalog } from "../../src/packs/load-catalog.ts";
import { loadPacks } from "../../src/packs/load-packs.ts";
import { english } from "../language/english.ts";

const readNumber = (text: string) => readPrintedNumber(text, english.numbers);

const FIGURES = join("bridges", "figures.csv");

/** The pack of the fixtures in a folder of its own, its figures changed. */
const withFigures = (change: (text: string) => string): string => {
  const data = mkdtempSync(join(tmpdir(), "load-catalog-"));
  cpSync("test/fixtures/bridges", join(data, "bridges"), { recursive: true });
  const file = join(data, FIGURES);
  writeFileSync(file, change(readFileSync(file, "utf8")));
  return data;
};

const same = (text: string): string => text;

test.each([["data"], ["test/fixtures/harbour"]])("%s holds the same, streamed or read with care", (data) => {
  const [streamed, careful] = [loadCatalog(data, { readNumber }), loadPacks(data, readNumber)];
  if (!streamed.ok || !careful.ok) throw new Error("it does not load");
  expect([...streamed.catalog.figures.all()]).toEqual([...careful.catalog.figures.all()]);
  const others = { figures: null };
  expect({ ...streamed.catalog, ...others }).toEqual({ ...careful.catalog, ...others });
});

test("figures that are withdrawn or superseded are not told", () => {
  const data = withFigures(same);
  const [streamed, careful] = [loadCatalog(data, { readNumber }), loadPacks(data, readNumber)];
  if (!streamed.ok || !careful.ok) throw new Error("it does not load");
  expect(streamed.catalog.figures.get("money-gone")).toBeUndefined();
  expect([...streamed.catalog.figures.all()]).toEqual([...careful.catalog.figures.all()]);
});

const cellsOf = (text: string): readonly string[] => text.split("\n");

test.each([
  ["a column too many", (text: string) => text.replace("id,", "id,extra,")],
  ["a cell too many", (text: string) => `${text.trimEnd()},x\n`],
  ["an id twice", (text: string) => `${text.trimEnd()}\n${cellsOf(text)[1]}\n`],
  ["a measure that is not held", (text: string) => text.replace("bridge-crossings", "boat-crossings")],
  ["a number that is none", (text: string) => text.replace("3800000", "many")],
  ["a print that reads as another number", (text: string) => text.replace("3800000", "3800001")],
  ["a day that is none", (text: string) => text.replace("2023-12-31", "2023-13-31")],
  ["a period that ends before it begins", (text: string) => text.replace("2023-12-31", "2022-12-31")],
  ["a source that is not held", (text: string) => text.replaceAll("harbour-survey", "harbor-survey")],
  ["bytes that are no UTF-8", (text: string) => text.replace("Harbour Authority", "Harbour \uFFFD")],
  ["a quotation mark that is not closed", (text: string) => `${text}"x`],
  ["nothing at all", () => ""],
])("%s is said in the words of the careful reading", (_what, change) => {
  const data = withFigures(change);
  const [streamed, careful] = [loadCatalog(data, { readNumber }), loadPacks(data, readNumber)];
  expect(streamed.ok).toBe(false);
  expect(!streamed.ok && streamed.problems).toEqual(!careful.ok && careful.problems);
});

test("progress comes to the end of the file", () => {
  const seen: (readonly [number, number])[] = [];
  loadCatalog(withFigures(same), { readNumber, progress: (read, all) => seen.push([read, all]) });
  const [read, all] = seen.at(-1) ?? [0, 1];
  expect(read).toBe(all);
});
