import { LogLevel } from "@slack/bolt";
import type { Log } from "../../src/desk.ts";

/** What Bolt calls a logger. */
export type BoltLog = {
  readonly debug: (...said: unknown[]) => void;
  readonly info: (...said: unknown[]) => void;
  readonly warn: (...said: unknown[]) => void;
  readonly error: (...said: unknown[]) => void;
  readonly setLevel: () => void;
  readonly getLevel: () => LogLevel;
  readonly setName: () => void;
};

const say = (said: readonly unknown[]): string =>
  said.map((one) => (one instanceof Error ? one.message : String(one))).join(" ");

/** Bolt's own remarks in our log. What it calls debugging holds requests and answers whole, and is left out. */
export const boltLog = (log: Log): BoltLog => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...said) => log.warn({ bolt: say(said) }, "Bolt warns"),
  error: (...said) => log.error({ bolt: say(said) }, "Bolt reports a fault"),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
});
