import { createInterface } from "node:readline";
import type { ReadStream, WriteStream } from "node:tty";
import type { Store } from "../../src/desk.ts";
import type { Settings } from "../settings.ts";
import { openHistory } from "./history.ts";
import { TERMINAL } from "./limits.ts";
import type { Terminal } from "./main.ts";
import { openLedger } from "./open-ledger.ts";
import { readLines } from "./read-lines.ts";
import { screenOf } from "./screen-of.ts";
import { today } from "./today.ts";

type Streams = { readonly stdin: ReadStream; readonly stdout: WriteStream; readonly stderr: WriteStream };

const PROMPT = "> ";

/** A person at a keyboard: line editing, and the questions of earlier sessions under the arrow keys. */
const keyboard = (streams: Streams, settings: Settings): Pick<Terminal, "lines" | "prompt"> => {
  const history = openHistory(settings.stateDir);
  const typed = createInterface({
    input: streams.stdin,
    output: streams.stdout,
    prompt: PROMPT,
    history: [...history.newestFirst],
    historySize: TERMINAL.history,
    removeHistoryDuplicates: true,
  });
  typed.on("line", (line) => {
    if (line.trim() !== "") history.add(line);
  });
  // Ctrl-C takes back what was typed so far, and leaves where nothing was.
  typed.on("SIGINT", () => {
    if (typed.line === "") typed.close();
    else {
      typed.write(null, { ctrl: true, name: "e" });
      typed.write(null, { ctrl: true, name: "u" });
    }
  });
  typed.on("close", () => streams.stdout.write("\n"));
  return { lines: typed, prompt: () => typed.prompt() };
};

/** The terminal of this process: a person where input and output are a window, else lines in, answers out. */
export const sitDown = (streams: Streams, settings: Settings): Terminal => {
  const isPerson = streams.stdin.isTTY === true && streams.stdout.isTTY === true;
  const input = isPerson
    ? keyboard(streams, settings)
    : { lines: readLines(streams.stdin), prompt: () => undefined };
  let store: Store | null = null;
  return {
    ...input,
    store: () => {
      store ??= openLedger(settings, (line) => streams.stderr.write(`${line}\n`));
      return store;
    },
    close: async () => store?.close(),
    output: streams.stdout,
    screen: () => screenOf(streams.stdout, settings.colour),
    today,
    log: (detail) => {
      if (settings.debug) streams.stderr.write(`${detail}\n`);
    },
    greets: isPerson,
  };
};
