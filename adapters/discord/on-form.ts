import { type Message, MessageFlags, type ModalSubmitInteraction } from "discord.js";
import { layOutReport } from "../../src/desk.ts";
import { takeOnce, toldTo } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { readCustomId } from "./buttons.ts";
import { describeError, persist } from "./errors.ts";
import { writtenIn } from "./forms.ts";
import { askFrom } from "./on-button.ts";
import { onDeskForm } from "./on-desk.ts";
import { onStoryForm } from "./on-story.ts";
import { mayEmbed } from "./post.ts";
import { PLAIN, toMessages } from "./to-message.ts";
import { WORDING } from "./wording.ts";

/** Sends what somebody says is wrong to the desk's channel. Throws where that cannot be reached. */
const sendReport = async (bot: Bot, interaction: ModalSubmitInteraction, asked: string): Promise<void> => {
  const id = bot.settings.deskChannel;
  const channel = id === null ? null : await interaction.client.channels.fetch(id);
  if (!channel?.isSendable()) throw new Error("the desk's channel is none to write to");
  const told = await toldTo(bot, asked);
  const { message, user } = interaction;
  const isPrivate = message?.flags.has(MessageFlags.Ephemeral) ?? true;
  const report = layOutReport({
    by: user.displayName,
    text: writtenIn(interaction),
    question: told?.question ?? "",
    headline: told?.headline ?? message?.content ?? "",
    link: isPrivate ? null : (message?.url ?? null),
  });
  const bodies = toMessages(report, { ...PLAIN, embeds: mayEmbed(channel) });
  for (const [at, body] of bodies.entries()) {
    const nonce = at === 0 ? interaction.id : `${interaction.id}-${at}`;
    await persist<Message>(() => channel.send({ ...body, nonce, enforceNonce: true }));
  }
};

const onReport = async (bot: Bot, interaction: ModalSubmitInteraction, asked: string): Promise<void> => {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  try {
    await sendReport(bot, interaction, asked);
    await interaction.editReply(WORDING.reported);
  } catch (error) {
    bot.log.error({ error: describeError(error) }, "a report could not be passed on");
    await interaction.editReply(WORDING.notReported);
  }
};

export const onForm = async (bot: Bot, interaction: ModalSubmitInteraction): Promise<void> => {
  const sent = readCustomId(interaction.customId);
  if (sent === null || !(await takeOnce(bot, interaction.id))) return;
  if (sent.does === "report") return onReport(bot, interaction, sent.asked);
  if (sent.does === "desk") return onDeskForm(bot, interaction, sent.action);
  if (sent.does === "story") return onStoryForm(bot, interaction, sent.action);
  if (sent.does === "follow-up") await askFrom(bot, interaction, writtenIn(interaction));
};
