import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { apiBase } from "../../../adapters/discord/connect.ts";
import { inviteLink } from "../../../adapters/discord/permissions.ts";
import { StartProblem } from "../../../adapters/running.ts";
import { openNewsroom } from "./newsroom.ts";
import { type DiscordServer, startDiscordServer, TOKEN } from "./server/discord-server.ts";

const OTHER_TOKEN = TOKEN.replace(".Gtest0.", ".Gother.");

const problemOf = async (opening: Promise<unknown>): Promise<string> => {
  try {
    await opening;
    return "it started";
  } catch (error) {
    if (error instanceof StartProblem) return error.message;
    throw error;
  }
};

describe("what stands in the way of a start is one line", () => {
  const forbidden = { status: 403, body: { code: 50_001, message: "Missing Access" } };

  test.each<readonly [what: string, before: (server: DiscordServer) => object | undefined, line: RegExp]>([
    [
      "a token that Discord does not know",
      () => ({ token: OTHER_TOKEN }),
      /^DISCORD_TOKEN: Discord does not accept it/u,
    ],
    [
      "a token that the gateway refuses",
      (server) => {
        server.fault({
          route: "GET /gateway/bot",
          status: 200,
          body: {
            url: server.state.address(),
            shards: 1,
            session_start_limit: { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 },
          },
        });
        return { token: OTHER_TOKEN };
      },
      /^DISCORD_TOKEN: Discord does not accept it/u,
    ],
    [
      "commands that may not be registered",
      (server) => {
        server.fault({ route: "PUT /applications/:id/commands", ...forbidden });
        return undefined;
      },
      /^Discord refuses to register the commands; invite the bot with https:\/\/discord\.com\/oauth2\/authorize\?.*: Missing Access \(50001\)$/u,
    ],
    [
      "a server that the bot is not in",
      () => ({ guild: "100000000000000001" }),
      /100000000000000001 \(DISCORD_GUILD_ID\).*50001/u,
    ],
    [
      "a desk's channel that does not exist",
      () => ({ deskChannel: "100000000000000001" }),
      /^Discord refuses DESK_DISCORD_CHANNEL, the channel 100000000000000001, which the bot must see and write to: Unknown Channel \(10003\)$/u,
    ],
    [
      "a desk's channel that the bot may not see",
      (server) => ({ deskChannel: server.channel("hidden", { denied: PermissionFlagsBits.ViewChannel }).id }),
      /^Discord refuses DESK_DISCORD_CHANNEL.*Missing Access \(50001\)$/u,
    ],
    [
      "a desk's channel that the bot may not write to",
      (server) => ({
        deskChannel: server.channel("read only", { denied: PermissionFlagsBits.SendMessages }).id,
      }),
      /^Discord refuses DESK_DISCORD_CHANNEL.*, which the bot must see and write to: Missing Permissions \(50013\)$/u,
    ],
    [
      "an address where nobody answers",
      () => ({ apiUrl: "http://127.0.0.1:2/api" }),
      /^Discord cannot be reached for the login: .*ECONNREFUSED/u,
    ],
  ])("%s", async (_what, before, line) => {
    const problem = await problemOf(openNewsroom({ before }));
    expect(problem).toMatch(line);
    expect(problem).not.toContain("\n");
    for (const token of [TOKEN, OTHER_TOKEN]) expect(problem).not.toContain(token);
  });

  test.each([4014, 4013])("a gateway that refuses the intents with %d", async (code) => {
    const problem = await problemOf(
      openNewsroom({
        before: (server) => {
          server.gateway.faults.refusesWith = code;
          return undefined;
        },
      }),
    );
    expect(problem).toMatch(new RegExp(`^Discord refuses the intents.*${code}`, "u"));
  });
});

describe("the commands", () => {
  test("are registered once, however often the bot starts", async () => {
    const newsroom = await openNewsroom();
    await newsroom.restart();
    const { commands } = newsroom.server.state;
    expect([...commands.keys()]).toEqual(["global"]);
    expect(commands.get("global")?.map(({ name }) => name)).toEqual(["figure", "Check figures"]);
  });

  test("are registered in one server where that is set", async () => {
    const newsroom = await openNewsroom({ before: (server) => ({ guild: server.stage.world.guild }) });
    expect([...newsroom.server.state.commands.keys()]).toEqual([newsroom.server.stage.world.guild]);
  });
});

test("a server that does not give what is needed is named in the log, with the invite", async () => {
  const newsroom = await openNewsroom({
    before: (server) => {
      server.stage.world.permissions &= ~PermissionFlagsBits.EmbedLinks;
      return undefined;
    },
  });
  const line = newsroom.logged.find((one) => one.includes("lacks permissions"));
  expect(line).toContain('"lacking":["EmbedLinks"]');
  expect(line).toContain("oauth2/authorize");
});

test.each([
  ["http://127.0.0.1:8080", "http://127.0.0.1:8080/api"],
  ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/api"],
  ["http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api"],
  ["https://proxy.example/discord/api/v10/", "https://proxy.example/discord/api"],
])("the address %s is used as %s", (address, base) => {
  expect(apiBase(address)).toBe(base);
});

test("npm run discord:invite prints the address for the bot that the token is of", async () => {
  const server = await startDiscordServer();
  try {
    const child = spawn(process.execPath, ["adapters/discord/invite.ts"], {
      env: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.url },
    });
    const printed = await text(child.stdout);
    expect(printed).toBe(`${inviteLink(server.bot.id)}\n`);
  } finally {
    await server.stop();
  }
});

test("the invite asks for exactly what is used", () => {
  const link = new URL(inviteLink("100000000000000000"));
  expect(link.searchParams.get("scope")).toBe("bot applications.commands");
  const used =
    PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.SendMessagesInThreads |
    PermissionFlagsBits.CreatePublicThreads |
    PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.AttachFiles |
    PermissionFlagsBits.ReadMessageHistory;
  expect(link.searchParams.get("permissions")).toBe(String(used));
});
