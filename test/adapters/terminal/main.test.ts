import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { converse, type Terminal } from "../../../adapters/terminal/main.ts";
import type { CalendarDate } from "../../../src/desk.ts";
import { fakeDesk } from "../../fixtures/fake-desk.ts";

async function* typed(lines: readonly string[]) {
  yield* lines;
}

const sit = async (lines: readonly string[], change: Partial<Terminal> = {}) => {
  let shown = "";
  let prompts = 0;
  const details: string[] = [];
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      shown += String(chunk);
      done();
    },
  });
  await converse(fakeDesk, {
    lines: typed(lines),
    output,
    screen: () => ({ width: 200, colour: false }),
    today: () => "2026-11-21" as CalendarDate,
    log: (detail) => details.push(detail),
    greets: false,
    prompt: () => {
      prompts += 1;
    },
    ...change,
  });
  return { shown, prompts, details };
};

test("each line leans on the ones before it, and a number is handed on as it was typed", async () => {
  const { shown } = await sit(["which ferries", "1", "and in 2023?"]);
  expect(shown).toContain("[which ferries]");
  expect(shown).toContain("[which ferries | 1]");
  expect(shown).toContain("[2026-11-21] [which ferries | 1 | and in 2023?]");
});

test("a person is greeted in one line, with three questions to start from", async () => {
  const { shown } = await sit([], { greets: true });
  expect(shown.split("\n")).toEqual([
    "Nutgraf holds 2 figures from 1 source. Ask in plain words, or type help.",
    "",
    "For instance:",
    "– How many took a ferry?",
    "– And in FY2023?",
    "– Says who?",
    "",
    "",
  ]);
});

test("a pipe gets answers and nothing else", async () => {
  const { shown } = await sit(["how many"]);
  expect(shown.startsWith("Ferry passengers in FY2024")).toBe(true);
  expect((await sit([])).shown).toBe("");
});

test("empty lines are not questions", async () => {
  expect((await sit(["", "   "])).shown).toBe("");
});

test.each([
  ["sources", "Ferries fill up"],
  ["topics", "FY2019 to FY2024"],
  ["help", "What is held".toLowerCase()],
])("%s is a command, not a question, and leaves the conversation as it was", async (command, expected) => {
  const { shown } = await sit(["one", command, "two"]);
  expect(shown).toContain(expected);
  expect(shown).toContain("[one | two]");
});

test.each(["quit", "exit"])("%s ends the conversation", async (word) => {
  const { shown, prompts } = await sit([word, "how many"]);
  expect(shown).toBe("");
  expect(prompts).toBe(1);
});

test("a fault is one plain line with an id, and the conversation goes on", async () => {
  const { shown, details } = await sit(["one", "break", "two"]);
  const id = /^I could not answer just now \(error ([0-9a-f]{8})\)\.$/mu.exec(shown)?.[1];
  expect(id).toBeDefined();
  expect(details.join()).toContain(`error ${id}: Error: the bridge is up`);
  expect(shown).not.toContain("the bridge is up");
  expect(shown).not.toMatch(/^\s+at /mu);
  expect(shown).toContain("[one | two]");
});
