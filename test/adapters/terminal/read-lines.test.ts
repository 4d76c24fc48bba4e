import { expect, test } from "vitest";
import { readLines } from "../../../adapters/terminal/read-lines.ts";

async function* chunks(...parts: readonly (string | Uint8Array)[]) {
  yield* parts;
}
const bytes = new TextEncoder().encode("渡し\nx");

test.each([
  ["no end of line at the end", ["a\nb"], ["a", "b"]],
  ["an end of line at the end", ["a\nb\n"], ["a", "b"]],
  ["ends of lines as Windows writes them", ["a\r\nb\r\n"], ["a", "b"]],
  ["a line over two chunks", ["a", "b\nc"], ["ab", "c"]],
  ["a letter over two chunks", [bytes.slice(0, 2), bytes.slice(2)], ["渡し", "x"]],
  ["a separator that JSON leaves in a string", ["a\u2028b\nc"], ["a\u2028b", "c"]],
  ["an empty line", ["a\n\nb"], ["a", "", "b"]],
  ["nothing", [], []],
])("%s", async (_name, parts, expected) => {
  expect(await Array.fromAsync(readLines(chunks(...parts)))).toEqual(expected);
});
