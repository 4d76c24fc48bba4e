import { App, HTTPReceiver, type Receiver, SocketModeReceiver, webApi } from "@slack/bolt";
import type { Log } from "../../src/desk.ts";
import type { SlackSettings, SlackTransport } from "../bot-settings.ts";
import { StartProblem } from "../running.ts";
import { type BoltLog, boltLog } from "./bolt-log.ts";
import type { BotIdentity } from "./slack.ts";
import { describeError, faultOf } from "./slack-fault.ts";
import { watchSocket } from "./watch-socket.ts";
import { START } from "./wording.ts";

type Retries = NonNullable<webApi.WebClientOptions["retryConfig"]>;

/** How long a call of the Web API is tried anew, in milliseconds: about two minutes, in which a Slack comes back. */
export const RETRIES: Retries = { retries: 8, factor: 2, minTimeout: 500, maxTimeout: 60_000 };
/** Whoever starts the bot is waiting. */
const AT_START: Retries = { retries: 1, minTimeout: 500, maxTimeout: 500 };
/** A socket that is lost is opened anew for as long as it takes: Bolt would give up, and fall. */
const FOR_EVER: Retries = { forever: true, factor: 2, minTimeout: 1000, maxTimeout: 30_000 };
/** A call that takes longer, in milliseconds, has failed. */
const TIMEOUT = 30_000;

export type Connected = {
  readonly app: App;
  readonly client: webApi.WebClient;
  readonly bot: BotIdentity;
  /** Resolves with the error where the connection is lost for good; null where there is none to lose. */
  readonly lost: Promise<unknown> | null;
  /** Permissions that the token has; null where Slack does not say. */
  readonly scopes: readonly string[] | null;
};

type Line = { readonly settings: SlackSettings; readonly logger: BoltLog };

const optionsOf = ({ settings, logger }: Line, retryConfig: Retries): webApi.WebClientOptions => ({
  logger,
  retryConfig,
  timeout: TIMEOUT,
  ...(settings.apiUrl === null ? {} : { slackApiUrl: settings.apiUrl }),
});

/** Runs a call with which the start stands or falls; its failure is one line that names the variable. */
const checked = async <Value>(
  { settings }: Line,
  refused: (error: string) => string,
  call: () => Promise<Value>,
): Promise<Value> => {
  try {
    return await call();
  } catch (error) {
    const why = describeError(error);
    const variable = settings.apiUrl === null ? null : "SLACK_API_URL";
    throw new StartProblem(faultOf(error).kind === "down" ? START.unreachable(variable, why) : refused(why));
  }
};

type Listening = { readonly receiver: Receiver; readonly lost: Promise<unknown> | null };

const receiverFor = (line: Line, transport: SlackTransport): Listening => {
  const { logger } = line;
  switch (transport.kind) {
    case "socket": {
      const installerOptions = { clientOptions: optionsOf(line, FOR_EVER) };
      const receiver = new SocketModeReceiver({ appToken: transport.appToken, logger, installerOptions });
      return { receiver, lost: watchSocket(receiver) };
    }
    case "http":
      return { receiver: new HTTPReceiver({ signingSecret: transport.signingSecret, logger }), lost: null };
  }
};

/** A client that tries for so long as the bot does. */
export const openClient = (settings: SlackSettings, log: Log, retries: Retries = RETRIES): webApi.WebClient =>
  new webApi.WebClient(settings.botToken, optionsOf({ settings, logger: boltLog(log) }, retries));

/** Asks Slack who we are, and whether the tokens are good, before anything is listened to. */
export const connect = async (
  settings: SlackSettings,
  log: Log,
  retries: Retries = RETRIES,
): Promise<Connected> => {
  const line = { settings, logger: boltLog(log) };
  const trial = new webApi.WebClient(settings.botToken, optionsOf(line, AT_START));
  const me = await checked(line, START.botToken, () => trial.auth.test());
  const { transport } = settings;
  if (transport.kind === "socket") {
    const app = new webApi.WebClient(transport.appToken, optionsOf(line, AT_START));
    await checked(line, START.appToken, () => app.apps.connections.open({}));
  }
  const bot = { team: me.team_id ?? "", user: me.user_id ?? "", name: me.user ?? "" };
  const client = openClient(settings, log, retries);
  const { receiver, lost } = receiverFor(line, transport);
  const app = new App({
    token: settings.botToken,
    receiver,
    clientOptions: optionsOf(line, retries),
    logger: line.logger,
    // Slack has just said so; Bolt would ask again with every event.
    botUserId: bot.user,
    botId: me.bot_id ?? "",
    tokenVerificationEnabled: false,
    // What a conversation is remembers itself in our own store.
    convoStore: false,
  });
  return { app, client, bot, lost, scopes: me.response_metadata?.scopes ?? null };
};
