import { type ButtonInteraction, MessageFlags, type ModalSubmitInteraction } from "discord.js";
import type { Message } from "../../src/desk.ts";
import { keyOf } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { bodiesOf } from "./courier.ts";
import { deskForm, writtenIn } from "./forms.ts";

/** Does something, and tells who pressed, alone, what came of it. */
const tellAlone = async (
  interaction: ButtonInteraction | ModalSubmitInteraction,
  work: () => Promise<Message>,
): Promise<void> => {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const [first, ...more] = bodiesOf(await work(), {});
  if (first !== undefined) await interaction.editReply(first);
  for (const body of more) await interaction.followUp({ ...body, flags: MessageFlags.Ephemeral });
};

/** Does what somebody at the desk decided, and tells them what came of it. */
const decide = async (
  bot: Bot,
  interaction: ButtonInteraction | ModalSubmitInteraction,
  pressed: { readonly action: string; readonly reason: string | null },
): Promise<void> => {
  const on = { platform: "discord", message: interaction.message?.id ?? "" };
  const by = interaction.user.displayName;
  await tellAlone(interaction, () => bot.chat.office.decide({ ...pressed, by, on }));
};

/** Somebody sends a question that was refused to the desk, and alone hears that it is there. */
export const onAskDesk = (bot: Bot, interaction: ButtonInteraction, asked: string): Promise<void> =>
  tellAlone(interaction, () =>
    bot.chat.office.assign({ asked: keyOf(asked), by: interaction.user.displayName }),
  );

/** A button below a message in the desk's channel; one that wants a reason opens a form for it. */
export const onDeskPress = async (
  bot: Bot,
  interaction: ButtonInteraction,
  action: string,
): Promise<void> => {
  const form = bot.chat.office.reasonFor(action);
  if (form === null) await decide(bot, interaction, { action, reason: null });
  else await interaction.showModal(deskForm(action, form));
};

export const onDeskForm = (bot: Bot, interaction: ModalSubmitInteraction, action: string): Promise<void> =>
  decide(bot, interaction, { action, reason: writtenIn(interaction) });
