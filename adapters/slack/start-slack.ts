import type { Server } from "node:http";
import type { webApi } from "@slack/bolt";
import type { ChatDesk, Log } from "../../src/desk.ts";
import type { SlackSettings } from "../bot-settings.ts";
import { type Running, StartProblem } from "../running.ts";
import { type Connected, connect } from "./connect.ts";
import { slackCourier } from "./courier.ts";
import { OURS } from "./limits.ts";
import { listen } from "./listen.ts";
import { SCOPES } from "./scopes.ts";
import { rememberForms } from "./send-draft.ts";
import type { Slack } from "./slack.ts";
import { describeError } from "./slack-fault.ts";
import { START } from "./wording.ts";

export type SlackStart = {
  readonly settings: SlackSettings;
  readonly chat: ChatDesk;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** How calls that fail are tried anew. */
  readonly retries?: webApi.WebClientOptions["retryConfig"];
};

export type SlackRunning = Running & {
  /** Where HTTP is listened to; null with Socket Mode. */
  readonly port: number | null;
};

const portOf = (server: Server): number | null => {
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? null) : null;
};

const open = async ({ app }: Connected, { transport }: SlackSettings): Promise<number | null> => {
  switch (transport.kind) {
    case "socket":
      await app.start();
      return null;
    case "http": {
      const { port, host } = transport;
      try {
        return portOf((await app.start({ port, host })) as Server);
      } catch (error) {
        throw new StartProblem(START.port(port, describeError(error)));
      }
    }
  }
};

/** A permission that is missing is met when it is too late to ask for it; so it is said at the start. */
const checkScopes = ({ scopes }: Connected, log: Log): void => {
  const missing = scopes === null ? [] : SCOPES.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0)
    log.warn({ missing }, "the Slack app lacks permissions: reinstall it with adapters/slack/manifest.json");
};

const patiently = (work: Promise<unknown>): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, OURS.patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Runs the Slack bot until it is stopped. Throws a StartProblem where it cannot run. */
export const startSlack = async (start: SlackStart): Promise<SlackRunning> => {
  const { settings, chat, log, now = Date.now } = start;
  const connected = await connect(settings, log, start.retries);
  checkScopes(connected, log);
  const { app, client, bot } = connected;
  const { deskChannel } = settings;
  const slack: Slack = {
    client,
    bot,
    chat,
    log,
    deskChannel,
    now,
    forms: rememberForms(),
    answering: new Map(),
    atWork: new Set(),
  };
  listen(app, slack);
  const port = await open(connected, settings);
  const gone = async (error: unknown): Promise<never> => {
    throw new StartProblem(START.appToken(describeError(error)));
  };
  return {
    port,
    courier: slackCourier(slack),
    ...(connected.lost === null ? {} : { lost: connected.lost.then(gone) }),
    stop: async () => {
      try {
        await app.stop();
      } catch (error) {
        log.warn({ error: describeError(error) }, "Slack's connection did not close");
      }
      await patiently(Promise.allSettled([...slack.atWork]));
      await chat.settle();
    },
  };
};
