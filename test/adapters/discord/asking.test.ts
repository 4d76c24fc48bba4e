import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test, vi } from "vitest";
import { HOSTILE } from "../renderer-contract.ts";
import { answerIn, askInThread, openNewsroom, saidIn } from "./newsroom.ts";
import { marksIn, readMarkdown } from "./read-markdown.ts";
import { seenIn } from "./seen-in.ts";
import { buttonsOf } from "./server/discord-server.ts";
import { placePayload } from "./server/payloads.ts";
import { settle, waitFor } from "./server/wait-for.ts";

// Against a server that strips what a bot without the Message Content intent may not read.

const ASKED = "How many people did ICE arrest in fiscal 2024?";
const FOLLOW_UP = "and the year before?";
const [FIGURE, EARLIER] = ["113,431", "170,590"];

describe("a mention in a channel", () => {
  test("opens a thread on the question, named after it, and answers there with figure and source", async () => {
    const newsroom = await openNewsroom();
    const { asked, thread, answer } = await askInThread(newsroom, ASKED);
    expect([thread.id, thread.name, thread.parent]).toEqual([asked.id, ASKED, newsroom.desk]);
    expect(seenIn(answer)).toContain(FIGURE);
    expect(seenIn(answer)).toContain("The Washington Times");
    await settle();
    expect(saidIn(newsroom, newsroom.desk)).toEqual([]);
    expect(saidIn(newsroom, thread)).toHaveLength(1);
  });

  test("asks for no privileged intent", async () => {
    const { server } = await openNewsroom();
    const intents = server.gateway.sessions[0]?.intents ?? 0;
    expect(intents & ((1 << 1) | (1 << 8) | (1 << 15))).toBe(0);
  });

  test("that asks nothing is shown what there is to ask about", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    server.says({ by: ada, in: desk, content: server.mention });
    const answer = await answerIn(newsroom, desk);
    expect(seenIn(answer)).toMatch(/Mention me in a channel[\s\S]*I hold \d+ figures/u);
    expect(buttonsOf(answer).length).toBeGreaterThan(1);
  });

  test.each<readonly [why: string, change: { denied?: bigint; type?: ChannelType }]>([
    ["no thread may be opened", { denied: PermissionFlagsBits.CreatePublicThreads }],
    ["nothing may be said in threads", { denied: PermissionFlagsBits.SendMessagesInThreads }],
    ["the channel holds no threads", { type: ChannelType.GuildVoice }],
  ])("is answered in place where %s", async (_why, change) => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const channel = server.channel("elsewhere", change);
    server.stage.gateway.dispatch("CHANNEL_CREATE", () => ({ ...channelPayload(newsroom, channel) }));
    const asked = server.says({ by: ada, in: channel, content: `${server.mention} ${ASKED}` });
    const answer = await answerIn(newsroom, channel);
    expect(seenIn(answer)).toContain(FIGURE);
    expect(answer.replyTo).toBe(asked);
    server.says({ by: ada, in: channel, content: FOLLOW_UP, replyTo: answer });
    expect(seenIn(await answerIn(newsroom, channel, 1))).toContain(EARLIER);
  });

  test.each([160_004, 160_005, 160_006, 50_083, 50_013, 50_001])(
    "is answered in place where the thread is refused with %d",
    async (code) => {
      const newsroom = await openNewsroom();
      const { server, ada, desk } = newsroom;
      const body = { code, message: "refused" };
      server.fault({ route: "POST /channels/:id/messages/:id/threads", status: 403, body });
      const asked = server.says({ by: ada, in: desk, content: `${server.mention} ${ASKED}` });
      const answer = await answerIn(newsroom, desk);
      expect([seenIn(answer).includes(FIGURE), answer.replyTo]).toEqual([true, asked]);
    },
  );

  test("whose thread was opened and the answer to that got lost is answered in that thread", async () => {
    const newsroom = await openNewsroom();
    const { server } = newsroom;
    const route = "POST /channels/:id/messages/:id/threads";
    server.fault({ route, status: 502, body: { message: "bad gateway" }, afterServing: true });
    const { answer } = await askInThread(newsroom, ASKED);
    expect(seenIn(answer)).toContain(FIGURE);
  });

  test("by the bot's role, which shows nothing, is told to mention the bot", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    server.says({ by: ada, in: desk, content: `<@&${server.stage.world.botRole}> ${ASKED}` });
    expect((await answerIn(newsroom, desk)).content).toContain("mentioned my role");
  });
});

describe("in a thread", () => {
  test("a mention, and a reply with ping, go on with what was asked before", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const { thread, answer } = await askInThread(newsroom, ASKED);
    server.says({ by: ada, in: thread, content: `${server.mention} ${FOLLOW_UP}` });
    expect(seenIn(await answerIn(newsroom, thread, 1))).toContain(EARLIER);
    server.says({ by: ada, in: thread, content: "by what percentage did that change?", replyTo: answer });
    const third = await answerIn(newsroom, thread, 2);
    expect(seenIn(third)).toContain("-33.5%");
    expect(third.replyTo?.content).toBe("by what percentage did that change?");
  });

  test("a plain message, which shows nothing, is told once how to ask", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const { thread, answer } = await askInThread(newsroom, ASKED);
    server.says({ by: ada, in: thread, content: FOLLOW_UP });
    const hint = await answerIn(newsroom, thread, 1);
    expect(hint.content).toContain("only read messages here that mention");
    expect([hint.mentions, hint.mentionRoles, hint.mentionsEveryone]).toEqual([[], [], false]);
    server.says({ by: ada, in: thread, content: "hello?" });
    server.says({ by: ada, in: thread, content: "hello??", replyTo: answer, ping: false });
    await newsroom.restart();
    server.says({ by: ada, in: thread, content: "anybody?" });
    await settle();
    expect(saidIn(newsroom, thread)).toHaveLength(2);
  });

  test("people who talk to each other are left alone", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const bob = server.person("Bob");
    const { thread } = await askInThread(newsroom, ASKED);
    const said = server.says({ by: bob, in: thread, content: `<@${ada.id}> look at this` });
    server.says({ by: ada, in: thread, content: "thanks", replyTo: said });
    const theirs = server.thread(newsroom.desk, "theirs", bob);
    server.says({ by: bob, in: theirs, content: "a plain message" });
    await settle();
    expect([saidIn(newsroom, thread).length, saidIn(newsroom, theirs).length]).toEqual([1, 0]);
  });

  test("that was opened by somebody else a mention is answered too", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const thread = server.thread(desk, "budget", ada);
    server.says({ by: ada, in: thread, content: `${server.mention} ${ASKED}` });
    expect(seenIn(await answerIn(newsroom, thread))).toContain(FIGURE);
  });

  test("that is archived when the answer comes, it is revived", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const { thread } = await askInThread(newsroom, ASKED);
    server.fault({
      route: "POST /channels/:id/messages",
      status: 400,
      body: { code: 50_083, message: "archived" },
    });
    server.says({ by: ada, in: thread, content: `${server.mention} ${FOLLOW_UP}` });
    expect(seenIn(await answerIn(newsroom, thread, 1))).toContain(EARLIER);
    expect(server.rest.requests.map(({ route }) => route)).toContain("PATCH /channels/:id");
  });

  test("that is locked, the answer goes to the channel above, with a link to the question", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const { thread } = await askInThread(newsroom, ASKED);
    thread.locked = true;
    const asked = server.says({ by: ada, in: thread, content: `${server.mention} ${FOLLOW_UP}` });
    const answer = await answerIn(newsroom, desk);
    expect(seenIn(answer)).toContain(EARLIER);
    expect(answer.content).toContain(asked.id);
  });
});

describe("direct messages", () => {
  test("need no mention, and are one conversation", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const direct = server.direct(ada);
    server.says({ by: ada, in: direct, content: ASKED });
    expect(seenIn(await answerIn(newsroom, direct))).toContain(FIGURE);
    server.says({ by: ada, in: direct, content: FOLLOW_UP });
    expect(seenIn(await answerIn(newsroom, direct, 1))).toContain(EARLIER);
  });

  test("are where the answer goes that may be written nowhere else", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const route = "POST /channels/:id/messages";
    const refusal = { status: 403, body: { code: 50_013, message: "Missing Permissions" } };
    server.fault({ route: "POST /channels/:id/messages/:id/threads", ...refusal });
    server.fault({ route, ...refusal, times: 2 });
    server.says({ by: ada, in: desk, content: `${server.mention} ${ASKED}` });
    expect(seenIn(await answerIn(newsroom, server.direct(ada)))).toContain(FIGURE);
  });
});

describe("an edited question", () => {
  test("is answered anew in the answer that it has", async () => {
    const newsroom = await openNewsroom();
    const { server } = newsroom;
    const { asked, thread, answer } = await askInThread(
      newsroom,
      "How many people did ICE arrest in fiscal 2023?",
    );
    expect(seenIn(answer)).toContain(EARLIER);
    server.edits(asked, `${server.mention} ${ASKED}`);
    await waitFor("the answer to change", () => seenIn(answer).includes(FIGURE));
    await settle();
    expect(saidIn(newsroom, thread)).toEqual([answer]);
  });

  test("whose answer is old gets a new one: Discord limits edits of old messages", async () => {
    const newsroom = await openNewsroom();
    const { server } = newsroom;
    const { asked, thread, answer } = await askInThread(
      newsroom,
      "How many people did ICE arrest in fiscal 2023?",
    );
    server.fault({
      route: "PATCH /channels/:id/messages/:id",
      status: 400,
      body: { code: 30_046, message: "Maximum number of edits to messages older than 1 hour reached" },
    });
    server.edits(asked, `${server.mention} ${ASKED}`);
    const again = await answerIn(newsroom, thread, 1);
    expect([seenIn(again).includes(FIGURE), again.replyTo]).toEqual([true, answer]);
  });

  test("that mentions the bot only now is answered", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const asked = server.says({ by: ada, in: desk, content: ASKED });
    await settle();
    expect(server.said()).toEqual([]);
    Object.assign(asked, { mentions: [server.bot] });
    server.edits(asked, `${server.mention} ${ASKED}`);
    const thread = await waitFor("a thread", () => server.threadOf(asked));
    expect(seenIn(await answerIn(newsroom, thread))).toContain(FIGURE);
  });
});

describe("exactly once", () => {
  test("an event that comes twice is answered once", async () => {
    const newsroom = await openNewsroom();
    const { server } = newsroom;
    const { thread } = await askInThread(newsroom, ASKED);
    server.gateway.repeatLast("MESSAGE_CREATE");
    await settle();
    expect([server.said().length, saidIn(newsroom, thread).length]).toEqual([1, 1]);
  });

  test("bots, webhooks and the bot itself are not answered", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const content = `${server.mention} ${ASKED}`;
    server.says({ by: server.otherBot("Echo"), in: desk, content });
    server.says({ by: ada, in: desk, content, webhook: true });
    server.says({ by: server.bot, in: desk, content });
    await settle();
    expect(server.said()).toHaveLength(1);
  });

  test("an answer whose receipt got lost is sent again and stands there once", async () => {
    const newsroom = await openNewsroom();
    const { server } = newsroom;
    const body = { message: "bad gateway" };
    server.fault({ route: "POST /channels/:id/messages", status: 502, body, afterServing: true, times: 3 });
    const { thread } = await askInThread(newsroom, ASKED);
    await settle();
    expect(saidIn(newsroom, thread)).toHaveLength(1);
  });

  test("a limit over all routes is waited out", async () => {
    const newsroom = await openNewsroom();
    const { server } = newsroom;
    server.fault({
      route: "POST /channels/:id/messages/:id/threads",
      status: 429,
      body: { message: "You are being rate limited.", retry_after: 0.3, global: true },
      headers: { "retry-after": "0.3", "x-ratelimit-global": "true", "x-ratelimit-scope": "global" },
    });
    const { thread } = await askInThread(newsroom, ASKED);
    await settle();
    expect([saidIn(newsroom, thread).length, server.said().length]).toEqual([1, 1]);
  });

  test("rate limits are waited out", async () => {
    const newsroom = await openNewsroom();
    const { server } = newsroom;
    server.limits("POST /channels/:id/messages/:id/threads", 0.2);
    server.limits("POST /channels/:id/messages", 0.2, 2);
    const { thread } = await askInThread(newsroom, ASKED);
    await settle(400);
    expect(saidIn(newsroom, thread)).toHaveLength(1);
  });
});

describe("what people type is text", () => {
  test("nobody is pinged and nothing styled by a question that is quoted back", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const content = `${server.mention} ${HOSTILE} ${server.mention}`;
    const asked = server.says({ by: ada, in: desk, content });
    const thread = await waitFor("a thread", () => server.threadOf(asked));
    const answer = await answerIn(newsroom, thread);
    expect([answer.mentions, answer.mentionRoles, answer.mentionsEveryone]).toEqual([[], [], false]);
    const marks = [answer.content, ...answer.embeds.map(({ description }) => description ?? "")]
      .flatMap((text) => marksIn(readMarkdown(text)))
      .filter(([kind, text]) => !["subtext", "list", "emphasis"].includes(kind) && !/^\d+\.$/u.test(text));
    expect(marks).toEqual([]);
  });

  test("everything that is sent turns mentions off", async () => {
    const newsroom = await openNewsroom();
    await askInThread(newsroom, ASKED);
    const bodies = newsroom.server.rest.requests
      .filter(
        ({ route }) => /^(?:POST|PATCH) .*\/messages(?:\/|$)/u.test(route) && !route.endsWith("/threads"),
      )
      .map(({ body }) => (body as { allowed_mentions?: unknown }).allowed_mentions);
    expect(bodies.length).toBeGreaterThan(0);
    for (const allowed of bodies) expect(allowed).toEqual({ parse: [], replied_user: false });
  });
});

const channelPayload = (
  newsroom: Awaited<ReturnType<typeof openNewsroom>>,
  place: { readonly id: string },
) => {
  const { world } = newsroom.server.stage;
  const found = world.places.get(place.id);
  if (found === undefined) throw new Error("no such place");
  return placePayload(world, found);
};

describe("a series", () => {
  const SERIES = "asylum grants by year since 2014";
  /** Milliseconds; the first picture loads what draws it, on a machine that may be busy. */
  const DRAWING = 25_000;

  test("comes with its chart and its table as files of the same message", async () => {
    const newsroom = await openNewsroom();
    const { thread, answer } = await askInThread(newsroom, SERIES);
    await vi.waitFor(() => expect(answer.attachments).toHaveLength(2), DRAWING);
    const [picture, table] = answer.attachments;
    expect([picture?.filename, table?.filename]).toEqual(["granted-asylum.png", "granted-asylum.csv"]);
    expect(picture?.description).toMatch(/^Chart: Granted asylum, 11 figures, /u);
    expect(seenIn(answer)).toContain("12,816");
    expect(buttonsOf(answer).length).toBeGreaterThan(0);
    expect(saidIn(newsroom, thread)).toHaveLength(1);
  });

  test("stands without them where no files may be attached, and the log says why", async () => {
    const newsroom = await openNewsroom();
    newsroom.server.stage.world.permissions &= ~PermissionFlagsBits.AttachFiles;
    const { answer } = await askInThread(newsroom, SERIES);
    expect(seenIn(answer)).toContain("12,816");
    const isSaid = () =>
      newsroom.logged.some((line) => line.includes("a chart could not be put below its answer"));
    await vi.waitFor(() => expect(isSaid()).toBe(true), DRAWING);
    expect(answer.attachments).toEqual([]);
  });
});
