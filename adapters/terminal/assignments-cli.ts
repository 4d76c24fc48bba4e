import { listAssignments, openAssignments } from "../../src/desk.ts";
import { processSettings } from "../settings.ts";
import { openLedger } from "./open-ledger.ts";
import { complain, type ExitStatus, runCommand } from "./run-command.ts";
import { screenOf } from "./screen-of.ts";
import { toScreen } from "./to-screen.ts";
import { write } from "./write.ts";

/** Lists what the desk was asked for and has neither answered nor declined. 1: the settings stand in the way. */
const main = async (): Promise<ExitStatus> => {
  const [word] = process.argv.slice(2);
  if (word !== undefined) {
    complain(`assignments takes no words: found ${JSON.stringify(word)}`);
    return 2;
  }
  const read = processSettings();
  if (!read.ok) {
    read.problems.forEach(complain);
    return 1;
  }
  const store = openLedger(read.settings, complain);
  try {
    const listed = listAssignments(await openAssignments(store), Date.now());
    await write(process.stdout, toScreen(listed, screenOf(process.stdout, read.settings.colour)));
    return 0;
  } finally {
    await store.close();
  }
};

await runCommand(main, true);
