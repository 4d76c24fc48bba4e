import { describe, expect, test } from "vitest";
import { ask } from "../src/ask.ts";
import type { CalendarDate } from "../src/calendar/day.ts";
import type { Memory } from "../src/question/memory.ts";
import { index, knowledge, TODAY } from "./fixtures/ferries.ts";

const QUESTIONS = [
  "how many riders in 2023?",
  "and in 2022?",
  "percent change in riders from 2022 to 2023",
  "what share of riders in 2023 were on the night boat",
  "which year had the most riders",
  "is it true that 800,000 people took the ferry in 2023",
  "sailings in 2023",
  "2",
  "says who?",
  "riders in Paris",
  "what do you hold?",
  "",
] as const;

const exchange = (text: string, before: Memory | null = null, askedOn: CalendarDate = TODAY) =>
  ask({ text, askedOn }, before, knowledge);

/** A thread of all of them, in order. */
const thread = () => {
  let before: Memory | null = null;
  return QUESTIONS.map((text) => {
    const result = exchange(text, before);
    before = result.memory;
    return result;
  });
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Everything inside a value, maps and sets opened, as plain data that two of can be compared. */
const opened = (value: unknown): unknown => {
  if (value instanceof Map) return [...value].map(([key, inner]) => [opened(key), opened(inner)]);
  if (value instanceof Set) return [...value].map(opened);
  if (Array.isArray(value)) return value.map(opened);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, opened(inner)]));
};

/** Freezes a value and all in it: a write throws. Maps and sets cannot be frozen, so their writers are taken away. */
const freeze = (value: unknown, seen = new Set<unknown>()): void => {
  if (!isObject(value) || seen.has(value)) return;
  seen.add(value);
  if (value instanceof Map || value instanceof Set) {
    const refuse = (): never => {
      throw new Error("written to while asking");
    };
    Object.assign(value, { set: refuse, add: refuse, delete: refuse, clear: refuse });
    for (const inner of value instanceof Map ? [...value.keys(), ...value.values()] : value)
      freeze(inner, seen);
  }
  for (const inner of Object.values(value)) freeze(inner, seen);
  Object.freeze(value);
};

describe("asking", () => {
  test("twice gives the same, to the last word", () => expect(thread()).toEqual(thread()));

  test("changes nothing in what is held or indexed", () => {
    const before = opened([index, knowledge.catalog]);
    thread();
    expect(opened([index, knowledge.catalog])).toEqual(before);
  });

  test("changes nothing in what the thread remembers", () => {
    const { memory } = exchange("sailings in 2023");
    const copy = structuredClone(memory);
    freeze(memory);
    for (const text of QUESTIONS) exchange(text, memory);
    expect(memory).toEqual(copy);
  });

  test("goes well with everything frozen", () => {
    const expected = thread();
    freeze(knowledge.catalog);
    freeze(index);
    expect(thread()).toEqual(expected);
  });

  test.each(QUESTIONS)("shows each step in order, as plain data: %j", (text) => {
    const { trace } = exchange(text);
    const steps = ["question", "candidates", "resolution", "finding", "answer", "message"];
    expect(trace.map(({ step }) => step)).toEqual(steps);
    for (const { value } of trace) expect(JSON.stringify(value)).toMatch(/^[[{]/u);
  });

  test("knows no day but the one that it is told", () => {
    const on = (day: string) => exchange("riders last year", null, day as CalendarDate).answer.values;
    expect(on("2024-02-01").map(({ value }) => value)).toEqual([1_012_000]);
    expect(on("2023-02-01").map(({ value }) => value)).toEqual([800_000]);
    expect(on("2031-02-01")).toEqual([]);
  });

  test("takes a picked choice for the question that it stands for", () => {
    const { memory } = exchange("sailings in 2023");
    expect(exchange("2", memory).answer).toEqual(exchange("suspended sailings, 2023").answer);
  });
});
