import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from "discord.js";
import { type Answered, record } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { persist } from "./errors.ts";
import { putChart } from "./put-chart.ts";

export type Repliable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

/** Each interaction says what the bot may do where it came from. */
export const mayEmbedIn = (interaction: Repliable): boolean =>
  !interaction.inGuild() || interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks);

/** Fills a private deferral. What does not fit the first message goes on in others, as private. */
export const writePrivately = async (bot: Bot, interaction: Repliable, answered: Answered): Promise<void> => {
  const [first, ...more] = answered.bodies({ embeds: mayEmbedIn(interaction), above: null });
  if (first === undefined) return;
  const sent = await persist(() => interaction.editReply(first));
  for (const body of more)
    await persist(() => interaction.followUp({ ...body, flags: MessageFlags.Ephemeral }));
  await record(bot, answered, { place: sent.channelId, message: sent.id });
  await putChart(bot, answered, (files) => interaction.editReply(files));
};

/** One line that only the person who pressed sees. */
export const whisper = (interaction: ButtonInteraction | ModalSubmitInteraction, content: string) =>
  interaction.deferred || interaction.replied
    ? interaction.followUp({ content, flags: MessageFlags.Ephemeral })
    : interaction.reply({ content, flags: MessageFlags.Ephemeral });

/** What only one person sees is written for them; what everyone sees, for the server. */
export const localeFor = ({ locale, guildLocale }: Repliable, isPrivate: boolean): string | null =>
  isPrivate ? locale : (guildLocale ?? locale);
