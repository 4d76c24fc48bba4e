import { type FileHandle, open } from "node:fs/promises";
import { openFromSettings } from "../open-from-settings.ts";
import { processSettings } from "../settings.ts";
import { type AskOptions, readAskOptions } from "./ask-options.ts";
import { readLines } from "./read-lines.ts";
import { type AskRun, runBatch, runQuestion } from "./run-ask.ts";
import { complain, type ExitStatus, runCommand } from "./run-command.ts";
import { screenOf } from "./screen-of.ts";
import { today } from "./today.ts";
import { write } from "./write.ts";

const settingsRead = processSettings();

/** A file that can be read, or null: a folder can be opened too. */
const openFile = async (path: string): Promise<FileHandle | null> => {
  try {
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file;
    await file.close();
    return null;
  } catch {
    return null;
  }
};

const runTask = async (run: AskRun, task: AskOptions["task"]): Promise<ExitStatus> => {
  if (task.kind === "question") return runQuestion(run, task.text);
  const file = await openFile(task.file);
  if (file === null) {
    complain(`--batch: found ${JSON.stringify(task.file)}, expected a file that can be read`);
    return 2;
  }
  return runBatch(run, readLines(file.createReadStream()));
};

const run = async (options: AskOptions): Promise<ExitStatus> => {
  const opened = openFromSettings(settingsRead);
  if (!opened.ok) {
    for (const problem of opened.problems) complain(problem);
    return 1;
  }
  const { desk, settings } = opened;
  const print = (text: string): Promise<void> => write(process.stdout, text);
  const log = (detail: string): void => {
    if (settings.debug) complain(detail);
  };
  const screen = screenOf(process.stdout, settings.colour);
  return runTask({ desk, options, today: today(), screen, print, complain, log }, options.task);
};

const main = async (): Promise<ExitStatus> => {
  const read = readAskOptions(process.argv.slice(2));
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
