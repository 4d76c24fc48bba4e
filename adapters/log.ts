import { pino } from "pino";
import type { Log } from "../src/desk.ts";
import type { LOG_LEVELS } from "./bot-settings.ts";

/** JSON Lines on standard error: standard output is the terminal's. No secret and no question's text goes there. */
export const openLog = (level: (typeof LOG_LEVELS)[number]): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
