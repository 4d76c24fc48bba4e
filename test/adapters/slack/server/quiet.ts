import { LogLevel } from "@slack/bolt";

const nothing = (): void => undefined;

/** A logger for Bolt and the Web API that writes nothing: faults on purpose would fill the screen. */
export const QUIET = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
