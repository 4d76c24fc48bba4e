import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { plainLines } from "../../src/packs/plain-cells.ts";

test.each([
  ["a,b\n1,2\n3,4\n"],
  ["a,b\r\n1,2\r\n\r\n3,4"],
  ["\uFEFFa, b\n 1 ,\t2\n,\n\n , \n3,\u00A04\u00A0\n"],
  ["a\n1\n2"],
  ["only,a,header"],
])("%j reads as csv-parse reads it", (text) => {
  const parsed = parse(text, {
    bom: true,
    info: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  }) as unknown as readonly {
    readonly info: { readonly lines: number };
    readonly record: readonly string[];
  }[];
  expect(plainLines(text)).toEqual(
    parsed.map(({ info, record }) => ({ line: info.lines, cells: [...record] })),
  );
});

test.each([
  ["a quotation mark", 'a,b\n"1",2'],
  ["a cell too many", "a,b\n1,2,3"],
  ["a cell too few", "a,b\n1"],
  ["a carriage return that ends no line", "a,b\r1,2"],
  ["two kinds of line ends", "a,b\r\n1,2\n3,4"],
])("%s is not plain", (_what, text) => expect(plainLines(text)).toBeNull());
