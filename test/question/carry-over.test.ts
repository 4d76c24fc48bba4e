import { describe, expect, test } from "vitest";
import { calendarYear } from "../../src/calendar/calendar-periods.ts";
import type { CalendarDate } from "../../src/calendar/day.ts";
import type { Period } from "../../src/calendar/period.ts";
import { carryOver } from "../../src/question/carry-over.ts";
import type { Memory } from "../../src/question/memory.ts";
import { parse } from "../fixtures/ferries.ts";

const thread = (...periods: readonly Period[]): Memory => ({
  turns: [
    {
      readings: [{ measure: "passengers", members: [], periods }],
      references: [],
      operation: { kind: "lookup" },
      refused: false,
    },
  ],
  options: [],
});

const references = (text: string, memory: Memory | null): readonly string[] =>
  carryOver(parse(text), memory, 7).periods.map(({ reference }) =>
    "period" in reference ? `${reference.kind} ${reference.period.start}` : reference.kind,
  );

describe("a period that leans is counted from the one that was told last", () => {
  test.each([
    ["the year before", ["within 2021-01-01"]],
    ["and the year after?", ["within 2023-01-01"]],
    ["how many that year", ["within 2022-01-01"]],
    ["and in 2019?", ["within 2019-01-01"]],
    ["riders", []],
  ])("%s", (text, expected) => expect(references(text, thread(calendarYear(2022)))).toEqual(expected));

  test("the last of several that were told", () => {
    expect(references("the year before", thread(calendarYear(2020), calendarYear(2022)))).toEqual([
      "within 2021-01-01",
    ]);
  });

  test("where the question names a year itself, it is counted from that and not from the thread", () => {
    expect(references("riders in 2023 against the year before", thread(calendarYear(2020)))).toEqual([
      "within 2023-01-01",
      "shift",
    ]);
  });

  test("nothing is counted where nothing was told", () => {
    expect(references("the year before", null)).toEqual(["shift"]);
    expect(references("the year before", { turns: [], options: [] })).toEqual(["shift"]);
  });

  test("what has no end has no year before it", () => {
    const open: Period = { label: "since June 2023", start: "2023-06-01" as CalendarDate, end: null };
    expect(references("the year before", thread(open))).toEqual(["shift"]);
  });

  test("the question is otherwise what it was, and knows its thread", () => {
    const [question, memory] = [parse("riders in 2019"), thread(calendarYear(2022))];
    expect(carryOver(question, memory, 7)).toEqual({ ...question, thread: memory });
  });
});
