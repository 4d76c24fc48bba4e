import {
  type GuildTextBasedChannel,
  type Message,
  type MessageCreateOptions,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type SendableChannels,
} from "discord.js";
import { type Answered, record } from "./answer.ts";
import type { Bot } from "./bot.ts";
import { describeError, persist, refusalOf } from "./errors.ts";
import { putChart } from "./put-chart.ts";
import type { Body } from "./to-message.ts";

/** Somewhere an answer may be written to. */
export type Target = {
  /** Named in the log. */
  readonly name: string;
  /** Null: it is not to be had, and the next one is tried. */
  readonly open: () => Promise<SendableChannels | null>;
  /** The message that is replied to; null: none. */
  readonly replyTo: string | null;
  /** Markdown above the answer; null: none. */
  readonly above: string | null;
};

/** Whether the bot may embed there; where that is not known, it is tried. */
export const mayEmbed = (channel: SendableChannels): boolean => {
  if (channel.isDMBased()) return true;
  const { guild } = channel as GuildTextBasedChannel;
  const me = guild.members.me;
  return me === null || (channel.permissionsFor(me)?.has(PermissionFlagsBits.EmbedLinks) ?? true);
};

/** The same for the same message: what is sent again is not made again. Discord takes 25 characters. */
const nonceOf = (nonce: string, at: number): string => (at === 0 ? nonce : `${nonce}-${at}`);

const optionsOf = (body: Body, nonce: string, replyTo: string | null): MessageCreateOptions => ({
  ...body,
  nonce,
  enforceNonce: true,
  ...(replyTo === null ? {} : { reply: { messageReference: replyTo, failIfNotExists: false } }),
});

/** An archived thread is revived by who may; sending to it then is tried once more. */
const sendReviving = async (channel: SendableChannels, options: MessageCreateOptions): Promise<Message> => {
  try {
    return await persist<Message>(() => channel.send(options));
  } catch (error) {
    const isArchived = refusalOf(error) === RESTJSONErrorCodes.InvalidActionOnArchivedThread;
    if (!isArchived || !channel.isThread()) throw error;
    await channel.setArchived(false);
    return persist<Message>(() => channel.send(options));
  }
};

const sendTo = async (
  { log }: Bot,
  answered: Answered,
  { open, replyTo, above }: Target,
): Promise<Message | null> => {
  const channel = await open();
  if (channel === null) return null;
  const { nonce } = answered.question;
  const [lead, ...more] = answered.bodies({ embeds: mayEmbed(channel), above });
  if (lead === undefined) return null;
  const first = await sendReviving(channel, optionsOf(lead, nonceOf(nonce, 0), replyTo));
  for (const [at, body] of more.entries()) {
    try {
      await sendReviving(channel, optionsOf(body, nonceOf(nonce, at + 1), null));
    } catch (error) {
      // The lead stands; writing all of it elsewhere would say it twice.
      log.error({ channel: channel.id, error: describeError(error) }, "an answer could not be finished");
      break;
    }
  }
  return first;
};

/**
 * Writes an answer to the first target that takes it and keeps that in the ledger. Null: none took it, which is in
 * the log.
 */
export const deliver = async (
  bot: Bot,
  answered: Answered,
  targets: readonly Target[],
): Promise<Message | null> => {
  for (const target of targets) {
    try {
      const sent = await sendTo(bot, answered, target);
      if (sent === null) continue;
      await record(bot, answered, { place: sent.channelId, message: sent.id });
      await putChart(bot, answered, (files) => sent.edit(files));
      return sent;
    } catch (error) {
      bot.log.warn(
        { target: target.name, error: describeError(error) },
        "an answer could not be written there",
      );
    }
  }
  bot.log.error({ asked: answered.question.asked }, "an answer could be written nowhere");
  return null;
};
