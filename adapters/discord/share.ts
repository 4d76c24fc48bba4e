import type { ButtonInteraction, Message } from "discord.js";
import { askDesk, type Question } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { readCustomId } from "./buttons.ts";
import { isOneConversation } from "./conversation.ts";
import { describeError, persist } from "./errors.ts";
import { localeFor, whisper } from "./interaction-reply.ts";
import { openThread } from "./open-thread.ts";
import { deliver } from "./post.ts";
import { askedLine, inPlace } from "./targets.ts";
import { WORDING } from "./wording.ts";

const nameOf = ({ member, user }: ButtonInteraction): string =>
  member !== null && "displayName" in member ? member.displayName : user.displayName;

/** The question for everyone to see; null where the bot may not write. */
const postQuestion = async (
  bot: Bot,
  { channel, id }: ButtonInteraction,
  content: string,
): Promise<Message | null> => {
  if (!channel?.isSendable()) return null;
  try {
    return await persist<Message>(() => channel.send({ content, nonce: `${id}-q`, enforceNonce: true }));
  } catch (error) {
    bot.log.warn({ channel: channel.id, error: describeError(error) }, "an answer could not be shared there");
    return null;
  }
};

/** The private answer without its share button, so that it is shared once. */
const withoutShare = (interaction: ButtonInteraction) => {
  const rows = interaction.message.components.map((row) => row.toJSON());
  const isShare = (part: object): boolean =>
    "custom_id" in part && readCustomId(String(part.custom_id))?.does === "share";
  const components = rows
    .map((row) =>
      "components" in row ? { ...row, components: row.components.filter((part) => !isShare(part)) } : row,
    )
    .filter((row) => !("components" in row) || row.components.length > 0);
  return interaction.editReply({ components: components as never });
};

/** Says publicly what was asked privately, in a thread of its own where there can be one. */
export const shareAnswer = async (bot: Bot, interaction: ButtonInteraction, text: string): Promise<void> => {
  await interaction.deferUpdate();
  const posted = await postQuestion(bot, interaction, askedLine(nameOf(interaction), text));
  if (posted === null) {
    await whisper(interaction, WORDING.notShared);
    return;
  }
  const goesOn = isOneConversation(posted.channel);
  const question: Question = {
    text,
    asked: posted.id,
    nonce: interaction.id,
    root: goesOn ? posted.channelId : posted.id,
    asker: interaction.user.id,
    at: interaction.createdAt,
    isPrivate: false,
    locale: localeFor(interaction, false),
  };
  const thread = goesOn ? Promise.resolve(null) : openThread(bot, posted, text);
  const answered = await askDesk(bot, question);
  const inThread = { name: "thread", open: () => thread, replyTo: null, above: null };
  await deliver(bot, answered, [inThread, ...inPlace(posted, null)]);
  await withoutShare(interaction);
};
