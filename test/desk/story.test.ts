import { beforeEach, describe, expect, test } from "vitest";
import { type ChatDesk, IN_MEMORY, openChatDesk, openStore, plainText, type Store } from "../../src/desk.ts";
import { openTestDesk, TEST_DAY } from "../fixtures/test-desk.ts";

const desk = openTestDesk();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let store: Store;
let chat: ChatDesk;
beforeEach(() => {
  store = openStore({ path: IN_MEMORY, now: Date.now, setAside: () => undefined });
  chat = openChatDesk(desk, store, log);
});

const ask = async (text: string, asked: string, thread: string | null = "t1") => {
  const reply = await chat.ask({ text, askedOn: TEST_DAY, thread, asker: "ada", asked });
  if (reply.kind !== "answered") throw new Error("it was not answered");
  await chat.told({
    ...reply.record,
    platform: "slack",
    place: "C1",
    message: asked,
    thread,
    asked,
    asker: "ada",
    toldAt: "2026-11-21T12:00:00.000Z",
  });
  return reply;
};

const press = async (action: string, text: string | null = null) =>
  chat.press({ action, text, by: "ada", day: TEST_DAY });

describe("copy for a story", () => {
  test("is offered below an answer with a figure, and below nothing else", async () => {
    const labels = async (text: string, asked: string) =>
      (await ask(text, asked)).actions.map(({ label }) => label);
    expect(await labels("ICE arrests in fiscal 2024?", "1")).toContain("Copy for story");
    expect(await labels("ICE arrests in fiscal 2019?", "2")).toEqual([]);
    expect(await labels("check: ICE made 113,431 arrests in fiscal 2024.", "3")).toEqual([]);
  });

  test("of a follow-up is of what it meant in its thread", async () => {
    await ask("ICE arrests in fiscal 2024?", "1");
    await ask("and the year before?", "2");
    const { message } = await press("copy:2");
    expect(plainText(message)).toContain("ICE arrests totaled 170,590 in fiscal year 2023, according to ICE");
    expect(message.blocks.filter(({ kind }) => kind === "paste")).toHaveLength(4);
  });

  test("of a long table has it in files, and the sentence in the message", async () => {
    await ask("asylum grants by year since 2014", "1");
    const { message, files } = await press("copy:1");
    expect(plainText(message)).toContain("from 12,816 people in fiscal year 2014");
    expect(files).toEqual([]);
    expect(plainText(message)).toContain("43,113 people");
  });

  test("says what is to be minded beside it", async () => {
    await ask("ICE arrests in fiscal 2023?", "1");
    expect(plainText((await press("copy:1")).message)).toContain("Printed as the figure of a year earlier");
  });

  test("of what is not known any more says so", async () => {
    expect(plainText((await press("copy:gone")).message)).toContain("do not know any more");
  });

  test("while the store is down is not silent", async () => {
    await store.close();
    expect(plainText((await press("copy:1")).message)).toContain("did not work just now");
  });
});
