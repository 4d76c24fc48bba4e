import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  Partials,
  type RESTOptions,
} from "discord.js";
import type { DiscordSettings } from "../bot-settings.ts";
import { StartProblem } from "../running.ts";
import { describeError } from "./errors.ts";

/** No privileged intent is among them. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

const VERSION = /\/v\d+$/u;
const SLASHES = /\/+$/u;

/** discord.js adds the version itself: "https://proxy.example/api/v10/" → "https://proxy.example/api". */
export const apiBase = (address: string): string => {
  const base = address.replace(SLASHES, "").replace(VERSION, "");
  return new URL(base).pathname === "/" ? `${base.replace(SLASHES, "")}/api` : base;
};

/**
 * Requests are made by Node's own fetch. Bolt and discord.js each bring an undici, of different versions, which share
 * what sends: in a process that runs both, no file that discord.js sends by its own ever arrives.
 */
const makeRequest: RESTOptions["makeRequest"] = async (url, init) => {
  try {
    const response = await fetch(url, init as unknown as RequestInit);
    return response as unknown as Awaited<ReturnType<RESTOptions["makeRequest"]>>;
  } catch (error) {
    // "fetch failed" says nothing; discord.js and whoever reads the log go by what lies behind it.
    throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
  }
};

export const restOptions = ({ apiUrl }: Pick<DiscordSettings, "apiUrl">): Partial<RESTOptions> =>
  apiUrl === null ? { makeRequest } : { makeRequest, api: apiBase(apiUrl) };

/** What everything that is sent has in common: nobody is pinged by it. */
export const createClient = (settings: Pick<DiscordSettings, "apiUrl">): Client =>
  new Client({
    intents: INTENTS,
    // Direct messages come from channels that were never announced; edits may be of messages not at hand.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    rest: restOptions(settings),
    // Discord demands several connections from a bot in 2,500 servers, and says how many.
    shards: "auto",
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 50,
      GuildMemberManager: { maxSize: 500, keepOverLimit: ({ id, client }) => id === client.user?.id },
      UserManager: { maxSize: 2000, keepOverLimit: ({ id, client }) => id === client.user?.id },
      PresenceManager: 0,
      ReactionManager: 0,
      VoiceStateManager: 0,
      StageInstanceManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
    }),
  });

const BAD_TOKEN =
  "DISCORD_TOKEN: Discord does not accept it; copy the token anew from the bot's page at https://discord.com/developers/applications";

/** Why Discord closed the connection for good, as a line for who runs the bot. */
export const closeProblem = (code: number): StartProblem => {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new StartProblem(BAD_TOKEN);
    case GatewayCloseCodes.DisallowedIntents:
    case GatewayCloseCodes.InvalidIntents:
      return new StartProblem(
        `Discord refuses the intents that the bot asks for (close code ${code}): Guilds, Guild Messages, Direct Messages; none is privileged, so look at the bot's page at https://discord.com/developers/applications`,
      );
    default:
      return new StartProblem(`Discord closed the connection for good (close code ${code})`);
  }
};

/** What may be over in a while: the network, or Discord itself. */
export class PassingProblem extends StartProblem {}

/** What stands in the way of a request at the start, in one line. */
export const requestProblem = (error: unknown, what: string): StartProblem => {
  if (error instanceof StartProblem) return error;
  const isToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isToken || (error instanceof DiscordAPIError && error.status === 401))
    return new StartProblem(BAD_TOKEN);
  if (error instanceof DiscordAPIError)
    return new StartProblem(`Discord refuses ${what}: ${error.message} (${error.code})`);
  const line = describeError(error).split("\n")[0] ?? "";
  return new PassingProblem(`Discord cannot be reached for ${what}: ${line}`);
};

/** Milliseconds. Longer than any start takes, guilds that are away included. */
const READY_WITHIN = 60_000;

/** Logs in and waits until the client is ready. Throws a StartProblem. */
export const logIn = async (client: Client, token: string): Promise<Client<true>> => {
  let timer: NodeJS.Timeout | undefined;
  // discord.js waits for ever where the gateway refuses for good.
  const refused = new Promise<never>((_resolve, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(closeProblem(code)));
    timer = setTimeout(
      () => reject(new PassingProblem("Discord did not get ready within a minute")),
      READY_WITHIN,
    );
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    return await Promise.race([client.login(token).then(() => ready), refused]);
  } catch (error) {
    throw requestProblem(error, "the login");
  } finally {
    clearTimeout(timer);
  }
};

/** Milliseconds. Destroyed at a bad moment, discord.js never comes to an end. */
const DESTROYED_WITHIN = 3_000;

/** Lets go of a client, whatever state it is in. */
export const letGo = async (client: Client): Promise<void> => {
  client.removeAllListeners();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DESTROYED_WITHIN);
  });
  await Promise.race([client.destroy().catch(() => undefined), late]);
  clearTimeout(timer);
};
