import { expect, test } from "vitest";
import { marksIn, readMarkdown, visibleText } from "./read-markdown.ts";

test.each<readonly [text: string, visible: string, marks: readonly (readonly [string, string])[]]>([
  ["plain, 33.5% (a - b) / b", "plain, 33.5% (a - b) / b", []],
  [
    "**bold** and *quiet*",
    "bold and quiet",
    [
      ["strong", "bold"],
      ["emphasis", "quiet"],
    ],
  ],
  [
    "__under__ ~~gone~~ ||hidden||",
    "under gone hidden",
    [
      ["underline", "under"],
      ["strike", "gone"],
      ["spoiler", "hidden"],
    ],
  ],
  [String.raw`\*\*not bold\*\* \_not\_`, "**not bold** _not_", []],
  ["snake_case_name", "snake_case_name", []],
  [
    "# Heading\n-# small\n> quote\n- item",
    "Heading\nsmall\nquote\nitem",
    [
      ["heading", "Heading"],
      ["subtext", "small"],
      ["quote", "quote"],
      ["list", "item"],
    ],
  ],
  [String.raw`\# none`, "# none", []],
  ["[words](https://a.example/x)", "words", [["link", "https://a.example/x"]]],
  [String.raw`\[words\](https\://a.example)`, "[words](https://a.example)", []],
  ["see https://a.example.", "see https://a.example.", [["link", "https://a.example"]]],
  [
    "<@123> <@&1> <#2> </figure:1> <t:1700000000:R> <:x:1> :smile: @everyone",
    "       ",
    [
      ["acted", "<@123>"],
      ["acted", "<@&1>"],
      ["acted", "<#2>"],
      ["acted", "</figure:1>"],
      ["acted", "<t:1700000000:R>"],
      ["acted", "<:x:1>"],
      ["acted", ":smile:"],
      ["acted", "@everyone"],
    ],
  ],
  [String.raw`\<@123\> \@everyone \:smile:`, "<@123> @everyone :smile:", []],
  ["```\n**a**  1\n```after", "\n**a**  1\nafter", [["fence", "**a**  1"]]],
  ["`code`", "code", [["code", "code"]]],
])("%j", (text, visible, marks) => {
  const shown = readMarkdown(text);
  expect(visibleText(shown)).toBe(visible);
  expect(marksIn(shown)).toEqual(marks);
});
