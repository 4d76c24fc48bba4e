import { once } from "node:events";
import { botsOf } from "./bots-of.ts";
import { openLog } from "./log.ts";
import { openFromSettings } from "./open-from-settings.ts";
import { runBots } from "./run-bots.ts";
import { StartProblem } from "./running.ts";
import { processSettings } from "./settings.ts";
import { converse } from "./terminal/main.ts";
import { sitDown } from "./terminal/sit-down.ts";
import { faultLines } from "./terminal/try-asking.ts";
import { endQuietlyWithReader } from "./terminal/write.ts";

const complain = (lines: readonly string[]): void => {
  process.stderr.write(lines.map((line) => `${line}\n`).join(""));
  process.exitCode = 1;
};

const read = processSettings();

const start = async (): Promise<void> => {
  const opened = openFromSettings(read);
  if (!opened.ok) return complain(opened.problems);
  const { desk, settings } = opened;
  const bots = botsOf(settings);
  if (bots.length > 0) {
    const untilStopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    const log = openLog(settings.logLevel);
    return runBots({ desk, bots, store: settings.store, log, untilStopped });
  }
  await converse(desk, sitDown(process, settings));
  // A window would keep listening to its keyboard.
  process.stdin.destroy();
};

const explain = (error: unknown): readonly string[] =>
  error instanceof StartProblem ? [error.message] : faultLines(error, read.ok && read.settings.debug);

endQuietlyWithReader(process.stdout, process.exit);
start().catch((error: unknown) => complain(explain(error)));
