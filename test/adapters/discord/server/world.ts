import { type APIMessage, ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { snowflakes } from "./snowflake.ts";

/** Who is in the world: the bot, other bots and people. */
export type Account = {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  closedToBots: boolean;
};

export type Posted = {
  readonly id: string;
  readonly channel: Place;
  readonly author: Account;
  readonly type: number;
  content: string;
  editedAt: number | null;
  readonly mentions: readonly Account[];
  readonly mentionRoles: readonly string[];
  readonly mentionsEveryone: boolean;
  embeds: APIMessage["embeds"];
  components: NonNullable<APIMessage["components"]>;
  attachments: NonNullable<APIMessage["attachments"]>;
  flags: number;
  readonly nonce: string | null;
  readonly replyTo: Posted | null;
  /** Null: posted as a message. Else the interaction that it answers, and who may see it. */
  readonly answers: { readonly interaction: string; readonly by: Account } | null;
  readonly webhook: string | null;
};

export type Place = {
  readonly id: string;
  readonly type: ChannelType;
  name: string;
  readonly parent: Place | null;
  readonly owner: Account | null;
  /** Null: a direct message channel, whose other side is `recipient`. */
  readonly guild: string | null;
  readonly recipient: Account | null;
  /** What the bot may not do here though its role allows it. */
  denied: bigint;
  archived: boolean;
  locked: boolean;
  readonly messages: Posted[];
};

/** What the invite link of a bot like this one asks for, and a little more: what a role usually has. */
export const USUAL_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

export type World = {
  readonly now: () => number;
  readonly id: () => string;
  readonly bot: Account;
  /** The role that Discord makes for a bot when it is invited, with the bot's name. */
  readonly botRole: string;
  permissions: bigint;
  readonly guild: string;
  readonly accounts: Map<string, Account>;
  readonly places: Map<string, Place>;
};

export const createWorld = (now: () => number): World => {
  const id = snowflakes(now);
  const bot: Account = { id: id(), name: "Nutgraf", bot: true, closedToBots: false };
  return {
    now,
    id,
    bot,
    botRole: id(),
    permissions: USUAL_PERMISSIONS,
    guild: id(),
    accounts: new Map([[bot.id, bot]]),
    places: new Map(),
  };
};

export const addAccount = (world: World, name: string, bot: boolean): Account => {
  const account: Account = { id: world.id(), name, bot, closedToBots: false };
  world.accounts.set(account.id, account);
  return account;
};

type NewPlace = Pick<Place, "type" | "name"> & Partial<Place>;

export const addPlace = (world: World, place: NewPlace): Place => {
  const added: Place = {
    id: place.id ?? world.id(),
    type: place.type,
    name: place.name,
    parent: place.parent ?? null,
    owner: place.owner ?? null,
    guild: place.guild === undefined ? world.guild : place.guild,
    recipient: place.recipient ?? null,
    denied: place.denied ?? 0n,
    archived: false,
    locked: false,
    messages: [],
  };
  world.places.set(added.id, added);
  return added;
};

/** The one direct message channel between the bot and somebody. */
export const directPlace = (world: World, person: Account): Place => {
  const known = [...world.places.values()].find(({ recipient }) => recipient === person);
  return (
    known ?? addPlace(world, { type: ChannelType.DM, name: person.name, guild: null, recipient: person })
  );
};

const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
export const isThread = ({ type }: Place): boolean => THREADS.includes(type);

/** What the bot may do in a place; a thread has what its channel has. */
export const permissionsIn = (world: World, place: Place): bigint => {
  if (place.guild === null) return USUAL_PERMISSIONS;
  const above =
    place.parent === null || !isThread(place) ? world.permissions : permissionsIn(world, place.parent);
  return above & ~place.denied;
};

export const isAllowed = (world: World, place: Place, permission: bigint): boolean =>
  (permissionsIn(world, place) & permission) === permission;

export const findMessage = (place: Place, id: string): Posted | undefined =>
  place.messages.find((message) => message.id === id);
