import {
  type Client,
  type GuildTextBasedChannel,
  type Message,
  PermissionFlagsBits,
  SnowflakeUtil,
  type TextBasedChannel,
} from "discord.js";
import { takeOnce, toldTo } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { describeError } from "./errors.ts";
import { answerMessage, isQuestion } from "./on-message.ts";

/** Milliseconds. Who asked longer ago has found the figure elsewhere. */
const LOOKS_BACK = 3_600_000;
/** What Discord hands out at once. */
const AT_ONCE = 100;

const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

const mayRead = (channel: TextBasedChannel): boolean => {
  if (channel.isDMBased()) return true;
  const { guild } = channel as GuildTextBasedChannel;
  const me = guild.members.me;
  return me === null || (channel.permissionsFor(me)?.has(NEEDED) ?? false);
};

/** Channels in which something was said since; Discord says so of each, without being asked. */
const spokenIn = (client: Client<true>, since: string): readonly TextBasedChannel[] =>
  [...client.channels.cache.values()].flatMap((channel) => {
    if (!channel.isTextBased() || channel.partial || !mayRead(channel)) return [];
    const last = channel.lastMessageId;
    const isQuiet = last !== null && BigInt(last) <= BigInt(since);
    // What a direct message channel last said is not told anew.
    return last === null || (isQuiet && !channel.isDMBased()) ? [] : [channel];
  });

/** Whether we have answered it as far as the platform shows: a thread with our words, or a reply. */
const isAnswered = async (message: Message, later: readonly Message[]): Promise<boolean> => {
  const me = message.client.user.id;
  const ours = later.filter(({ author }) => author.id === me);
  if (ours.some(({ reference }) => reference?.messageId === message.id)) return true;
  if (!message.hasThread) return false;
  const thread = await message.client.channels.fetch(message.id);
  if (!thread?.isThread()) return false;
  const said = await thread.messages.fetch({ limit: 10 });
  return said.some(({ author }) => author.id === me);
};

/**
 * True for who is to answer it now. A question that was taken and never answered was at hand when the process
 * ended; it is taken again, once.
 */
const takeUnanswered = async (bot: Bot, message: Message): Promise<boolean> => {
  if (!bot.isNew(message.id) || (await toldTo(bot, message.id)) !== null) return false;
  return (await takeOnce(bot, message.id)) || takeOnce(bot, `again:${message.id}`);
};

const catchUpIn = async (bot: Bot, channel: TextBasedChannel, since: string): Promise<number> => {
  const found = await channel.messages.fetch({ after: since, limit: AT_ONCE, cache: false });
  const messages = [...found.values()].toSorted((a, b) => a.createdTimestamp - b.createdTimestamp);
  let answered = 0;
  for (const [at, message] of messages.entries()) {
    if (!isQuestion(message) || (await isAnswered(message, messages.slice(at + 1)))) continue;
    if (!(await takeUnanswered(bot, message))) continue;
    await answerMessage(bot, message);
    answered += 1;
  }
  return answered;
};

/**
 * Answers, once, what was asked while nobody listened: Discord replays that only to a session that is resumed.
 * Looks at messages after `from`, in milliseconds since 1970, and at most an hour back.
 */
export const catchUp = async (bot: Bot, client: Client<true>, from: number): Promise<void> => {
  const earliest = Math.max(from, Date.now() - LOOKS_BACK);
  const since = SnowflakeUtil.generate({ timestamp: earliest, increment: 0n }).toString();
  for (const channel of spokenIn(client, since)) {
    try {
      const answered = await catchUpIn(bot, channel, since);
      if (answered > 0) bot.log.info({ channel: channel.id, answered }, "answered what was asked meanwhile");
    } catch (error) {
      bot.log.warn(
        { channel: channel.id, error: describeError(error) },
        "could not look for what was asked meanwhile",
      );
    }
  }
};
