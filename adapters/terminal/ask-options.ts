import { Command } from "commander";
import { type CalendarDate, readDay } from "../../src/desk.ts";
import { readCommand } from "./read-command.ts";

export type AskOptions = {
  readonly json: boolean;
  readonly trace: boolean;
  /** The day on which the question is asked; null: today. */
  readonly now: CalendarDate | null;
  /** Where to write the answer's picture, a PNG; null: nowhere. */
  readonly chart: string | null;
  /** Where to write the answer's figures as CSV; null: nowhere. */
  readonly csv: string | null;
  /** Also the answer as copy for a story. */
  readonly copy: boolean;
  readonly task:
    | { readonly kind: "question"; readonly text: string }
    | { readonly kind: "batch"; readonly file: string };
};

export type ReadAskOptions =
  | { readonly kind: "options"; readonly options: AskOptions }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "wrong"; readonly problem: string };

const askCommand = (): Command =>
  new Command("ask")
    .description("Answers a question with sourced figures, or says that they are not held.")
    .usage('[options] "QUESTION"')
    .argument("[question...]", "the question, in plain words")
    .option("--json", "print one JSON object on one line")
    .option("--batch <file>", "answer each line of a JSON Lines file, in order")
    .option("--now <day>", "the day on which the question is asked, YYYY-MM-DD (default: today)")
    .option("--chart <file>", "write the answer's chart to a PNG file, where it has one")
    .option("--csv <file>", "write the answer's figures to a CSV file")
    .option("--copy", "print the answer as copy for a story: plain text, Markdown, HTML and the citation")
    .option("--trace", "print what each step made of the question")
    .showSuggestionAfterError(false);

type Flags = {
  readonly json?: boolean;
  readonly batch?: string;
  readonly now?: string;
  readonly trace?: boolean;
  readonly chart?: string;
  readonly csv?: string;
  readonly copy?: boolean;
};

const wrong = (problem: string): ReadAskOptions => ({ kind: "wrong", problem });

const readTask = (words: readonly string[], file: string | undefined): AskOptions["task"] | string => {
  const text = words.join(" ");
  if (file !== undefined) {
    return words.length === 0 ? { kind: "batch", file } : "give a question or --batch FILE, not both";
  }
  if (words.length === 0) return 'a question is missing: ask "QUESTION", or --batch FILE';
  return text.trim() === "" ? "the question is empty" : { kind: "question", text };
};

const readFlags = (flags: Flags, words: readonly string[]): ReadAskOptions => {
  const { json = false, batch, now, trace = false, chart = null, csv = null, copy = false } = flags;
  const task = readTask(words, batch);
  if (typeof task === "string") return wrong(task);
  const day = now === undefined ? null : readDay(now);
  if (now !== undefined && day === null) {
    return wrong(`--now: found ${JSON.stringify(now)}, expected a day such as 2024-09-30`);
  }
  if (task.kind === "batch" && (chart !== null || csv !== null))
    return wrong("--chart and --csv write the answer to one question, not to a --batch");
  if (task.kind === "batch" && copy)
    return wrong("--copy is for the answer to one question, not for a --batch");
  return { kind: "options", options: { json, trace, chart, csv, copy, now: day, task } };
};

/** What the words behind `ask` want; where they are wrong, one line that says how. */
export const readAskOptions = (words: readonly string[]): ReadAskOptions => {
  const command = askCommand();
  const read = readCommand(command, words);
  return read.kind === "read" ? readFlags(command.opts<Flags>(), command.args) : read;
};
