import { expect, test } from "vitest";
import { growingColumn } from "../../src/catalog/growing-column.ts";
import { textAt, textWriter } from "../../src/catalog/text-column.ts";

const ROWS = 150_000;

test("a column that grew over several pieces has every cell in its place", () => {
  const column = growingColumn(Uint32Array);
  for (let row = 0; row < ROWS; row += 1) column.add(3 * row);
  const cells = column.finish();
  expect(cells).toHaveLength(ROWS);
  expect(cells.every((cell, row) => cell === 3 * row)).toBe(true);
});

test("a column of nothing has no cells", () => {
  expect(growingColumn(Float64Array).finish()).toHaveLength(0);
  expect(textWriter().finish().starts).toEqual(new Uint32Array([0]));
});

test("texts of any length come back as they were", () => {
  const writer = textWriter();
  const texts = Array.from({ length: 40_000 }, (_, row) => `é${row}`);
  const all = [...texts, "ß".repeat(300_000), "", "after"];
  for (const text of all) writer.add(text);
  const column = writer.finish();
  expect(all.every((text, row) => textAt(column, row) === text)).toBe(true);
});
