import {
  type AutocompleteInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  type Message,
  MessageFlags,
} from "discord.js";
import { type Answered, askDesk, isHelp, type Question, record, takeOnce } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { OPTION } from "./commands.ts";
import { describeError, persist } from "./errors.ts";
import { localeFor, mayEmbedIn, writePrivately } from "./interaction-reply.ts";
import { DISCORD } from "./limits.ts";
import { openThread } from "./open-thread.ts";
import { deliver, type Target } from "./post.ts";
import { quoteLine } from "./targets.ts";

const textOf = (interaction: ChatInputCommandInteraction): string =>
  interaction.options.getString(OPTION.question, true).trim();

const questionOf = (interaction: ChatInputCommandInteraction, root: string): Question => {
  const text = textOf(interaction);
  // How to ask is for who does not know it.
  const isPrivate = isHelp(text) || (interaction.options.getBoolean(OPTION.private) ?? false);
  return {
    text,
    asked: interaction.id,
    nonce: interaction.id,
    root,
    asker: interaction.user.id,
    at: interaction.createdAt,
    isPrivate,
    locale: localeFor(interaction, isPrivate),
  };
};

/** The command's own reply, with the question and the answer in it. */
const editInPlace = async (
  bot: Bot,
  interaction: ChatInputCommandInteraction,
  answered: Answered,
): Promise<void> => {
  const above = quoteLine(answered.question.text);
  const [first, ...more] = answered.bodies({ embeds: mayEmbedIn(interaction), above });
  if (first === undefined) return;
  const sent = await persist(() => interaction.editReply(first));
  for (const body of more) await persist(() => interaction.followUp(body));
  await record(bot, answered, { place: sent.channelId, message: sent.id });
};

/** The command's reply shows the question; what is posted below it can be replied to, which a reply cannot. */
const showQuestion = (interaction: ChatInputCommandInteraction, text: string): Promise<Message> =>
  persist(() => interaction.editReply({ content: quoteLine(text) }));

/** Above in a thread or a channel of its own; the answer follows as a message. */
const answerBelow = async (bot: Bot, interaction: ChatInputCommandInteraction): Promise<void> => {
  const { text } = questionOf(interaction, "");
  const shown = await showQuestion(interaction, text);
  const { channel } = shown;
  const isThread = channel.isThread();
  const thread = isThread ? null : openThread(bot, shown, text);
  const answered = await askDesk(bot, questionOf(interaction, isThread ? channel.id : shown.id));
  const opened = isThread ? channel : await thread;
  const target: Target = {
    name: isThread ? "thread" : "thread on a command",
    open: async () => opened,
    replyTo: isThread ? shown.id : null,
    above: null,
  };
  const sent = opened === null ? null : await deliver(bot, answered, [target]);
  if (sent === null) await editInPlace(bot, interaction, answered);
};

const answerPublicly = async (bot: Bot, interaction: ChatInputCommandInteraction): Promise<void> => {
  await interaction.deferReply();
  const isKnown = interaction.channel !== null && interaction.channel.type !== ChannelType.DM;
  if (isKnown) return answerBelow(bot, interaction);
  await editInPlace(bot, interaction, await askDesk(bot, questionOf(interaction, interaction.channelId)));
};

/** /figure: for everyone in a thread of its own, or for who asks alone. */
export const onFigure = async (bot: Bot, interaction: ChatInputCommandInteraction): Promise<void> => {
  if (!(await takeOnce(bot, interaction.id))) return;
  // What somebody tells the desk to do is theirs, about the conversation that they are in.
  const isForOne = await bot.chat.isForOne(textOf(interaction));
  const asked = questionOf(interaction, isForOne ? interaction.channelId : interaction.id);
  const question = { ...asked, isPrivate: asked.isPrivate || isForOne };
  if (!question.isPrivate) return answerPublicly(bot, interaction);
  // Who may see the answer is decided here, and never again.
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await writePrivately(bot, interaction, await askDesk(bot, question));
};

/** What may complete the question that is being typed: what this person asked before, then what is held. */
const completions = async (bot: Bot, interaction: AutocompleteInteraction): Promise<readonly string[]> => {
  const typed = interaction.options.getFocused();
  const held = bot.chat.desk.suggest(typed, DISCORD.choices);
  if (typed.trim() !== "") return held;
  return [...(await bot.chat.recentQuestions(`discord:${interaction.user.id}`)), ...held];
};

const fits = (text: string): boolean => text !== "" && text.length <= DISCORD.choiceValue;

export const onTyping = async (bot: Bot, interaction: AutocompleteInteraction): Promise<void> => {
  const offered = [...new Set(await completions(bot, interaction))].filter(fits).slice(0, DISCORD.choices);
  try {
    await interaction.respond(offered.map((text) => ({ name: text, value: text })));
  } catch (error) {
    // Somebody who types fast has moved on.
    bot.log.info({ error: describeError(error) }, "suggestions came too late");
  }
};
