import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import { OURS } from "./limits.ts";
import { WORDING } from "./wording.ts";

const { command, check } = WORDING;

/** The options of /figure by their names. */
export const OPTION = { question: "question", private: "private" } as const;

export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: OPTION.question,
        description: command.question,
        required: true,
        autocomplete: true,
        max_length: OURS.question,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: OPTION.private,
        description: command.private,
      },
    ],
  },
  {
    type: ApplicationCommandType.Message,
    name: check.name,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
];
