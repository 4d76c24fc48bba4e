import { expect, test } from "vitest";
import { TERMINAL } from "../../../adapters/terminal/limits.ts";
import { runCheck } from "../../../adapters/terminal/run-check.ts";
import type { CalendarDate } from "../../../src/desk.ts";
import { openTestDesk } from "../../fixtures/test-desk.ts";

const desk = openTestDesk();
const TEXT = "ICE made 113,431 arrests in fiscal 2024.\n\n".repeat(6);

/** A check in which each paragraph seems to take so many milliseconds. */
const checkSlowly = async (each: number) => {
  let now = 0;
  let printed = "";
  const progress: string[] = [];
  await runCheck(
    {
      desk,
      options: { json: false, now: null },
      today: "2026-11-21" as CalendarDate,
      screen: { width: 90, colour: false },
      print: async (text) => {
        printed += text;
      },
      progress: (line) => progress.push(line),
      clock: () => {
        now += each;
        return now;
      },
    },
    TEXT,
  );
  return { printed, progress };
};

test("a short check says nothing of how far it is", async () => {
  expect((await checkSlowly(10)).progress).toEqual([]);
});

test("a long one does, from time to time", async () => {
  const { progress, printed } = await checkSlowly(TERMINAL.progressEvery);
  expect(progress[0]).toBe("checked 1 of 6 paragraphs");
  expect(printed).not.toContain("unchecked");
});

test("one that is too long stops, and says what it left unread", async () => {
  const { printed } = await checkSlowly(TERMINAL.longestCheck / 2);
  expect(printed).toContain("I read the first 2 of 6 paragraphs; the rest is unchecked.");
});
