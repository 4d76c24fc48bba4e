import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Listened, listen } from "../../../adapters/slack/listen.ts";
import { EVENTS, SCOPES } from "../../../adapters/slack/scopes.ts";
import type { Slack } from "../../../adapters/slack/slack.ts";
import { WORDING } from "../../../adapters/slack/wording.ts";

const FOLDER = join(import.meta.dirname, "../../../adapters/slack");
const manifest = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8"));

/** What the code listens to, by asking it. */
const listened = () => {
  const heard = {
    event: [] as string[],
    command: [] as string[],
    shortcut: [] as unknown[],
    action: 0,
    view: [] as unknown[],
  };
  const app = {
    event: (name: string) => heard.event.push(name),
    command: (name: string) => heard.command.push(name),
    shortcut: (constraint: unknown) => heard.shortcut.push(constraint),
    action: () => {
      heard.action += 1;
    },
    view: (name: unknown) => heard.view.push(name),
    error: () => undefined,
  };
  listen(app as unknown as Listened, { log: {}, now: Date.now } as unknown as Slack);
  return heard;
};

const code = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(FOLDER, file), "utf8"))
  .join("\n");

/** What each method and event needs (docs.slack.dev/reference/methods and …/events, read on 2026-11-22); null: nothing. */
const METHOD_SCOPES: Readonly<Record<string, string | null>> = {
  "auth.test": null,
  "apps.connections.open": null,
  "chat.postMessage": "chat:write",
  "chat.postEphemeral": "chat:write",
  "chat.update": "chat:write",
  "chat.getPermalink": null,
  "files.uploadV2": "files:write",
  "views.open": null,
  "views.publish": null,
};
const EVENT_SCOPES: Readonly<Record<string, string | null>> = {
  app_mention: "app_mentions:read",
  "message.im": "im:history",
  app_home_opened: null,
};

const methodsCalled = new Set(
  Array.from(
    code.matchAll(
      /\b(?:client|trial|app)\.((?:auth|apps\.connections|chat|views|conversations|users|files|reactions)\.[a-zA-Z\d]+)\(/gu,
    ),
    ([, method = ""]) => method,
  ),
);

describe("the manifest", () => {
  test("subscribes to what the code listens to", () => {
    const types = new Set(
      manifest.settings.event_subscriptions.bot_events.map((name: string) => name.split(".")[0]),
    );
    expect([...types].toSorted()).toEqual(listened().event.toSorted());
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([...EVENTS]);
  });

  test("has the commands and shortcuts of the code", () => {
    const { command, shortcut } = listened();
    expect(manifest.features.slash_commands.map((one: { command: string }) => one.command)).toEqual(command);
    const menus = manifest.features.shortcuts.map((one: { callback_id: string; type: string }) => ({
      type: `${one.type}_action`,
      callback_id: one.callback_id,
    }));
    expect(menus).toEqual(shortcut);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  test("asks for what is needed, and no permission more", () => {
    expect(methodsCalled.size).toBeGreaterThan(5);
    const unknown = [...methodsCalled].filter((method) => !(method in METHOD_SCOPES));
    expect(unknown).toEqual([]);
    const needed = new Set([
      ...[...methodsCalled].flatMap((method) => METHOD_SCOPES[method] ?? []),
      ...EVENTS.flatMap((event) => EVENT_SCOPES[event] ?? []),
      "commands",
      // /figure is answered in public channels that the bot has not joined.
      "chat:write.public",
    ]);
    expect(manifest.oauth_config.scopes.bot).toEqual([...needed].toSorted());
    expect([...SCOPES].toSorted()).toEqual([...needed].toSorted());
    expect(manifest.oauth_config.scopes.user).toBeUndefined();
  });

  test("names things as the help does", () => {
    const menus = manifest.features.shortcuts.map(({ name }: { name: string }) => name);
    expect(WORDING.ways("bot").map(([way]) => way)).toEqual(expect.arrayContaining(menus));
  });

  test.each([
    ["display_information.name", 35],
    ["display_information.description", 140],
    ["features.bot_user.display_name", 80],
    ["features.slash_commands.0.description", 2000],
    ["features.slash_commands.0.usage_hint", 1000],
    ["features.shortcuts.0.name", 24],
    ["features.shortcuts.0.description", 150],
    ["features.shortcuts.1.name", 24],
    ["features.shortcuts.1.description", 150],
  ])("%s is no longer than Slack takes", (path, most) => {
    const value: unknown = path.split(".").reduce((at, key) => at[key], manifest);
    expect(typeof value).toBe("string");
    expect(String(value).length).toBeLessThanOrEqual(most);
  });

  test("has a long description that is long enough, and Socket Mode as the code's default", () => {
    expect(manifest.display_information.long_description.length).toBeGreaterThanOrEqual(174);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
  });
});
