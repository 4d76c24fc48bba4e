import { couriersOf } from "../couriers-of.ts";
import { openLog } from "../log.ts";
import { openFromSettings } from "../open-from-settings.ts";
import { processSettings } from "../settings.ts";
import { confirm } from "./confirm.ts";
import { readCorrectionsOptions } from "./corrections-options.ts";
import { openLedger } from "./open-ledger.ts";
import { complain, type ExitStatus, runCommand, tellCall } from "./run-command.ts";
import { runCorrections } from "./run-corrections.ts";
import { screenOf } from "./screen-of.ts";

/** 0: done. 1: the data, the settings or a platform stands in the way. 2: the call is wrong. */
const main = async (): Promise<ExitStatus> => {
  const options = readCorrectionsOptions(process.argv.slice(2));
  if (options.kind === "help" || options.kind === "wrong") return tellCall(options);
  const opened = openFromSettings(processSettings());
  if (!opened.ok) {
    opened.problems.forEach(complain);
    return 1;
  }
  const { desk, settings } = opened;
  const log = openLog(settings.logLevel);
  const store = openLedger(settings, complain);
  try {
    const couriers = await couriersOf(settings, log);
    const screen = screenOf(process.stdout, settings.colour);
    const correcting = { desk, store, log, couriers, output: process.stdout, screen, complain, confirm };
    return await runCorrections(correcting, options.task);
  } finally {
    await store.close();
  }
};

await runCommand(main, true);
