import { existsSync } from "node:fs";
import { join } from "node:path";
import { describeProblem, type Problem, planImport, writeImport } from "../../src/desk.ts";
import type { Settings } from "../settings.ts";
import { confirm } from "./confirm.ts";
import type { DataTask } from "./data-options.ts";
import { neutralise } from "./neutralise.ts";
import { write } from "./write.ts";

type ImportTask = Extract<DataTask, { kind: "import" }>;

const LANGUAGE = "english";

const printLines = (lines: readonly string[]): Promise<void> =>
  write(process.stdout, lines.map((line) => `${neutralise(line)}\n`).join(""));

const complain = (problems: readonly Problem[]): void => {
  for (const problem of problems) process.stderr.write(`${neutralise(describeProblem(problem))}\n`);
};

/** The words that columns are read by: beside the packs, or where this desk has its own. */
const languageFor = (into: string, dataDir: string): string =>
  [join(into, LANGUAGE), join(dataDir, LANGUAGE)].find((folder) => existsSync(join(folder, "columns.csv"))) ??
  join("data", LANGUAGE);

/** Shows what a package would become, and writes it on a yes. 0: written; 1: not, and it is said why. */
export const runImport = async (task: ImportTask, settings: Settings): Promise<0 | 1> => {
  const into = task.into ?? settings.dataDir;
  const language = languageFor(into, settings.dataDir);
  const planned = planImport({ path: task.path, into, language });
  await printLines(planned.ok ? planned.plan.preview : planned.preview);
  if (!planned.ok) {
    complain(planned.problems);
    return 1;
  }
  const { plan } = planned;
  const agreed = task.yes || (await confirm(`Write ${plan.folder}?`));
  if (agreed !== true) {
    process.stderr.write(
      agreed === null
        ? "nothing is written without --yes where nobody can be asked\n"
        : "nothing was written\n",
    );
    return 1;
  }
  const written = writeImport(plan, language);
  if (!written.ok) {
    complain(written.problems);
    return 1;
  }
  await printLines([`written: ${plan.folder}`]);
  return 0;
};
