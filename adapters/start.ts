import { once } from "node:events";
import { botsOf } from "./bots-of.ts";
import { openLog } from "./log.ts";
import { openFromSettings, openLiveFromSettings } from "./open-from-settings.ts";
import { type Bot, runBots } from "./run-bots.ts";
import { StartProblem } from "./running.ts";
import { processSettings, type Settings } from "./settings.ts";
import { converse } from "./terminal/main.ts";
import { sitDown } from "./terminal/sit-down.ts";
import { faultLines } from "./terminal/try-asking.ts";
import { endQuietlyWithReader } from "./terminal/write.ts";

const complain = (lines: readonly string[]): void => {
  process.stderr.write(lines.map((line) => `${line}\n`).join(""));
  process.exitCode = 1;
};

const read = processSettings();

/** Runs the bots that the settings name until the process is told to stop. */
const serve = async (bots: readonly Bot[], settings: Settings): Promise<void> => {
  const opened = await openLiveFromSettings(settings);
  if (!opened.ok) return complain(opened.problems);
  const untilStopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  const log = openLog(settings.logLevel);
  const { store, corrections } = settings;
  await runBots({ live: opened.live, bots, store, log, corrections, untilStopped });
};

const start = async (): Promise<void> => {
  if (!read.ok) return complain(read.problems);
  const bots = botsOf(read.settings);
  if (bots.length > 0) return serve(bots, read.settings);
  const opened = openFromSettings(read);
  if (!opened.ok) return complain(opened.problems);
  const { desk, settings } = opened;
  const terminal = sitDown(process, settings);
  await converse(desk, terminal);
  await terminal.close?.();
  // A window would keep listening to its keyboard.
  process.stdin.destroy();
};

const explain = (error: unknown): readonly string[] =>
  error instanceof StartProblem ? [error.message] : faultLines(error, read.ok && read.settings.debug);

endQuietlyWithReader(process.stdout, process.exit);
start().catch((error: unknown) => complain(explain(error)));
