import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  ephemerals,
  pause,
  type RunningSlack,
  readingOf,
  runSlack,
  type Transport,
  until,
} from "./running-slack.ts";
import { buttonsOf, otherBotSays } from "./server/person.ts";
import { GRANTED } from "./server/slack-server.ts";
import { ASKER, ATTIC, BOT, DESK, DIRECT, LOBBY, NEWSROOM, OTHER, VAULT } from "./server/workspace.ts";

const open: RunningSlack[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});
const run = async (setting: Partial<Parameters<typeof runSlack>[0]> = {}): Promise<RunningSlack> => {
  const running = await runSlack({ transport: "http", ...setting });
  open.push(running);
  return running;
};

const MENTION = `<@${BOT.user}>`;
const ARRESTS = "How many people did ICE arrest in fiscal 2024?";
const TRANSPORTS: readonly Transport[] = ["socket", "http"];

describe.each(TRANSPORTS)("/figure over %s", (transport) => {
  test("posts the question under the person's name and the answer in its thread", async () => {
    const slack = await run({ transport });
    const outcome = await slack.ask().runs(ARRESTS, DESK);
    expect(outcome).toMatchObject({ ok: true, attempts: 1 });
    const [question, answer] = await slack.settled(2);
    expect(readingOf(question!)).toContain(ARRESTS);
    expect(JSON.stringify(question!.blocks)).toContain(`"user_id":"${ASKER}"`);
    expect(question!.thread_ts).toBeUndefined();
    expect(answer!.thread_ts).toBe(question!.ts);
    expect(readingOf(answer!)).toContain("113,431 arrests");
    expect(answer!.text).toContain("The Washington Times");
    expect(answer!.args).toMatchObject({ unfurl_links: expect.anything(), unfurl_media: expect.anything() });
    expect(["false", false]).toContain(answer!.args.unfurl_links);
    expect(slack.posts()).toHaveLength(2);
  });

  test("goes on in the thread by mention", async () => {
    const slack = await run({ transport });
    await slack.ask().runs(ARRESTS, DESK);
    const [question] = await slack.settled(2);
    await slack.ask(OTHER).says(`${MENTION} and the year before?`, { channel: DESK, thread: question!.ts });
    const posts = await slack.settled(3);
    expect(readingOf(posts[2]!)).toContain("170,590");
    expect(posts[2]!.thread_ts).toBe(question!.ts);
  });

  test("private answers one person, who can share it", async () => {
    const slack = await run({ transport });
    await slack.ask().runs(`private ${ARRESTS}`, DESK);
    const [seen] = await ephemerals(slack, 1);
    expect(seen).toMatchObject({ user: ASKER, channel: DESK });
    expect(readingOf(seen!)).toContain("113,431 arrests");
    expect(slack.posts()).toEqual([]);
    await slack.ask().presses(/^Share in channel$/u, seen!);
    const [question, answer] = await slack.settled(2);
    expect(readingOf(question!)).toContain(ARRESTS);
    expect(answer).toMatchObject({ channel: DESK, thread_ts: question!.ts });
    expect(buttonsOf(answer!.blocks).some(({ text }) => text === "Share in channel")).toBe(false);
    await until(() => seen!.deleted);
  });

  test.each(["help", "", "  HELP ", "private", "private help"])("%j shows how to ask", async (text) => {
    const slack = await run({ transport });
    await slack.ask().runs(text, DESK);
    const [seen] = await ephemerals(slack, 1);
    expect(readingOf(seen!)).toContain("/figure private QUESTION");
    expect(readingOf(seen!)).toContain("@nutgraf");
    expect(slack.posts()).toEqual([]);
  });
});

describe("where the bot may not post, the person alone is answered and told what to do:", () => {
  test.each([
    { where: "a private channel", channel: VAULT, scopes: GRANTED, told: "/invite @nutgraf" },
    { where: "an archived channel", channel: ATTIC, scopes: GRANTED, told: "archived" },
    {
      where: "a public channel, without the permission",
      channel: LOBBY,
      scopes: GRANTED.filter((one) => one !== "chat:write.public"),
      told: "/invite @nutgraf",
    },
    { where: "anywhere, without chat:write", channel: DESK, scopes: ["commands"], told: "chat:write" },
  ])("$where", async ({ channel, scopes, told }) => {
    const slack = await run({ server: { scopes } });
    await slack.ask().runs(ARRESTS, channel);
    const [seen] = await ephemerals(slack, 1);
    expect(readingOf(seen!)).toContain("113,431 arrests");
    expect(readingOf(seen!)).toContain(told);
    expect(slack.posts()).toEqual([]);
    expect(slack.log.filter(({ level }) => level === "warn").some(({ detail }) => "id" in detail)).toBe(true);
  });

  test("and what was shared there is not lost", async () => {
    const slack = await run();
    await slack.ask().runs(`private ${ARRESTS}`, VAULT);
    const [seen] = await ephemerals(slack, 1);
    await slack.ask().presses(/^Share/u, seen!);
    const all = await ephemerals(slack, 2);
    expect(readingOf(all[1]!)).toContain("/invite @nutgraf");
    expect(seen!.deleted).toBe(false);
    expect(slack.posts()).toEqual([]);
  });

  test("a public channel that it has not joined is answered in", async () => {
    const slack = await run();
    await slack.ask().runs(ARRESTS, LOBBY);
    expect((await slack.settled(2))[1]).toMatchObject({ channel: LOBBY });
  });

  test.each([
    ["not_in_channel", "/invite @nutgraf"],
    ["is_archived", "archived"],
    ["restricted_action", "admins"],
    ["thread_not_found", "gone"],
    ["fatal_error", "did not take my answer"],
  ])("a mention that meets %s", async (error, told) => {
    const slack = await run();
    slack.server.trouble("chat.postMessage", { kind: "error", error });
    await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    const [answer] = await slack.settled(1);
    expect(answer!.channel).toBe(DIRECT);
    expect(readingOf(answer!)).toContain(told);
    expect(readingOf(answer!)).toContain("113,431");
    const warned = slack.log.find(({ level }) => level === "warn");
    expect(warned?.detail).toMatchObject({ error, id: expect.stringMatching(/^[0-9a-f]{8}$/u) });
  });
});

describe("one answer a question, though", () => {
  const once = async (slack: RunningSlack, count = 1): Promise<void> => {
    await slack.settled(count);
    await pause(150);
    expect(slack.posts()).toHaveLength(count);
  };

  test("the bot was restarted between two deliveries", async () => {
    const store = join(mkdtempSync(join(tmpdir(), "nutgraf-slack-")), "store.sqlite");
    const slack = await run({ store });
    const said = await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    await slack.settled(1);
    await slack.restart();
    const { appMention, envelope } = await import("./server/payloads.ts");
    await slack.server.deliver("event", envelope(appMention(said), slack.server.workspace));
    await once(slack);
  });

  test("a button was pressed twice", async () => {
    const slack = await run();
    await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    const [answer] = await slack.settled(1);
    const label = new RegExp(RegExp.escape(buttonsOf(answer!.blocks)[0]!.text), "u");
    await Promise.all([slack.ask().presses(label, answer!), slack.ask().presses(label, answer!)]);
    await once(slack, 2);
  });

  test("Slack was busy and said when to come again", { timeout: 20_000 }, async () => {
    const slack = await run();
    slack.server.trouble("chat.postMessage", { kind: "limited", retryAfter: 1 });
    const before = Date.now();
    await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    await once(slack);
    expect(Date.now() - before).toBeGreaterThan(1000);
  });

  test("Slack was down for a moment", async () => {
    const slack = await run();
    slack.server.trouble("chat.postMessage", { kind: "broken" }, { kind: "status", status: 503 });
    await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    await once(slack);
    expect(readingOf(slack.posts()[0]!)).not.toContain("did not take");
  });

  test("the Web API stays away: a command is answered by its own address", async () => {
    const slack = await run();
    slack.server.outage({ kind: "status", status: 500 });
    await slack.ask().runs(ARRESTS, DESK);
    const [seen] = await ephemerals(slack, 1);
    expect(readingOf(seen!)).toContain("113,431");
    expect(readingOf(seen!)).toMatch(/did not take my answer there \([0-9a-f]{8}\)/u);
  });

  test("Slack stays away altogether: the log has it", async () => {
    const slack = await run();
    slack.server.outage({ kind: "status", status: 500 });
    await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    await until(() => slack.log.some(({ what }) => what === "an answer reached nobody"));
    expect(slack.posts()).toEqual([]);
  });
});

describe("what is not for the bot stays unanswered:", () => {
  test("talk, other bots, itself, joins, previews", async () => {
    const slack = await run();
    await slack.ask().says(ARRESTS, { channel: DESK });
    await slack.ask().says(`<@${OTHER}> ${ARRESTS}`, { channel: DESK });
    await otherBotSays(slack.server, `${MENTION} ${ARRESTS}`, { channel: DESK });
    await pause(200);
    expect(slack.posts()).toEqual([]);
    const said = await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    await slack.settled(1);
    await slack.ask().says("thanks!", { channel: DESK, thread: said.ts });
    await slack.ask().edits(said, said.text);
    await pause(200);
    expect(slack.posts()).toHaveLength(1);
    expect(slack.server.calls.some(({ method }) => method === "chat.update")).toBe(false);
  });
});

describe("an edited question", () => {
  test.each([
    ["in a channel", DESK, `${MENTION} `],
    ["in a direct conversation", DIRECT, ""],
  ])("%s has its answer changed", async (_name, channel, prefix) => {
    const slack = await run();
    const ada = slack.ask(ASKER, { copies: 2 });
    const said = await ada.says(`${prefix}${ARRESTS}`, { channel });
    await slack.settled(1);
    await ada.edits(said, `${prefix}How many people did ICE arrest in fiscal 2023?`);
    await until(() => slack.posts()[0]?.edited !== undefined);
    await pause(100);
    const [answer, ...others] = slack.posts();
    expect(readingOf(answer!)).toContain("170,590");
    expect(readingOf(answer!)).toContain("edited");
    expect(others).toEqual([]);
    expect(slack.server.calls.filter(({ method }) => method === "chat.update")).toHaveLength(1);
  });

  test("that was changed at once is answered once, as it stands", async () => {
    const slack = await run();
    const ada = slack.ask();
    // The answer is on its way when the change comes.
    slack.server.slow(100);
    const said = await ada.says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    await ada.edits(said, `${MENTION} How many people did ICE arrest in fiscal 2023?`);
    await until(() => slack.posts()[0]?.edited !== undefined);
    expect(slack.posts()).toHaveLength(1);
    expect(readingOf(slack.posts()[0]!)).toContain("170,590");
  });

  test("that mentions the bot only now is answered", async () => {
    const slack = await run();
    const said = await slack.ask().says(ARRESTS, { channel: DESK });
    await slack.ask().edits(said, `${MENTION} ${ARRESTS}`);
    const [answer] = await slack.settled(1);
    expect(answer!.thread_ts).toBe(said.ts);
    expect(slack.posts()).toHaveLength(1);
  });
});

describe("buttons", () => {
  test("work after a restart, and their answer leans on the thread", async () => {
    const store = join(mkdtempSync(join(tmpdir(), "nutgraf-slack-")), "store.sqlite");
    const slack = await run({ store });
    const said = await slack.ask().says(`${MENTION} and in fiscal 2019?`, { channel: DESK });
    await slack.ask().says(`${MENTION} how many arrests did ICE make in fiscal 2019?`, {
      channel: DESK,
      thread: said.ts,
    });
    const [, refusal] = await slack.settled(2);
    const choice = buttonsOf(refusal!.blocks)[0]!;
    await slack.restart();
    await slack.ask(OTHER).presses(new RegExp(`^${RegExp.escape(choice.text)}$`, "u"), refusal!);
    const posts = await slack.settled(3);
    expect(posts[2]!.thread_ts).toBe(said.ts);
    expect(JSON.stringify(posts[2]!.blocks)).toContain(`"user_id":"${OTHER}"`);
    expect(readingOf(posts[2]!)).toContain("asked:");
    await slack.ask().says(`${MENTION} says who?`, { channel: DESK, thread: said.ts });
    expect(readingOf((await slack.settled(4))[3]!)).toContain("prints");
  });

  test("of a private answer are answered privately, as often as one likes", async () => {
    const slack = await run();
    await slack.ask().runs(`private ${ARRESTS}`, DESK);
    for (let asked = 1; asked <= 3; asked += 1) {
      const all = await ephemerals(slack, asked);
      const last = all.at(-1)!;
      const next = buttonsOf(last.blocks).find(({ action_id }) => action_id.startsWith("ask:"))!;
      await slack.ask().presses(new RegExp(RegExp.escape(next.text), "u"), last);
    }
    await ephemerals(slack, 4);
    expect(slack.posts()).toEqual([]);
  });

  test("of long questions are kept, and said to be too old when they are not any more", async () => {
    const slack = await run();
    await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    const [answer] = await slack.settled(1);
    const action = { ...buttonsOf(answer!.blocks)[0]!, value: "#unknown" };
    const { pressedOnMessage } = await import("./server/payloads.ts");
    const { server } = slack;
    const responseUrl = server.giveResponseUrl({ channel: DESK, user: ASKER, about: null });
    const given = { responseUrl, trigger: server.giveTrigger(), ts: server.workspace.nextTs() };
    const channel = server.workspace.conversations.get(DESK)!;
    await server.deliver(
      "interactive",
      pressedOnMessage({ user: ASKER, action, given }, answer!, { channel }),
    );
    expect(readingOf((await ephemerals(slack, 1))[0]!)).toContain("too long ago");
  });
});

describe("a reported problem", () => {
  test.each(TRANSPORTS)("goes to the desk's channel over %s", async (transport) => {
    const slack = await run({ transport });
    await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    const [answer] = await slack.settled(1);
    await slack.ask().presses(/^Report a problem$/u, answer!);
    await until(() => slack.server.workspace.views.size === 1);
    await slack.ask().submits("The year is <wrong> & <!channel>");
    const posts = await slack.settled(3);
    const report = posts.find(({ channel }) => channel === NEWSROOM)!;
    const reading = readingOf(report);
    for (const part of ["The year is <wrong> & <!channel>", ARRESTS, "113,431"])
      expect(reading).toContain(part);
    expect(JSON.stringify(report.blocks)).toContain(answer!.ts.replace(".", ""));
    expect(posts.find(({ channel }) => channel === DIRECT)!.text).toContain("Thank you");
  });

  test("that cannot be posted there is not silent", async () => {
    const slack = await run({ deskChannel: VAULT });
    await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    const [answer] = await slack.settled(1);
    await slack.ask().presses(/^Report a problem$/u, answer!);
    await until(() => slack.server.workspace.views.size === 1);
    await slack.ask().submits("wrong");
    const posts = await slack.settled(2);
    expect(posts[1]!.channel).toBe(DIRECT);
    expect(posts[1]!.text).toMatch(/did not reach the desk's channel \([0-9a-f]{8}\)/u);
    expect(slack.log.some(({ what }) => what.includes("DESK_SLACK_CHANNEL"))).toBe(true);
  });

  test("is not asked for where there is nobody to read it", async () => {
    const slack = await run({ deskChannel: null });
    await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
    const [answer] = await slack.settled(1);
    expect(buttonsOf(answer!.blocks).some(({ text }) => text.startsWith("Report"))).toBe(false);
  });
});

describe("the Home tab", () => {
  test.each(TRANSPORTS)("says what is held and what one asked, over %s", async (transport) => {
    const slack = await run({ transport });
    await slack.ask().says(ARRESTS, { channel: DIRECT });
    await slack.settled(1);
    await slack.ask().opensHome();
    await until(() => slack.server.workspace.homes.has(ASKER));
    const home = slack.server.workspace.homes.get(ASKER) as { blocks: unknown[] };
    const reading = readingOf({ blocks: home.blocks, text: "" } as never);
    for (const part of ["The Washington Times", "/figure QUESTION", "What I hold", "Your last questions"])
      expect(reading).toContain(part);
    await slack.ask().pressesAtHome(/^Ask$/u);
    const posts = await slack.settled(3);
    expect(posts[1]!.channel).toBe(DIRECT);
    expect(readingOf(posts[2]!)).toContain("113,431");
  });
});

describe("a message's menu", () => {
  test("asks what the message asks, in its thread", async () => {
    const slack = await run();
    const said = await slack.ask(OTHER).says("ICE arrests, FY2023?", { channel: DESK });
    await slack.ask().looksUp(said);
    const [answer] = await slack.settled(1);
    expect(answer!.thread_ts).toBe(said.ts);
    expect(readingOf(answer!)).toContain("170,590");
  });
});

const DRAFT = "ICE made 113,431 arrests in fiscal 2024.\nIn fiscal 2023 it made 113,431.";

describe("Check figures in a message's menu", () => {
  test("checks each number for who chose it alone, and can be shared", async () => {
    const slack = await run();
    const said = await slack.ask(OTHER).says(DRAFT, { channel: DESK });
    await slack.ask().checks(said);
    const [alone] = await ephemerals(slack, 1);
    const seen = readingOf(alone!);
    for (const part of ["1 of another period and 1 matches", "The Washington Times", "paragraph 6"])
      expect(seen).toContain(part);
    expect(await slack.settled(0)).toEqual([]);
    await slack.ask().presses(/^Share/u, alone!);
    const [question, answer] = await slack.settled(2);
    expect(readingOf(question!)).toContain("check: ICE made 113,431 arrests");
    expect(readingOf(answer!)).toContain("1 of another period and 1 matches");
  });

  test("says so where a message has no words", async () => {
    const slack = await run();
    const said = await slack.ask(OTHER).says("", { channel: DESK });
    await slack.ask().checks(said);
    const [alone] = await ephemerals(slack, 1);
    expect(readingOf(alone!)).toContain("I cannot read images");
  });
});

describe("what people write comes back as text:", () => {
  test.each([
    "is &lt;!channel&gt; more than R&amp;D?",
    "*how* _many_ ~people~ `did` <!here> <@U0OTHER0001> <https://evil.example|ICE> arrest?",
    "<!everyone> <!subteam^S1|@desk> how many :smile: arrests",
  ])("%s", async (text) => {
    const slack = await run();
    await slack.ask().runs(text, DESK);
    const posts = await slack.settled(2);
    for (const post of posts) {
      expect(post.text).not.toMatch(/<[^&]*>/u);
      expect(JSON.stringify(post.blocks)).not.toMatch(/"type":"(?:mrkdwn|broadcast|link|usergroup)"/u);
      expect(["false", false]).toContain(post.args.mrkdwn);
    }
    expect(JSON.stringify(posts[1]!.blocks)).not.toContain('"type":"user"');
  });
});

describe("a Slack that does not take a form of message is given another:", () => {
  test.each([
    ["citations", ["citation"]],
    ["tables", ["citation", "table"]],
    ["rich text", ["rich_text"]],
  ])("%s", async (_name, refused) => {
    const slack = await run({ server: { refused } });
    await slack.ask().says(`${MENTION} ICE arrests by year`, { channel: DESK });
    const [answer] = await slack.settled(1);
    for (const part of ["170,590", "113,431", "The Washington Times"])
      expect(readingOf(answer!)).toContain(part);
    expect(slack.posts()).toHaveLength(1);
  });

  test.each(["msg_too_long", "msg_blocks_too_long"])("%s", async (error) => {
    const slack = await run();
    slack.server.trouble("chat.postMessage", { kind: "error", error });
    await slack.ask().says(`${MENTION} asylum grants by year since 2014`, { channel: DESK });
    const [answer] = await slack.settled(1);
    expect(answer!.channel).toBe(DESK);
    expect(slack.posts()).toHaveLength(1);
  });
});

describe("a series", () => {
  const SERIES = "asylum grants by year since 2014";
  /** Milliseconds; the first picture loads what draws it, on a machine that may be busy. */
  const DRAWING = 25_000;
  const shared = (slack: Awaited<ReturnType<typeof run>>) =>
    slack.server.workspace.uploads.filter((upload) => upload.shared !== null);

  test("comes with its chart and its table as files in the thread, below the answer", async () => {
    const slack = await run();
    const asked = await slack.ask().says(`${MENTION} ${SERIES}`, { channel: DESK });
    await slack.settled(1);
    await vi.waitFor(() => expect(shared(slack)).toHaveLength(2), DRAWING);
    const [picture, table] = shared(slack);
    expect([picture?.filename, table?.filename]).toEqual(["granted-asylum.png", "granted-asylum.csv"]);
    expect(picture?.shared).toEqual({ channel: DESK, thread_ts: asked.ts });
    expect(picture?.altText).toMatch(
      /^Chart: Granted asylum, 11 figures, .*highest 43,113 people \(FY2023\)\.$/u,
    );
    expect(Buffer.from(picture?.bytes ?? []).toString("latin1", 1, 4)).toBe("PNG");
    expect(Buffer.from(table?.bytes ?? []).toString()).toContain(
      "Granted asylum,FY2014,2013-10-01,2014-09-30,12816,",
    );
    expect(slack.posts()).toHaveLength(1);
  });

  test("stands without them where Slack does not take files, and the log says why", async () => {
    const scopes = GRANTED.filter((scope) => scope !== "files:write");
    const slack = await run({ server: { scopes } });
    await slack.ask().says(`${MENTION} ${SERIES}`, { channel: DESK });
    const [answer] = await slack.settled(1);
    expect(readingOf(answer!)).toContain("12,816");
    const isSaid = () => slack.log.some(({ what }) => what === "a chart could not be put below its answer");
    await vi.waitFor(() => expect(isSaid()).toBe(true), DRAWING);
    expect(slack.posts()).toHaveLength(1);
  });
});
