import { type AnyThreadChannel, ChannelType, type Message, RESTJSONErrorCodes } from "discord.js";
import type { Bot } from "./bot.ts";
import { describeError, isForbidden, refusalOf } from "./errors.ts";
import { threadName } from "./thread-name.ts";

/** Other channels hold no threads on messages. */
const HOLD_THREADS: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** The thread that hangs on a message; it has the message's id. */
const threadOn = async ({ client, id }: Message): Promise<AnyThreadChannel | null> => {
  const channel = await client.channels.fetch(id);
  return channel?.isThread() ? channel : null;
};

const start = async (message: Message, question: string): Promise<AnyThreadChannel | null> => {
  if (message.hasThread) return threadOn(message);
  try {
    // discord.js has tried again itself; whoever asks is not to wait for a thread that long.
    return await message.startThread({ name: threadName(question) });
  } catch (error) {
    // Also where our own request was answered and the answer got lost.
    if (refusalOf(error) === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return threadOn(message);
    throw error;
  }
};

/** Opens a thread on a message, named after the question. Null where there can be none: then one replies in place. */
export const openThread = async (
  bot: Bot,
  message: Message,
  question: string,
): Promise<AnyThreadChannel | null> => {
  const { channel } = message;
  if (!HOLD_THREADS.includes(channel.type) || !bot.mayOpenThread(channel.id)) return null;
  try {
    return await start(message, question);
  } catch (error) {
    if (isForbidden(error)) bot.refusedThread(channel.id);
    bot.log.warn({ channel: channel.id, error: describeError(error) }, "no thread could be opened there");
    return null;
  }
};
