import {
  AttachmentBuilder,
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import type { StoryReply } from "../../src/desk.ts";
import { dayOf } from "../day-of.ts";
import { keyOf } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { storyId } from "./buttons.ts";
import { persist } from "./errors.ts";
import { storyForm, writtenIn } from "./forms.ts";
import { mayEmbedIn } from "./interaction-reply.ts";
import { PLAIN, toMessages } from "./to-message.ts";

type Pressing = ButtonInteraction | ModalSubmitInteraction;

/** Fills a private deferral with what came of story work, and its files. */
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
  await persist(() => interaction.editReply({ files: attached }));
};

/** What somebody does with an answer or a list, shown to them alone. */
const work = async (
  bot: Bot,
  interaction: Pressing,
  pressed: { readonly action: string; readonly text: string | null },
): Promise<void> => {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const by = keyOf(interaction.user.id);
  const day = dayOf(interaction.createdAt);
  await showStory(interaction, await bot.chat.press({ ...pressed, by, day }));
};

/** A button of story work, below an answer or a list; one that wants a word opens a form for it. */
export const onStoryPress = async (
  bot: Bot,
  interaction: ButtonInteraction,
  action: string,
): Promise<void> => {
  const form = bot.chat.formFor(action);
  if (form === null) await work(bot, interaction, { action, text: null });
  else await interaction.showModal(storyForm(action, form));
};

/** The form of a button was filled in. */
export const onStoryForm = (bot: Bot, interaction: ModalSubmitInteraction, action: string): Promise<void> =>
  work(bot, interaction, { action, text: writtenIn(interaction) });
