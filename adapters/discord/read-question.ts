import { ChannelType, cleanContent, type Message, type TextBasedChannel } from "discord.js";
import { OURS } from "./limits.ts";

/** What is left where nobody knows whom it mentions: its digits are no number of the question's. */
const UNKNOWN = /<(?:@[!&]?|#|a?:\w+:|id:|t:-?)[\w:]+>/gu;
const SPACES = /[^\S\n]+/gu;

/** What a message says besides mentioning the bot: "<@1> how many arrests?" → "how many arrests?" */
export const readQuestion = (content: string, bot: string, channel: TextBasedChannel): string =>
  cleanContent(content.replaceAll(new RegExp(`<@!?${bot}>`, "gu"), " "), channel)
    .replace(UNKNOWN, " ")
    .replace(SPACES, " ")
    .trim()
    .slice(0, OURS.question);

/** How a message means the bot, if it does. */
export type Means =
  /** By a mention, a reply with ping, or by being a direct message: Discord shows what it says. */
  | "asks"
  /** By the role that has the bot's name, which shows nothing. */
  | "role"
  /** In a thread of the bot's own, without anything that would show what it says. */
  | "unreadable"
  | "nothing";

const isReplyToOther = (message: Message, bot: string): boolean => {
  const id = message.reference?.messageId;
  if (id === undefined) return false;
  return message.channel.messages.cache.get(id)?.author.id !== bot;
};

const isInOwnThread = ({ channel }: Message, bot: string): boolean =>
  channel.isThread() && channel.ownerId === bot;

/** A person in the bot's own thread, speaking to nobody else, whose words Discord withholds. */
const isUnreadable = (message: Message, bot: string): boolean =>
  message.content === "" &&
  message.stickers.size === 0 &&
  message.mentions.users.size === 0 &&
  isInOwnThread(message, bot) &&
  !isReplyToOther(message, bot);

export const howMeant = (message: Message<boolean>, bot: string): Means => {
  if (message.channel.type === ChannelType.DM) return "asks";
  if (message.mentions.users.has(bot)) {
    // A reply to what answered an interaction pings, and shows nothing all the same.
    return message.content === "" && message.reference !== null ? "unreadable" : "asks";
  }
  if (message.mentions.roles.some((role) => role.tags?.botId === bot)) return "role";
  return isUnreadable(message, bot) ? "unreadable" : "nothing";
};
