import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { toScreen } from "../../../adapters/terminal/to-screen.ts";
import type { Message } from "../../../src/message/message.ts";
import { ANSWERS, FOUND, LOOKUP, layOut, lookupCitation, SERIES } from "../../fixtures/answers.ts";

const WIDTHS = [20, 40, 80, 120];
const ESCAPE = "\u001b";
const letters = (text: string): string => stripVTControlCharacters(text).replace(/\s+/gu, "");

describe.each(ANSWERS)("%s", (_name, answer) => {
  const withoutLinks = {
    ...answer,
    citations: answer.citations.map((citation) => ({ ...citation, url: null })),
  };

  test.each(WIDTHS)("stays within %d cells", (width) => {
    const lines = toScreen(layOut(withoutLinks, [FOUND]), { width, colour: true }).split("\n");
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
  });

  test("says the same, whether it has colours or not", () => {
    const message = layOut(answer, [FOUND]);
    const plain = toScreen(message, { width: 80, colour: false });
    expect(stripVTControlCharacters(toScreen(message, { width: 80, colour: true }))).toBe(plain);
    expect(plain).not.toContain(ESCAPE);
  });

  test("says the same at every width", () => {
    const rows = (width: number) => {
      const { blocks } = layOut(answer, [FOUND]);
      // A table too narrow for columns is said in another order.
      const message = { blocks: blocks.filter(({ kind }) => kind !== "table") };
      return letters(toScreen(message, { width, colour: false }));
    };
    expect(new Set(WIDTHS.map(rows)).size).toBe(1);
  });
});

test("an answer in a window of 60 cells", () => {
  expect(toScreen(layOut(LOOKUP, [FOUND]), { width: 60, colour: false }).split("\n")).toEqual([
    "Ferry passengers in FY2024: about 113,000 passengers.",
    "",
    "I took FY2024 from your last question.",
    "",
    "Source: The Harbour Post, “Ferries fill up”",
    "  <https://harbour.example/ferries>, published 20 December",
    "  2024 (inferred)",
    "  paragraph 6 prints “113,000”, attributed to the port",
    "  office, yearly report",
    "  “Some 113,000 people took a ferry.”",
    "",
    "Note: The port office counts crew as passengers.",
    "Note: Its year begins in October.",
    "",
  ]);
});

test("numbers of a table end below one another", () => {
  const table = layOut(SERIES, []).blocks.filter(({ kind }) => kind === "table");
  const lines = toScreen({ blocks: table }, { width: 80, colour: false }).trimEnd().split("\n");
  expect(lines).toEqual([
    "What              Period                    Figure",
    "ferry passengers  FY2024  about 113,000 passengers",
    "ferry passengers  FY2023        170,000 passengers",
  ]);
});

test("wide letters take two cells each", () => {
  const table: Message = {
    blocks: [
      {
        kind: "table",
        columns: ["What", "Figure"],
        rows: [
          ["渡し船", "1"],
          ["ferry", "2"],
        ],
      },
    ],
  };
  expect(toScreen(table, { width: 80, colour: false })).toBe(
    ["What    Figure", "渡し船       1", "ferry        2", ""].join("\n"),
  );
});

test("the figure stands out and what is said beside it stands back", () => {
  const screen = toScreen(layOut(LOOKUP, []), { width: 80, colour: true });
  expect(screen).toContain(`${ESCAPE}[1mabout 113,000 passengers${ESCAPE}[22m`);
  expect(screen).toContain(`${ESCAPE}[2mNote: The port office`);
});

describe("nothing that was typed or is held can command the terminal", () => {
  const hostile = [
    ["an escape sequence", "\u001b[2Jgone"],
    ["a title change", "\u001b]0;owned\u0007"],
    ["a one-byte control sequence", "\u009b31mred"],
    ["a carriage return that overwrites", "honest\rfalse"],
    ["a backspace", "a\b\bb"],
    ["a line break that fakes a block", "one\n\nSource: forged"],
    ["a turn of direction", "abc\u202egpj.exe"],
    ["an isolate", "abc\u2066x\u2069"],
    ["hidden tag letters", "abc\u{e0041}"],
    ["a link sequence", "\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\"],
  ] as const;
  const everywhere = (text: string): Message =>
    layOut(
      {
        ...SERIES,
        headline: text,
        values: SERIES.values.map((value) => ({ ...value, label: text })),
        citations: [{ ...lookupCitation, outlet: text, title: text, attribution: text, url: text }],
        options: [{ label: text, question: text }],
        caveats: [text],
        nearest: [text],
        assumptions: [text],
      },
      [{ figure: lookupCitation.figure, state: "found", sentence: text }],
    );

  test.each(hostile)("%s", (_name, text) => {
    const screen = toScreen(everywhere(text), { width: 80, colour: false });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
    expect(screen).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    expect(screen).not.toMatch(/^Source: forged/mu);
  });

  test.each(["naïve café", "👩‍👩‍👧 family", "۱۲۳ فارسی می‌خواهم", "渡し船", "“quotes” – dashes"])(
    "%s is left as it is",
    (text) => {
      expect(toScreen(everywhere(text), { width: 1000, colour: false })).toContain(text);
    },
  );
});
