import { webApi } from "@slack/bolt";
import { createEmulator } from "emulate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCOPES } from "../../../adapters/slack/scopes.ts";
import { type SlackRunning, startSlack } from "../../../adapters/slack/start-slack.ts";
import { IN_MEMORY, openChatDesk, openStore } from "../../../src/desk.ts";
import { openTestDesk } from "../../fixtures/test-desk.ts";
import { FEW_RETRIES } from "./running-slack.ts";
import { deliverByHttp } from "./server/http-delivery.ts";
import { QUIET } from "./server/quiet.ts";

// A second opinion on the Web API: a Slack that others wrote, with the scopes of the manifest and no more. It sends
// no mentions and runs no commands, so those are sent to the bot from here.
const BOT_TOKEN = "xoxb-emulate-bot";
const READER_TOKEN = "xoxp-emulate-reader";
const BOT_USER = "U0EMUBOT001";
const SECRET = "0123456789abcdef0123456789abcdef";
const APP = "A0EMULATE01";

const seed = {
  slack: {
    strict_scopes: true,
    users: [{ name: "ada" }],
    channels: [{ name: "desk" }],
    oauth_apps: [
      {
        client_id: "1.2",
        client_secret: "secret",
        app_id: APP,
        name: "Nutgraf",
        redirect_uris: [],
        scopes: [...SCOPES],
        bot_id: "B0EMUBOT001",
        bot_user_id: BOT_USER,
        bot_name: "nutgraf",
      },
    ],
    tokens: [
      {
        token: BOT_TOKEN,
        type: "bot",
        user_id: BOT_USER,
        app_id: APP,
        bot_id: "B0EMUBOT001",
        bot_user_id: BOT_USER,
        scopes: [...SCOPES],
      },
      {
        token: READER_TOKEN,
        type: "user",
        user: "ada",
        scopes: [
          "chat:write",
          "channels:history",
          "channels:read",
          "channels:join",
          "channels:manage",
          "channels:write",
          "im:read",
          "im:history",
          "im:write",
          "users:read",
        ],
      },
    ],
  },
};

const faults: string[] = [];
const fault = (detail: Readonly<Record<string, unknown>>, what: string): void => {
  faults.push(`${what} ${JSON.stringify(detail)}`);
};
const log = { info: () => undefined, warn: fault, error: fault };

type Running = {
  readonly emulator: { readonly url: string; readonly close: () => Promise<void> };
  readonly bot: SlackRunning;
  readonly reader: webApi.WebClient;
  readonly channel: string;
};
let running: Running | null = null;
const slack = (): Running => {
  if (running === null) throw new Error("it did not start");
  return running;
};
const store = openStore({ path: IN_MEMORY, now: Date.now, setAside: () => undefined });

beforeAll(async () => {
  const emulator = await createEmulator({ service: "slack", port: 0, seed });
  const apiUrl = `${emulator.url.replace("localhost", "127.0.0.1")}/api/`;
  const reader = new webApi.WebClient(READER_TOKEN, { slackApiUrl: apiUrl, logger: QUIET });
  const { channels = [] } = await reader.conversations.list({});
  const channel = channels.find(({ name }) => name === "desk")?.id ?? "";
  await reader.conversations.invite({ channel, users: BOT_USER });
  const transport = { kind: "http", signingSecret: SECRET, port: 0, host: "127.0.0.1" } as const;
  const bot = await startSlack({
    settings: { botToken: BOT_TOKEN, apiUrl, deskChannel: channel, transport },
    chat: openChatDesk(openTestDesk(), store, log),
    log,
    retries: FEW_RETRIES,
  });
  running = { emulator, bot, reader, channel };
});
afterAll(async () => {
  await running?.bot.stop();
  await store.close();
  await running?.emulator.close();
});

let events = 0;
const deliver = (event: object): Promise<unknown> => {
  events += 1;
  const body = {
    type: "event_callback",
    token: "t",
    team_id: "T000000001",
    api_app_id: APP,
    event_id: `Ev${events}`,
    event_time: 1,
    authorizations: [
      {
        team_id: "T000000001",
        user_id: BOT_USER,
        is_bot: true,
        enterprise_id: null,
        is_enterprise_install: false,
      },
    ],
    event,
  };
  const target = {
    url: `http://127.0.0.1:${slack().bot.port}/slack/events`,
    secret: SECRET,
    patience: 3000,
    retryAfter: [],
  };
  return deliverByHttp("event", body, target);
};

const answersTo = async (ts: string) => {
  const { reader, channel } = slack();
  const { messages = [] } = await reader.conversations.replies({ channel, ts });
  return messages.slice(1);
};
const eventually = async <Value>(find: () => Promise<Value | undefined>): Promise<Value> => {
  // The first picture loads what draws it, on a machine that may be busy.
  for (let tried = 0; tried < 1000; tried += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain; faults: ${faults.join("\n")}`);
};

const says = async (text: string) => {
  const { reader, channel } = slack();
  const { ts = "" } = await reader.chat.postMessage({ channel, text });
  const event = { type: "app_mention", user: "U0ADA", text, ts, channel, event_ts: ts };
  await deliver(event);
  return { ts, event };
};

describe("on another's Slack", () => {
  test("a mention is answered in its thread, and the answer of an edited one is changed", async () => {
    const { ts, event } = await says(`<@${BOT_USER}> How many people did ICE arrest in fiscal 2024?`);
    const [answer] = await eventually(async () => {
      const found = await answersTo(ts);
      return found.length > 0 ? found : undefined;
    });
    expect(answer?.text).toContain("113,431 arrests");
    expect(answer?.thread_ts).toBe(ts);
    expect(JSON.stringify(answer)).toContain("rich_text_quote");
    const text = `<@${BOT_USER}> How many people did ICE arrest in fiscal 2023?`;
    await deliver({ ...event, text, edited: { user: "U0ADA", ts: "2.0" } });
    await eventually(async () => ((await answersTo(ts))[0]?.text?.includes("170,590") ? true : undefined));
    expect(await answersTo(ts)).toHaveLength(1);
  });

  test("a series comes with its table, and with its chart and its figures as files", async () => {
    const { ts } = await says(`<@${BOT_USER}> asylum grants by year since 2014`);
    const [answer] = await eventually(async () => {
      const found = await answersTo(ts);
      return found.length > 0 ? found : undefined;
    });
    expect(JSON.stringify(answer)).toContain('"type":"table"');
    expect(answer?.text).toContain("12,816 people");
    const names = await eventually(async () => {
      const shared = (await answersTo(ts)).find(({ files }) => files?.length === 2);
      return shared?.files?.map(({ name }) => name);
    });
    expect(names).toEqual(["granted-asylum.png", "granted-asylum.csv"]);
  });

  test("the Home tab is drawn", async () => {
    await deliver({
      type: "app_home_opened",
      user: "U000000001",
      channel: "D1",
      tab: "home",
      event_ts: "1.0",
    });
    await eventually(async () => {
      const page = await (await fetch(`${slack().emulator.url}/?tab=views`)).text();
      return page.includes("app home") && page.includes("Try one") ? true : undefined;
    });
  });

  test("and nothing was refused", () => {
    expect(faults).toEqual([]);
  });
});
