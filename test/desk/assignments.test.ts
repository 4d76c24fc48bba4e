import { afterEach, describe, expect, test, vi } from "vitest";
import { sayWait } from "../../src/desk/list-assignments.ts";
import {
  type ChatDesk,
  type Desk,
  IN_MEMORY,
  listAssignments,
  openAssignments,
  openChatDesk,
  openDesk,
  openStore,
  plainText,
  type Store,
} from "../../src/desk.ts";
import { type Mail, newMail, put, writingCourier } from "../fixtures/couriers.ts";
import { copyData } from "../fixtures/data-copy.ts";
import { TEST_DAY } from "../fixtures/test-desk.ts";

vi.setConfig({ testTimeout: 30_000 });

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const stores: Store[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

const data = copyData();
const deskNow = (): Desk => {
  const opened = openDesk({ data: data.folder, archive: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.desk;
};
const without = deskNow();
const ROW =
  'p18,passengers,,870000,,exact,2018,2018-01-01,2018-12-31,printed,actual,harbour-post,2,"870,000",the port office,,current,,\n';
data.edit("figures.csv", (text) => `${text.trimEnd()}\n${ROW}`);
const withIt = deskNow();

type Newsroom = {
  readonly chat: ChatDesk;
  readonly store: Store;
  readonly mail: Mail;
  readonly changed: Map<string, string[]>;
  /** The same store behind a desk that holds something else. */
  readonly become: (desk: Desk) => Promise<ChatDesk>;
  readonly press: (label: "take" | "decline", reason?: string) => Promise<string>;
};

const openNewsroom = async (): Promise<Newsroom> => {
  const store = openStore({ path: IN_MEMORY, now: Date.now, setAside: () => undefined });
  stores.push(store);
  const mail = newMail();
  const changed = new Map<string, string[]>();
  const courier = {
    ...writingCourier("slack", mail),
    changeAtDesk: async (message: string, post: { readonly message: Parameters<typeof plainText>[0] }) => {
      put(changed, message, plainText(post.message));
      return { kind: "done", message, place: "desk" } as const;
    },
  };
  const become = async (desk: Desk): Promise<ChatDesk> => {
    const chat = openChatDesk(desk, store, log);
    await chat.office.begin({ couriers: [courier], corrections: "confirmed", today: () => TEST_DAY });
    return chat;
  };
  const chat = await become(without);
  const press: Newsroom["press"] = async (label, reason) => {
    const [open] = await openAssignments(store);
    const on = { platform: "slack", message: "m" };
    const action = `${label}:${open?.id}`;
    return plainText(await chat.office.decide({ action, reason: reason ?? null, by: "Grace", on }));
  };
  return { chat, store, mail, changed, become, press };
};

/** Asks what is not held, in a thread, and enters the refusal as an adapter does. */
const miss = async (chat: ChatDesk, text: string, at = "1") => {
  const reply = await chat.ask({ text, askedOn: TEST_DAY, thread: `t${at}`, asker: "ada" });
  if (reply.kind !== "answered") throw new Error("failed");
  await chat.told({
    ...reply.record,
    platform: "slack",
    place: "C1",
    message: at,
    thread: `t${at}`,
    asked: `asked ${at}`,
    asker: "ada",
    toldAt: "2026-11-21T09:00:00.000Z",
  });
  return reply;
};

const QUESTION = "ferry passengers in 2018?";
const assign = async ({ chat }: Newsroom, asked = "asked 1"): Promise<string> =>
  plainText(await chat.office.assign({ asked, by: "Ada" }));

describe("a question that is refused", () => {
  test("is one for the desk, and one that is answered is not", async () => {
    const { chat } = await openNewsroom();
    expect((await miss(chat, QUESTION)).isForDesk).toBe(true);
    expect((await miss(chat, "ferry passengers in 2019?", "2")).isForDesk).toBe(false);
  });

  test("goes to the desk's channel with what failed and what is closest, once", async () => {
    const newsroom = await openNewsroom();
    await miss(newsroom.chat, QUESTION);
    expect(await assign(newsroom)).toContain("The desk has your question.");
    expect(await assign(newsroom)).toContain("The desk has this question already.");
    expect(newsroom.mail.desk).toHaveLength(1);
    const [post] = newsroom.mail.desk;
    expect(post).toContain("Ada asks the desk for a figure.");
    expect(post).toContain(`Asked: ${QUESTION}`);
    expect(post).toMatch(/I hold ferry passengers .* but not for 2018/u);
    expect(post).toContain("The closest that I do hold:\n– ferry passengers, ");
    expect(post).toContain("[I take it]\n[Decline]");
  });

  test("whose button is older than the memory is said to be", async () => {
    expect(await assign(await openNewsroom(), "never asked")).toContain("I do not know any more");
  });
});

describe("an assignment", () => {
  test("that somebody takes says so, and is still open", async () => {
    const newsroom = await openNewsroom();
    await miss(newsroom.chat, QUESTION);
    await assign(newsroom);
    expect(await newsroom.press("take")).toContain("It is yours.");
    expect(newsroom.changed.get("m")?.at(-1)).toContain("Taken by Grace.");
    expect(await newsroom.press("take")).toBe("Taken by Grace.");
    const listed = plainText(
      listAssignments(await openAssignments(newsroom.store), Date.now() + 3 * 86_400_000),
    );
    expect(listed).toBe(`1 assignment open:\n${QUESTION}, slack C1, Taken by Grace.: 3 days`);
  });

  test("that is declined has its reason told in the thread that asked, once, and is over", async () => {
    const newsroom = await openNewsroom();
    await miss(newsroom.chat, QUESTION);
    await assign(newsroom);
    expect(newsroom.chat.office.reasonFor("decline:x")).not.toBeNull();
    expect(newsroom.chat.office.reasonFor("take:x")).toBeNull();
    await newsroom.press("decline", "Nobody counted them.");
    expect(newsroom.mail.replied.get("1")).toEqual([
      `The desk cannot give the figure that you asked for.\nAsked: ${QUESTION}\nWhy: Nobody counted them.`,
    ]);
    expect(newsroom.changed.get("m")?.at(-1)).toContain("Declined by Grace: Nobody counted them.");
    expect(await openAssignments(newsroom.store)).toEqual([]);
    await newsroom.become(withIt);
    expect(newsroom.mail.replied.get("1")).toHaveLength(1);
  });

  test("is answered in the thread that asked as soon as a figure is added, once, and stands in the ledger", async () => {
    const newsroom = await openNewsroom();
    await miss(newsroom.chat, QUESTION);
    await assign(newsroom);
    const chat = await newsroom.become(withIt);
    await chat.office.seeTo();
    await newsroom.become(withIt);
    const replies = newsroom.mail.replied.get("1") ?? [];
    expect(replies).toHaveLength(1);
    expect(replies[0]).toContain("The desk has added what you asked for.");
    expect(replies[0]).toContain("870,000 passengers");
    expect(newsroom.changed.get("m")?.at(-1)).toContain("Answered, and the thread that asked was told");
    const told = await newsroom.store.tellings.get("asked 1 answered");
    expect(told).toMatchObject({ message: "m", rests: [{ id: "p18" }] });
    expect(await openAssignments(newsroom.store)).toEqual([]);
  });

  test("is asked as it was meant in its thread", async () => {
    const newsroom = await openNewsroom();
    await newsroom.chat.ask({
      text: "ferry passengers in 2019?",
      askedOn: TEST_DAY,
      thread: "t1",
      asker: "ada",
    });
    await miss(newsroom.chat, "and in 2018?");
    await assign(newsroom);
    await newsroom.become(withIt);
    expect(newsroom.mail.replied.get("1")?.[0]).toContain("870,000 passengers");
  });

  test("stays open while what is added answers something else", async () => {
    const newsroom = await openNewsroom();
    await miss(newsroom.chat, "ferry passengers in 2017?");
    await assign(newsroom);
    await newsroom.become(withIt);
    expect(newsroom.mail.replied.size).toBe(0);
    expect(await openAssignments(newsroom.store)).toHaveLength(1);
  });
});

test.each([
  [30_000, "0 minutes"],
  [60_000, "1 minute"],
  [119 * 60_000, "119 minutes"],
  [5 * 3_600_000, "5 hours"],
  [47 * 3_600_000, "47 hours"],
  [72 * 3_600_000, "3 days"],
])("%d ms is %s", (milliseconds, said) => {
  expect(sayWait(milliseconds)).toBe(said);
});
