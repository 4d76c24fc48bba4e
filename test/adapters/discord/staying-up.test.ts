import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answerIn, askInThread, openNewsroom, saidIn } from "./newsroom.ts";
import { seenIn } from "./seen-in.ts";
import { settle, waitFor } from "./server/wait-for.ts";

const ASKED = "How many people did ICE arrest in fiscal 2024?";
const FIGURE = "113,431";
const PATIENCE = { looksEvery: 50, waitsFor: 300, againAfter: 100 };

/** discord.js lets five seconds pass between two Identifies of one client. */
const LONG = 20_000;

describe("what was asked while nobody listened", () => {
  test.each<readonly [cause: string, forgets: boolean]>([
    ["is replayed when the session is resumed", false],
    ["is looked up when the session is gone", true],
  ])(
    "%s, and answered once",
    async (_cause, forgets) => {
      const newsroom = await openNewsroom();
      const { server, ada, desk } = newsroom;
      const { thread } = await askInThread(newsroom, ASKED);
      server.gateway.faults.closed = true;
      server.gateway.drop();
      const inChannel = server.says({ by: ada, in: desk, content: `${server.mention} ${ASKED}` });
      server.says({ by: ada, in: thread, content: `${server.mention} and the year before?` });
      server.says({ by: ada, in: desk, content: "nothing to do with the bot" });
      if (forgets) server.gateway.forget();
      server.gateway.faults.closed = false;
      const opened = await waitFor("a thread", () => server.threadOf(inChannel), LONG);
      expect(seenIn(await answerIn(newsroom, opened))).toContain(FIGURE);
      expect(seenIn(await answerIn(newsroom, thread, 1))).toContain("170,590");
      await settle();
      expect(server.said()).toHaveLength(3);
    },
    LONG,
  );

  test("is answered after a restart, and what was answered before is not", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    await askInThread(newsroom, ASKED);
    await newsroom.bot.stop();
    const asked = server.says({ by: ada, in: desk, content: `${server.mention} ${ASKED}` });
    await newsroom.restart();
    const thread = await waitFor("a thread", () => server.threadOf(asked));
    expect(seenIn(await answerIn(newsroom, thread))).toContain(FIGURE);
    await newsroom.restart();
    await settle();
    expect(server.said()).toHaveLength(2);
  });

  test("and was at hand when the process ended is answered by the next one", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "nutgraf-discord-")), "store.sqlite");
    const newsroom = await openNewsroom({ path });
    const { server, ada, desk } = newsroom;
    // The thread is opened and the answer never gets through; then the process is gone.
    server.fault({
      route: "POST /channels/:id/messages",
      status: 400,
      body: { code: 0, message: "no" },
      times: 9,
    });
    server.fault({ route: "POST /users/@me/channels", status: 400, body: { code: 0, message: "no" } });
    const asked = server.says({ by: ada, in: desk, content: `${server.mention} ${ASKED}` });
    await waitFor("the bot to give up", () =>
      newsroom.logged.some((line) => line.includes("written nowhere")),
    );
    server.rest.faults.splice(0);
    await newsroom.restart();
    const thread = await waitFor("a thread", () => server.threadOf(asked));
    expect(seenIn(await answerIn(newsroom, thread))).toContain(FIGURE);
    await newsroom.restart();
    await settle();
    expect(server.said()).toHaveLength(1);
  });

  test("longer ago than an hour is let be", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    await newsroom.bot.stop();
    server.passes(-2 * 3_600_000);
    const world = server.stage.world;
    const old = String((BigInt(Date.now() - 2 * 3_600_000) - 1_420_070_400_000n) << 22n);
    desk.messages.push({
      ...server.says({ by: ada, in: desk, content: `${server.mention} ${ASKED}` }),
      id: old,
      author: world.accounts.get(ada.id) ?? ada,
    });
    desk.messages.splice(0, desk.messages.length - 1);
    server.passes(2 * 3_600_000);
    await newsroom.restart();
    await settle(300);
    expect(server.said()).toEqual([]);
  });
});

describe("the connection", () => {
  test(
    "whose resume is never answered is noticed and made anew; what was missed is answered",
    async () => {
      const newsroom = await openNewsroom({ patience: PATIENCE });
      const { server, ada, desk } = newsroom;
      await askInThread(newsroom, ASKED);
      server.gateway.faults.unansweredResumes = 1;
      server.gateway.drop();
      await waitFor("the resume to go unanswered", () => server.gateway.faults.unansweredResumes === 0);
      const asked = server.says({ by: ada, in: desk, content: `${server.mention} ${ASKED}` });
      const thread = await waitFor("a thread", () => server.threadOf(asked), LONG);
      expect(seenIn(await answerIn(newsroom, thread))).toContain(FIGURE);
      expect(newsroom.logged.join("\n")).toContain("never answered a resume");
      await askInThread(newsroom, ASKED);
      await settle();
      expect(server.said()).toHaveLength(3);
    },
    LONG,
  );

  test(
    "is made anew again and again while Discord is not to be reached",
    async () => {
      const newsroom = await openNewsroom({ patience: PATIENCE });
      const { server } = newsroom;
      server.fault({ route: "GET /gateway/bot", status: 500, body: { message: "down" }, times: 6 });
      server.gateway.faults.unansweredResumes = 1;
      server.gateway.drop();
      await waitFor("a new session", () => server.gateway.sessions[1]?.socket, LONG);
      const { thread } = await askInThread(newsroom, ASKED);
      expect(saidIn(newsroom, thread)).toHaveLength(1);
      expect(newsroom.logged.join("\n")).toContain("once more in a while");
    },
    LONG,
  );

  test("that no heartbeat comes back on is made anew", async () => {
    const newsroom = await openNewsroom({ heartbeatInterval: 150 });
    const { server } = newsroom;
    server.gateway.faults.zombie = true;
    await waitFor("the connection to end", () => server.gateway.connected.length === 0);
    server.gateway.faults.zombie = false;
    await waitFor("the session to be resumed", () => server.gateway.sessions[0]?.resumes === 1);
    const { thread } = await askInThread(newsroom, ASKED);
    expect(saidIn(newsroom, thread)).toHaveLength(1);
  });

  test.each<
    readonly [cause: string, interrupt: "op 7" | "op 9" | "op 9, resumable" | "close 1000" | "close 4000"]
  >([
    ["told to reconnect", "op 7"],
    ["told that the session is gone", "op 9"],
    ["told to resume", "op 9, resumable"],
    ["closed normally", "close 1000"],
    ["closed with an unknown error", "close 4000"],
  ])(
    "answers again after it was %s",
    async (_cause, interrupt) => {
      const newsroom = await openNewsroom();
      const { gateway } = newsroom.server;
      const before = gateway.received.length;
      if (interrupt === "op 7") gateway.askToReconnect();
      else if (interrupt.startsWith("op 9")) gateway.invalidate(interrupt.endsWith("resumable"));
      else gateway.close(Number(interrupt.slice("close ".length)));
      const begun = () => gateway.received.slice(before).some(({ op }) => op === 2 || op === 6);
      await waitFor("a new beginning", begun, LONG);
      const { answer } = await askInThread(newsroom, ASKED);
      expect(seenIn(answer)).toContain(FIGURE);
    },
    LONG,
  );

  test("that Discord closes for good is lost, with one line that says why", async () => {
    const newsroom = await openNewsroom();
    const { server } = newsroom;
    const lost = newsroom.bot.lost?.catch((error: Error) => error.message);
    server.resetsToken();
    server.gateway.close(4004);
    expect(await lost).toMatch(/^DISCORD_TOKEN: Discord does not accept it/u);
  });
});

test("a stop finishes what is under way", async () => {
  const newsroom = await openNewsroom({ latency: 100 });
  const { server, ada, desk } = newsroom;
  const asked = server.says({ by: ada, in: desk, content: `${server.mention} ${ASKED}` });
  await waitFor("the thread to be asked for", () =>
    server.rest.requests.some(({ route }) => route.endsWith("/threads")),
  );
  await newsroom.bot.stop();
  const thread = server.threadOf(asked);
  expect(thread === null ? 0 : saidIn(newsroom, thread).length).toBe(1);
  expect(server.gateway.connected).toEqual([]);
});
