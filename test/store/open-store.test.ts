import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { asked, openTestDesk } from "../fixtures/test-desk.ts";

const opened: Store[] = [];
const aside: string[] = [];
let clock = Date.parse("2026-11-22T09:00:00Z");

const open = (path: string): Store => {
  const store = openStore({ path, now: () => clock, setAside: (key, why) => aside.push(`${key}: ${why}`) });
  opened.push(store);
  return store;
};
const newFile = (): string => join(mkdtempSync(join(tmpdir(), "nutgraf-store-")), "deep", "store.sqlite");

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  aside.length = 0;
});

describe("what was kept", () => {
  test("is there after a restart", async () => {
    const file = newFile();
    const before = open(file);
    await before.texts.set("t1", "a long question");
    await before.questions.set("slack:T1:U1", ["newest", "older"]);
    await before.close();
    const after = open(file);
    expect(await after.texts.get("t1")).toBe("a long question");
    expect(await after.questions.get("slack:T1:U1")).toEqual(["newest", "older"]);
  });

  test("is null where nothing was", async () => {
    expect(await open(":memory:").texts.get("never")).toBeNull();
  });

  test("does not mix with what another shelf has under the same key", async () => {
    const store = open(":memory:");
    await store.texts.set("same", "text");
    expect(await store.questions.get("same")).toBeNull();
  });

  test.each([
    ["nonsense", '{"value": 7}', "no version"],
    ["another version", '{"value": {"version": 99, "value": "x"}}', "version 99, expected 1"],
    ["another form", '{"value": {"version": 1, "value": {"not": "a text"}}}', "expected string"],
  ])("is set aside and said where it is %s", async (_name, written, why) => {
    const file = newFile();
    open(file);
    const raw = new DatabaseSync(file);
    raw.prepare("INSERT INTO entries (key, value) VALUES (?, ?)").run("texts:broken", written);
    raw.close();
    expect(await open(file).texts.get("broken")).toBeNull();
    expect(aside.join()).toContain(why);
  });
});

test("a conversation is the same after it was kept, whatever was asked", async () => {
  const desk = openTestDesk();
  const file = newFile();
  const store = open(file);
  let memory = null;
  for (const text of [
    "How many people did ICE arrest in fiscal 2024?",
    "and the year before?",
    "by what percentage did they fall?",
    "arrests by year since 2014",
    "which year had the most removals?",
    "so far in 2025?",
    "since Biden took office",
  ]) {
    memory = desk.ask(asked(text), memory).conversation;
    await store.conversations.set("thread", memory);
    expect(await store.conversations.get("thread")).toEqual(memory);
    expect(await open(file).conversations.get("thread"), "in the next process").toEqual(memory);
  }
  expect(aside).toEqual([]);
});

describe("a delivery", () => {
  test("is taken once, by one of many, and by nobody in the next process", async () => {
    const file = newFile();
    const [one, other] = [open(file), open(file)];
    const taken = await Promise.all([one, other, one, other].map((store) => store.take("Ev1")));
    expect(taken.filter(Boolean)).toHaveLength(1);
    await one.close();
    expect(await open(file).take("Ev1")).toBe(false);
    expect(await open(file).take("Ev2")).toBe(true);
  });

  test("may be taken again after a day", async () => {
    const store = open(":memory:");
    expect(await store.take("Ev1")).toBe(true);
    clock += 23 * 3_600_000;
    expect(await store.take("Ev1")).toBe(false);
    clock += 2 * 3_600_000;
    expect(await store.take("Ev1")).toBe(true);
    expect(await store.take("Ev1")).toBe(false);
  });
});

test("a file that is no store is refused, and stays as it is", () => {
  const file = join(mkdtempSync(join(tmpdir(), "nutgraf-store-")), "notes.txt");
  writeFileSync(file, "Notes of an editor, which are not to be lost.\n".repeat(40));
  expect(() => open(file)).toThrow("not a database");
});
