import { PermissionFlagsBits } from "discord.js";

/** Every permission that is used, and by what; the invite asks for these and no others. */
export const PERMISSIONS = {
  /** Mentions are only told to who sees the channel. */
  ViewChannel: PermissionFlagsBits.ViewChannel,
  /** Replies in place, and reports to the desk's channel. */
  SendMessages: PermissionFlagsBits.SendMessages,
  /** A thread on each question. */
  CreatePublicThreads: PermissionFlagsBits.CreatePublicThreads,
  SendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  /** Receipts and caveats below the figure. */
  EmbedLinks: PermissionFlagsBits.EmbedLinks,
  /** Charts and tables below the answer. */
  AttachFiles: PermissionFlagsBits.AttachFiles,
  /** Replies, and mentions that came while the bot was away. */
  ReadMessageHistory: PermissionFlagsBits.ReadMessageHistory,
} as const;

export const PERMISSION_BITS: bigint = Object.values(PERMISSIONS).reduce((sum, bit) => sum | bit, 0n);

/** The address at which a server's manager lets the bot in, with what it uses. */
export const inviteLink = (application: string): string => {
  const query = new URLSearchParams({
    client_id: application,
    permissions: String(PERMISSION_BITS),
    scope: "bot applications.commands",
  });
  return `https://discord.com/oauth2/authorize?${query}`;
};
