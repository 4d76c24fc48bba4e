import { describe, expect, test } from "vitest";
import type { Answer, AnswerOption, CheckReport, Message } from "../../src/desk.ts";
import { layOutCheck } from "../../src/message/lay-out-check.ts";
import { ANSWERS, bare, FOUND, layOut, lookupCitation, value } from "../fixtures/answers.ts";

/** What a platform makes of a message. */
export type Rendered = {
  /** All that a person reads, in order, as the platform shows it: escapes undone, styles gone. */
  readonly visible: string;
  /** Each limit of the platform that is broken, in words; none where it would be accepted. */
  readonly broken: readonly string[];
  /** Whatever the platform would act on in the text: mentions, links that no message has, styles. */
  readonly obeyed: readonly string[];
};

export type Renderer = {
  readonly platform: string;
  /** Several where one message is not enough. */
  readonly render: (message: Message, followUps: readonly AnswerOption[]) => readonly Rendered[];
};

/** Every way that we know of to ping, style, link or hide something on either platform. */
export const HOSTILE = [
  "<!channel> <!here> <!everyone> <@U012AB3CD> <#C012AB3CD> <!subteam^S1>",
  "@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678> </figure:1>",
  "*bold* _italic_ ~strike~ `code` ```block``` **bold** __under__ ~~gone~~ ||hidden||",
  "<https://evil.example|our site> [our site](https://evil.example) <t:1700000000:R> <:smile:1>",
  "& < > &lt; &amp;",
  "# heading",
  "> quote",
  "- list 1. list",
  "\\*escaped\\*",
].join(" ");

const long = (what: string, length: number): string => `${what} ${"word ".repeat(length / 5)}`.trim();

const citations = (count: number, text: string) =>
  Array.from({ length: count }, (_, at) => ({
    ...lookupCitation,
    source: `source-${at}`,
    outlet: `Outlet ${at} ${text}`,
    title: `Title ${at} ${text}`,
    attribution: `attribution ${at} ${text}`,
    figure: `figure-${at}`,
  }));

const series = (count: number): Answer["values"] =>
  Array.from({ length: count }, (_, at) =>
    value({ value: 1000 + at, period: { label: `FY${1700 + at}`, start: null, end: null } }),
  );

/** Each at the worst length that a pack could bring about. */
const WORST: readonly (readonly [string, Answer])[] = [
  [
    "a series of 300 values from one document",
    {
      ...bare,
      kind: "series",
      headline: "Ferry passengers by year:",
      values: series(300),
      citations: citations(1, ""),
    },
  ],
  [
    "twelve documents, each with long names",
    {
      ...bare,
      headline: "Ferry passengers: 1.",
      values: series(12),
      citations: citations(12, long("long", 120)),
    },
  ],
  [
    "ten caveats of 300 letters",
    {
      ...bare,
      headline: long("Ferry passengers", 300),
      values: series(1),
      citations: citations(2, ""),
      caveats: Array.from({ length: 10 }, (_, at) => long(`caveat ${at}`, 300)),
      assumptions: Array.from({ length: 4 }, (_, at) => long(`assumption ${at}`, 200)),
    },
  ],
  [
    "five choices with long questions",
    {
      ...bare,
      status: "clarify",
      headline: "That could mean 5 things. Which one?",
      options: Array.from({ length: 5 }, (_, at) => ({
        label: long(`choice ${at}`, 180),
        question: long(`question ${at}`, 300),
      })),
    },
  ],
];

const hostile: Answer = {
  ...bare,
  headline: `Ferries ${HOSTILE}`,
  values: [
    value({ label: HOSTILE, period: { label: HOSTILE, start: null, end: null } }),
    value({ label: `${HOSTILE} 2` }),
  ],
  citations: [{ ...lookupCitation, outlet: `Post ${HOSTILE}`, title: HOSTILE, attribution: HOSTILE }],
  caveats: [`Caveat ${HOSTILE}`],
  assumptions: [`Assumed ${HOSTILE}`],
  options: [{ label: HOSTILE, question: HOSTILE }],
};

const followUps: readonly AnswerOption[] = [
  { label: "ferry passengers, FY2023", question: "ferry passengers, FY2023" },
  { label: long("a very long follow-up", 200), question: long("a very long follow-up", 200) },
];

/** A check of a long text: a line for each number, and the documents that they stand in. */
const checked: CheckReport = {
  status: "checked",
  counts: [{ verdict: "differs", count: 60 }],
  readUpTo: { paragraph: 20, of: 300 },
  headline: "60 numbers checked: 60 differ.",
  numbers: Array.from({ length: 60 }, (_, at) => ({
    asPrinted: `${at},000`,
    at: [at, at + 1],
    paragraph: at,
    value: 1000 * at,
    valueMax: null,
    verdict: "differs",
    held: value({}),
    instead: null,
    off: -5,
    citations: citations(2, ""),
    sentence: `differs by 5% (the text has less). Held is ferry passengers, number ${at}.`,
  })),
};

/** White space is the platform's own affair. */
const squeeze = (text: string): string => text.replaceAll(/\s+/gu, " ");

/**
 * What every adapter's renderer must keep, whatever the platform's limits: the lead, every document with its date,
 * every caveat, assumption and hedge, and text that is only text. `test/adapters` runs it on each.
 */
export const rendererContract = ({ platform, render }: Renderer): void => {
  const seen = (answer: Answer) => {
    const parts = render(layOut(answer, [FOUND]), followUps);
    return {
      visible: squeeze(parts.map(({ visible }) => visible).join("\n")),
      broken: parts.flatMap(({ broken }) => broken),
      obeyed: parts.flatMap(({ obeyed }) => obeyed),
    };
  };
  test(`${platform}: a check shows each of its numbers, in order, and where they stand`, () => {
    const parts = render(layOutCheck(checked, []), []);
    const visible = squeeze(parts.map((part) => part.visible).join("\n"));
    expect(parts.flatMap(({ broken, obeyed }) => [...broken, ...obeyed])).toEqual([]);
    const places = checked.numbers.map(({ asPrinted, sentence }) =>
      visible.indexOf(squeeze(`“${asPrinted}” ${sentence}`)),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const part of [checked.headline, "Outlet 0", "Outlet 1", "first 20 of 300 paragraphs"])
      expect(visible).toContain(part);
  });

  const keeps = (answer: Answer) => {
    const { visible } = seen(answer);
    expect(visible).toContain(squeeze(answer.headline));
    for (const { outlet, title } of answer.citations) {
      expect(visible).toContain(squeeze(outlet));
      if (title !== null) expect(visible).toContain(squeeze(title));
    }
    if (answer.citations.some(({ published }) => published.date !== null))
      expect(visible).toContain("published 20 December 2024 (inferred)");
    for (const sentence of [...answer.caveats, ...answer.assumptions])
      expect(visible).toContain(squeeze(sentence));
  };

  describe(`${platform} keeps lead, documents, dates, caveats and what was assumed`, () => {
    test.each([...ANSWERS, ...WORST])("%s", (_name, answer) => keeps(answer));
    test("text that means to be obeyed", () => keeps(hostile));
  });

  describe(`${platform} stays within its limits`, () => {
    test.each([...ANSWERS, ...WORST, ["hostile text", hostile] as const])("%s", (_name, answer) => {
      expect(seen(answer).broken).toEqual([]);
    });
  });

  test(`${platform}: the hedge of a figure stands beside it`, () => {
    const [, lookup] = ANSWERS[0];
    expect(seen(lookup).visible).toContain("about 113,000 passengers");
  });

  test(`${platform}: hostile text is text`, () => {
    expect(seen(hostile).obeyed).toEqual([]);
  });

  test(`${platform}: what is left out is said, and the ends of a series are there`, () => {
    const [, answer] = WORST[0] ?? ["", bare];
    const { visible } = seen(answer);
    expect(visible).toContain("FY1700");
    expect(visible).toContain("FY1999");
    if (!visible.includes("FY1850")) expect(visible).toContain("Left out here");
  });
};
