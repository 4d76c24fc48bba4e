import { REST, Routes } from "discord.js";
import { processSettings } from "../settings.ts";
import { requestProblem, restOptions } from "./connect.ts";
import { inviteLink } from "./permissions.ts";

/** npm run discord:invite: prints the address at which the bot is let into a server, or why it cannot. */
const invite = async (): Promise<string> => {
  const read = processSettings();
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const { discord } = read.settings;
  if (discord === null)
    throw new Error("DISCORD_TOKEN is not set: the address names the bot that it belongs to");
  const rest = new REST(restOptions(discord)).setToken(discord.token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as { readonly id: string };
    return inviteLink(application.id);
  } catch (error) {
    throw requestProblem(error, "the application's id");
  }
};

try {
  process.stdout.write(`${await invite()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
