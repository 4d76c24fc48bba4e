import {
  type APIChannel,
  type APIMessage,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  type GatewayMessageCreateDispatchData,
  type GuildMemberFlags,
  type MessageFlags,
  type UserFlags,
} from "discord-api-types/v10";
import { momentOf } from "./snowflake.ts";
import { type Account, isThread, type Place, type Posted, permissionsIn, type World } from "./world.ts";

/** Payloads as Discord sends them; their keys are compared with recorded ones in payloads.test.ts. */

const JOINED = "2026-01-04T20:21:10.139000+00:00";

export const isoOf = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace("Z", "000+00:00");

export const userPayload = ({ id, name, bot }: Account): APIUser & Record<string, unknown> => ({
  id,
  username: name.toLowerCase(),
  discriminator: bot ? "6184" : "0",
  global_name: bot ? null : name,
  avatar: null,
  avatar_decoration_data: null,
  clan: null,
  collectibles: null,
  display_name_styles: null,
  primary_guild: null,
  public_flags: 0 as UserFlags,
  ...(bot ? { bot: true } : {}),
});

export const memberPayload = (world: World, account: Account) => ({
  roles: account === world.bot ? [world.botRole] : [],
  premium_since: null,
  pending: false,
  nick: null,
  mute: false,
  joined_at: JOINED,
  flags: 0 as GuildMemberFlags,
  deaf: false,
  communication_disabled_until: null,
  banner: null,
  avatar: null,
});

/** The member of an interaction carries more than that of a message. */
export const fullMemberPayload = (world: World, account: Account, permissions: bigint) => ({
  ...memberPayload(world, account),
  collectibles: null,
  display_name_styles: null,
  unusual_dm_activity_until: null,
  user: userPayload(account),
  permissions: String(permissions),
});

/** A message as REST returns it; what only the gateway adds stands in `messageEvent`. */
export const messagePayload = (message: Posted): APIMessage => ({
  id: message.id,
  channel_id: message.channel.id,
  author: userPayload(message.author),
  content: message.content,
  timestamp: isoOf(momentOf(message.id)),
  edited_timestamp: message.editedAt === null ? null : isoOf(message.editedAt),
  tts: false,
  mention_everyone: message.mentionsEveryone,
  mentions: message.mentions.map(userPayload),
  mention_roles: [...message.mentionRoles],
  attachments: message.attachments,
  embeds: message.embeds,
  components: message.components,
  pinned: false,
  type: message.type,
  flags: message.flags as MessageFlags,
  ...(message.nonce === null ? {} : { nonce: message.nonce }),
  ...(message.webhook === null ? {} : { webhook_id: message.webhook }),
  ...referencePayload(message),
  ...answeringPayload(message),
});

const referencePayload = ({ replyTo }: Posted) =>
  replyTo === null
    ? {}
    : {
        message_reference: {
          type: 0,
          channel_id: replyTo.channel.id,
          message_id: replyTo.id,
          ...(replyTo.channel.guild === null ? {} : { guild_id: replyTo.channel.guild }),
        },
        referenced_message: messagePayload({ ...replyTo, replyTo: null }),
      };

const answeringPayload = ({ answers, author }: Posted): Partial<APIMessage> =>
  answers === null
    ? {}
    : {
        application_id: author.id,
        webhook_id: author.id,
        interaction_metadata: {
          id: answers.interaction,
          type: 2,
          user: userPayload(answers.by),
          authorizing_integration_owners: {},
          name: "figure",
          command_type: 1,
        } as unknown as NonNullable<APIMessage["interaction_metadata"]>,
      };

export const messageEvent = (world: World, message: Posted): GatewayMessageCreateDispatchData =>
  ({
    ...messagePayload(message),
    channel_type: message.channel.type,
    ...(isThread(message.channel) ? { position: message.channel.messages.indexOf(message) } : {}),
    ...(message.channel.guild === null
      ? {}
      : {
          guild_id: message.channel.guild,
          member: memberPayload(world, message.author),
          mentions: message.mentions.map((account) => ({
            ...userPayload(account),
            member: memberPayload(world, account),
          })),
        }),
  }) as GatewayMessageCreateDispatchData;

const MESSAGE_CONTENT = 1 << 15;

/**
 * Whether a bot without the Message Content intent may read a message: its own, a direct message, one that
 * mentions it, a reply with ping to a message that answers no interaction.
 */
export const isReadable = (world: World, message: Posted): boolean => {
  if (message.channel.guild === null || message.author === world.bot) return true;
  if (new RegExp(`<@!?${world.bot.id}>`, "u").test(message.content)) return true;
  const pinged = message.mentions.includes(world.bot);
  return pinged && message.replyTo?.author === world.bot && message.replyTo.answers === null;
};

type Content = Pick<APIMessage, "content" | "embeds" | "attachments"> & Pick<APIMessage, "components">;

export const withoutContent = <Payload extends Content>(payload: Payload): Payload => ({
  ...payload,
  content: "",
  embeds: [],
  attachments: [],
  components: [],
});

/** What a bot with these intents gets to see of a message. */
export const seenBy = <Payload extends Content>(
  { world, intents }: { readonly world: World; readonly intents: number },
  message: Posted,
  payload: Payload,
): Payload =>
  (intents & MESSAGE_CONTENT) !== 0 || isReadable(world, message) ? payload : withoutContent(payload);

const threadPayload = (world: World, place: Place): APIThreadChannel =>
  ({
    id: place.id,
    type: place.type,
    guild_id: place.guild ?? world.guild,
    parent_id: place.parent?.id ?? null,
    owner_id: place.owner?.id ?? world.bot.id,
    name: place.name,
    last_message_id: place.messages.at(-1)?.id ?? null,
    rate_limit_per_user: 0,
    message_count: place.messages.length,
    total_message_sent: place.messages.length,
    member_count: 2,
    member_ids_preview: [world.bot.id],
    flags: 0,
    thread_metadata: {
      archived: place.archived,
      archive_timestamp: isoOf(momentOf(place.id)),
      auto_archive_duration: 1440,
      locked: place.locked,
      create_timestamp: isoOf(momentOf(place.id)),
    },
    ...(place.owner === world.bot
      ? {
          member: {
            id: place.id,
            user_id: world.bot.id,
            join_timestamp: isoOf(momentOf(place.id)),
            flags: 0,
          },
        }
      : {}),
  }) as unknown as APIThreadChannel;

const guildChannelPayload = (world: World, place: Place): APIChannel =>
  ({
    id: place.id,
    type: place.type,
    guild_id: place.guild ?? world.guild,
    name: place.name,
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: place.messages.at(-1)?.id ?? null,
    flags: 0,
    permission_overwrites:
      place.denied === 0n ? [] : [{ id: world.botRole, type: 0, allow: "0", deny: String(place.denied) }],
  }) as unknown as APIChannel;

export const placePayload = (world: World, place: Place): APIChannel => {
  if (place.recipient !== null)
    return {
      id: place.id,
      type: ChannelType.DM,
      flags: 0,
      last_message_id: place.messages.at(-1)?.id ?? null,
      recipients: [userPayload(place.recipient)],
    } as unknown as APIChannel;
  return isThread(place) ? threadPayload(world, place) : guildChannelPayload(world, place);
};

/** The place of an interaction also says what the person may do there. */
export const placeOfInteraction = (world: World, place: Place) => ({
  ...placePayload(world, place),
  ...(place.guild === null ? {} : { permissions: String(permissionsIn(world, place)) }),
});

export const guildPayload = (world: World): GatewayGuildCreateDispatchData => {
  const role = { color: 0, hoist: false, icon: null, unicode_emoji: null, mentionable: false, flags: 0 };
  const places = [...world.places.values()].filter(({ guild }) => guild !== null);
  return {
    id: world.guild,
    name: "The newsroom",
    unavailable: false,
    large: false,
    joined_at: JOINED,
    member_count: world.accounts.size,
    owner_id: "1",
    preferred_locale: "en-US",
    features: [],
    channels: places.filter((place) => !isThread(place)).map((place) => guildChannelPayload(world, place)),
    threads: places
      .filter((place) => isThread(place) && !place.archived)
      .map((place) => threadPayload(world, place)),
    members: [{ ...memberPayload(world, world.bot), user: userPayload(world.bot) }],
    roles: [
      { ...role, id: world.guild, name: "@everyone", permissions: "0", position: 0, managed: false },
      {
        ...role,
        id: world.botRole,
        name: world.bot.name,
        permissions: String(world.permissions),
        position: 1,
        managed: true,
        tags: { bot_id: world.bot.id },
      },
    ],
    emojis: [],
    stickers: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  } as unknown as GatewayGuildCreateDispatchData;
};
