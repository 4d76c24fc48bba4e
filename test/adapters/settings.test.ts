import { describe, expect, test } from "vitest";
import { type Environment, readSettings } from "../../adapters/settings.ts";

const machine = { isFolder: (path: string) => path === "/held", home: "/home/ada" };
const settingsOf = (environment: Environment) => {
  const read = readSettings(environment, machine);
  if (!read.ok) throw new Error(read.problems.join());
  return read.settings;
};

test("an empty environment is enough to start", () => {
  expect(settingsOf({})).toEqual({
    dataDir: "data",
    archiveDir: null,
    colour: "auto",
    debug: false,
    cacheDir: "/home/ada/.cache/nutgraf",
    stateDir: "/home/ada/.local/state/nutgraf",
    store: "/home/ada/.local/state/nutgraf/store.sqlite",
    slack: null,
    discord: null,
    corrections: "confirmed",
    logLevel: "info",
  });
});

test.each([
  [{ DATA_DIR: "/held" }, { dataDir: "/held" }],
  [{ DATA_DIR: "" }, { dataDir: "data" }],
  [{ ARCHIVE_DIR: "/held" }, { archiveDir: "/held" }],
  [{ ARCHIVE_DIR: " " }, { archiveDir: null }],
  [{ DEBUG: "1" }, { debug: true }],
  [{ XDG_CACHE_HOME: "/cache" }, { cacheDir: "/cache/nutgraf" }],
  [{ XDG_CACHE_HOME: "relative/cache" }, { cacheDir: "/home/ada/.cache/nutgraf" }],
  [{ XDG_STATE_HOME: "/state" }, { stateDir: "/state/nutgraf" }],
  [{ XDG_STATE_HOME: "relative/state" }, { stateDir: "/home/ada/.local/state/nutgraf" }],
])("%j is read as %j", (environment, expected) => {
  expect(settingsOf(environment)).toMatchObject(expected);
});

describe("colours", () => {
  test.each([
    [{ NO_COLOR: "1" }, "never"],
    [{ NO_COLOR: "" }, "auto"],
    [{ FORCE_COLOR: "1" }, "always"],
    [{ FORCE_COLOR: "0" }, "never"],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, "never"],
    [{ TERM: "dumb" }, "never"],
    [{ TERM: "dumb", FORCE_COLOR: "1" }, "always"],
    [{ TERM: "xterm-256color" }, "auto"],
  ])("%j: %s", (environment, colour) => {
    expect(settingsOf(environment).colour).toBe(colour);
  });
});

test("every variable that is wrong is named, with what was found and expected", () => {
  expect(readSettings({ DATA_DIR: "/gone", ARCHIVE_DIR: "/lost" }, machine)).toEqual({
    ok: false,
    problems: [
      'DATA_DIR: found "/gone", expected a folder that exists',
      'ARCHIVE_DIR: found "/lost", expected a folder that exists',
    ],
  });
});

const BOT = "xoxb-1-secret";
const APP = "xapp-1-secret";
const SIGNING = "0123456789abcdef0123456789abcdef";
const DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789";

describe("the bots", () => {
  test.each([
    [
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP },
      { kind: "socket", appToken: APP },
    ],
    [
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING },
      { kind: "http", signingSecret: SIGNING, port: 3000, host: "0.0.0.0" },
    ],
    [
      {
        SLACK_BOT_TOKEN: BOT,
        SLACK_SIGNING_SECRET: SIGNING,
        SLACK_PORT: "8080",
        SLACK_HOST: "127.0.0.1",
      },
      { kind: "http", signingSecret: SIGNING, port: 8080, host: "127.0.0.1" },
    ],
    // Socket Mode needs no public address, and works where a secret is set as well.
    [
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SIGNING },
      { kind: "socket", appToken: APP },
    ],
  ])("%j: Slack over %j", (environment, transport) => {
    expect(settingsOf(environment).slack?.transport).toEqual(transport);
    expect(settingsOf(environment).discord).toBeNull();
  });

  test("Discord needs its token alone", () => {
    expect(settingsOf({ DISCORD_TOKEN: DISCORD, DISCORD_GUILD_ID: "123456789012345678" }).discord).toEqual({
      token: DISCORD,
      apiUrl: null,
      guild: "123456789012345678",
      deskChannel: null,
    });
  });

  test("the store may be any file", () => {
    expect(settingsOf({ STORE_URL: "sqlite:/var/lib/nutgraf.sqlite" }).store).toBe("/var/lib/nutgraf.sqlite");
  });

  test.each([
    [{ SLACK_BOT_TOKEN: BOT }, "SLACK_APP_TOKEN: is not set"],
    [{ SLACK_APP_TOKEN: APP }, "SLACK_BOT_TOKEN: is not set"],
    [{ SLACK_SIGNING_SECRET: SIGNING }, "SLACK_BOT_TOKEN: is not set"],
    [{ SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: APP }, "SLACK_BOT_TOKEN: expected a bot token"],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: BOT }, "SLACK_APP_TOKEN: expected an app-level token"],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: "secret" }, "SLACK_SIGNING_SECRET: expected"],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: "slack" }, 'SLACK_API_URL: found "slack"'],
    [{ DISCORD_TOKEN: "secret" }, "DISCORD_TOKEN: expected a bot token"],
    [{ DISCORD_TOKEN: DISCORD, DISCORD_GUILD_ID: "us" }, 'DISCORD_GUILD_ID: found "us"'],
    [{ SLACK_PORT: "99999" }, "SLACK_PORT: expected a port"],
    [{ STORE_URL: "redis://localhost" }, "STORE_URL: expected sqlite:"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL: found"],
  ])("%j stops the start: %s", (environment, line) => {
    const read = readSettings(environment, machine);
    expect(read.ok).toBe(false);
    const problems = read.ok ? [] : read.problems;
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(line);
    expect(problems[0]).not.toContain('secret"');
    for (const secret of [BOT, APP, SIGNING, DISCORD]) expect(problems.join()).not.toContain(secret);
  });
});
