import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ChannelType, ComponentType, InteractionType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { post, startThread } from "./deeds.ts";
import { Gateway } from "./gateway.ts";
import { createInteraction } from "./interactions.ts";
import { messageEvent, placePayload } from "./payloads.ts";
import { addAccount, addPlace, createWorld, directPlace } from "./world.ts";

// A server and a bot that agree with each other agree with nothing else: what the server sends must have the
// keys that the real one was recorded to send.

const RECORDED = join(import.meta.dirname, "../../../../../shared/payloads/discord.json");

type Payload = Readonly<Record<string, unknown>>;

const recorded = (name: string): Payload => {
  const all = JSON.parse(readFileSync(RECORDED, "utf8"));
  return all[name].data?.id === undefined || all[name].type === 3 ? all[name] : all[name].data;
};

/** Every key at every depth; of a list, the keys of all that stand in it. */
const keysOf = (value: unknown, path = ""): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => keysOf(one, `${path}[]`));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    `${path}.${key}`,
    ...keysOf(inner, `${path}.${key}`),
  ]);
};
const shapeOf = (value: unknown): readonly string[] => [...new Set(keysOf(value))].toSorted();

const world = createWorld(Date.now);
const gateway = new Gateway(world, { token: () => "", privileged: 0, heartbeatInterval: 1000, latency: 0 });
const stage = { world, gateway };
const ada = addAccount(world, "Ada", false);
const channel = addPlace(world, { type: ChannelType.GuildText, name: "desk" });
const asked = post(stage, channel, {
  author: ada,
  content: `<@${world.bot.id}> Hey`,
  mentions: [world.bot],
  nonce: "1457536551075446784",
});
const thread = startThread(stage, channel, { name: "Hey", owner: world.bot, id: asked.id });
const embed = {
  id: "1",
  type: "rich",
  content_scan_version: 0,
  color: 1,
  title: "t",
  description: "d",
  fields: [{ name: "n", value: "v", inline: true }],
};
const row = {
  type: 1,
  id: 1,
  components: [{ type: 2, id: 2, style: 1, label: "Say Hello", custom_id: "hello" }],
};
const answered = post(stage, thread, {
  author: world.bot,
  content: "Hello",
  embeds: [embed] as never,
  components: [row] as never,
});
const followed = post(stage, thread, { author: ada, content: "Hey", nonce: "1" });
const direct = directPlace(world, ada);
const directAnswer = post(stage, direct, {
  author: world.bot,
  content: "Hello",
  embeds: [embed] as never,
  components: [row] as never,
});

const pressed = (place: typeof channel, message: typeof asked): unknown => {
  let payload: unknown = null;
  const listening = {
    ...stage,
    gateway: {
      dispatch: (_event: string, forIntents: (intents: number) => unknown) => (payload = forIntents(0)),
    },
  };
  createInteraction(listening as never, {
    type: InteractionType.MessageComponent,
    by: ada,
    place,
    message,
    locale: "en-US",
    data: { component_type: ComponentType.Button, custom_id: "hello", id: 2 },
  });
  return payload;
};

/** Left out of the comparison: what only some real payloads have, by the state of the thread or the account. */
const VARIES = [/\.channel\.member\b/u, /\.channel\.recipients/u, /\.authorizing_integration_owners/u];
const steady = (shape: readonly string[]): readonly string[] =>
  shape.filter((key) => VARIES.every((pattern) => !pattern.test(key)));

describe.skipIf(!existsSync(RECORDED))(
  "what the server sends has the shape of what Discord was recorded to send",
  () => {
    test.each<readonly [event: string, name: string, ours: unknown]>([
      ["a mention in a channel", "gatewayMention", messageEvent(world, asked)],
      ["a message in a thread", "gatewayThreadUserHey", messageEvent(world, followed)],
      ["the bot's own message", "gatewayThreadWelcome", messageEvent(world, answered)],
      ["a button in a thread", "buttonClickHello", pressed(thread, answered)],
    ])("%s", (_event, name, ours) => {
      expect(steady(shapeOf(ours))).toEqual(steady(shapeOf(recorded(name))));
    });

    test("a thread that is opened", () => {
      const real = shapeOf(recorded("gatewayThreadCreate"));
      const ours = shapeOf(placePayload(world, thread));
      expect(ours.filter((key) => !real.includes(key) && !key.startsWith(".member"))).toEqual([]);
    });

    test("a button in direct messages lacks nothing that Discord sends", () => {
      const real = steady(shapeOf(recorded("dmButtonClick")));
      expect(real.filter((key) => !shapeOf(pressed(direct, directAnswer)).includes(key))).toEqual([]);
    });
  },
);
