import { Command } from "commander";
import { readCommand } from "./read-command.ts";

/** What is wanted of the corrections. */
export type CorrectionsTask =
  | { readonly kind: "send"; readonly dryRun: boolean; readonly yes: boolean }
  /** Who was told what and when; of one figure, or of all. */
  | { readonly kind: "ledger"; readonly figure: string | null };

export type ReadCorrectionsOptions =
  | { readonly kind: "task"; readonly task: CorrectionsTask }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "wrong"; readonly problem: string };

type Flags = { readonly dryRun?: boolean; readonly yes?: boolean; readonly ledger?: string | true };

const NAME = "corrections";

/** What the words behind `corrections` want; where they are wrong, one line that says how. */
export const readCorrectionsOptions = (words: readonly string[]): ReadCorrectionsOptions => {
  const command = new Command(NAME)
    .description("Shows which messages told figures that have changed since, and corrects them on a yes.")
    .option("--dry-run", "lists them, and sends nothing")
    .option("--yes", "sends without asking")
    .option("--ledger [figure]", "lists who was told what and when: of one figure, by its id, or of all")
    .showSuggestionAfterError(false)
    .allowExcessArguments(false);
  const read = readCommand(command, words);
  if (read.kind !== "read") return read;
  const { dryRun = false, yes = false, ledger } = command.opts<Flags>();
  if (ledger !== undefined)
    return { kind: "task", task: { kind: "ledger", figure: ledger === true ? null : ledger } };
  if (dryRun && yes)
    return { kind: "wrong", problem: "--dry-run sends nothing, and --yes sends: one of them" };
  return { kind: "task", task: { kind: "send", dryRun, yes } };
};
