import { type Command, CommanderError } from "commander";

/** What became of a command line: read, asked for help, or wrong, with one line that says how. */
export type ReadCommand =
  | { readonly kind: "read" }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "wrong"; readonly problem: string };

const ERROR_PREFIX = /^error: /u;

/** Reads the words with a command and its subcommands; nothing is printed, and nothing ends the process. */
export const readCommand = (command: Command, words: readonly string[]): ReadCommand => {
  let text = "";
  for (const one of [command, ...command.commands]) {
    one.exitOverride().configureOutput({
      writeOut: (written) => {
        text += written;
      },
      writeErr: () => undefined,
    });
  }
  try {
    command.parse(words, { from: "user" });
    return { kind: "read" };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "help", text };
    return { kind: "wrong", problem: error.message.replace(ERROR_PREFIX, "") };
  }
};
