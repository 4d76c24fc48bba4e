import { statSync } from "node:fs";
import { type DataReport, validateData, verifyData } from "../../src/desk.ts";
import { processSettings, type Settings } from "../settings.ts";
import { type DataTask, readDataOptions } from "./data-options.ts";
import { neutralise } from "./neutralise.ts";
import { runImport } from "./run-import.ts";
import { faultLines } from "./try-asking.ts";
import { endQuietlyWithReader, write } from "./write.ts";

/** 0: nothing is wrong. 1: the data is, and it is said how. 2: the call is. */
type ExitStatus = 0 | 1 | 2;

const complain = (problem: string): ExitStatus => {
  process.stderr.write(`${neutralise(problem)}\n`);
  return 2;
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const print = async ({ ok, lines }: DataReport): Promise<ExitStatus> => {
  await write(process.stdout, lines.map((line) => `${neutralise(line)}\n`).join(""));
  return ok ? 0 : 1;
};

const runTask = async (task: DataTask, settings: Settings): Promise<ExitStatus> => {
  if (task.kind === "import") return runImport(task, settings);
  const data = task.data ?? settings.dataDir;
  if (!isFolder(data))
    return complain(`--data: found ${JSON.stringify(data)}, expected a folder that exists`);
  if (task.kind === "validate") return print(validateData(data));
  const archive = task.archive ?? settings.archiveDir;
  if (archive === null) return complain("verify needs the articles' texts: --archive DIR, or ARCHIVE_DIR");
  if (!isFolder(archive)) {
    return complain(`--archive: found ${JSON.stringify(archive)}, expected a folder that exists`);
  }
  return print(verifyData(data, archive));
};

const main = async (): Promise<ExitStatus> => {
  const read = readDataOptions(process.argv.slice(2));
  switch (read.kind) {
    case "task": {
      const settings = processSettings();
      return settings.ok ? runTask(read.task, settings.settings) : complain(settings.problems.join("; "));
    }
    case "help":
      await write(process.stdout, read.text);
      return 0;
    case "wrong":
      return complain(read.problem);
  }
};

const fail = (error: unknown): ExitStatus => {
  for (const line of faultLines(error, true)) complain(line);
  return 1;
};

endQuietlyWithReader(process.stdout, process.exit);
process.exitCode = await main().catch(fail);
