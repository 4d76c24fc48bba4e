import { join } from "node:path";
import { expect, test } from "vitest";
import { formsOf } from "../../src/desk.ts";
import { plainText } from "../../src/message/plain-text.ts";
import { desk, readLines, TODAY } from "./newsroom.ts";

// Copy is written of whatever the newsroom's questions are answered with: nothing in it that the answer does not
// hold, and nobody who said it left out.

const NUMBER = /\d[\d,]*(?:\.\d+)?/gu;
const numbersIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(NUMBER), ([number]) => number.replaceAll(",", ""));

const said = readLines(join(import.meta.dirname, "newsroom.jsonl"))
  .filter(({ thread }) => thread === undefined)
  .map(({ question, now }) => {
    const { answer, message } = desk.ask({ text: question, askedOn: now ?? TODAY }, null);
    return { question, answer, message, copy: desk.copyOf(answer) };
  });
const copied = said.flatMap(({ copy, ...one }) => (copy === null ? [] : [{ ...one, forms: formsOf(copy) }]));

test("every answer with a figure has copy, and nothing else has", () => {
  expect(copied.length).toBeGreaterThan(100);
  const without = said.filter(({ copy, answer }) => (copy === null) === answer.values.length > 0);
  expect(without.filter(({ answer }) => answer.kind !== "topic").map(({ question }) => question)).toEqual([]);
});

test("no number of it is any but the answer's", () => {
  const strangers = copied.flatMap(({ question, answer, message, forms }) => {
    const figures = answer.values.flatMap(({ value, valueMax }) => [value, valueMax ?? value]);
    const scaled = figures.flatMap((one) =>
      [one, -one, one / 1e3, one / 1e6, one / 1e9, one / 1e12].map(String),
    );
    const dates = answer.citations.flatMap(({ published: { date } }) =>
      (date ?? "").split("-").map((part) => String(Number(part))),
    );
    const known = new Set([
      ...numbersIn(plainText(message)),
      ...scaled,
      ...dates,
      String(answer.values.length),
    ]);
    const other = numbersIn(forms.plain).filter((number) => !known.has(number));
    return other.length === 0 ? [] : [`${question}: ${other.join(" ")} in ${forms.plain}`];
  });
  expect(strangers).toEqual([]);
});

test("every hedge and everyone whose figure it tells stands in it", () => {
  const lost = copied.flatMap(({ question, answer, forms }) => {
    const figures = new Set(answer.values.slice(0, 1).flatMap((value) => value.figures));
    const cited = answer.citations.filter(({ figure }) => figures.has(figure));
    const [sentence = ""] = forms.plain.split("\n");
    const names = cited.flatMap(({ outlet, attribution }) => [outlet, attribution ?? outlet]);
    const missing = names.filter((name) => !sentence.includes(name));
    const isOurs = answer.values[0]?.derived === null || sentence.includes("by our calculation");
    return missing.length === 0 && isOurs ? [] : [`${question}: ${missing.join(" ")} in ${sentence}`];
  });
  expect(lost).toEqual([]);
});
