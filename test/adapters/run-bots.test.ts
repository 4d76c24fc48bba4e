import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Bot, type BotsRun, runBots } from "../../adapters/run-bots.ts";
import { StartProblem } from "../../adapters/running.ts";
import { plainText } from "../../src/desk.ts";
import { quietCourier } from "../fixtures/couriers.ts";
import { fakeDesk } from "../fixtures/fake-desk.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const run = (bots: readonly Bot[], change: Partial<BotsRun> = {}): Promise<void> =>
  runBots({
    live: { desk: fakeDesk, watch: () => async () => undefined },
    bots,
    store: ":memory:",
    log,
    corrections: "confirmed",
    untilStopped: Promise.resolve(),
    ...change,
  });

const bot = (name: string, events: string[]): Bot => ({
  name,
  start: async () => {
    events.push(`${name} starts`);
    return { stop: async () => void events.push(`${name} stops`) };
  },
});
const broken: Bot = {
  name: "broken",
  start: () => Promise.reject(new StartProblem("DISCORD_TOKEN: Discord does not know it")),
};

test("every bot starts, and stops when told", async () => {
  const events: string[] = [];
  await run([bot("one", events), bot("two", events)]);
  expect(events).toEqual(["one starts", "two starts", "one stops", "two stops"]);
});

test("one that cannot start takes the others down and says why", async () => {
  const events: string[] = [];
  await expect(run([bot("one", events), broken])).rejects.toThrow("DISCORD_TOKEN: Discord does not know it");
  expect(events).toEqual(["one starts", "one stops"]);
});

test("one that cannot go on stops them all and says why", async () => {
  const events: string[] = [];
  const lost = Promise.reject(new StartProblem("DISCORD_TOKEN: Discord does not accept it"));
  lost.catch(() => undefined);
  const losing: Bot = { name: "losing", start: async () => ({ stop: async () => undefined, lost }) };
  const never = { untilStopped: new Promise(() => undefined) };
  await expect(run([bot("one", events), losing], never)).rejects.toThrow("does not accept it");
  expect(events).toEqual(["one starts", "one stops"]);
});

test("what a thread remembers is there after a restart", async () => {
  const store = join(mkdtempSync(join(tmpdir(), "nutgraf-bots-")), "store.sqlite");
  const said: string[] = [];
  const asks = (text: string): Bot => ({
    name: text,
    start: async ({ chat }) => {
      const reply = await chat.ask({ text, thread: "t1", asker: "u1", askedOn: TEST_DAY });
      said.push(plainText(reply.message));
      return { stop: async () => undefined };
    },
  });
  await run([asks("before")], { store });
  await run([asks("after")], { store });
  expect(said.at(-1)).toContain("[before | after]");
});

describe("a store that cannot be used", () => {
  test("stops the start with one line that names the setting and the file", async () => {
    const store = join(mkdtempSync(join(tmpdir(), "nutgraf-bots-")), "notes.txt");
    writeFileSync(store, "An editor's notes.\n".repeat(100));
    const events: string[] = [];
    const failing = run([bot("one", events)], { store });
    await expect(failing).rejects.toThrow(StartProblem);
    await expect(failing).rejects.toThrow(`STORE_URL: the file ${store} cannot be used as a store`);
    expect(events).toEqual([]);
  });
});

describe("an edit of the data", () => {
  const heard: string[] = [];
  const listening: Bot = {
    name: "listening",
    start: async () => ({
      stop: async () => undefined,
      courier: {
        ...quietCourier,
        hasDesk: true,
        toDesk: async ({ message }) => {
          heard.push(plainText(message));
          return { kind: "done", message: "1", place: "desk" };
        },
      },
    }),
  };
  const problem = { file: "data/x/figures.csv", row: 3, field: "value", found: "nine", expected: "a number" };

  test("that cannot be used is told in the desk's channel with its place, and so is that it was mended", async () => {
    const edits = [
      { kind: "broken", problems: [problem] },
      { kind: "renewed", mended: true },
      { kind: "renewed", mended: false },
    ] as const;
    const live = {
      desk: fakeDesk,
      watch: (onEdit: Parameters<BotsRun["live"]["watch"]>[0]) => {
        const told = (async () => {
          for (const edit of edits) await onEdit(edit);
        })();
        return () => told;
      },
    };
    await run([listening], { live });
    expect(heard).toEqual([
      'The data was edited, and I cannot use it: 1 fault. I go on answering from what I held before.\n– data/x/figures.csv, row 3, value: found "nine", expected a number',
      "The data holds again, and I answer from it now.",
    ]);
  });
});
