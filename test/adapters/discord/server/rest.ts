import { type APIApplicationCommand, ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { applyMentions } from "./apply-mentions.ts";
import { checkCommands } from "./check-commands.ts";
import { asBody, type Body, checkMessage, checkText } from "./check-message.ts";
import { archive, edit, post, type Stage, startThread, threadOn } from "./deeds.ts";
import {
  answer,
  deleteOriginal,
  editOriginal,
  followUp,
  type Interaction,
  original,
} from "./interactions.ts";
import {
  guildPayload,
  isReadable,
  memberPayload,
  messagePayload,
  placePayload,
  userPayload,
  withoutContent,
} from "./payloads.ts";
import { refuse, refuseForm } from "./refusal.ts";
import { momentOf } from "./snowflake.ts";
import { directPlace, findMessage, isAllowed, isThread, type Place, type Posted } from "./world.ts";

export type RestState = Stage & {
  readonly interactions: Map<string, Interaction>;
  /** Commands by scope: "global" or a guild's id. */
  readonly commands: Map<string, readonly APIApplicationCommand[]>;
  readonly address: () => string;
  readonly identifiesLeft: () => number;
};

export type Asked = {
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Body;
};

/** Null: 204 and no body. */
type Handler = (state: RestState, asked: Asked) => unknown | null;

const HOUR = 3_600_000;
/** Discord does not say how many edits of an old message it lets through; few enough to meet the limit. */
const EDITS_OF_OLD = 3;
const NONCE_LIFE = 5 * 60_000;

const placeOf = ({ world }: RestState, id: string): Place => {
  const place = world.places.get(id) ?? refuse("unknownChannel");
  if (!isAllowed(world, place, PermissionFlagsBits.ViewChannel)) refuse("missingAccess");
  return place;
};

const messageOf = (place: Place, id: string): Posted => findMessage(place, id) ?? refuse("unknownMessage");

const mustSend = ({ world }: RestState, place: Place): void => {
  const needed = isThread(place)
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  if (place.locked) refuse("threadLocked");
  if (!isAllowed(world, place, needed)) refuse("missingPermissions");
  if (place.recipient?.closedToBots) refuse("closedToBots");
  if (place.type === ChannelType.GuildForum) refuseForm(["channel_id"], "Cannot send to a forum");
};

const repliedTo = ({ world }: RestState, place: Place, reference: Body): Posted | null => {
  const id = reference.message_id;
  if (typeof id !== "string") return null;
  if (!isAllowed(world, place, PermissionFlagsBits.ReadMessageHistory)) refuse("cannotReply");
  const found = findMessage(place, id);
  if (found !== undefined) return found;
  return reference.fail_if_not_exists === false ? null : refuseForm(["message_reference"], "Unknown message");
};

/** The message that the bot sent with this nonce a few minutes ago, where it asked for that to be looked up. */
const sentBefore = (
  { world }: RestState,
  place: Place,
  { nonce, enforce_nonce }: Body,
): Posted | undefined =>
  nonce === undefined || enforce_nonce !== true
    ? undefined
    : place.messages.find(
        (message) =>
          message.author === world.bot &&
          message.nonce === String(nonce) &&
          world.now() - momentOf(message.id) < NONCE_LIFE,
      );

const createMessage: Handler = (state, { params: [id = ""], body }) => {
  const { world } = state;
  const place = placeOf(state, id);
  mustSend(state, place);
  const embedLinks = isAllowed(world, place, PermissionFlagsBits.EmbedLinks);
  checkMessage(body, embedLinks);
  const before = sentBefore(state, place, body);
  if (before !== undefined) return messagePayload(before);
  const replyTo = repliedTo(state, place, asBody(body.message_reference));
  const sent = post(state, place, {
    author: world.bot,
    content: String(body.content ?? ""),
    embeds: embedLinks ? ((body.embeds ?? []) as Posted["embeds"]) : [],
    components: (body.components ?? []) as Posted["components"],
    flags: Number(body.flags) || 0,
    nonce: body.nonce === undefined ? null : String(body.nonce),
    replyTo,
    ...applyMentions(world, body, replyTo),
  });
  return messagePayload(sent);
};

const editsOfOld = new WeakMap<Posted, number>();

const editMessage: Handler = (state, { params: [place = "", id = ""], body }) => {
  const message = messageOf(placeOf(state, place), id);
  if (message.author !== state.world.bot) refuse("notYours");
  if (message.channel.archived) refuse("archived");
  checkMessage({ content: message.content, embeds: message.embeds, ...body }, true);
  if (body.files !== undefined && !isAllowed(state.world, message.channel, PermissionFlagsBits.AttachFiles))
    refuse("missingPermissions");
  if (state.world.now() - momentOf(id) > HOUR) {
    const before = editsOfOld.get(message) ?? 0;
    if (before >= EDITS_OF_OLD) refuse("oldEdits");
    editsOfOld.set(message, before + 1);
  }
  edit(state, message, body as never);
  return messagePayload(message);
};

const readable = (state: RestState, message: Posted): unknown => {
  const payload = { ...messagePayload(message), ...threadOn(state, message) };
  return isReadable(state.world, message) ? payload : withoutContent(payload);
};

const readMessages: Handler = (state, { params: [id = ""], query }) => {
  const place = placeOf(state, id);
  if (!isAllowed(state.world, place, PermissionFlagsBits.ReadMessageHistory)) refuse("missingPermissions");
  const after = BigInt(query.get("after") ?? "0");
  const before = BigInt(query.get("before") ?? String(2n ** 63n));
  const limit = Number(query.get("limit") ?? "50");
  if (limit < 1 || limit > 100) refuseForm(["limit"], "int value should be between 1 and 100.");
  const within = place.messages.filter(
    (message) => (message.flags & 64) === 0 && BigInt(message.id) > after && BigInt(message.id) < before,
  );
  const some = query.has("after") ? within.slice(0, limit) : within.slice(-limit);
  return some.toReversed().map((message) => readable(state, message));
};

const TEXT: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

const createThread: Handler = (state, { params: [id = "", messageId = ""], body }) => {
  const { world } = state;
  const place = placeOf(state, id);
  const message = messageOf(place, messageId);
  const name = checkText(body.name, 100, ["name"]);
  if (name.trim() === "") refuseForm(["name"], "This field is required");
  if (!TEXT.includes(place.type)) refuseForm(["type"], "Cannot execute action on this channel type");
  if (!isAllowed(world, place, PermissionFlagsBits.CreatePublicThreads)) refuse("missingPermissions");
  if (world.places.has(messageId)) refuse("threadExists");
  return placePayload(world, startThread(state, place, { id: message.id, name, owner: world.bot }));
};

const editPlace: Handler = (state, { params: [id = ""], body }) => {
  const place = placeOf(state, id);
  if (place.locked && body.locked !== false) refuse("missingPermissions");
  if (typeof body.archived === "boolean") archive(state, place, body.archived);
  return placePayload(state.world, place);
};

const openDirect: Handler = (state, { body }) => {
  const account = state.world.accounts.get(String(body.recipient_id)) ?? refuse("unknownUser");
  return placePayload(state.world, directPlace(state.world, account));
};

const deleteMessage: Handler = (state, { params: [place = "", id = ""] }) => {
  const message = messageOf(placeOf(state, place), id);
  message.channel.messages.splice(message.channel.messages.indexOf(message), 1);
  return null;
};

const putCommands = (state: RestState, scope: string, body: Body): unknown => {
  const commands = checkCommands(body, { application: state.world.bot.id, id: state.world.id });
  state.commands.set(scope, commands);
  return commands;
};

const interactionOf = ({ interactions }: RestState, token: string): Interaction | undefined =>
  [...interactions.values()].find((one) => one.token === token);

const callback: Handler = (state, { params: [id = "", token = ""], query, body }) => {
  const interaction = state.interactions.get(id);
  answer(state, interaction?.token === token ? interaction : undefined, body);
  if (query.get("with_response") !== "true") return null;
  return {
    interaction: { id, type: interaction?.type },
    resource: {
      type: body.type,
      ...(interaction?.original ? { message: messagePayload(interaction.original) } : {}),
    },
  };
};

const knownGuild = ({ world }: RestState, id: string): string =>
  id === world.guild ? id : refuse("missingAccess");

/** Every route, as "METHOD /path/:id"; ids are numbers, tokens and words are not. */
export const ROUTES: Readonly<Record<string, Handler>> = {
  "GET /gateway/bot": ({ address, identifiesLeft }) => ({
    url: address(),
    shards: 1,
    session_start_limit: { total: 1000, remaining: identifiesLeft(), reset_after: 0, max_concurrency: 1 },
  }),
  "GET /users/@me": ({ world }) => userPayload(world.bot),
  "GET /users/:id": ({ world }, { params: [id = ""] }) =>
    userPayload(world.accounts.get(id) ?? refuse("unknownUser")),
  "GET /applications/@me": ({ world }) => ({
    id: world.bot.id,
    name: world.bot.name,
    flags: 0,
    bot: userPayload(world.bot),
  }),
  "GET /oauth2/applications/@me": ({ world }) => ({ id: world.bot.id, name: world.bot.name, flags: 0 }),
  "GET /applications/:id/commands": ({ commands }) => commands.get("global") ?? [],
  "PUT /applications/:id/commands": (state, { body }) => putCommands(state, "global", body),
  "GET /applications/:id/guilds/:id/commands": (state, { params: [, guild = ""] }) =>
    state.commands.get(knownGuild(state, guild)) ?? [],
  "PUT /applications/:id/guilds/:id/commands": (state, { params: [, guild = ""], body }) =>
    putCommands(state, knownGuild(state, guild), body),
  "GET /channels/:id": (state, { params: [id = ""] }) => placePayload(state.world, placeOf(state, id)),
  "PATCH /channels/:id": editPlace,
  "GET /channels/:id/messages": readMessages,
  "POST /channels/:id/messages": createMessage,
  "GET /channels/:id/messages/:id": (state, { params: [place = "", id = ""] }) =>
    readable(state, messageOf(placeOf(state, place), id)),
  "PATCH /channels/:id/messages/:id": editMessage,
  "DELETE /channels/:id/messages/:id": deleteMessage,
  "POST /channels/:id/messages/:id/threads": createThread,
  "POST /channels/:id/typing": (state, { params: [id = ""] }) => {
    mustSend(state, placeOf(state, id));
    return null;
  },
  "PUT /channels/:id/thread-members/@me": () => null,
  "POST /users/@me/channels": openDirect,
  "GET /guilds/:id": (state, { params: [id = ""] }) => knownGuild(state, id) && guildPayload(state.world),
  "GET /guilds/:id/channels": ({ world }) =>
    [...world.places.values()]
      .filter((one) => one.guild !== null && !isThread(one))
      .map((one) => placePayload(world, one)),
  "GET /guilds/:id/roles": ({ world }) => guildPayload(world).roles,
  "GET /guilds/:id/threads/active": ({ world }) => ({
    threads: [...world.places.values()]
      .filter((one) => isThread(one) && !one.archived)
      .map((one) => placePayload(world, one)),
    members: [],
  }),
  "GET /guilds/:id/members/:id": ({ world }, { params: [, id = ""] }) => {
    const account = world.accounts.get(id) ?? refuse("unknownUser");
    return { ...memberPayload(world, account), user: userPayload(account) };
  },
  "POST /interactions/:id/:token/callback": callback,
  "POST /webhooks/:id/:token": (state, { params: [, token = ""], body }) =>
    messagePayload(followUp(state, interactionOf(state, token), body)),
  "GET /webhooks/:id/:token/messages/@original": (state, { params: [, token = ""] }) =>
    messagePayload(original(state, interactionOf(state, token))),
  "PATCH /webhooks/:id/:token/messages/@original": (state, { params: [, token = ""], body }) =>
    messagePayload(editOriginal(state, interactionOf(state, token), body)),
  "DELETE /webhooks/:id/:token/messages/@original": (state, { params: [, token = ""] }) => {
    deleteOriginal(state, interactionOf(state, token));
    return null;
  },
};
