import { openFromSettings } from "./open-from-settings.ts";
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
  await converse(opened.desk, sitDown(process, opened.settings));
  // A window would keep listening to its keyboard.
  process.stdin.destroy();
};

endQuietlyWithReader(process.stdout, process.exit);
start().catch((error: unknown) => complain(faultLines(error, read.ok && read.settings.debug)));
