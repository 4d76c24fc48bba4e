import { z } from "zod";

/** The variables of the chat platforms, and what each is for. */
export const BOT_VARIABLES = {
  STORE_URL: "where the bots keep conversations and what they told, as sqlite:FILE",
  SLACK_BOT_TOKEN: "the Slack app's bot token, xoxb-…; where it is set, npm start runs the Slack bot",
  SLACK_APP_TOKEN: "the Slack app's app-level token, xapp-…, for Socket Mode",
  SLACK_SIGNING_SECRET: "the Slack app's signing secret, for HTTP instead of Socket Mode",
  SLACK_PORT: "the port that the Slack bot listens on with HTTP",
  SLACK_HOST: "the address that the Slack bot listens on with HTTP",
  SLACK_API_URL: "another base address of Slack's Web API",
  DESK_SLACK_CHANNEL:
    "the id of the desk's channel in Slack, which reports, faults in the data, corrections and assignments go to",
  DISCORD_TOKEN: "the Discord bot's token; where it is set, npm start runs the Discord bot",
  DISCORD_API_URL: "another base address of Discord's API",
  DISCORD_GUILD_ID: "the Discord server in which the commands are registered at once, instead of everywhere",
  DESK_DISCORD_CHANNEL:
    "the id of the desk's channel on Discord, which reports, faults in the data, corrections and assignments go to",
  CORRECTIONS: "auto: what was told of a figure that changes is corrected at once, without anybody's yes",
  LOG_LEVEL: "debug, info, warn or error: how much the bots write to standard error",
} as const;

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;

/** Socket Mode needs no public address; HTTP is for who has one. */
export type SlackTransport =
  | { readonly kind: "socket"; readonly appToken: string }
  | { readonly kind: "http"; readonly signingSecret: string; readonly port: number; readonly host: string };

export type SlackSettings = {
  readonly botToken: string;
  readonly transport: SlackTransport;
  /** Null: Slack's own. */
  readonly apiUrl: string | null;
  readonly deskChannel: string | null;
};

export type DiscordSettings = {
  readonly token: string;
  /** Null: Discord's own. */
  readonly apiUrl: string | null;
  /** The server in which commands are registered; null: everywhere. */
  readonly guild: string | null;
  readonly deskChannel: string | null;
};

/** "NAME=" in a file means that it is not set. */
export const text = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === "" ? undefined : value.trim()));

/** Says what is expected and never what was found: it may be a secret with a slip in it. */
const secret = (form: RegExp, expected: string) =>
  text.refine((value) => value === undefined || form.test(value), { error: `expected ${expected}` });

const shown = (form: RegExp, expected: string) =>
  text.refine((value) => value === undefined || form.test(value), {
    error: ({ input }) => `found ${JSON.stringify(input)}, expected ${expected}`,
  });

const address = text.refine((value) => value === undefined || URL.canParse(value), {
  error: ({ input }) =>
    `found ${JSON.stringify(input)}, expected an address such as https://example.org/api/`,
});

const FORMS = {
  botToken: /^xoxb-[\w-]+$/u,
  appToken: /^xapp-[\w-]+$/u,
  signingSecret: /^\w{8,}$/u,
  slackChannel: /^[CG][A-Z0-9]+$/u,
  discordToken: /^[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}$/u,
  snowflake: /^\d{17,20}$/u,
  sqlite: /^sqlite:.+$/u,
  port: /^\d{1,5}$/u,
} as const;

const DEFAULT_SLACK_PORT = 3000;
/** Every address of the machine. */
const DEFAULT_SLACK_HOST = "0.0.0.0";

/** Each variable by itself; `checkTogether` looks at what they are together. */
export const botVariables = z.object({
  STORE_URL: secret(FORMS.sqlite, "sqlite: and the path of a file"),
  SLACK_BOT_TOKEN: secret(FORMS.botToken, "a bot token, which begins with xoxb-"),
  SLACK_APP_TOKEN: secret(FORMS.appToken, "an app-level token, which begins with xapp-"),
  SLACK_SIGNING_SECRET: secret(FORMS.signingSecret, "a signing secret, letters and digits without spaces"),
  SLACK_PORT: shown(FORMS.port, "a port such as 3000").refine(
    (port) => port === undefined || Number(port) <= 65_535,
    { error: "expected a port up to 65535" },
  ),
  SLACK_HOST: text,
  SLACK_API_URL: address,
  DESK_SLACK_CHANNEL: shown(FORMS.slackChannel, "a channel's id such as C0123456789"),
  DISCORD_TOKEN: secret(FORMS.discordToken, "a bot token of three parts with full stops between them"),
  DISCORD_API_URL: address,
  DISCORD_GUILD_ID: shown(FORMS.snowflake, "a server's id of 17 to 20 digits"),
  DESK_DISCORD_CHANNEL: shown(FORMS.snowflake, "a channel's id of 17 to 20 digits"),
  CORRECTIONS: shown(/^auto$/u, "auto, or nothing"),
  LOG_LEVEL: shown(/^(?:debug|info|warn|error)$/u, `one of ${LOG_LEVELS.join(", ")}`),
} satisfies Record<keyof typeof BOT_VARIABLES, z.ZodType>);

/** A bot whose tokens are half there would start and then fail where nobody looks. */
export const checkTogether = (read: Read, context: z.RefinementCtx): void => {
  const missing = (name: keyof typeof BOT_VARIABLES, why: string): void => {
    context.addIssue({ code: "custom", path: [name], message: why });
  };
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing } = read;
  if (bot === undefined && app !== undefined)
    missing("SLACK_BOT_TOKEN", "is not set, but SLACK_APP_TOKEN is; Slack needs both");
  if (bot === undefined && signing !== undefined)
    missing("SLACK_BOT_TOKEN", "is not set, but SLACK_SIGNING_SECRET is; Slack needs both");
  if (bot !== undefined && app === undefined && signing === undefined)
    missing(
      "SLACK_APP_TOKEN",
      "is not set, but SLACK_BOT_TOKEN is; set it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP",
    );
};

type Read = z.infer<typeof botVariables>;

export const slackOf = (read: Read): SlackSettings | null => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = read;
  if (botToken === undefined) return null;
  const rest = {
    botToken,
    apiUrl: read.SLACK_API_URL ?? null,
    deskChannel: read.DESK_SLACK_CHANNEL ?? null,
  };
  if (appToken !== undefined) return { ...rest, transport: { kind: "socket", appToken } };
  if (signingSecret === undefined) return null;
  const port = Number(read.SLACK_PORT ?? DEFAULT_SLACK_PORT);
  const host = read.SLACK_HOST ?? DEFAULT_SLACK_HOST;
  return { ...rest, transport: { kind: "http", signingSecret, port, host } };
};

export const discordOf = (read: Read): DiscordSettings | null =>
  read.DISCORD_TOKEN === undefined
    ? null
    : {
        token: read.DISCORD_TOKEN,
        apiUrl: read.DISCORD_API_URL ?? null,
        guild: read.DISCORD_GUILD_ID ?? null,
        deskChannel: read.DESK_DISCORD_CHANNEL ?? null,
      };
