import { Command } from "commander";
import { readCommand } from "./read-command.ts";

/** What is asked of the data; null folders are left to the settings. */
export type DataTask =
  | { readonly kind: "validate"; readonly data: string | null }
  | { readonly kind: "verify"; readonly data: string | null; readonly archive: string | null }
  | { readonly kind: "import"; readonly path: string; readonly into: string | null; readonly yes: boolean };

export type ReadDataOptions =
  | { readonly kind: "task"; readonly task: DataTask }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "wrong"; readonly problem: string };

type Flags = { readonly data?: string | null; readonly archive?: string | null };
type ImportFlags = { readonly into?: string | null; readonly yes?: boolean };

const DATA = ["--data <dir>", "the folder with the packs (default: DATA_DIR, or data)"] as const;

const dataCommand = (run: (task: DataTask) => void): Command => {
  const command = new Command("data")
    .description("Checks the data packages, and brings others in.")
    .showSuggestionAfterError(false);
  command
    .command("validate")
    .description("reads and checks every pack: a line for each problem, with file, row and field")
    .option(...DATA)
    .allowExcessArguments(false)
    .action(({ data = null }: Flags) => run({ kind: "validate", data }));
  command
    .command("verify")
    .description(
      "holds every figure against the archived articles, and every number in them against the figures",
    )
    .option(...DATA)
    .option("--archive <dir>", "the folder with the articles' texts (default: ARCHIVE_DIR)")
    .allowExcessArguments(false)
    .action(({ data = null, archive = null }: Flags) => run({ kind: "verify", data, archive }));
  command
    .command("import <path>")
    .description("makes a pack of a Data Package's folder or a CSV file as it stands, once you have seen how")
    .option("--into <dir>", "the folder with the packs (default: DATA_DIR, or data)")
    .option("--yes", "write it without asking")
    .allowExcessArguments(false)
    .action((path: string, { into = null, yes = false }: ImportFlags) =>
      run({ kind: "import", path, into, yes }),
    );
  return command;
};

/** What the words behind `data` want; where they are wrong, one line that says how. */
export const readDataOptions = (words: readonly string[]): ReadDataOptions => {
  let task: DataTask | null = null;
  const command = dataCommand((wanted) => {
    task = wanted;
  });
  const read = readCommand(command, words);
  // With no words at all, commander would print its help as an error; a line says it shorter.
  if (read.kind === "help" || (read.kind === "wrong" && words.length > 0)) return read;
  if (task !== null) return { kind: "task", task };
  return { kind: "wrong", problem: "a command is missing: validate, verify --archive DIR, or import PATH" };
};
