import { Command } from "commander";
import { type CalendarDate, readDay } from "../../src/desk.ts";
import { readCommand } from "./read-command.ts";

export type CheckOptions = {
  readonly json: boolean;
  /** The day on which the draft is checked; null: the one that it names itself, or else today. */
  readonly now: CalendarDate | null;
  /** The file to check; null: standard input. */
  readonly file: string | null;
};

export type ReadCheckOptions =
  | { readonly kind: "options"; readonly options: CheckOptions }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "wrong"; readonly problem: string };

const checkCommand = (): Command =>
  new Command("check")
    .description("Holds each number of a draft against what is held.")
    .usage("[options] [FILE]")
    .argument("[file]", "a text file (default: standard input)")
    .option("--json", "print one JSON object on one line")
    .option("--now <day>", "the day on which it is checked, YYYY-MM-DD (default: its own date, or today)")
    .showSuggestionAfterError(false)
    .allowExcessArguments(false);

type Flags = { readonly json?: boolean; readonly now?: string };

/** What the words behind `check` want; where they are wrong, one line that says how. */
export const readCheckOptions = (words: readonly string[]): ReadCheckOptions => {
  const command = checkCommand();
  const read = readCommand(command, words);
  if (read.kind !== "read") return read;
  const { json = false, now } = command.opts<Flags>();
  const day = now === undefined ? null : readDay(now);
  if (now !== undefined && day === null) {
    const problem = `--now: found ${JSON.stringify(now)}, expected a day such as 2024-09-30`;
    return { kind: "wrong", problem };
  }
  return { kind: "options", options: { json, now: day, file: command.args[0] ?? null } };
};
