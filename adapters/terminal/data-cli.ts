import { statSync } from "node:fs";
import { type DataReport, validateData, verifyData } from "../../src/desk.ts";
import { processSettings, type Settings } from "../settings.ts";
import { type DataTask, readDataOptions } from "./data-options.ts";
import { neutralise } from "./neutralise.ts";
import { complain, type ExitStatus, runCommand } from "./run-command.ts";
import { runImport } from "./run-import.ts";
import { write } from "./write.ts";

const wrong = (problem: string): ExitStatus => {
  complain(problem);
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
  if (!isFolder(data)) return wrong(`--data: found ${JSON.stringify(data)}, expected a folder that exists`);
  if (task.kind === "validate") return print(validateData(data));
  const archive = task.archive ?? settings.archiveDir;
  if (archive === null) return wrong("verify needs the articles' texts: --archive DIR, or ARCHIVE_DIR");
  if (!isFolder(archive)) {
    return wrong(`--archive: found ${JSON.stringify(archive)}, expected a folder that exists`);
  }
  return print(verifyData(data, archive));
};

const main = async (): Promise<ExitStatus> => {
  const read = readDataOptions(process.argv.slice(2));
  switch (read.kind) {
    case "task": {
      const settings = processSettings();
      return settings.ok ? runTask(read.task, settings.settings) : wrong(settings.problems.join("; "));
    }
    case "help":
      await write(process.stdout, read.text);
      return 0;
    case "wrong":
      return wrong(read.problem);
  }
};

await runCommand(main, true);
