import { Command, InvalidArgumentError } from "commander";

export type Options = {
  /** Which tests to run. */
  readonly parts: readonly number[];
  readonly seed: number;
  /** How many failures of each test to print. */
  readonly failures: number;
  /** Where to write every question and what came of it; null: nowhere. */
  readonly json: string | null;
  readonly strict: boolean;
  /** Ask the first two once more with a million other figures beside. */
  readonly beside: boolean;
  readonly questions: string;
  readonly datasets: string;
  readonly data: string;
};

const PARTS = [1, 2, 3];

const readNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError("expected a whole number.");
  return number;
};

const readPart = (text: string): number => {
  if (!PARTS.includes(Number(text))) throw new InvalidArgumentError(`expected one of ${PARTS.join(", ")}.`);
  return Number(text);
};

export const readOptions = (words: readonly string[]): Options => {
  const command = new Command("npm run robustness --")
    .description("Asks the desk generated questions: the same in other clothes, near misses, other subjects.")
    .option("--part <number>", "run one of the three tests only", readPart)
    .option("--seed <number>", "what the generated questions are drawn with", readNumber, 1)
    .option("--failures <number>", "how many failures of each test to print", readNumber, 0)
    .option("--json <file>", "write every question and what came of it")
    .option("--strict", "exit with 1 where a bar is not reached", false)
    .option("--beside", "ask tests 1 and 2 once more with a million other figures beside", false)
    .option("--questions <file>", "evaluation questions to vary", "../shared/eval/dev.jsonl")
    .option("--datasets <folder>", "the packages population and gdp", "../shared/datasets")
    .option("--data <folder>", "the packs that the evaluation questions are about", "data")
    .parse(words, { from: "user" });
  const { part, seed, failures, json, strict, beside, questions, datasets, data } = command.opts();
  return {
    parts: part === undefined ? PARTS : [part],
    seed,
    failures,
    json: json ?? null,
    strict,
    beside,
    questions,
    datasets,
    data,
  };
};
