import { describe, expect, test } from "vitest";
import { plain } from "../../src/message/inline.ts";
import type { Block, Message } from "../../src/message/message.ts";
import { plainText } from "../../src/message/plain-text.ts";
import { shortenMessage } from "../../src/message/shorten-message.ts";

const line = (text: string) => [plain(text)];
const long: Message = {
  blocks: [
    { kind: "headline", line: line("Ferry passengers by year:") },
    {
      kind: "table",
      columns: ["What", "Period", "Figure"],
      rows: Array.from({ length: 90 }, (_, at) => ["ferries", `FY${1930 + at}`, `${at},000`]),
    },
    {
      kind: "receipt",
      lines: [
        line("Source: The Harbour Post"),
        [
          ...Array.from({ length: 90 }, (_, at) => plain(`; row ${at} prints “${at}”`)),
          plain(", attributed to the port office"),
        ],
      ],
    },
    { kind: "quotation", text: "A long sentence of the archive. ".repeat(20), found: true },
    { kind: "caveat", line: line("Note: crew are counted.") },
    { kind: "choice", number: 1, label: "ferry crews", question: "ferry crews?" },
  ] satisfies readonly Block[],
};
const upTo = (length: number) => (message: Message) => plainText(message).length <= length;

test("a message that fits is left as it is", () => {
  expect(shortenMessage(long, upTo(100_000))).toBe(long);
});

describe.each([4000, 2000, 1000, 500, 1])("fitted into %d letters", (length) => {
  const short = plainText(shortenMessage(long, upTo(length)));

  test("it says what is left out, and fits as far as it can", () => {
    expect(short).toContain("Left out here because a message is only so long:");
    if (length >= 500) expect(short.length).toBeLessThanOrEqual(length);
  });

  test("lead, ends of the table, document, attribution and caveat are there", () => {
    for (const part of [
      "Ferry passengers by year:",
      "FY1930",
      "FY2019",
      "The Harbour Post",
      "attributed to the port office",
      "Note: crew are counted.",
    ])
      expect(short).toContain(part);
  });
});

test("as many rows stay as there is room for", () => {
  const rows = (length: number) => plainText(shortenMessage(long, upTo(length))).split("ferries").length;
  expect(rows(3000)).toBeGreaterThan(rows(1500));
  expect(rows(1500)).toBeGreaterThan(rows(900));
});

test("the count of missing rows is right", () => {
  const short = plainText(shortenMessage(long, upTo(1500)));
  const missing = Number(/… (\d+) rows …/u.exec(short)?.[1]);
  expect(short.match(/^ferries, FY/gmu)?.length).toBe(90 - missing);
});
