import { afterEach, describe, expect, test, vi } from "vitest";
import {
  type ChatDesk,
  IN_MEMORY,
  type Log,
  openChatDesk,
  openStore,
  plainText,
  type Store,
} from "../../src/desk.ts";
import { fakeDesk } from "../fixtures/fake-desk.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

const logged: string[] = [];
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (detail, what) => logged.push(`${what} ${JSON.stringify(detail)}`),
};
const opened: { readonly chat: ChatDesk; readonly store: Store }[] = [];
const open = (change: Partial<Store> = {}): ChatDesk => {
  const store = openStore({ path: IN_MEMORY, now: Date.now, setAside: () => undefined });
  const chat = openChatDesk(fakeDesk, { ...store, ...change }, log);
  opened.push({ chat, store });
  return chat;
};

const question = (text: string, thread: string | null = "t1") => ({
  text,
  thread,
  asker: "u1",
  askedOn: TEST_DAY,
});
const sayings = async (chat: ChatDesk, text: string, thread: string | null = "t1"): Promise<string> => {
  const reply = await chat.ask(question(text, thread));
  return plainText(reply.message);
};

afterEach(async () => {
  vi.useRealTimers();
  for (const { chat, store } of opened.splice(0)) {
    await chat.settle();
    await store.close();
  }
  logged.length = 0;
});

describe("a thread", () => {
  test("remembers what was asked in it, and nothing of another", async () => {
    const chat = open();
    await chat.ask(question("first"));
    await chat.ask(question("elsewhere", "t2"));
    expect(await sayings(chat, "second")).toContain("[first | second]");
  });

  test("takes questions that come at once in their order", async () => {
    const chat = open();
    const replies = await Promise.all(["a", "b", "c", "d"].map((text) => sayings(chat, text)));
    expect(replies.at(-1)).toContain("[a | b | c | d]");
  });

  test("that is none leaves nothing behind", async () => {
    const chat = open();
    await chat.ask(question("first", null));
    expect(await sayings(chat, "second", null)).toContain("[second]");
  });
});

describe("a draft to be checked", () => {
  test("is no question of the thread or of the person", async () => {
    const chat = open();
    await chat.ask(question("first"));
    await chat.ask(question("check: 113,000 took a ferry"));
    expect(await sayings(chat, "second")).toContain("[first | second]");
    expect(await chat.recentQuestions("u1")).toEqual(["second", "first"]);
  });
});

describe("a fault", () => {
  test("is said as one, with an id that the log has, and is not remembered", async () => {
    const chat = open();
    const reply = await chat.ask(question("break"));
    expect(reply.kind).toBe("failed");
    expect(plainText(reply.message)).toMatch(/^I could not answer just now \(error [0-9a-f]{8}\)\.$/u);
    expect(logged[0]).toContain("the bridge is up");
    expect(plainText(reply.message)).toContain(reply.kind === "failed" ? reply.id : "?");
    expect(await sayings(chat, "next")).toContain("[next]");
  });
});

describe("a store that is down", () => {
  const down = () => Promise.reject(new Error("disk full"));
  const all = () => ({ [Symbol.asyncIterator]: () => ({ next: down }) });
  const shelf = { get: down, set: down, remove: down, all };
  const broken = {
    conversations: shelf,
    questions: shelf,
    tellings: shelf,
    texts: shelf,
    take: down,
  };

  test("leaves the answer, which says what it lacks", async () => {
    const said = await sayings(open(broken), "first");
    expect(said).toContain("113,000");
    expect(said).toContain("My memory is not working");
    expect(logged.join()).toContain("disk full");
  });

  test("takes each delivery once all the same", async () => {
    const chat = open(broken);
    expect([await chat.take("Ev1"), await chat.take("Ev1"), await chat.take("Ev2")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("makes everything else null, not an exception", async () => {
    const chat = open(broken);
    expect(await chat.keep("long")).toBeNull();
    expect(await chat.kept("id")).toBeNull();
    expect(await chat.recentQuestions("u1")).toEqual([]);
    expect(await chat.toldFor("m1")).toBeNull();
  });

  test("is waited for only so long", async () => {
    vi.useFakeTimers();
    const never = () => new Promise<never>(() => undefined);
    const saying = sayings(open({ conversations: { get: never, set: never, remove: never, all } }), "first");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await saying).toContain("My memory is not working");
  });
});

test("a delivery is taken once", async () => {
  const chat = open();
  expect([await chat.take("Ev1"), await chat.take("Ev1")]).toEqual([true, false]);
});

test("a person's last questions are the newest first, each once, at most five", async () => {
  const chat = open();
  for (const text of ["a", "b", "c", "a", "d", "e", "f"]) await chat.ask(question(text));
  expect(await chat.recentQuestions("u1")).toEqual(["f", "e", "d", "a", "c"]);
});

test("a long text is kept behind an id that fits a button", async () => {
  const chat = open();
  const text = "how many ".repeat(40);
  const id = await chat.keep(text);
  expect(id?.length).toBeLessThanOrEqual(16);
  expect(await chat.kept(id ?? "")).toBe(text);
  expect(await chat.keep(text)).toBe(id);
});

test("what was told is found by the message that asked", async () => {
  const chat = open();
  const telling = {
    platform: "slack",
    place: "C1",
    message: "2",
    thread: "t1",
    asked: "slack:C1:1",
    question: "q",
    askedOn: TEST_DAY,
    toldAt: "2026-11-21T09:00:00.000Z",
    headline: "Ferry passengers: 113,000.",
    told: [{ figures: ["f1"], value: 113000, unit: "passengers", label: "ferries", period: "FY2024" }],
  };
  await chat.told(telling);
  expect(await chat.toldFor("slack:C1:1")).toMatchObject(telling);
  expect(await chat.toldFor("slack:C1:9")).toBeNull();
});

test("an answer comes with what may be asked next", async () => {
  const reply = await open().ask(question("How many took a boat?"));
  expect(reply.kind === "answered" && reply.followUps.map(({ question }) => question)).toEqual([
    "ferry passengers, FY2023",
  ]);
});
