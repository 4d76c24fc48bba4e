import { type APIMessage, ChannelType, MessageFlags, MessageType } from "discord-api-types/v10";
import type { Gateway } from "./gateway.ts";
import { messageEvent, placePayload, seenBy } from "./payloads.ts";
import { addPlace, isThread, type Place, type Posted, type World } from "./world.ts";

/** What happens in the world and is told to the bot: a message, an edit, a thread. */
export type Stage = { readonly world: World; readonly gateway: Gateway };

export type NewMessage = Pick<Posted, "author" | "content"> & Partial<Posted>;

const GUILDS = 1 << 0;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;

const tell = ({ world, gateway }: Stage, event: string, message: Posted): void => {
  if ((message.flags & MessageFlags.Ephemeral) !== 0) return;
  const needed = message.channel.guild === null ? DIRECT_MESSAGES : GUILD_MESSAGES;
  gateway.dispatch(event, (intents) =>
    (intents & needed) === 0 ? null : seenBy({ world, intents }, message, messageEvent(world, message)),
  );
};

const PLAIN = {
  editedAt: null,
  mentions: [],
  mentionRoles: [],
  mentionsEveryone: false,
  embeds: [],
  attachments: [],
  components: [],
  flags: 0,
  nonce: null,
  replyTo: null,
  answers: null,
  webhook: null,
} satisfies Partial<Posted>;

export const post = (stage: Stage, channel: Place, message: NewMessage): Posted => {
  const posted: Posted = {
    id: stage.world.id(),
    type: message.replyTo ? MessageType.Reply : MessageType.Default,
    ...PLAIN,
    ...message,
    channel,
  };
  channel.messages.push(posted);
  if (isThread(channel) && channel.archived) {
    channel.archived = false;
    tellThread(stage, "THREAD_UPDATE", channel);
  }
  tell(stage, "MESSAGE_CREATE", posted);
  return posted;
};

export type Change = Partial<Pick<Posted, "content" | "embeds" | "components" | "flags">>;

/** A file of a request, as multipart carries it: "files[0]" is number 0. */
export type SentFile = { readonly number: string; readonly filename: string; readonly size: number };

/** What an edit says of attachments: those to keep by id, and texts for the files that come along. */
export type Attached = {
  readonly files?: readonly SentFile[];
  readonly attachments?: readonly { readonly id?: unknown; readonly description?: unknown }[];
};

/** All stay where an edit says nothing of them; else those that it names, and the files that it brings. */
const attachmentsAfter = (
  { world }: Stage,
  message: Posted,
  { files = [], attachments }: Attached,
): Posted["attachments"] => {
  const kept = message.attachments.filter(
    ({ id }) => attachments === undefined || attachments.some((one) => one.id === id),
  );
  const added = files.map(({ number, filename, size }) => {
    const description = attachments?.find(({ id }) => String(id) === number)?.description;
    const url = `https://cdn.example/${filename}`;
    return {
      id: world.id(),
      filename,
      size,
      url,
      proxy_url: url,
      ...(typeof description === "string" ? { description } : {}),
    };
  });
  return [...kept, ...added];
};

export const edit = (stage: Stage, message: Posted, body: Change & Attached): void => {
  const { files: _files, attachments: _attachments, ...change } = body;
  const attachments = attachmentsAfter(stage, message, body);
  Object.assign(message, change, { attachments, editedAt: stage.world.now() });
  tell(stage, "MESSAGE_UPDATE", message);
};

const tellThread = ({ world, gateway }: Stage, event: string, thread: Place): void => {
  const created = event === "THREAD_CREATE" ? { newly_created: true } : {};
  gateway.dispatch(event, (intents) =>
    (intents & GUILDS) === 0 ? null : { ...placePayload(world, thread), ...created },
  );
};

export type NewThread = { readonly name: string; readonly owner: Place["owner"]; readonly id?: string };

/** A thread on a message has the message's id, and the message says that it has one. */
export const startThread = (stage: Stage, parent: Place, { name, owner, id }: NewThread): Place => {
  const type =
    parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  const thread = addPlace(stage.world, { type, name, parent, owner, ...(id === undefined ? {} : { id }) });
  tellThread(stage, "THREAD_CREATE", thread);
  const start = parent.messages.find((message) => message.id === thread.id);
  if (start !== undefined) {
    start.flags |= MessageFlags.HasThread;
    tell(stage, "MESSAGE_UPDATE", start);
  }
  return thread;
};

export const archive = (stage: Stage, thread: Place, archived: boolean): void => {
  thread.archived = archived;
  tellThread(stage, "THREAD_UPDATE", thread);
};

/** A message as REST hands it to a session's bot, with the thread that hangs on it. */
export const threadOn = ({ world }: Stage, { id, flags }: Posted): Pick<APIMessage, "thread"> => {
  const thread = (flags & MessageFlags.HasThread) === 0 ? undefined : world.places.get(id);
  return thread === undefined
    ? {}
    : { thread: placePayload(world, thread) as NonNullable<APIMessage["thread"]> };
};
