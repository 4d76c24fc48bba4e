import { describe, expect, test } from "vitest";
import { buttonsOf } from "../../../adapters/discord/answer-buttons.ts";
import { type Body, toMessages } from "../../../adapters/discord/to-message.ts";
import type { AnswerOption, Message } from "../../../src/desk.ts";
import {
  ANSWERS,
  bare,
  CLARIFY,
  DERIVED,
  FOUND,
  LOOKUP,
  layOut,
  MISSING,
  SERIES,
  value,
} from "../../fixtures/answers.ts";
import { rendererContract } from "../renderer-contract.ts";
import { marksIn, readMarkdown, visibleText } from "./read-markdown.ts";
import { checkMessage } from "./server/check-message.ts";
import { Refused } from "./server/refusal.ts";

const textsOf = ({ content, embeds }: Body): readonly string[] => [
  content,
  ...embeds.flatMap(({ description }) => description ?? []),
];
const labelsOf = ({ components }: Body): readonly string[] =>
  components.flatMap((row) => row.components.map(({ label }) => label ?? ""));

const visibleOf = (body: Body): string =>
  [...textsOf(body).map((text) => visibleText(readMarkdown(text))), ...labelsOf(body)].join("\n");

const brokenIn = (body: Body): readonly string[] => {
  try {
    checkMessage(body as never, true);
    return [];
  } catch (error) {
    return [error instanceof Refused ? error.message : String(error)];
  }
};

/** What we mark ourselves: the number asked for, labels, small print, quotations, and the links of the message. */
const ours = ({ blocks }: Message): ReadonlySet<string> => {
  const inlines = blocks.flatMap((block) => {
    if ("line" in block) return block.line;
    return "lines" in block ? block.lines.flat() : [];
  });
  const said = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\s+/gu, " ").trim());
  const cells = blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : []));
  return new Set([
    ...inlines.filter(({ style }) => style === "strong").map(({ text }) => `strong ${said([text])}`),
    ...inlines
      .filter(({ style }) => style === "quiet")
      .flatMap(({ text }) => [`emphasis ${said([text])}`, `subtext ${said([text])}`]),
    ...inlines.map(({ link }) => `link ${link}`),
    ...said(cells).map((cell) => `strong ${cell}`),
    ...blocks.flatMap((block) => (block.kind === "choice" ? [`strong ${block.number}.`] : [])),
    ...blocks.flatMap((block) =>
      block.kind === "quotation" ? [`quote “${block.text}”`, `emphasis “${block.text}”`] : [],
    ),
  ]);
};

const obeyedIn = (body: Body, message: Message): readonly string[] =>
  textsOf(body)
    .flatMap((text) => marksIn(readMarkdown(text)))
    .filter(([kind]) => kind !== "fence" && kind !== "list")
    .map(([kind, text]) => `${kind} ${text.replaceAll(/\s+/gu, " ").trim()}`)
    .filter((mark) => !ours(message).has(mark) && !mark.startsWith("subtext Left out here"));

const LONG_ID = "kept-sixteen-let";
const buttons = (message: Message, followUps: readonly AnswerOption[]) => {
  const offered = { message, followUps, root: "1457469483726668048", asked: "1457469483726668049" };
  const questions = [
    ...followUps,
    ...message.blocks.flatMap((block) => (block.kind === "choice" ? [block] : [])),
  ];
  const kept = new Map(questions.map(({ question }, at) => [question, `${LONG_ID.slice(0, 15)}${at}`]));
  return buttonsOf({ ...offered, share: null, actions: [], asksDesk: false, reports: true }, kept);
};

const render = (message: Message, followUps: readonly AnswerOption[] = [], embeds = true): readonly Body[] =>
  toMessages(message, { tone: "answered", embeds, above: null, buttons: buttons(message, followUps) });

for (const embeds of [true, false]) {
  rendererContract({
    platform: embeds ? "Discord" : "Discord without embeds",
    render: (message, followUps) =>
      render(message, followUps, embeds).map((body) => ({
        visible: visibleOf(body),
        broken: brokenIn(body),
        obeyed: obeyedIn(body, message),
      })),
  });
}

test("an answer: the lead is the message, and what it rests on the embed", () => {
  const [body, ...more] = render(layOut(LOOKUP, [FOUND]));
  expect(more).toEqual([]);
  expect(body?.content).toBe("Ferry passengers in FY2024: **about 113,000 passengers**.");
  expect(body?.embeds[0]?.description?.split("\n")).toEqual([
    "-# I took FY2024 from your last question.",
    "",
    "*Source:* The Harbour Post, [“Ferries fill up”](<https://harbour.example/ferries>), published 20 December 2024 (inferred)",
    "paragraph 6 prints “113,000”, attributed to the port office, yearly report",
    "> *“Some 113,000 people took a ferry.”*",
    "",
    "*Note:* The port office counts crew as passengers.",
    "*Note:* Its year begins in October.",
  ]);
});

test("a quotation that is gone is said to be", () => {
  expect(visibleOf(render(layOut(LOOKUP, [MISSING]))[0] as Body)).toContain("no longer has “113,000”");
});

test("a series says once what all of it is, and its figures end below one another", () => {
  const text = render(layOut(SERIES, []))[0]?.embeds[0]?.description ?? "";
  expect(text.split("```")[0]).toBe("ferry passengers\n");
  expect(text.split("```")[1]?.trim().split("\n")).toEqual([
    "Period                    Figure",
    "FY2024  about 113,000 passengers",
    "FY2023        170,000 passengers",
  ]);
});

test("rows that are wider than a screen are a list", () => {
  const label = "ferry passengers who came aboard without a ticket";
  const wide = { ...SERIES, values: [value({ label }), value({ label: `${label}, by night` })] };
  const shown = readMarkdown(render(layOut(wide, []))[0]?.embeds[0]?.description ?? "");
  expect(marksIn(shown).filter(([kind]) => kind === "fence")).toEqual([]);
  expect(visibleText(shown)).toContain(`${label}, by night, FY2024: about 113,000 passengers`);
});

test("the arithmetic of a worked-out figure stands with its result", () => {
  const shown = render(layOut(DERIVED, [])).flatMap(textsOf).map(readMarkdown).map(visibleText).join("\n");
  expect(shown).toContain("Worked out: (113000 - 170000) / 170000 = -33.5%");
});

describe("choices", () => {
  test("that a button shows in full stand on buttons alone", () => {
    const [body] = render(layOut(CLARIFY, []));
    expect(labelsOf(body as Body).slice(0, 2)).toEqual(["1. ferry passengers", "2. ferry crews"]);
    expect(textsOf(body as Body).join("\n")).not.toContain("ferry crews");
  });

  test("that are longer stand in the text, and their numbers on the buttons", () => {
    const label = `ferry crews ${"of the night boats ".repeat(6)}`.trim();
    const long = { ...CLARIFY, options: [{ label, question: "crews?" }] };
    const [body] = render(layOut(long, []));
    expect(
      textsOf(body as Body)
        .map(readMarkdown)
        .map(visibleText)
        .join("\n"),
    ).toContain(`1. ${label}`);
    expect(labelsOf(body as Body)[0]).toBe("1");
  });

  test("with one question between them are one button", () => {
    const twice = {
      ...CLARIFY,
      options: [
        { label: "a", question: "same?" },
        { label: "b", question: "same?" },
      ],
    };
    const ids = render(layOut(twice, [])).flatMap(({ components }) =>
      components.flatMap((row) => row.components.map(({ custom_id }) => custom_id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("a failure is one line, without an embed", () => {
  const [body] = render(layOut({ ...bare, headline: "I could not answer just now (error 1a2b3c4d)." }, []));
  expect(body?.embeds).toEqual([]);
});

test.each(ANSWERS)("%s fits one message", (_name, answer) => {
  expect(render(layOut(answer, [FOUND]))).toHaveLength(1);
});
