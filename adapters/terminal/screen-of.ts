import type { WriteStream } from "node:tty";
import type { Settings } from "../settings.ts";
import { TERMINAL } from "./limits.ts";
import type { Screen } from "./to-screen.ts";

type Output = Pick<WriteStream, "isTTY" | "columns">;

/**
 * How an output is to be written to: a window at its own width as it is now, up to a width that reads well.
 * What is piped on is not wrapped, so that a phrase can be searched for, and carries no colours unless asked to.
 */
export const screenOf = (output: Partial<Output>, colour: Settings["colour"]): Screen => {
  const isTTY = output.isTTY ?? false;
  const columns = output.columns ?? TERMINAL.defaultWidth;
  return {
    width: isTTY ? Math.min(columns > 0 ? columns : TERMINAL.defaultWidth, TERMINAL.greatestWidth) : Infinity,
    colour: colour === "auto" ? isTTY : colour === "always",
  };
};
