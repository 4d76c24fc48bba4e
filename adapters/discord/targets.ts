import type { AnyThreadChannel, Message, SendableChannels } from "discord.js";
import { clip } from "./buttons.ts";
import { escapeText } from "./escape-text.ts";
import { OURS } from "./limits.ts";
import type { Target } from "./post.ts";
import { WORDING } from "./wording.ts";

const sendable = (channel: Message["channel"]): SendableChannels | null =>
  channel.isSendable() ? channel : null;

/** In reply to a message; and without the reply, where the bot may not read what was said before. */
export const inPlace = (message: Message, above: string | null): readonly Target[] => {
  const open = async () => sendable(message.channel);
  return [
    { name: "reply", open, replyTo: message.id, above },
    { name: "channel", open, replyTo: null, above },
  ];
};

/** The channel that a thread hangs in, with a link to what was asked in the thread. */
const inParent = (message: Message): readonly Target[] => {
  const { channel } = message;
  if (!channel.isThread()) return [];
  const open = async () => {
    const parent = channel.parentId === null ? null : await message.client.channels.fetch(channel.parentId);
    return parent?.isSendable() ? parent : null;
  };
  return [{ name: "parent channel", open, replyTo: null, above: WORDING.elsewhere(message.url) }];
};

const inPrivate = (message: Message): Target => ({
  name: "direct message",
  open: () => message.author.createDM(),
  replyTo: null,
  above: WORDING.elsewhere(message.url),
});

/** Where the answer to a message may go: its thread first, in private last, and never nowhere. */
export const targetsFor = (message: Message, thread: Promise<AnyThreadChannel | null>): readonly Target[] => [
  { name: "thread", open: () => thread, replyTo: null, above: null },
  ...inPlace(message, null),
  ...inParent(message),
  ...(message.guild === null ? [] : [inPrivate(message)]),
];

/** "Ada asked: how many?", small, above an answer to a button. */
export const askedLine = (name: string, question: string): string =>
  `-# ${escapeText(WORDING.asked(name, clip(question, OURS.shownQuestion)))}`;

/** "> how many?": a command does not show what it was given, so the answer does. */
export const quoteLine = (question: string): string => `> ${escapeText(question)}`;
