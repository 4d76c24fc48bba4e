import { type ButtonInteraction, MessageFlags, type ModalSubmitInteraction } from "discord.js";
import { askDesk, type Question, record, takeOnce } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { type Pressed, readCustomId } from "./buttons.ts";
import { isOneConversation, rootOf } from "./conversation.ts";
import { persist } from "./errors.ts";
import { followUpForm, reportForm } from "./forms.ts";
import { localeFor, mayEmbedIn, whisper, writePrivately } from "./interaction-reply.ts";
import { onAskDesk, onDeskPress } from "./on-desk.ts";
import { onStoryPress } from "./on-story.ts";
import { deliver, type Target } from "./post.ts";
import { shareAnswer } from "./share.ts";
import { askedLine } from "./targets.ts";
import { WORDING } from "./wording.ts";

type Asking = ButtonInteraction | ModalSubmitInteraction;

/** The conversation in which something was pressed or written. */
const rootFor = (interaction: Asking): string => {
  const { channel, message } = interaction;
  const isPrivate = message?.flags.has(MessageFlags.Ephemeral) ?? false;
  if (!isPrivate && channel !== null && isOneConversation(channel)) return channel.id;
  return (message === null ? null : rootOf(message)) ?? interaction.channelId ?? interaction.id;
};

const questionOf = (interaction: Asking, text: string, isPrivate: boolean): Question => ({
  text,
  asked: interaction.id,
  nonce: interaction.id,
  root: rootFor(interaction),
  asker: interaction.user.id,
  at: interaction.createdAt,
  isPrivate,
  locale: localeFor(interaction, isPrivate),
});

/** Below the message with the button, as a message that can be replied to. */
const targetsBelow = (interaction: Asking, text: string): readonly Target[] => {
  const { channel, message, member, user } = interaction;
  const name = member !== null && "displayName" in member ? member.displayName : user.displayName;
  const above = askedLine(name, text);
  const open = async () => (channel?.isSendable() ? channel : null);
  return [
    { name: "reply to a button", open, replyTo: message?.id ?? null, above },
    { name: "channel of a button", open, replyTo: null, above },
  ];
};

/** Asks what a button or a form says: in public below the answer it stood under, or as private as that was. */
export const askFrom = async (bot: Bot, interaction: Asking, text: string): Promise<void> => {
  const isPrivate = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  const question = questionOf(interaction, text, isPrivate);
  if (isPrivate) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    return writePrivately(bot, interaction, await askDesk(bot, question));
  }
  const [answered] = await Promise.all([askDesk(bot, question), interaction.deferUpdate()]);
  const targets = targetsBelow(interaction, text);
  if ((await deliver(bot, answered, targets)) !== null) return;
  // An interaction may be answered where its bot may not write.
  const bodies = answered.bodies({ embeds: mayEmbedIn(interaction), above: targets[0]?.above ?? null });
  for (const body of bodies) {
    const sent = await persist(() => interaction.followUp(body));
    await record(bot, answered, { place: sent.channelId, message: sent.id });
  }
};

/** The question behind a button; null: it was kept so long that it is gone. */
const questionBehind = async (
  bot: Bot,
  pressed: Extract<Pressed, { readonly does: "ask" | "share" }>,
): Promise<string | null> => ("question" in pressed ? pressed.question : bot.chat.kept(pressed.kept));

export const onButton = async (bot: Bot, interaction: ButtonInteraction): Promise<void> => {
  const pressed = readCustomId(interaction.customId);
  if (pressed === null || !(await takeOnce(bot, interaction.id))) return;
  switch (pressed.does) {
    case "follow-up":
      return interaction.showModal(followUpForm(pressed.root));
    case "report":
      return interaction.showModal(reportForm(pressed.asked));
    case "ask-desk":
      return onAskDesk(bot, interaction, pressed.asked);
    case "desk":
      return onDeskPress(bot, interaction, pressed.action);
    case "story":
      return onStoryPress(bot, interaction, pressed.action);
    case "ask":
    case "share": {
      const text = await questionBehind(bot, pressed);
      if (text === null) await whisper(interaction, WORDING.gone);
      else if (pressed.does === "ask") await askFrom(bot, interaction, text);
      else await shareAnswer(bot, interaction, text);
    }
  }
};
