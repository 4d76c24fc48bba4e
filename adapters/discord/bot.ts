import type { ChatDesk, Log } from "../../src/desk.ts";
import type { DiscordSettings } from "../bot-settings.ts";

/** What every handler works with. */
export type Bot = {
  readonly settings: DiscordSettings;
  readonly chat: ChatDesk;
  readonly log: Log;
  /** True for the first in this process who asks for this id; a catch-up leaves out what was seen. */
  readonly isNew: (id: string) => boolean;
  /** False for a while after a channel refused a thread: refusals are counted against us. */
  readonly mayOpenThread: (channel: string) => boolean;
  readonly refusedThread: (channel: string) => void;
};

/** Ten minutes: Discord counts refused requests over so long (topics/rate-limits, "Invalid Request Limit"). */
const REFUSED_FOR = 600_000;
/** Ids are of the last hours; older ones are in the store. */
const REMEMBERED = 10_000;

export const createBot = (
  { settings, chat, log }: Pick<Bot, "settings" | "chat" | "log">,
  now: () => number,
): Bot => {
  const seen = new Set<string>();
  const refused = new Map<string, number>();
  return {
    settings,
    chat,
    log,
    isNew: (id) => {
      if (seen.has(id)) return false;
      seen.add(id);
      const [oldest] = seen;
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
      return true;
    },
    mayOpenThread: (channel) => (refused.get(channel) ?? 0) + REFUSED_FOR < now(),
    refusedThread: (channel) => refused.set(channel, now()),
  };
};
