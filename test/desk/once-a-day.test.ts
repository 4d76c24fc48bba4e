import { expect, test } from "vitest";
import { onceADay } from "../../src/desk/once-a-day.ts";
import type { CalendarDate } from "../../src/desk.ts";
import { asked, openTestDesk } from "../fixtures/test-desk.ts";

const [today, tomorrow] = ["2026-11-21", "2026-11-22"] as [CalendarDate, CalendarDate];

const recording = (most: number) => {
  const worked: string[] = [];
  const once = onceADay(({ text, askedOn, locale }) => {
    worked.push(`${text} ${askedOn}${locale ?? ""}`);
    return text.length;
  }, most);
  return {
    worked,
    once: (text: string, askedOn: CalendarDate, locale: string | null = null) =>
      once({ text, askedOn, locale }),
  };
};

test("the same text is worked out once a day", () => {
  const { worked, once } = recording(10);
  expect([once("tolls", today), once("tolls", today), once("milk", today)]).toEqual([5, 5, 4]);
  expect(worked).toEqual(["tolls 2026-11-21", "milk 2026-11-21"]);
  // "Last month" is another one tomorrow.
  once("tolls", tomorrow);
  // So is one whose numbers are written another way.
  once("tolls", tomorrow, "de");
  expect(worked).toHaveLength(4);
});

test("what was not asked for the longest is forgotten first", () => {
  const { worked, once } = recording(2);
  for (const text of ["a", "b", "a", "c", "a", "b"]) once(text, today);
  expect(worked.map((one) => one[0])).toEqual(["a", "b", "c", "b"]);
});

test("a question that stands alone is answered as it always is", () => {
  const desk = openTestDesk();
  for (const question of ["ICE arrests, FY2024", "ICE arrests, FY2024", "milk"]) {
    const { answer, message, conversation } = desk.ask(asked(question), null);
    expect(desk.askAlone(asked(question))).toEqual({ answer, message, conversation });
  }
});
