import { type MessageContextMenuCommandInteraction, MessageFlags } from "discord.js";
import { asCheck } from "../../src/desk.ts";
import { askDesk, takeOnce } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { localeFor, writePrivately } from "./interaction-reply.ts";

/** A message's menu has each of its numbers checked, for who chose it alone; they may share it. */
export const onCheck = async (bot: Bot, interaction: MessageContextMenuCommandInteraction): Promise<void> => {
  if (!(await takeOnce(bot, interaction.id))) return;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const answered = await askDesk(bot, {
    text: asCheck(interaction.targetMessage.content),
    asked: interaction.id,
    nonce: interaction.id,
    root: interaction.id,
    asker: interaction.user.id,
    at: interaction.createdAt,
    isPrivate: true,
    locale: localeFor(interaction, true),
  });
  await writePrivately(bot, interaction, answered);
};
