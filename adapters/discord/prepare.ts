import { type Client, PermissionsBitField } from "discord.js";
import type { Log } from "../../src/desk.ts";
import type { DiscordSettings } from "../bot-settings.ts";
import { StartProblem } from "../running.ts";
import { COMMANDS } from "./commands.ts";
import { requestProblem } from "./connect.ts";
import { inviteLink, PERMISSIONS } from "./permissions.ts";

/** Replaces the commands as a whole, so that starting twice leaves one of each. */
const register = async (client: Client<true>, { guild }: DiscordSettings): Promise<void> => {
  const where = guild === null ? "" : ` in the server ${guild} (DISCORD_GUILD_ID)`;
  try {
    if (guild === null) await client.application.commands.set(COMMANDS);
    else await client.application.commands.set(COMMANDS, guild);
  } catch (error) {
    throw requestProblem(
      error,
      `to register the commands${where}; invite the bot with ${inviteLink(client.application.id)}`,
    );
  }
};

const NAME = "DESK_DISCORD_CHANNEL";

const checkDeskChannel = async (client: Client<true>, { deskChannel }: DiscordSettings): Promise<void> => {
  if (deskChannel === null) return;
  try {
    // Discord tells of channels that the bot may not see, too.
    const channel = await client.channels.fetch(deskChannel, { force: true });
    if (!channel?.isSendable()) throw new StartProblem(`${NAME}: ${deskChannel} is no channel to write to`);
    // Who may not write may not seem to be writing either; nothing else tells without leaving a message.
    await channel.sendTyping();
  } catch (error) {
    throw requestProblem(error, `${NAME}, the channel ${deskChannel}, which the bot must see and write to`);
  }
};

/** Says which permissions a server does not give; a channel may still give them, so nothing stops. */
const warnOfLacking = (client: Client<true>, log: Log): void => {
  for (const guild of client.guilds.cache.values()) {
    const has = guild.members.me?.permissions ?? new PermissionsBitField();
    const lacking = Object.entries(PERMISSIONS).flatMap(([name, bit]) => (has.has(bit) ? [] : [name]));
    if (lacking.length > 0)
      log.warn(
        { guild: guild.id, lacking, invite: inviteLink(client.application.id) },
        "the bot lacks permissions",
      );
  }
  if (client.guilds.cache.size === 0)
    log.warn({ invite: inviteLink(client.application.id) }, "the bot is in no server yet");
};

/** What must be in place before questions are taken. Throws a StartProblem. */
export const prepare = async (client: Client<true>, settings: DiscordSettings, log: Log): Promise<void> => {
  await register(client, settings);
  await checkDeskChannel(client, settings);
  warnOfLacking(client, log);
};
