import { ChannelType, type Message, type TextBasedChannel, type TopLevelComponent } from "discord.js";
import { readCustomId } from "./buttons.ts";

/** Every custom id in the rows of a message. */
const customIds = (components: readonly TopLevelComponent[]): readonly string[] =>
  components.flatMap((row) =>
    "components" in row
      ? row.components.flatMap((part) =>
          "customId" in part && part.customId !== null ? [part.customId] : [],
        )
      : [],
  );

/** The conversation that an answer of ours belongs to: it stands in the id of its follow-up button. */
export const rootOf = (answer: Pick<Message, "components">): string | null => {
  for (const id of customIds(answer.components)) {
    const pressed = readCustomId(id);
    if (pressed?.does === "follow-up") return pressed.root;
  }
  return null;
};

/** A thread and a direct message channel are one conversation each; other channels hold many. */
export const isOneConversation = (channel: TextBasedChannel): boolean =>
  channel.isThread() || channel.type === ChannelType.DM;

/** Of our answers that a message replies to, the one it replies to; null: none. */
const repliedAnswer = (message: Message, bot: string): Message | null => {
  const id = message.reference?.messageId;
  const replied = id === undefined ? undefined : message.channel.messages.cache.get(id);
  return replied?.author.id === bot ? replied : null;
};

/**
 * Where a message that asks stands: in a conversation that goes on in place, or at the beginning of one of its
 * own. A thread has the id of the message that it hangs on, so both are named by one id.
 */
export const conversationOf = (
  message: Message,
  bot: string,
): { readonly root: string; readonly goesOn: boolean } => {
  if (isOneConversation(message.channel)) return { root: message.channelId, goesOn: true };
  const answer = repliedAnswer(message, bot);
  const root = answer === null ? null : rootOf(answer);
  return root === null ? { root: message.id, goesOn: false } : { root, goesOn: true };
};
