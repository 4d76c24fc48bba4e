import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readingOf, until } from "./running-slack.ts";
import { personIn } from "./server/person.ts";
import { openSlackServer, type SlackServer } from "./server/slack-server.ts";
import { APP_TOKEN, BOT_TOKEN } from "./server/web-api.ts";
import { ASKER, BOT, DESK } from "./server/workspace.ts";

// What `npm start` runs, as a process of its own, with nothing but its environment.
const children: ChildProcess[] = [];
const servers: SlackServer[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of servers.splice(0)) await server.stop();
});

const state = (): string => mkdtempSync(join(tmpdir(), "nutgraf-start-"));

const start = (environment: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, ["adapters/start.ts"], {
    env: { PATH: "/usr/bin", XDG_STATE_HOME: state(), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const said = { errors: "", output: "" };
  child.stderr.on("data", (chunk) => {
    said.errors += String(chunk);
  });
  child.stdout.on("data", (chunk) => {
    said.output += String(chunk);
  });
  return { child, said, ended: once(child, "exit") as Promise<[number | null, string | null]> };
};

test("with Slack's tokens it runs in Slack until it is told to stop", { timeout: 30_000 }, async () => {
  const server = await openSlackServer();
  servers.push(server);
  const { child, said, ended } = start({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: server.apiUrl,
  });
  await server.socket.connected();
  const asked = server.nextCalls("chat.postMessage", 1);
  await personIn(server, ASKER).says(`<@${BOT.user}> ICE arrests, FY2024`, { channel: DESK });
  await asked;
  await until(() => server.workspace.messages.some(({ bot }) => bot));
  const answer = server.workspace.messages.find(({ bot }) => bot);
  expect(answer && readingOf(answer)).toContain("113,431");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  for (const line of said.errors.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
  for (const secret of [BOT_TOKEN, APP_TOKEN]) expect(said.errors + said.output).not.toContain(secret);
});

test.each([
  [{ SLACK_BOT_TOKEN: BOT_TOKEN }, /^SLACK_APP_TOKEN: is not set, but SLACK_BOT_TOKEN is/u],
  [{ SLACK_APP_TOKEN: APP_TOKEN }, /^SLACK_BOT_TOKEN: is not set, but SLACK_APP_TOKEN is/u],
  [
    { SLACK_BOT_TOKEN: "secret-of-mine", SLACK_APP_TOKEN: APP_TOKEN },
    /^SLACK_BOT_TOKEN: expected a bot token/u,
  ],
])("with %j it says in one line what is wrong", { timeout: 30_000 }, async (environment, line) => {
  const { said, ended } = start(environment);
  expect(await ended).toEqual([1, null]);
  expect(said.errors).toMatch(line);
  expect(said.errors.trim().split("\n")).toHaveLength(1);
  expect(said.errors).not.toContain("secret-of-mine");
});

test("with tokens that Slack does not know it says so, once", { timeout: 30_000 }, async () => {
  const server = await openSlackServer();
  servers.push(server);
  const { said, ended } = start({
    SLACK_BOT_TOKEN: "xoxb-wrong",
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: server.apiUrl,
  });
  expect(await ended).toEqual([1, null]);
  const lines = said.errors
    .trim()
    .split("\n")
    .filter((one) => !one.startsWith("{"));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^SLACK_BOT_TOKEN: .*invalid_auth/u);
  expect(said.errors).not.toContain("xoxb-wrong");
});
