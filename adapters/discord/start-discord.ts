import { setTimeout as pause } from "node:timers/promises";
import { type Client, Events } from "discord.js";
import { oneAtATime } from "../../src/desk.ts";
import type { DiscordSettings } from "../bot-settings.ts";
import type { BotContext } from "../run-bots.ts";
import type { Running, StartProblem } from "../running.ts";
import { type Bot, createBot } from "./bot.ts";
import { catchUp } from "./catch-up.ts";
import { closeProblem, createClient, letGo, logIn, PassingProblem } from "./connect.ts";
import { describeError } from "./errors.ts";
import { onEdit } from "./on-edit.ts";
import { onInteraction } from "./on-interaction.ts";
import { onMessage } from "./on-message.ts";
import { openDiscordCourier } from "./open-courier.ts";
import { prepare } from "./prepare.ts";
import { lastHeard, logConnection, PATIENCE, type Patience, watchResumes } from "./stay-connected.ts";

/** Milliseconds. How long a stop waits for answers that are under way. */
const FINISHED_WITHIN = 8_000;

type Work = {
  readonly run: (what: string, work: Promise<void>) => void;
  readonly finished: () => Promise<void>;
};

/** Handlers that are under way; what one throws is logged and stays there. */
const workOf = ({ log }: Pick<Bot, "log">): Work => {
  const underWay = new Set<Promise<void>>();
  return {
    run: (what, work) => {
      const done = work
        .catch((error: unknown) => log.error({ error: describeError(error) }, what))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    finished: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, FINISHED_WITHIN);
      });
      await Promise.race([Promise.allSettled(underWay), late]);
      clearTimeout(timer);
    },
  };
};

const listen = (client: Client, bot: Bot, work: Work): void => {
  client.on(Events.Error, (error) =>
    bot.log.warn({ error: describeError(error) }, "discord.js reports an error"),
  );
  // A question may be edited while it is being answered.
  const inOrder = oneAtATime();
  client.on(Events.MessageCreate, (message) =>
    work.run(
      "a message failed",
      inOrder(message.id, () => onMessage(bot, message)),
    ),
  );
  client.on(Events.MessageUpdate, (_before, after) =>
    work.run(
      "an edit failed",
      inOrder(after.id, () => onEdit(bot, after)),
    ),
  );
  client.on(Events.InteractionCreate, (interaction) =>
    work.run("an interaction failed", onInteraction(bot, interaction)),
  );
};

type Discord = {
  readonly bot: Bot;
  readonly work: Work;
  readonly settings: DiscordSettings;
  readonly patience: Patience;
  readonly onLost: (problem: StartProblem) => void;
};

type Connection = { readonly heardAt: () => number; readonly close: () => Promise<void> };

const listenFor = (client: Client, { bot, onLost }: Discord): void => {
  logConnection(client, bot.log);
  client.on(Events.ShardDisconnect, ({ code }) => onLost(closeProblem(code)));
};

/** Opens a connection that looks after itself; `from` is when the last one was heard of, null for the first. */
const connect = async (
  discord: Discord,
  from: number | null,
  onUnanswered: () => void,
): Promise<Connection> => {
  const { bot, work, settings, patience } = discord;
  const client = createClient(settings);
  try {
    listen(client, bot, work);
    const heardAt = lastHeard(client);
    const ready = await logIn(client, settings.token);
    if (from === null) await prepare(ready, settings, bot.log);
    listenFor(client, discord);
    // A new session is not told what happened after the old one.
    client.on(Events.ShardReady, () => work.run("a catch-up failed", catchUp(bot, ready, heardAt() - SLACK)));
    work.run("a catch-up failed", catchUp(bot, ready, from ?? 0));
    const unwatch = watchResumes(client, patience, onUnanswered);
    const close = (): Promise<void> => {
      unwatch();
      return letGo(client);
    };
    return { heardAt, close };
  } catch (error) {
    await letGo(client);
    throw error;
  }
};

/** Milliseconds. Clocks differ. */
const SLACK = 120_000;

/**
 * Runs the Discord bot: connects, registers its commands, answers what was asked while it was away, and then what
 * is asked. Throws a StartProblem where it cannot run.
 */
export const startDiscord = async (
  settings: DiscordSettings,
  { chat, log }: BotContext,
  patience: Patience = PATIENCE,
): Promise<Running> => {
  const bot = createBot({ settings, chat, log }, Date.now);
  const work = workOf(bot);
  let lose: (problem: StartProblem) => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => {
    lose = reject;
  });
  lost.catch(() => undefined);
  const discord: Discord = { bot, work, settings, patience, onLost: (problem) => lose(problem) };
  let connection: Promise<Connection>;
  let isStopped = false;
  const replace = async (): Promise<Connection> => {
    const before = await connection;
    log.warn({}, "Discord never answered a resume; connecting anew");
    await before.close();
    for (;;) {
      try {
        return await connect(discord, before.heardAt() - SLACK, onUnanswered);
      } catch (error) {
        if (!(error instanceof PassingProblem) || isStopped) throw error;
        log.warn({ error: error.message }, "connecting anew once more in a while");
        await pause(patience.againAfter);
      }
    }
  };
  const onUnanswered = (): void => {
    if (isStopped) return;
    connection = replace();
    connection.catch((error: unknown) => lose(error as StartProblem));
  };
  connection = connect(discord, null, onUnanswered);
  await connection;
  return {
    lost,
    courier: openDiscordCourier(settings, log),
    stop: async () => {
      isStopped = true;
      await work.finished();
      const open = await connection.catch(() => null);
      await open?.close();
      await chat.settle();
    },
  };
};
