import { type Interaction, MessageFlags } from "discord.js";
import type { Bot } from "./bot.ts";
import { describeError } from "./errors.ts";
import { onButton } from "./on-button.ts";
import { onCheck } from "./on-check.ts";
import { onFigure, onTyping } from "./on-command.ts";
import { onForm } from "./on-form.ts";
import { WORDING as COMMAND, WORDING } from "./wording.ts";

const route = async (bot: Bot, interaction: Interaction): Promise<void> => {
  if (interaction.isAutocomplete()) return onTyping(bot, interaction);
  if (interaction.isButton()) return onButton(bot, interaction);
  if (interaction.isModalSubmit()) return onForm(bot, interaction);
  if (interaction.isChatInputCommand() && interaction.commandName === COMMAND.command.name)
    return onFigure(bot, interaction);
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === COMMAND.check.name)
    return onCheck(bot, interaction);
};

/** The person is told that it did not work, as far as Discord still takes an answer. */
const apologise = async (bot: Bot, interaction: Interaction): Promise<void> => {
  if (!interaction.isRepliable()) return;
  const options = { content: WORDING.busy, flags: MessageFlags.Ephemeral } as const;
  try {
    if (interaction.deferred || interaction.replied) await interaction.followUp(options);
    else await interaction.reply(options);
  } catch (error) {
    bot.log.warn({ error: describeError(error) }, "an interaction could not be answered at all");
  }
};

/** What is done about a command, a button or a form. Never throws. */
export const onInteraction = async (bot: Bot, interaction: Interaction): Promise<void> => {
  try {
    await route(bot, interaction);
  } catch (error) {
    bot.log.error({ kind: interaction.type, error: describeError(error) }, "an interaction failed");
    await apologise(bot, interaction);
  }
};
