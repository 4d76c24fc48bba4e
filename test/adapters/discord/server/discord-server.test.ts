import {
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Message,
  Partials,
  Status,
} from "discord.js";
import { PermissionFlagsBits } from "discord-api-types/v10";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DiscordServer, type ServerRules, startDiscordServer } from "./discord-server.ts";
import { settle, waitFor } from "./wait-for.ts";

// The server against the real discord.js, unchanged: what it must do for the adapter's tests to mean anything.

const STANDARD = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

type Bot = { readonly client: Client<true>; readonly heard: Message[] };

/** discord.js lets five seconds pass between two Identifies. */
const IDENTIFY_TWICE = 15_000;

let server: DiscordServer;
let clients: Client[] = [];

const connect = async (intents: readonly GatewayIntentBits[] = STANDARD): Promise<Bot> => {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: server.url, retries: 0 },
    allowedMentions: { parse: [] },
  });
  clients.push(client);
  const heard: Message[] = [];
  client.on(Events.MessageCreate, (message) => heard.push(message));
  await client.login(server.token);
  await waitFor("the client to be ready", () => client.isReady());
  return { client: client as Client<true>, heard };
};

const start = async (rules: ServerRules = {}): Promise<void> => {
  await server?.stop();
  server = await startDiscordServer(rules);
};

beforeEach(() => start());
afterEach(async () => {
  await Promise.all(clients.map((client) => client.destroy()));
  clients = [];
  await server.stop();
});

const channelOf = async ({ client }: Bot, id: string) => {
  const channel = await client.channels.fetch(id);
  if (channel === null || !channel.isSendable()) throw new Error("no channel to write to");
  return channel;
};

/** The code with which a request was refused. */
const codeOf = async (request: Promise<unknown>): Promise<number | string> => {
  try {
    await request;
    return "served";
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code;
    throw error;
  }
};

describe("the gateway", () => {
  test("strips what a bot without the Message Content intent may not read", async () => {
    const [ada, desk] = [server.person("Ada"), server.channel("desk")];
    const bot = await connect();
    const channel = await channelOf(bot, desk.id);
    await channel.send("from the bot");
    const own = await waitFor("the bot's message", () => server.standing(desk)[0]);
    server.says({ by: ada, in: desk, content: "plain" });
    server.says({ by: ada, in: desk, content: `${server.mention} hey` });
    server.says({ by: ada, in: desk, content: "with ping", replyTo: own });
    server.says({ by: ada, in: desk, content: "without ping", replyTo: own, ping: false });
    server.says({ by: ada, in: server.direct(ada), content: "in private" });
    await waitFor("six messages", () => bot.heard.length === 6);
    expect(bot.heard.map(({ content }) => content)).toEqual([
      "from the bot",
      "",
      `${server.mention} hey`,
      "with ping",
      "",
      "in private",
    ]);
  });

  test("sends no event that no intent asked for", async () => {
    const [ada, desk] = [server.person("Ada"), server.channel("desk")];
    const bot = await connect([GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]);
    server.says({ by: ada, in: server.direct(ada), content: "in private" });
    server.says({ by: ada, in: desk, content: "in public" });
    await waitFor("a message", () => bot.heard.length > 0);
    expect(bot.heard.map(({ channelId }) => channelId)).toEqual([desk.id]);
  });

  const resumed = async (interrupt: () => void): Promise<readonly string[]> => {
    const [ada, desk] = [server.person("Ada"), server.channel("desk")];
    const bot = await connect();
    const session = server.gateway.sessions[0];
    interrupt();
    await waitFor("the connection to end", () => server.gateway.connected.length === 0);
    server.says({ by: ada, in: desk, content: `${server.mention} missed` });
    await waitFor("the session to be resumed", () => session?.resumes === 1);
    server.says({ by: ada, in: desk, content: `${server.mention} later` });
    await waitFor("both messages", () => bot.heard.length === 2);
    expect(server.gateway.sessions).toEqual([session]);
    return bot.heard.map(({ content }) => content.replace(server.mention, "").trim());
  };

  test.each<readonly [cause: string, interrupt: () => void]>([
    ["a dropped socket", () => server.gateway.drop()],
    ["op 7", () => server.gateway.askToReconnect()],
    ["a session that timed out", () => server.gateway.close(4009)],
  ])("replays what was missed after %s", async (_cause, interrupt) => {
    expect(await resumed(interrupt)).toEqual(["missed", "later"]);
  });

  test.each<readonly [cause: string, interrupt: () => void]>([
    ["op 9, not resumable", () => server.gateway.invalidate(false)],
    ["a normal close", () => server.gateway.close(1000)],
  ])(
    "begins a new session after %s",
    async (_cause, interrupt) => {
      const { client } = await connect();
      const before = server.gateway.sessions[0];
      interrupt();
      const isNew = () => server.gateway.connected.some((session) => session !== before);
      await waitFor("a new session", isNew, IDENTIFY_TWICE);
      // Destroyed while it waits for READY, discord.js never comes to an end.
      await waitFor("the shard to be ready", () => client.ws.shards.first()?.status === Status.Ready);
    },
    IDENTIFY_TWICE,
  );

  test("a connection that no heartbeat is acknowledged on is given up and resumed", async () => {
    await start({ heartbeatInterval: 100 });
    await connect();
    server.gateway.faults.zombie = true;
    await waitFor("the connection to end", () => server.gateway.connected.length === 0);
    server.gateway.faults.zombie = false;
    await waitFor("the session to be resumed", () => server.gateway.sessions[0]?.resumes === 1);
  });

  test.each<
    readonly [
      cause: string,
      asked: { intents: readonly GatewayIntentBits[]; token: () => string },
      code: number,
    ]
  >([
    ["a wrong token", { intents: STANDARD, token: () => "wrong" }, 4004],
    [
      "a privileged intent",
      { intents: [...STANDARD, GatewayIntentBits.MessageContent], token: () => server.token },
      4014,
    ],
    ["an intent that does not exist", { intents: [1 << 30], token: () => server.token }, 4013],
  ])("closes on %s", async (_cause, { intents, token }, code) => {
    const socket = new WebSocket(`${server.state.address()}?v=10&encoding=json`);
    const closed = new Promise<number>((done) =>
      socket.addEventListener("close", (event) => done(event.code)),
    );
    await new Promise((done) => socket.addEventListener("message", done, { once: true }));
    const bits = intents.reduce((sum, one) => sum | one, 0);
    socket.send(JSON.stringify({ op: 2, d: { token: token(), intents: bits, properties: {} } }));
    expect(await closed).toBe(code);
  });
});

describe("REST", () => {
  const row = (id: string) => ({ type: 1, components: [{ type: 2, style: 1, label: "x", custom_id: id }] });

  test.each<readonly [what: string, code: number, body: object]>([
    ["2,001 characters", 50035, { content: "x".repeat(2001) }],
    ["nothing", 50006, { content: "" }],
    ["eleven embeds", 50035, { embeds: Array.from({ length: 11 }, () => ({ title: "x" })) }],
    [
      "6,001 characters in embeds",
      50035,
      { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] },
    ],
    ["a description of 4,097 characters", 50035, { embeds: [{ description: "x".repeat(4097) }] }],
    ["six rows", 50035, { content: "x", components: Array.from({ length: 6 }, (_, at) => row(`${at}`)) }],
    ["a custom id of 101 characters", 50035, { content: "x", components: [row("x".repeat(101))] }],
    ["a nonce of 26 characters", 50035, { content: "x", nonce: "x".repeat(26) }],
  ])("refuses a message of %s", async (_what, code, body) => {
    const desk = server.channel("desk");
    const { client } = await connect();
    expect(await codeOf(client.rest.post(`/channels/${desk.id}/messages`, { body }))).toBe(code);
    expect(server.standing(desk)).toEqual([]);
  });

  test("takes the largest message that the limits allow", async () => {
    const desk = server.channel("desk");
    const { client } = await connect();
    const rows = ["a", "b", "c", "d", "e"].map((id) => row(id.repeat(100)));
    const embeds = [{ description: "x".repeat(4096), footer: { text: "x".repeat(1904) } }];
    const body = { content: "x".repeat(2000), embeds, components: rows, nonce: "x".repeat(25) };
    expect(await codeOf(client.rest.post(`/channels/${desk.id}/messages`, { body }))).toBe("served");
  });

  test("pings whom allowed_mentions allow, and everyone where it is left out", async () => {
    const [ada, desk] = [server.person("Ada"), server.channel("desk")];
    const { client } = await connect();
    const content = `@everyone <@${ada.id}> <@&${server.stage.world.botRole}>`;
    const route = `/channels/${desk.id}/messages` as const;
    await client.rest.post(route, { body: { content, allowed_mentions: { parse: [] } } });
    await client.rest.post(route, { body: { content } });
    const pings = server
      .standing(desk)
      .map((one) => [one.mentionsEveryone, one.mentions.length, one.mentionRoles.length]);
    expect(pings).toEqual([
      [false, 0, 0],
      [true, 1, 1],
    ]);
  });

  test("a nonce that is enforced returns the message that was sent with it", async () => {
    const desk = server.channel("desk");
    const { client } = await connect();
    const body = { content: "once", nonce: "1", enforce_nonce: true };
    const route = `/channels/${desk.id}/messages` as const;
    const sent = [await client.rest.post(route, { body }), await client.rest.post(route, { body })];
    expect(new Set(sent.map((one) => (one as { id: string }).id)).size).toBe(1);
    expect(server.standing(desk)).toHaveLength(1);
  });

  test("one thread to a message, with the message's id", async () => {
    const [ada, desk] = [server.person("Ada"), server.channel("desk")];
    const bot = await connect();
    const asked = server.says({ by: ada, in: desk, content: `${server.mention} hey` });
    const message = await waitFor("the message", () => bot.heard[0]);
    const thread = await message.startThread({ name: "Hey" });
    expect(thread.id).toBe(asked.id);
    const again = bot.client.rest.post(`/channels/${desk.id}/messages/${asked.id}/threads`, {
      body: { name: "Hey" },
    });
    expect(await codeOf(again)).toBe(160004);
  });

  test.each<readonly [denied: string, permission: bigint, code: number]>([
    ["View Channel", PermissionFlagsBits.ViewChannel, 50001],
    ["Send Messages", PermissionFlagsBits.SendMessages, 50013],
  ])("a channel without %s refuses messages", async (_denied, permission, code) => {
    const desk = server.channel("desk", { denied: permission });
    const { client } = await connect();
    const body = { content: "hey" };
    expect(await codeOf(client.rest.post(`/channels/${desk.id}/messages`, { body }))).toBe(code);
  });

  test("limits are waited out by the library: all get through, later", async () => {
    await start({
      limits: { messages: { limit: 2, per: 300 }, other: { limit: 100, per: 1000 }, global: 100 },
    });
    const desk = server.channel("desk");
    const bot = await connect();
    const channel = await channelOf(bot, desk.id);
    await Promise.all(["1", "2", "3", "4", "5"].map((content) => channel.send(content)));
    expect(server.standing(desk).map(({ content }) => content)).toEqual(["1", "2", "3", "4", "5"]);
  });
});

describe("interactions", () => {
  const registered = async (): Promise<Bot> => {
    const bot = await connect();
    await bot.client.application.commands.set([{ name: "figure", description: "Ask" }]);
    return bot;
  };

  test("an answer that is not given in three seconds is refused, and a second one too", async () => {
    const [ada, desk] = [server.person("Ada"), server.channel("desk")];
    const { client } = await registered();
    const codes: (number | string)[] = [];
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isRepliable()) return;
      if (codes.length === 0) server.passes(3001);
      codes.push(await codeOf(interaction.reply("hey")));
      const body = { type: 4, data: { content: "again" } };
      codes.push(
        await codeOf(
          client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body }),
        ),
      );
    });
    server.runs({ by: ada, in: desk, options: {} });
    await waitFor("the late answer", () => codes.length === 2);
    server.runs({ by: ada, in: desk, options: {} });
    await waitFor("the answers", () => codes.length === 4);
    expect(codes).toEqual([10062, 10062, "served", 40060]);
  });

  test("a deferral decides who sees the answer, and the first follow-up fills it", async () => {
    const [ada, desk] = [server.person("Ada"), server.channel("desk")];
    const { client } = await registered();
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.deferReply({ flags: 64 });
      await interaction.followUp({ content: "for you" });
      await interaction.followUp({ content: "and this", flags: 64 });
    });
    const ran = server.runs({ by: ada, in: desk, options: {} });
    await waitFor("the answers", () => ran.followUps.length === 1);
    expect([ran.original?.content, ran.original?.flags]).toEqual(["for you", 64]);
    await settle();
    expect(server.standing(desk)).toEqual([]);
  });
});
