import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pause, type RunningSlack, runSlack, SECRET } from "./running-slack.ts";
import { encodeBody, type Kind, signatureOf } from "./server/http-delivery.ts";
import { appMention, envelope, slashCommand } from "./server/payloads.ts";
import { ASKER, BOT, DESK, type Posted } from "./server/workspace.ts";

// Anyone can send a request to the address that Slack sends to.
let slack: RunningSlack;
beforeEach(async () => {
  slack = await runSlack({ transport: "http" });
});
afterEach(() => slack.stop());

const NOW = (): number => Math.floor(Date.now() / 1000);
const MINUTE = 60;

const mention = (): object => {
  const { workspace } = slack.server;
  const posted: Posted = {
    channel: DESK,
    ts: workspace.nextTs(),
    user: ASKER,
    bot: false,
    thread_ts: undefined,
    text: `<@${BOT.user}> How many people did ICE arrest in fiscal 2024?`,
    blocks: undefined,
    edited: undefined,
    args: {},
  };
  return envelope(appMention(posted), workspace);
};
const command = (): object => ({
  ...slashCommand(
    {
      command: "/figure",
      text: "ICE arrests, FY2024",
      user: ASKER,
      channel: slack.server.workspace.conversations.get(DESK)!,
    },
    {
      responseUrl: slack.server.giveResponseUrl({ channel: DESK, user: ASKER, about: null }),
      trigger: "1.2.3",
    },
  ),
});

type Forgery = {
  readonly timestamp: number;
  readonly secret: string;
  readonly change?: (body: string) => string;
};
const send = async (kind: Kind, payload: object, { timestamp, secret, change = (body) => body }: Forgery) => {
  const { type, body } = encodeBody(kind, payload);
  const headers = {
    "content-type": type,
    "x-slack-request-timestamp": String(timestamp),
    "x-slack-signature": signatureOf(body, timestamp, secret),
  };
  const url = `http://127.0.0.1:${slack.bot.port}/slack/events`;
  return fetch(url, { method: "POST", headers, body: change(body) });
};
const said = (): number => slack.posts().length + slack.server.workspace.ephemerals.length;

describe.each([
  ["event", mention],
  ["command", command],
] as const)("%s", (kind, build) => {
  test.each([
    ["signed with another secret", { timestamp: NOW(), secret: "another-secret-0123456789abcdef" }],
    ["of six minutes ago", { timestamp: NOW() - 6 * MINUTE, secret: SECRET }],
    ["changed on the way", { timestamp: NOW(), secret: SECRET, change: (body: string) => `${body} ` }],
    ["without a time", { timestamp: Number.NaN, secret: SECRET }],
  ])("%s: 401, and nothing is posted", async (_name, forgery) => {
    const answer = await send(kind, build(), forgery);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe("");
    await pause(150);
    expect(said()).toBe(0);
  });

  test("replayed within the five minutes: answered once", async () => {
    const payload = build();
    const first = { timestamp: NOW(), secret: SECRET };
    const statuses = [];
    for (let time = 0; time < 4; time += 1) statuses.push((await send(kind, payload, first)).status);
    expect(statuses).toEqual([200, 200, 200, 200]);
    const [count] = [kind === "event" ? 1 : 2];
    await slack.settled(count);
    await pause(150);
    expect(said()).toBe(count);
  });
});

test("unsigned requests, other paths and other verbs get nothing", async () => {
  const base = `http://127.0.0.1:${slack.bot.port}`;
  const body = JSON.stringify(mention());
  const unsigned = await fetch(`${base}/slack/events`, { method: "POST", body });
  const elsewhere = await fetch(`${base}/`, { method: "POST", body });
  const got = await fetch(`${base}/slack/events`);
  expect([unsigned.status, elsewhere.status, got.status]).toEqual([401, 404, 404]);
  await pause(100);
  expect(said()).toBe(0);
});

test("Slack's own check of the address is answered, when it is signed", async () => {
  const answer = await send(
    "event",
    { type: "url_verification", challenge: "abc", token: "t" },
    { timestamp: NOW(), secret: SECRET },
  );
  expect(await answer.json()).toEqual({ challenge: "abc" });
});
