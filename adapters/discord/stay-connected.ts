import { type Client, Events, Status } from "discord.js";
import type { Log } from "../../src/desk.ts";

/** Milliseconds. A resume is answered within seconds, or not at all. */
export type Patience = {
  readonly looksEvery: number;
  readonly waitsFor: number;
  /** Between tries to connect anew. */
  readonly againAfter: number;
};
export const PATIENCE: Patience = { looksEvery: 5_000, waitsFor: 30_000, againAfter: 10_000 };

const isResuming = ({ ws }: Client): boolean => ws.shards.some(({ status }) => status === Status.Resuming);

/**
 * Watches for a resume that is never answered, which discord.js does not notice: heartbeats go on, events do not
 * come. Calls `onUnanswered` once. Returns what ends the watch.
 */
export const watchResumes = (client: Client, patience: Patience, onUnanswered: () => void): (() => void) => {
  let since: number | null = null;
  const timer = setInterval(() => {
    if (!isResuming(client)) since = null;
    else since ??= performance.now();
    if (since === null || performance.now() - since < patience.waitsFor) return;
    clearInterval(timer);
    onUnanswered();
  }, patience.looksEvery);
  return () => clearInterval(timer);
};

/** What a new session begins with is no sign that the old one still heard something. */
const BEGINNINGS: readonly string[] = ["READY", "GUILD_CREATE", "RESUMED"];

/** The last moment at which something happened that we were told of: a catch-up begins there. */
export const lastHeard = (client: Client): (() => number) => {
  let at = Date.now();
  client.on(Events.Raw, ({ t }: { readonly t: string }) => {
    if (!BEGINNINGS.includes(t)) at = Date.now();
  });
  return () => at;
};

export const logConnection = (client: Client, log: Log): void => {
  client.on(Events.ShardReconnecting, (shard) =>
    log.info({ shard }, "Discord's gateway dropped; reconnecting"),
  );
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, "Discord's gateway resumed"),
  );
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, error: String(error) }, "Discord's gateway failed"),
  );
};
