import { Command } from "commander";
import { readCommand } from "./read-command.ts";

/** What is wanted of the lists. `list`: a name, or an id as the overview gives it. */
export type ListsTask =
  | { readonly kind: "overview" }
  | {
      readonly kind: "list";
      readonly list: string;
      readonly recheck: boolean;
      /** Where to write the fact-check sheet; null: nowhere. */
      readonly csv: string | null;
      readonly markdown: string | null;
      /** The number of the figure to remove; null: none. */
      readonly remove: number | null;
    };

export type ReadListsOptions =
  | { readonly kind: "task"; readonly task: ListsTask }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "wrong"; readonly problem: string };

type Flags = {
  readonly recheck?: boolean;
  readonly csv?: string;
  readonly markdown?: string;
  readonly remove?: string;
};

const NUMBER = /^[1-9]\d{0,5}$/u;

/** What the words behind `lists` want; where they are wrong, one line that says how. */
export const readListsOptions = (words: readonly string[]): ReadListsOptions => {
  const command = new Command("lists")
    .description("Shows the lists of figures that were collected for stories, and what has changed since.")
    .argument("[list...]", "a list's name, or its id (default: all lists)")
    .option("--recheck", "asks for its figures again and says what changed, expired or was corrected")
    .option("--csv <file>", "writes its fact-check sheet to a CSV file")
    .option("--markdown <file>", "writes its fact-check sheet to a Markdown file")
    .option("--remove <number>", "removes a figure from it, by its number")
    .showSuggestionAfterError(false);
  const read = readCommand(command, words);
  if (read.kind !== "read") return read;
  const { recheck = false, csv = null, markdown = null, remove } = command.opts<Flags>();
  const list = command.args.join(" ").trim();
  const isPlain = !recheck && csv === null && markdown === null && remove === undefined;
  if (list === "")
    return isPlain
      ? { kind: "task", task: { kind: "overview" } }
      : { kind: "wrong", problem: "a list is missing: lists [options] NAME" };
  if (remove !== undefined && !NUMBER.test(remove)) {
    const problem = `--remove: found ${JSON.stringify(remove)}, expected a number of the list`;
    return { kind: "wrong", problem };
  }
  const number = remove === undefined ? null : Number(remove);
  return { kind: "task", task: { kind: "list", list, recheck, csv, markdown, remove: number } };
};
