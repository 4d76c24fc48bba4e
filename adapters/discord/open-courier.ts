import { REST } from "discord.js";
import type { Courier, Log } from "../../src/desk.ts";
import type { DiscordSettings } from "../bot-settings.ts";
import { restOptions } from "./connect.ts";
import { discordCourier } from "./courier.ts";

/** A courier by REST alone, beside a bot or without one. */
export const openDiscordCourier = (settings: DiscordSettings, log: Log): Courier => {
  const rest = new REST(restOptions(settings)).setToken(settings.token);
  return discordCourier({ rest, deskChannel: settings.deskChannel, log });
};
