import { neutralise } from "./neutralise.ts";
import { faultLines } from "./try-asking.ts";
import { endQuietlyWithReader, write } from "./write.ts";

/** 0: done. 1: the data, the settings or a fault of ours stands in the way. 2: the call is wrong. */
export type ExitStatus = 0 | 1 | 2;

/** Lines on standard error, of which the terminal obeys nothing. */
export const complain = (text: string): void => {
  process.stderr.write(`${text.split("\n").map(neutralise).join("\n")}\n`);
};

/** How a command is called, where that is asked; what is wrong with the call, where it cannot be done. */
export const tellCall = async (
  call:
    | { readonly kind: "help"; readonly text: string }
    | { readonly kind: "wrong"; readonly problem: string },
): Promise<ExitStatus> => {
  if (call.kind === "wrong") {
    complain(call.problem);
    return 2;
  }
  await write(process.stdout, call.text);
  return 0;
};

/** Runs a command of the terminal to its exit status; `debug` tells the detail of a fault that nobody expected. */
export const runCommand = async (main: () => Promise<ExitStatus>, debug: boolean): Promise<void> => {
  endQuietlyWithReader(process.stdout, process.exit);
  try {
    process.exitCode = await main();
  } catch (error) {
    for (const line of faultLines(error, debug)) complain(line);
    process.exitCode = 1;
  }
};
