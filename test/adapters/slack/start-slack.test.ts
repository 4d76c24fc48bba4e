import { afterEach, describe, expect, test } from "vitest";
import { StartProblem } from "../../../adapters/running.ts";
import { startSlack } from "../../../adapters/slack/start-slack.ts";
import { IN_MEMORY, openChatDesk, openStore } from "../../../src/desk.ts";
import { fakeDesk } from "../../fixtures/fake-desk.ts";
import { FEW_RETRIES, pause, readingOf, runSlack, settingsFor } from "./running-slack.ts";
import { GRANTED, openSlackServer, type ServerOptions, type SlackServer } from "./server/slack-server.ts";
import { APP_TOKEN } from "./server/web-api.ts";
import { BOT, DESK } from "./server/workspace.ts";

const open: { stop: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

const lines: { detail: Readonly<Record<string, unknown>>; what: string }[] = [];
const note = (detail: Readonly<Record<string, unknown>>, what: string): void => {
  lines.push({ detail, what });
};
const log = { info: note, warn: note, error: note };

type Settings = ReturnType<typeof settingsFor>;
const startOn = async (
  change: (settings: Settings, server: SlackServer) => Settings,
  options: Partial<ServerOptions> = {},
) => {
  const server = await openSlackServer(options);
  open.push(server);
  const store = openStore({ path: IN_MEMORY, now: Date.now, setAside: () => undefined });
  const settings = change(settingsFor(server, { transport: "socket" }), server);
  const chat = openChatDesk(fakeDesk, store, log);
  const running = await startSlack({ settings, chat, log, retries: FEW_RETRIES });
  open.push(running);
  return running;
};
const problemOf = async (...args: Parameters<typeof startOn>): Promise<string> => {
  try {
    await startOn(...args);
  } catch (error) {
    if (error instanceof StartProblem) return error.message;
    throw error;
  }
  return "it started";
};

describe("a token that is wrong stops the start with one line:", () => {
  const BAD_BOT = "xoxb-wrong-secret";
  const BAD_APP = "xapp-wrong-secret";

  test.each<[string, (settings: Settings) => Settings, RegExp]>([
    ["the bot's", (one) => ({ ...one, botToken: BAD_BOT }), /^SLACK_BOT_TOKEN: .*invalid_auth/u],
    [
      "the app's",
      (one) => ({ ...one, transport: { kind: "socket", appToken: BAD_APP } }),
      /^SLACK_APP_TOKEN: .*invalid_auth/u,
    ],
    ["the two exchanged", (one) => ({ ...one, botToken: APP_TOKEN }), /^SLACK_BOT_TOKEN: /u],
    [
      "an address where nobody is",
      (one) => ({ ...one, apiUrl: "http://127.0.0.1:1/api/" }),
      /^SLACK_API_URL: Slack cannot be reached/u,
    ],
  ])("%s", async (_name, change, line) => {
    const problem = await problemOf(change);
    expect(problem).toMatch(line);
    expect(problem).not.toContain("\n");
    for (const secret of [BAD_BOT, BAD_APP, APP_TOKEN]) expect(problem).not.toContain(secret);
  });

  test("a port that is taken", async () => {
    const http = (port: number) => (one: Settings) =>
      ({
        ...one,
        transport: { kind: "http", signingSecret: "0".repeat(32), port, host: "127.0.0.1" },
      }) as const;
    const { port } = await startOn(http(0));
    expect(await problemOf(http(port!))).toMatch(/^SLACK_PORT: cannot listen on port \d+ \(.*EADDRINUSE/u);
  });
});

test("permissions that the app was not given are named at the start", async () => {
  lines.length = 0;
  await startOn((one) => one, { scopes: GRANTED.filter((scope) => scope !== "im:history") });
  expect(lines.find(({ what }) => what.includes("lacks permissions"))?.detail).toEqual({
    missing: ["im:history"],
  });
});

test("no token is ever logged", async () => {
  lines.length = 0;
  const { stop } = await startOn((one) => one);
  await stop();
  const all = JSON.stringify(lines);
  for (const secret of ["xoxb-", "xapp-"]) expect(all).not.toContain(secret);
});

test("a stop waits for the question at hand", async () => {
  const slack = await runSlack({ transport: "socket" });
  slack.server.slow(150);
  await slack.ask().says(`<@${BOT.user}> ICE arrests, FY2024`, { channel: DESK });
  await slack.stop();
  expect(slack.posts().map(readingOf).join()).toContain("113,431");
});

describe("Socket Mode", () => {
  test("is opened anew after a drop and after Slack's goodbye, and what came meanwhile is answered once", {
    timeout: 60_000,
  }, async () => {
    const slack = await runSlack({
      transport: "socket",
      server: { patience: 400, retryAfter: Array(60).fill(0) },
    });
    open.push(slack);
    const ask = (text: string) => slack.ask().says(`<@${BOT.user}> ${text}`, { channel: DESK });
    slack.server.socket.drop();
    await ask("ICE arrests, FY2024");
    await slack.settled(1);
    slack.server.socket.disconnect("refresh_requested");
    while (slack.server.socket.connections() > 0) await pause(20);
    await ask("ICE arrests, FY2023");
    const posts = await slack.settled(2);
    expect(readingOf(posts[1]!)).toContain("170,590");
    expect(slack.posts()).toHaveLength(2);
  });

  test("that Slack takes back for good ends the bot with a line that says so", {
    timeout: 30_000,
  }, async () => {
    const slack = await runSlack({ transport: "socket" });
    open.push(slack);
    slack.server.trouble("apps.connections.open", { kind: "error", error: "account_inactive" });
    slack.server.socket.drop();
    await expect(slack.bot.lost).rejects.toThrow(/^SLACK_APP_TOKEN: .*account_inactive/u);
  });

  test("outlasts a Slack that cannot be reached for a while", { timeout: 60_000 }, async () => {
    const slack = await runSlack({
      transport: "socket",
      server: { patience: 400, retryAfter: Array(80).fill(0) },
    });
    open.push(slack);
    slack.server.outage({ kind: "status", status: 503 });
    slack.server.socket.drop();
    const said = slack.ask().says(`<@${BOT.user}> ICE arrests, FY2024`, { channel: DESK });
    await pause(7000);
    slack.server.outage(null);
    await said;
    expect(await slack.settled(1)).toHaveLength(1);
  });
});
