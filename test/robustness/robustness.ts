import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Desk, describeProblem, openDesk } from "../../src/desk.ts";
import { askBeside, type Beside, lostBeside, sayBeside } from "./beside-a-million.ts";
import { importDatasets } from "./import-datasets.ts";
import { askNearMisses } from "./near-misses.ts";
import { type Options, readOptions } from "./options.ts";
import { askOtherSubjects } from "./other-subjects.ts";
import { readQuestions } from "./question.ts";
import { belowTheBar, failuresOf, type Part, sayFailure, tableOf } from "./report.ts";
import { askTheSame } from "./same-question.ts";
import { readSubjectTable } from "./subject-table.ts";

/** A test that ran, or why it could not. */
type Run = Part | { readonly reason: string };

const open = (data: string): Desk | { readonly reason: string } => {
  const opened = openDesk({ data, archive: null });
  if (opened.ok) return opened.desk;
  const [first] = opened.problems.map(describeProblem);
  return { reason: `${opened.problems.length} problems in ${data}, the first: ${first}` };
};

const runOnQuestions = (ask: typeof askTheSame, { questions, data, seed }: Options): Run => {
  const read = readQuestions(questions);
  if (read === null) return { reason: `there is no ${questions}: name a file of questions with --questions` };
  const desk = open(data);
  return "reason" in desk ? desk : ask(desk, read, seed);
};

const SUBJECTS = ["population", "gdp"] as const;

const runOnDatasets = ({ datasets, data, seed }: Options): Run => {
  const imported = importDatasets(
    SUBJECTS.map((subject) => join(datasets, subject)),
    join(data, "english"),
  );
  if (!imported.ok) return imported;
  const desk = open(imported.data);
  if ("reason" in desk) return desk;
  const tables = SUBJECTS.map((subject) =>
    readSubjectTable(subject, join(datasets, subject, "data", `${subject}.csv`)),
  );
  return askOtherSubjects(desk, tables, seed);
};

type Numbered = { readonly number: number; readonly run: Run };

const OWN = [1, 2];

const RUNS: Readonly<Record<number, (options: Options) => Run>> = {
  1: (options) => runOnQuestions(askTheSame, options),
  2: (options) => runOnQuestions(askNearMisses, options),
  3: runOnDatasets,
};

/** Those of the tests that ask of our own packs, with a million other figures beside. */
const runBeside = (options: Options, runs: readonly Numbered[]): readonly Beside[] => {
  const own = runs.flatMap(({ number, run }) =>
    OWN.includes(number) && !("reason" in run) ? [{ number, run }] : [],
  );
  if (!options.beside || own.length === 0) return [];
  return askBeside(
    options.data,
    own.map(({ run }) => run),
    (data) =>
      own.flatMap(({ number }) => {
        const run = RUNS[number]?.({ ...options, data }) ?? { reason: "no such part" };
        if ("reason" in run) throw new Error(run.reason);
        return [run];
      }),
  );
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const show = (part: Part, failures: number): void => {
  say(tableOf(part));
  for (const failure of failuresOf(part).slice(0, failures)) say(sayFailure(failure));
};

const main = (): void => {
  // Whoever reads the first lines only (`| head`) has seen enough.
  process.stdout.on("error", () => process.exit());
  const options = readOptions(process.argv.slice(2));
  say(`seed ${options.seed}\n`);
  const runs = options.parts.map((number) => ({
    number,
    run: RUNS[number]?.(options) ?? { reason: "no such part" },
  }));
  for (const { number, run } of runs) {
    if ("reason" in run) say(`${number}. not run: ${run.reason}\n`);
    else show(run, options.failures);
  }
  const parts = runs.flatMap(({ run }) => ("reason" in run ? [] : [run]));
  if (options.json !== null) {
    const written = parts.map(({ title, note, cases }) => ({ title, note, cases }));
    writeFileSync(options.json, `${JSON.stringify({ seed: options.seed, parts: written }, null, 2)}\n`);
  }
  const others = runBeside(options, runs);
  for (const one of others) say(sayBeside(one));
  const below = [...parts.flatMap(belowTheBar), ...others.flatMap((one) => lostBeside(one) ?? [])];
  for (const line of below) say(`below the bar: ${line}`);
  if (options.strict && (below.length > 0 || parts.length < runs.length)) process.exitCode = 1;
};

main();
