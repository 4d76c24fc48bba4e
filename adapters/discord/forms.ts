import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from "discord.js";
import type { ReasonForm } from "../../src/desk.ts";
import { deskId, followUpId, reportId, storyId } from "./buttons.ts";
import { DISCORD, OURS } from "./limits.ts";
import { WORDING } from "./wording.ts";

const FIELD = "text";

type Words = { readonly title: string; readonly label: string; readonly placeholder: string };

const form = (
  customId: string,
  { title, label, placeholder }: Words,
  maxLength: number,
): APIModalInteractionResponseCallbackData => ({
  custom_id: customId,
  title,
  components: [
    {
      type: ComponentType.Label,
      label,
      component: {
        type: ComponentType.TextInput,
        custom_id: FIELD,
        style: TextInputStyle.Paragraph,
        placeholder,
        required: true,
        max_length: maxLength,
      },
    },
  ],
});

export const followUpForm = (root: string): APIModalInteractionResponseCallbackData =>
  form(followUpId(root), WORDING.followUpForm, OURS.question);

export const reportForm = (asked: string): APIModalInteractionResponseCallbackData =>
  form(reportId(asked), WORDING.reportForm, DISCORD.textInput);

/** Asks somebody at the desk why. */
export const deskForm = (action: string, words: ReasonForm): APIModalInteractionResponseCallbackData =>
  form(deskId(action), { ...words, placeholder: "" }, OURS.reason);

/** Asks a reporter for a word: the name of a list, a number on it. */
export const storyForm = (action: string, words: ReasonForm): APIModalInteractionResponseCallbackData =>
  form(storyId(action), { ...words, placeholder: "" }, OURS.reason);

/** What was written into a form. */
export const writtenIn = (interaction: ModalSubmitInteraction): string =>
  interaction.fields.getTextInputValue(FIELD).trim();
