import { expect, test } from "vitest";
import type { Copy } from "../../src/copy/copy.ts";
import { layOutCopy } from "../../src/message/lay-out-copy.ts";
import { plainText } from "../../src/message/plain-text.ts";

const copy = (rows: number): Copy => ({
  sentence: [{ text: "Boats went from 1 in 1900 to 2 in 2000, according to the port.", link: null }],
  table: {
    columns: ["Period", "Figure"],
    rows: Array.from({ length: rows }, (_, at) => [`${1900 + at}`, `${at + 1} boats`]),
  },
  citation: [[{ text: "The port: row 1 prints “1”.", link: null }]],
});
const BARE = { caveats: [], changed: null };

test("a short table stands in each form; nothing is in a file", () => {
  const { message, files } = layOutCopy(copy(5), BARE);
  expect(files).toEqual([]);
  expect(message.blocks.filter(({ kind }) => kind === "paste")).toHaveLength(4);
  expect(plainText(message)).toContain("1904\t5 boats");
});

test("a table of hundreds is in files, and the sentence with who says so in the message", () => {
  const { message, files } = layOutCopy(copy(300), BARE);
  const text = plainText(message);
  expect(text).toContain("according to the port.");
  expect(text).toContain("300 rows");
  expect(text).not.toContain("300 boats");
  expect(files.map(({ name }) => name)).toEqual(["copy.txt", "copy.md", "copy.html"]);
  for (const { content } of files) expect(content).toContain("300 boats");
});

test("what changed since it was told, and what is to be minded, stand beside it and in no form", () => {
  const { message } = layOutCopy(copy(2), {
    caveats: ["One of them is a raft."],
    changed: { was: "Boats: 1.", now: "Boats: 2." },
  });
  const pasted = message.blocks.flatMap((block) => (block.kind === "paste" ? [block.text] : [])).join();
  for (const part of ["One of them is a raft.", "Boats: 1.", "Boats: 2."]) {
    expect(plainText(message)).toContain(part);
    expect(pasted).not.toContain(part);
  }
});
