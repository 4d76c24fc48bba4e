import {
  AttachmentBuilder,
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import type { StoryReply } from "../../src/desk.ts";
import { keyOf } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { storyId } from "./buttons.ts";
import { persist } from "./errors.ts";
import { mayEmbedIn } from "./interaction-reply.ts";
import { PLAIN, toMessages } from "./to-message.ts";

type Pressing = ButtonInteraction | ModalSubmitInteraction;

/** Fills a private deferral with what came of story work, its files below. */
export const showStory = async (
  interaction: Pressing,
  { message, buttons, files }: StoryReply,
): Promise<void> => {
  const rest = buttons.map(({ label, action }) => ({ label, id: storyId(action) }));
  const outfit = { ...PLAIN, embeds: mayEmbedIn(interaction), buttons: { choices: [], followUps: [], rest } };
  const [first, ...more] = toMessages(message, outfit);
  if (first === undefined) return;
  await persist(() => interaction.editReply(first));
  for (const body of more)
    await persist(() => interaction.followUp({ ...body, flags: MessageFlags.Ephemeral }));
  if (files.length === 0) return;
  const attached = files.map(({ name, content }) => new AttachmentBuilder(Buffer.from(content), { name }));
  await persist(() => interaction.followUp({ files: attached, flags: MessageFlags.Ephemeral }));
};

/** A button of story work, below an answer or below what came of one. */
export const onStoryPress = async (
  bot: Bot,
  interaction: ButtonInteraction,
  action: string,
): Promise<void> => {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const by = keyOf(interaction.user.id);
  await showStory(interaction, await bot.chat.press({ action, text: null, by }));
};
