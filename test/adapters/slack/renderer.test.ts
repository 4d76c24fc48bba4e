import { describe, expect, test } from "vitest";
import {
  ATTEMPTS,
  type Attempt,
  type Content,
  type Draft,
  toContents,
} from "../../../adapters/slack/to-contents.ts";
import type { AnswerOption, Block, Message } from "../../../src/desk.ts";
import { HOSTILE, type Rendered, rendererContract } from "../renderer-contract.ts";
import { judgeBlocks, visibleTexts } from "./server/block-rules.ts";

const NONE = { refused: new Set<string>(), most: 50 };

const draftOf = (message: Message, followUps: readonly AnswerOption[]): Draft => ({
  message,
  offerValue: (question) => `=${question}`,
  below: {
    followUps: followUps.map(({ label, question }) => ({ label, value: `=${question}` })),
    share: null,
    report: "=how many",
  },
  above: null,
});

type Thing = Readonly<Record<string, unknown>>;
const thingsIn = (value: unknown): readonly Thing[] => {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  if (typeof value !== "object" || value === null) return [];
  return [value as Thing, ...Object.values(value).flatMap(thingsIn)];
};

const PINGS = new Set(["user", "broadcast", "channel", "usergroup", "team", "emoji"]);
const linksOf = (message: Message): ReadonlySet<string> => {
  const lines = message.blocks.flatMap((block: Block) => {
    if ("line" in block) return block.line;
    return block.kind === "receipt" ? block.lines.flat() : [];
  });
  return new Set(lines.flatMap(({ link }) => (link === null ? [] : [link])));
};

/** What Slack would act on: elements that ping, links that nobody made, and texts that it reads as markup. */
const obeyedIn = ({ text, blocks }: Content, links: ReadonlySet<string>): readonly string[] => {
  const things = thingsIn(blocks);
  return [
    ...(/[<>]/u.test(text) ? [`a control sequence in the text: ${text}`] : []),
    ...(/&(?!amp;|lt;|gt;)/u.test(text) ? ["an ampersand that is not escaped"] : []),
    ...things.filter(({ type }) => PINGS.has(String(type))).map(({ type }) => `an element ${type}`),
    ...things.filter(({ type }) => type === "mrkdwn").map(({ text: marked }) => `markup: ${marked}`),
    ...things
      .filter(({ type, emoji }) => type === "plain_text" && emoji !== false)
      .map(() => "a text whose :smile: is a picture"),
    ...things
      .filter(({ type, url }) => (type === "link" || type === "citation") && !links.has(String(url)))
      .map(({ url }) => `a link to ${url}`),
  ];
};

const ESCAPES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const shown = (text: string): string => text.replace(/&(?:amp|lt|gt);/gu, (entity) => ESCAPES[entity]!);

const render =
  (attempt: Attempt) =>
  (message: Message, followUps: readonly AnswerOption[]): readonly Rendered[] =>
    toContents(draftOf(message, followUps), attempt).map((content): Rendered => {
      const verdict = judgeBlocks(content.blocks, NONE);
      const broken = [
        ...(verdict.error === null ? [] : [verdict.error, ...verdict.messages]),
        ...(content.text.length > 40_000 ? ["msg_too_long"] : []),
        ...(content.text === "" ? ["no_text"] : []),
      ];
      const visible =
        content.blocks.length === 0 ? shown(content.text) : visibleTexts(content.blocks).join(" ");
      return { visible, broken, obeyed: obeyedIn(content, linksOf(message)) };
    });

describe.each(ATTEMPTS)("as $dialect in $room", (attempt) => {
  rendererContract({ platform: `Slack, ${attempt.dialect}, ${attempt.room}`, render: render(attempt) });
});

test("the text by itself says all that the blocks say", () => {
  const message: Message = {
    blocks: [
      { kind: "headline", line: [{ text: `R&D <!channel>: `, style: "plain", link: null }] },
      {
        kind: "table",
        columns: ["What", "Figure"],
        rows: [
          ["a <b>", "1"],
          ["", "2"],
        ],
      },
    ],
  };
  const [content] = toContents(draftOf(message, []), ATTEMPTS[0]);
  expect(content.text).toBe("R&amp;D &lt;!channel&gt;: \na &lt;b&gt;: 1\n2");
});

describe("buttons", () => {
  const choices = (labels: readonly string[]): Message => ({
    blocks: labels.map((label, at) => ({ kind: "choice", number: at + 1, label, question: `${label}?` })),
  });
  const buttons = (message: Message) =>
    thingsIn(toContents(draftOf(message, []), ATTEMPTS[0])[0].blocks).filter(({ type }) => type === "button");

  test.each([
    ["short ones show their words", ["in FY2023", "in FY2024"], ["1. in FY2023", "2. in FY2024"]],
    ["long ones stand beside theirs", ["x".repeat(60), "in FY2024"], ["This one", "This one"]],
  ])("%s", (_name, labels, texts) => {
    const shownTexts = buttons(choices(labels)).map(({ text }) => (text as Thing).text);
    expect(shownTexts.slice(0, -1)).toEqual(texts);
    expect(shownTexts.at(-1)).toBe("Report a problem");
  });

  test("have names that differ and carry their question", () => {
    const found = buttons(choices(["a", "b", "c"]));
    expect(new Set(found.map(({ action_id }) => action_id)).size).toBe(found.length);
    expect(found.map(({ value }) => value)).toEqual(["=a?", "=b?", "=c?", "=how many"]);
  });

  test("hostile labels are plain text", () => {
    const all = thingsIn(toContents(draftOf(choices([HOSTILE]), []), ATTEMPTS[0])[0].blocks);
    expect(all.some(({ type }) => type === "mrkdwn")).toBe(false);
  });
});

describe("citations", () => {
  const message: Message = {
    blocks: [
      {
        kind: "receipt",
        lines: [
          [
            { text: "The Post, ", style: "plain", link: null },
            { text: "“Ferries”", style: "plain", link: "https://post.example/ferries" },
          ],
          [{ text: "paragraph 6 prints “113,000”", style: "plain", link: null }],
        ],
      },
      {
        kind: "receipt",
        lines: [
          [{ text: "odd", style: "plain", link: "javascript:alert(1)" }],
          [{ text: "Other", style: "plain", link: "https://other.example/" }],
        ],
      },
    ],
  };
  const elements = (attempt: Attempt) => thingsIn(toContents(draftOf(message, []), attempt)[0].blocks);

  test("are counted through the message and carry what the source prints", () => {
    const cited = elements(ATTEMPTS[0]).filter(({ type }) => type === "citation");
    expect(cited.map(({ index, text }) => [index, text])).toEqual([
      [1, "“Ferries”"],
      [2, "Other"],
    ]);
    expect(cited[0]?.details).toEqual({
      citation_type: "web",
      display_name: "post.example",
      title: "“Ferries”",
      snippet: "paragraph 6 prints “113,000”",
    });
  });

  test("are links where Slack does not take them; what is no web address is text", () => {
    const all = elements(ATTEMPTS[1]!);
    expect(all.some(({ type }) => type === "citation")).toBe(false);
    expect(all.filter(({ type }) => type === "link").map(({ url }) => url)).toEqual([
      "https://post.example/ferries",
      "https://other.example/",
    ]);
    expect(JSON.stringify(all)).toContain("odd (javascript:alert(1))");
  });
});
