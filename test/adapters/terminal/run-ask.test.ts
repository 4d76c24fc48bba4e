import { describe, expect, test } from "vitest";
import type { AskOptions } from "../../../adapters/terminal/ask-options.ts";
import { type AskRun, runBatch, runQuestion } from "../../../adapters/terminal/run-ask.ts";
import type { CalendarDate } from "../../../src/desk.ts";
import { contractSchema } from "../../fixtures/contract.ts";
import { fakeDesk } from "../../fixtures/fake-desk.ts";

const recorder = (options: Partial<AskOptions> = {}) => {
  const printed: string[] = [];
  const complaints: string[] = [];
  const details: string[] = [];
  const run: AskRun = {
    desk: fakeDesk,
    options: { json: true, trace: false, now: null, chart: null, csv: null, copy: false, ...options },
    today: "2026-11-21" as CalendarDate,
    screen: { width: 80, colour: false },
    print: async (text) => {
      printed.push(text);
    },
    complain: (line) => complaints.push(line),
    log: (detail) => details.push(detail),
  };
  return { run, printed, complaints, details };
};

async function* file(...lines: readonly string[]) {
  yield* lines;
}
const line = (id: string, question: string, more: object = {}) => JSON.stringify({ id, question, ...more });
const objects = (printed: readonly string[]) => printed.map((text) => contractSchema.parse(JSON.parse(text)));

describe("one question", () => {
  test("is one object on one line", async () => {
    const { run, printed } = recorder();
    expect(await runQuestion(run, "how many?")).toBe(0);
    expect(objects(printed)).toMatchObject([{ id: null, status: "answered" }]);
    expect(printed[0]).toMatch(/^[^\n]+\n$/u);
  });

  test.each([
    [null, "[2026-11-21]"],
    ["2024-02-29" as CalendarDate, "[2024-02-29]"],
  ])("--now %s is asked on %s", async (now, expected) => {
    const { run, printed } = recorder({ json: false, now });
    await runQuestion(run, "how many?");
    expect(printed.join("")).toContain(expected);
  });

  test("its steps are shown below the answer", async () => {
    const { run, printed } = recorder({ json: false, trace: true });
    await runQuestion(run, "how many?");
    expect(printed.join("")).toContain(
      '── parse\n{\n  "text": "how many?",\n  "periods": {\n    "FY2024": 1',
    );
  });

  test("its steps never mix with the object", async () => {
    const { run, printed, complaints } = recorder({ trace: true });
    await runQuestion(run, "how many?");
    expect(objects(printed)).toHaveLength(1);
    expect(complaints.join()).toContain("── parse");
  });

  test("a fault is no answer: one line on standard error, status 1", async () => {
    const { run, printed, complaints, details } = recorder();
    expect(await runQuestion(run, "break")).toBe(1);
    expect(printed).toEqual([]);
    expect(complaints).toEqual([
      expect.stringMatching(/^I could not answer just now \(error [0-9a-f]{8}\)\.$/u),
    ]);
    expect(details[0]).toContain("the bridge is up");
  });
});

describe("a batch", () => {
  test("is answered in order, each line under its name", async () => {
    const { run, printed } = recorder();
    expect(await runBatch(run, file(line("b", "one"), line("a", "which ferries"), line("c", " ")))).toBe(0);
    expect(objects(printed)).toMatchObject([
      { id: "b", status: "answered" },
      { id: "a", status: "clarify" },
      { id: "c", status: "not_found" },
    ]);
  });

  test("lines of one thread are one conversation, lines without a thread are none", async () => {
    const { run, printed } = recorder();
    await runBatch(
      run,
      file(
        line("1", "one", { thread: "x" }),
        line("2", "two", { thread: "y" }),
        line("3", "three"),
        line("4", "four", { thread: "x" }),
        line("5", "five"),
      ),
    );
    expect(objects(printed).map(({ text }) => /\[([^\]]*)\]$/mu.exec(text)?.[1])).toEqual([
      "one",
      "two",
      "three",
      "one | four",
      "five",
    ]);
  });

  test("a line's own day comes before --now, which comes before today", async () => {
    const { run, printed } = recorder({ now: "2025-01-01" as CalendarDate });
    await runBatch(run, file(line("1", "one", { now: "2024-02-29" }), line("2", "two")));
    expect(objects(printed).map(({ text }) => /\[(\d[^\]]*)\]/u.exec(text)?.[1])).toEqual([
      "2024-02-29",
      "2025-01-01",
    ]);
  });

  test("a wrong line is named by its number, blank lines counted, and the good ones are answered", async () => {
    const { run, printed, complaints } = recorder();
    const status = await runBatch(run, file(line("1", "one"), "", "{bad", line("4", "four"), '{"id":"5"}'));
    expect(status).toBe(2);
    expect(complaints).toEqual(["line 3: no JSON", 'line 5: "question" is to be a string']);
    expect(objects(printed).map(({ id }) => id)).toEqual(["1", "4"]);
  });

  test("a byte order mark is no part of the first line", async () => {
    const { run, printed } = recorder();
    expect(await runBatch(run, file(`\ufeff${line("1", "one")}`))).toBe(0);
    expect(printed).toHaveLength(1);
  });

  test("a line that breaks us is named, the rest is answered, and the status says so", async () => {
    const { run, printed, complaints } = recorder();
    expect(await runBatch(run, file(line("1", "break"), line("2", "two")))).toBe(1);
    expect(complaints).toEqual([expect.stringMatching(/^line 1: I could not answer just now/u)]);
    expect(objects(printed).map(({ id }) => id)).toEqual(["2"]);
  });

  test("each answer is printed before the next line is read", async () => {
    const { run, printed } = recorder();
    const seen: number[] = [];
    const lines = (async function* () {
      for (const id of ["1", "2", "3"]) {
        seen.push(printed.length);
        yield line(id, "one");
      }
    })();
    await runBatch(run, lines);
    expect(seen).toEqual([0, 1, 2]);
  });
});
