import { setTimeout as pause } from "node:timers/promises";
import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";

/** The code with which Discord refused a request; null: it was not Discord that refused. */
export const refusalOf = (error: unknown): number | string | null =>
  error instanceof DiscordAPIError && error.status !== 401 ? error.code : null;

/** Permissions that are lacking do not come back by trying again. */
export const isForbidden = (error: unknown): boolean => {
  const code = refusalOf(error);
  return code === RESTJSONErrorCodes.MissingPermissions || code === RESTJSONErrorCodes.MissingAccess;
};

/** Milliseconds between tries after discord.js has given up; a nonce keeps a second message from being made. */
const PAUSES = [1_000, 5_000, 15_000] as const;

/** Tries again where the network or Discord itself failed; what Discord refuses is thrown at once. */
export const persist = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  for (const milliseconds of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DiscordAPIError) throw error;
      await pause(milliseconds);
    }
  }
  return work();
};

/** An error for the log: what it says, never what was sent with it. */
export const describeError = (error: unknown): string => {
  if (error instanceof DiscordAPIError)
    return `${error.method} ${error.status} ${error.code}: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
