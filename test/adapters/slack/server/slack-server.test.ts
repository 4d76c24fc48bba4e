import { App, webApi } from "@slack/bolt";
import type { View } from "@slack/types";
import { afterEach, describe, expect, test } from "vitest";
import { personIn } from "./person.ts";
import { QUIET } from "./quiet.ts";
import { GRANTED, openSlackServer, type SlackServer } from "./slack-server.ts";
import { APP_TOKEN, BOT_TOKEN } from "./web-api.ts";
import { ASKER, ATTIC, DESK, LOBBY, VAULT } from "./workspace.ts";

// What a server for tests does not refuse, a test cannot find. These rows are Slack's refusals.
const open: { stop: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});
const server = async (options: Parameters<typeof openSlackServer>[0] = {}): Promise<SlackServer> => {
  const opened = await openSlackServer(options);
  open.push(opened);
  return opened;
};
const clientOf = ({ apiUrl }: SlackServer, token = BOT_TOKEN): webApi.WebClient =>
  new webApi.WebClient(token, { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logger: QUIET });
const errorOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "ok",
    (error: { data?: { error: string }; code: string }) => error.data?.error ?? error.code,
  );

const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } }) as const;
const button = (value: string) =>
  ({ type: "button", action_id: "a", text: { type: "plain_text", text: "Go" }, value }) as const;
const rich = (element: object) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [element] }],
});
const cells = (count: number, text = "1") =>
  Array.from({ length: count }, () => ({ type: "raw_text", text }));

describe("chat.postMessage", () => {
  test.each([
    ["a channel that it is in", { channel: DESK, text: "hello" }, "ok"],
    ["a public channel that it is not in", { channel: LOBBY, text: "hello" }, "ok"],
    ["a private channel that it is not in", { channel: VAULT, text: "hello" }, "channel_not_found"],
    ["an archived channel", { channel: ATTIC, text: "hello" }, "is_archived"],
    ["no channel at all", { channel: "C404", text: "hello" }, "channel_not_found"],
    ["no text", { channel: DESK }, "no_text"],
    ["a text that is too long", { channel: DESK, text: "x".repeat(40_001) }, "msg_too_long"],
    ["fifty blocks", { channel: DESK, text: "t", blocks: Array(50).fill(section("x")) }, "ok"],
    [
      "fifty-one blocks",
      { channel: DESK, text: "t", blocks: Array(51).fill(section("x")) },
      "invalid_blocks",
    ],
    [
      "a section that is too long",
      { channel: DESK, text: "t", blocks: [section("x".repeat(3001))] },
      "invalid_blocks",
    ],
    ["an empty section", { channel: DESK, text: "t", blocks: [section("")] }, "invalid_blocks"],
    ["a made-up block", { channel: DESK, text: "t", blocks: [{ type: "figure" }] }, "invalid_blocks"],
    [
      "an empty rich text",
      { channel: DESK, text: "t", blocks: [rich({ type: "text", text: "" })] },
      "invalid_blocks",
    ],
    ["a made-up element", { channel: DESK, text: "t", blocks: [rich({ type: "cite" })] }, "invalid_blocks"],
    [
      "a button whose value is too long",
      { channel: DESK, text: "t", blocks: [{ type: "actions", elements: [button("x".repeat(2001))] }] },
      "invalid_blocks",
    ],
    [
      "two buttons of one name",
      { channel: DESK, text: "t", blocks: [{ type: "actions", elements: [button("1"), button("2")] }] },
      "invalid_blocks",
    ],
    [
      "a table",
      { channel: DESK, text: "t", blocks: [{ type: "table", rows: Array(100).fill(cells(3)) }] },
      "ok",
    ],
    [
      "a table of 101 rows",
      { channel: DESK, text: "t", blocks: [{ type: "table", rows: Array(101).fill(cells(3)) }] },
      "invalid_blocks",
    ],
    [
      "a table with an empty cell",
      { channel: DESK, text: "t", blocks: [{ type: "table", rows: [cells(2, "")] }] },
      "invalid_blocks",
    ],
    [
      "two tables",
      { channel: DESK, text: "t", blocks: Array(2).fill({ type: "table", rows: [cells(2)] }) },
      "invalid_blocks",
    ],
    [
      "more letters than Slack takes",
      { channel: DESK, text: "t", blocks: Array(5).fill(section("x".repeat(2900))) },
      "msg_blocks_too_long",
    ],
  ])("%s", async (_name, args, error) => {
    const client = clientOf(await server());
    expect(await errorOf(client.chat.postMessage(args as never))).toBe(error);
  });

  test.each([
    { said: "a wrong token", token: "xoxb-other", scopes: GRANTED, channel: DESK, error: "invalid_auth" },
    { said: "the app's token", token: APP_TOKEN, scopes: GRANTED, channel: DESK, error: "invalid_auth" },
    { said: "no scope", token: BOT_TOKEN, scopes: [], channel: DESK, error: "missing_scope" },
    {
      said: "no scope here",
      token: BOT_TOKEN,
      scopes: ["chat:write"],
      channel: LOBBY,
      error: "not_in_channel",
    },
  ])("with $said", async ({ token, scopes, channel, error }) => {
    const client = clientOf(await server({ scopes }), token);
    expect(await errorOf(client.chat.postMessage({ channel, text: "hello" }))).toBe(error);
  });

  test("keeps to Retry-After, and throws where there is none", async () => {
    const slack = await server();
    slack.trouble("chat.postMessage", { kind: "limited", retryAfter: null });
    expect(await errorOf(clientOf(slack).chat.postMessage({ channel: DESK, text: "hello" }))).not.toBe("ok");
    expect(slack.workspace.messages).toEqual([]);
  });

  test("gives every message a time of its own, rising", async () => {
    const client = clientOf(await server());
    const posts = await Promise.all(
      Array.from({ length: 20 }, () => client.chat.postMessage({ channel: DESK, text: "hello" })),
    );
    const times = posts.map(({ ts }) => ts!);
    expect(new Set(times).size).toBe(20);
  });
});

test("a trigger opens one modal, within its time", async () => {
  const slack = await server();
  const client = clientOf(slack);
  const view = {
    type: "modal" as const,
    title: { type: "plain_text" as const, text: "A" },
    blocks: [section("x")],
  } satisfies View;
  const trigger_id = slack.giveTrigger();
  expect(await errorOf(client.views.open({ trigger_id, view }))).toBe("ok");
  expect(await errorOf(client.views.open({ trigger_id, view }))).toBe("exchanged_trigger_id");
  expect(await errorOf(client.views.open({ trigger_id: "x", view }))).toBe("invalid_trigger_id");
});

test("a response_url is good five times", async () => {
  const slack = await server();
  const url = slack.giveResponseUrl({ channel: DESK, user: ASKER, about: null });
  const use = async () =>
    (
      await fetch(url, {
        method: "POST",
        body: '{"text":"hi"}',
        headers: { "content-type": "application/json" },
      })
    ).status;
  const statuses = [];
  for (let time = 0; time < 6; time += 1) statuses.push(await use());
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  expect(slack.workspace.ephemerals).toHaveLength(5);
});

const SECRET = "0123456789abcdef0123456789abcdef";
const echo = (app: App): void => {
  app.event("app_mention", async ({ event, say }) => {
    await say({ text: event.text, thread_ts: event.ts });
  });
  app.command("/figure", async ({ ack, respond }) => {
    await ack();
    await respond("echo");
  });
};

describe("a bare Bolt app hears it", () => {
  const start = async (slack: SlackServer, transport: "http" | "socket") => {
    const options = {
      token: BOT_TOKEN,
      clientOptions: { slackApiUrl: slack.apiUrl },
      logger: QUIET,
    };
    if (transport === "socket") {
      const app = new App({ ...options, appToken: APP_TOKEN, socketMode: true });
      echo(app);
      await app.start();
      open.push(app);
      return app;
    }
    const app = new App({ ...options, signingSecret: SECRET });
    echo(app);
    const http = (await app.start(0)) as unknown as { address: () => { port: number } };
    open.push(app);
    slack.deliverTo({ url: `http://127.0.0.1:${http.address().port}/slack/events`, secret: SECRET });
    return app;
  };

  test.each(["http", "socket"] as const)("by %s", async (transport) => {
    const slack = await server();
    await start(slack, transport);
    const ada = personIn(slack, ASKER);
    await ada.says("<@U0BOT000001> hello", { channel: DESK });
    const outcome = await ada.runs("hello", DESK);
    expect(outcome.ok).toBe(true);
    await expect.poll(() => slack.workspace.messages.filter(({ bot }) => bot).length).toBe(1);
    await expect.poll(() => slack.workspace.ephemerals.length).toBe(1);
  });

  test("and is sent again what it did not answer", async () => {
    const slack = await server({ patience: 50, retryAfter: [0, 5, 5] });
    slack.deliverTo({ url: "http://127.0.0.1:1/slack/events", secret: SECRET });
    expect(await slack.deliver("event", { type: "event_callback" })).toMatchObject({
      ok: false,
      attempts: 4,
    });
    expect(await slack.deliver("command", { text: "" })).toMatchObject({ ok: false, attempts: 1 });
  });

  test("after a dropped socket and a goodbye too", { timeout: 30_000 }, async () => {
    const slack = await server({ patience: 300, retryAfter: Array(60).fill(0) });
    await start(slack, "socket");
    slack.socket.drop();
    await personIn(slack, ASKER).says("<@U0BOT000001> one", { channel: DESK });
    slack.socket.disconnect("refresh_requested");
    await expect.poll(() => slack.socket.connections()).toBe(0);
    await personIn(slack, ASKER).says("<@U0BOT000001> two", { channel: DESK });
    await expect.poll(() => slack.workspace.messages.filter(({ bot }) => bot).length).toBe(2);
  });
});
