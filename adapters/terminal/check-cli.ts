import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { openFromSettings } from "../open-from-settings.ts";
import { processSettings } from "../settings.ts";
import { type CheckOptions, readCheckOptions } from "./check-options.ts";
import { runCheck } from "./run-check.ts";
import { complain, type ExitStatus, runCommand } from "./run-command.ts";
import { screenOf } from "./screen-of.ts";
import { today } from "./today.ts";
import { write } from "./write.ts";

const settingsRead = processSettings();

/** The draft, or null where there is no such file. */
const readDraft = async (file: string | null): Promise<string | null> => {
  if (file === null) return readAll(process.stdin);
  try {
    return await readFile(file, "utf8");
  } catch {
    return null;
  }
};

const run = async (options: CheckOptions): Promise<ExitStatus> => {
  const text = await readDraft(options.file);
  if (text === null) {
    complain(`found ${JSON.stringify(options.file)}, expected a text file that can be read`);
    return 2;
  }
  const opened = openFromSettings(settingsRead);
  if (!opened.ok) {
    for (const problem of opened.problems) complain(problem);
    return 1;
  }
  const { desk, settings } = opened;
  const print = (written: string): Promise<void> => write(process.stdout, written);
  const screen = screenOf(process.stdout, settings.colour);
  const clock = (): number => performance.now();
  await runCheck({ desk, options, today: today(), screen, print, progress: complain, clock }, text);
  return 0;
};

const main = async (): Promise<ExitStatus> => {
  const read = readCheckOptions(process.argv.slice(2));
  switch (read.kind) {
    case "options":
      return run(read.options);
    case "help":
      await write(process.stdout, read.text);
      return 0;
    case "wrong":
      complain(read.problem);
      return 2;
  }
};

await runCommand(main, settingsRead.ok && settingsRead.settings.debug);
