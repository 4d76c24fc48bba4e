import { mentions, readText } from "./read-text.ts";

/** A message as Slack's events carry it, of whatever kind; what is not there is not set. */
export type EventMessage = {
  readonly type?: string;
  readonly subtype?: string | undefined;
  readonly channel?: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly message?: EventMessage;
  readonly previous_message?: EventMessage;
};

export type Heard = {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly isDirect: boolean;
};

export type Event =
  | { readonly kind: "asked"; readonly heard: Heard }
  /** The question was changed, at that time. */
  | { readonly kind: "edited"; readonly heard: Heard; readonly editedAt: string }
  /** Not for us: another bot, ourselves, a join, talk among people. */
  | { readonly kind: "ignored" };

const IGNORED: Event = { kind: "ignored" };

/** What people write; the other subtypes are Slack's own notices and bots. */
const WRITTEN = new Set([undefined, "file_share", "thread_broadcast"]);

/** Slack's direct channels begin with D; `app_mention` does not say what kind its channel is. */
const isDirect = ({ channel, channel_type }: EventMessage): boolean =>
  channel_type === "im" || (channel ?? "").startsWith("D");

type Who = { readonly user: string };

const hear = (message: EventMessage, where: EventMessage, bot: Who): Heard | null => {
  const { user, bot_id, text, ts, subtype } = message;
  const channel = where.channel;
  if (!WRITTEN.has(subtype) || bot_id !== undefined || user === undefined || user === bot.user) return null;
  if (channel === undefined || ts === undefined || text === undefined) return null;
  const direct = isDirect(where);
  // In a channel we are spoken to by name; everything else there is talk among people.
  if (!direct && !mentions(text, bot.user)) return null;
  return { channel, user, text: readText(text), ts, thread: message.thread_ts ?? null, isDirect: direct };
};

/** What an `app_mention` or `message` event means to us. One post may come as both. */
export const readEvent = (event: EventMessage, bot: Who): Event => {
  if (event.subtype === "message_changed") {
    const heard = event.message === undefined ? null : hear(event.message, event, bot);
    const editedAt = event.message?.edited?.ts;
    // Slack also calls it a change when it adds a link's preview; a person's edit is marked as one.
    return heard === null || editedAt === undefined ? IGNORED : { kind: "edited", heard, editedAt };
  }
  const heard = hear(event, event, bot);
  if (heard === null) return IGNORED;
  if (event.edited !== undefined) return { kind: "edited", heard, editedAt: event.edited.ts };
  return { kind: "asked", heard };
};
