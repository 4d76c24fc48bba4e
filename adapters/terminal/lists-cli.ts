import { openFromSettings } from "../open-from-settings.ts";
import { processSettings } from "../settings.ts";
import { readListsOptions } from "./lists-options.ts";
import { openLedger } from "./open-ledger.ts";
import { complain, type ExitStatus, runCommand, tellCall } from "./run-command.ts";
import { runLists } from "./run-lists.ts";
import { screenOf } from "./screen-of.ts";
import { toScreen } from "./to-screen.ts";
import { today } from "./today.ts";
import { write } from "./write.ts";

/** 0: done. 1: the data or the settings stand in the way. 2: the call is wrong. */
const main = async (): Promise<ExitStatus> => {
  const options = readListsOptions(process.argv.slice(2));
  if (options.kind === "help" || options.kind === "wrong") return tellCall(options);
  const opened = openFromSettings(processSettings());
  if (!opened.ok) {
    opened.problems.forEach(complain);
    return 1;
  }
  const { desk, settings } = opened;
  const store = openLedger(settings, complain);
  try {
    const screen = screenOf(process.stdout, settings.colour);
    const now = () => ({ day: today(), at: new Date().toISOString() });
    const show = (message: Parameters<typeof toScreen>[0]) =>
      write(process.stdout, toScreen(message, screen));
    return await runLists({ story: { desk, store, now }, show, complain }, options.task);
  } finally {
    await store.close();
  }
};

await runCommand(main, true);
