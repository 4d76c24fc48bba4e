import { describe, expect, test } from "vitest";
import { readCommandText } from "../../../adapters/slack/on-command.ts";
import { firstPresses, type Press } from "../../../adapters/slack/on-press.ts";
import { type EventMessage, readEvent } from "../../../adapters/slack/read-event.ts";
import { readText } from "../../../adapters/slack/read-text.ts";
import { clip } from "../../../adapters/slack/to-buttons.ts";

describe("what a person asked, from how Slack writes it", () => {
  test.each([
    ["<@U0BOT> how many?", "how many?"],
    ["how many? <@U0BOT|nutgraf>", "how many?"],
    ["<@U0BOT>, <@U0OTHER> asks how many", ", asks how many"],
    ["R&amp;D &lt;spending&gt;", "R&D <spending>"],
    ["&amp;lt;", "&lt;"],
    ["&lt;@U0OTHER&gt; as typed", "<@U0OTHER> as typed"],
    ["<!channel> <!here|here> how many", "how many"],
    ["since <!date^1392734382^{date}|18 February 2014>", "since 18 February 2014"],
    ["in <#C1|newsroom> and <#C2>", "in #newsroom and #C2"],
    ["<https://paper.example/a|the article> says", "the article says"],
    ["<https://paper.example/a>", "https://paper.example/a"],
    ["<mailto:a@paper.example|a@paper.example>", "a@paper.example"],
    ["two\nlines\tand   spaces ", "two lines and spaces"],
    ["5 < 6 and > 3", "5 < 6 and > 3"],
    ["", ""],
  ])("%j is %j", (text, question) => {
    expect(readText(text)).toBe(question);
  });
});

describe("what was typed behind /figure", () => {
  test.each([
    ["how many?", { kind: "public", question: "how many?" }],
    ["private how many?", { kind: "private", question: "how many?" }],
    ["PRIVATE  how many?", { kind: "private", question: "how many?" }],
    ["privately held companies", { kind: "public", question: "privately held companies" }],
    ["help", { kind: "help" }],
    ["?", { kind: "help" }],
    ["", { kind: "help" }],
    ["private", { kind: "help" }],
    ["help wanted adverts in 2020", { kind: "public", question: "help wanted adverts in 2020" }],
  ])("%j is %j", (typed, read) => {
    expect(readCommandText(typed)).toEqual(read);
  });
});

describe("what an event means", () => {
  const bot = { user: "U0BOT" };
  const base: EventMessage = {
    type: "message",
    channel: "C1",
    channel_type: "channel",
    user: "U1",
    text: "<@U0BOT> how many?",
    ts: "1.1",
  };
  const { channel_type: _kind, ...mention } = base;
  const inDirect = { ...base, channel: "D1", channel_type: "im", text: "how many?" };

  test.each<[string, EventMessage, string]>([
    ["a mention", { ...mention, type: "app_mention" }, "asked"],
    ["the same as a message", base, "asked"],
    ["a direct message", inDirect, "asked"],
    ["a direct message with a file", { ...inDirect, subtype: "file_share" }, "asked"],
    ["a reply that is also shown in the channel", { ...base, subtype: "thread_broadcast" }, "asked"],
    ["talk in a channel", { ...base, text: "how many?" }, "ignored"],
    ["a mention of somebody else", { ...base, text: "<@U0BOTTOM> how many?" }, "ignored"],
    ["another bot", { ...base, bot_id: "B1" }, "ignored"],
    ["another bot, as Slack's subtype", { ...base, subtype: "bot_message" }, "ignored"],
    ["ourselves", { ...inDirect, user: "U0BOT" }, "ignored"],
    ["somebody who joined", { ...base, subtype: "channel_join" }, "ignored"],
    ["a deletion", { ...base, subtype: "message_deleted" }, "ignored"],
    ["an edit", { ...base, edited: { user: "U1", ts: "2.0" } }, "edited"],
    [
      "an edit, as Slack's subtype",
      { ...base, subtype: "message_changed", message: { ...base, edited: { user: "U1", ts: "2.0" } } },
      "edited",
    ],
    ["a preview that Slack added", { ...base, subtype: "message_changed", message: base }, "ignored"],
    [
      "our own message that we changed",
      {
        ...inDirect,
        subtype: "message_changed",
        message: { ...inDirect, user: "U0BOT", bot_id: "B0", edited: { user: "U0BOT", ts: "2.0" } },
      },
      "ignored",
    ],
  ])("%s", (_name, event, kind) => {
    expect(readEvent(event, bot).kind).toBe(kind);
  });
});

test("a double click is one press; the same button a while later is another", () => {
  let now = 0;
  const isFirst = firstPresses(() => now);
  const press: Press = {
    actionId: "ask:0",
    value: "=how many",
    user: "U1",
    name: "ada",
    at: "1.0",
    on: { channel: "C1", message: "1.1", thread: null },
    isPrivate: false,
  };
  expect(isFirst(press)).toBe(true);
  now = 500;
  expect(isFirst({ ...press, at: "1.5" })).toBe(false);
  expect(isFirst({ ...press, user: "U2" })).toBe(true);
  expect(isFirst({ ...press, value: "=and then" })).toBe(true);
  now = 5000;
  expect(isFirst({ ...press, at: "6.0" })).toBe(true);
});

test.each([
  ["short", 10, "short"],
  ["exactly ten", 11, "exactly ten"],
  ["longer than that", 10, "longer th…"],
  ["😀😀😀😀", 5, "😀😀…"],
])("%s in %d letters is %s", (text, length, clipped) => {
  expect(clip(text, length)).toBe(clipped);
});
