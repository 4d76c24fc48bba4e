import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from "discord.js";
import {
  type Courier,
  type Delivered,
  type DeskPost,
  inShort,
  type Letter,
  type Log,
  type Message,
  type Obstacle,
} from "../../src/desk.ts";
import { deskId } from "./buttons.ts";
import { persist, refusalOf } from "./errors.ts";
import { type Body, type Outfit, PLAIN, toMessages } from "./to-message.ts";

/** What a courier needs of Discord: it writes by REST alone, so it works beside a bot and without one. */
export type DiscordWriter = { readonly rest: REST; readonly deskChannel: string | null; readonly log: Log };

const OBSTACLES: Readonly<Record<string | number, Obstacle>> = {
  [RESTJSONErrorCodes.UnknownMessage]: "message_gone",
  [RESTJSONErrorCodes.UnknownChannel]: "place_gone",
  [RESTJSONErrorCodes.MissingAccess]: "forbidden",
  [RESTJSONErrorCodes.MissingPermissions]: "forbidden",
  [RESTJSONErrorCodes.ThreadLocked]: "forbidden",
  [RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser]: "forbidden",
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: "person_gone",
  [RESTJSONErrorCodes.UnknownUser]: "person_gone",
  [RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: "too_old",
};

const SERVER_ERROR = 500;

/** Null: it may work later. */
const obstacleOf = (error: unknown): Obstacle | null => {
  const refusal = refusalOf(error);
  if (refusal === null || !(error instanceof DiscordAPIError) || error.status >= SERVER_ERROR) return null;
  return OBSTACLES[refusal] ?? "refused";
};

type Sent = { readonly id: string; readonly channel_id: string };

const delivering = async (work: () => Promise<Sent>): Promise<Delivered> => {
  try {
    const { id, channel_id } = await work();
    return { kind: "done", message: id, place: channel_id };
  } catch (error) {
    const why = obstacleOf(error);
    if (why === null) throw error;
    return { kind: "failed", why };
  }
};

/** An archived thread takes nothing until it is revived, by whoever may. */
const reviving = async <Value>(rest: REST, channel: string, work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    if (refusalOf(error) !== RESTJSONErrorCodes.InvalidActionOnArchivedThread) throw error;
    await rest.patch(Routes.channel(channel), { body: { archived: false } });
    return work();
  }
};

type Standing = Sent & {
  readonly content: string;
  readonly embeds: readonly { readonly description?: string }[];
  readonly message_reference?: { readonly message_id?: string };
};

const says = ({ content, embeds }: Pick<Standing, "content" | "embeds">): string =>
  JSON.stringify([content, embeds.map(({ description }) => description)]);

/** Text alone: whether the bot may embed there is not known. */
export const bodiesOf = (message: Message, outfit: Partial<Outfit>): readonly Body[] =>
  toMessages(message, { ...PLAIN, embeds: false, ...outfit });

/** A message is changed as one; what does not fit one is said in the thread. */
const oneBody = (message: Message, outfit: Partial<Outfit>): Body | undefined => {
  const bodies = bodiesOf(message, outfit);
  return bodies.length === 1 ? bodies[0] : bodiesOf(inShort(message), outfit)[0];
};

/** The buttons below stay as they are: they carry the thread's conversation on. */
const revise = async (rest: REST, { place, message }: Letter, content: Message): Promise<Sent> => {
  const route = Routes.channelMessage(place, message);
  const standing = (await persist(() => rest.get(route))) as Standing;
  // Where the message has an embed, the bot may embed; where it has none, it may not.
  const body = oneBody(content, { embeds: standing.embeds.length > 0 });
  if (body === undefined || says(standing) === says(body)) return standing;
  const { content: text, embeds } = body;
  const changed = { content: text, embeds, allowed_mentions: NOBODY };
  return (await reviving(rest, place, () => persist(() => rest.patch(route, { body: changed })))) as Sent;
};

const NOBODY = { parse: [], replied_user: false } as const;

type Posting = { readonly channel: string; readonly replyTo: string | null; readonly nonce: string };

/** Writes in as many messages as it needs; sent again within minutes, Discord makes no second one of it. */
const post = async (
  rest: REST,
  { channel, replyTo, nonce }: Posting,
  bodies: readonly Body[],
): Promise<Sent> => {
  let first: Sent | null = null;
  for (const [at, body] of bodies.entries()) {
    const reference = { message_id: replyTo, fail_if_not_exists: false };
    const sent = (await reviving(rest, channel, () =>
      persist(() =>
        rest.post(Routes.channelMessages(channel), {
          body: {
            ...body,
            nonce: at === 0 ? nonce : `${nonce}-${at}`,
            enforce_nonce: true,
            allowed_mentions: NOBODY,
            ...(at === 0 && replyTo !== null ? { message_reference: reference } : {}),
          },
        }),
      ),
    )) as Sent;
    first ??= sent;
  }
  if (first === null) throw new Error("a message of no text cannot be sent");
  return first;
};

/** The reply as it was sent before; null where there is none to be seen, and a nonce has to do. */
const sentBefore = async (rest: REST, { place, message }: Letter, body: Body): Promise<Sent | null> => {
  try {
    const query = new URLSearchParams({ after: message, limit: "100" });
    const later = (await rest.get(Routes.channelMessages(place), { query })) as readonly Standing[];
    return (
      later.find((one) => one.message_reference?.message_id === message && one.content === body.content) ??
      null
    );
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return null;
  }
};

const replyIn = async (
  rest: REST,
  letter: Letter,
  sending: { bodies: readonly Body[]; id: string; again: boolean },
) => {
  const { bodies, id: nonce, again } = sending;
  const [lead] = bodies;
  const before = again && lead !== undefined ? await sentBefore(rest, letter, lead) : null;
  return before ?? post(rest, { channel: letter.place, replyTo: letter.message, nonce }, bodies);
};

const directChannel = async (rest: REST, person: string): Promise<string> => {
  const channel = (await persist(() =>
    rest.post(Routes.userChannels(), { body: { recipient_id: person } }),
  )) as { readonly id: string };
  return channel.id;
};

const deskBodies = ({ message, buttons }: DeskPost): readonly Body[] =>
  bodiesOf(message, {
    buttons: {
      choices: [],
      followUps: [],
      rest: buttons.map(({ label, action }) => ({ label, id: deskId(action) })),
    },
  });

/** Writes for the desk where nobody just asked. */
export const discordCourier = ({ rest, deskChannel, log }: DiscordWriter): Courier => {
  const desk = deskChannel ?? "";
  return {
    platform: "discord",
    hasDesk: deskChannel !== null,
    revise: (letter, message) => delivering(() => revise(rest, letter, message)),
    reply: (letter, message, { id, again }) =>
      delivering(async () => {
        const bodies = bodiesOf(message, {});
        if (letter.audience !== "one" || letter.asker === null)
          return replyIn(rest, letter, { bodies, id, again });
        const channel = await directChannel(rest, letter.asker);
        return post(rest, { channel, replyTo: null, nonce: id }, bodies);
      }),
    toDesk: async (content, { id }) => {
      const posting = { channel: desk, replyTo: null, nonce: id };
      const told = await delivering(() => post(rest, posting, deskBodies(content)));
      if (told.kind === "failed") log.error({ why: told.why }, "DESK_DISCORD_CHANNEL could not be told");
      return told;
    },
    changeAtDesk: (message, content) =>
      delivering(async () => {
        const [body] = deskBodies(content);
        if (body === undefined) throw new Error("a message of no text cannot be sent");
        const changed = { ...body, allowed_mentions: NOBODY };
        return (await persist(() =>
          rest.patch(Routes.channelMessage(desk, message), { body: changed }),
        )) as Sent;
      }),
  };
};
