import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Problem } from "../packs/problem.ts";

/** Whether all of it holds. Large tables are then kept as they are in memory, where they are read in a moment. */
export type LoadedApart =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What is read, and where large tables may be kept. */
export type Apart = { readonly data: string; readonly cache: string | null };

export type Loader = {
  /**
   * Reads and checks everything under the data folder while questions are answered. One load at a time. Rejects
   * where the process that reads fails itself.
   */
  readonly load: () => Promise<LoadedApart>;
  readonly close: () => Promise<void>;
};

const PROGRAM = fileURLToPath(new URL("./load-process.ts", import.meta.url));

const answerOf = async (reader: ChildProcess): Promise<LoadedApart> => {
  const ended = once(reader, "exit").then(([code]) => {
    throw new Error(`the process that reads the data ended: ${code}`);
  });
  const said = once(reader, "message").then(([loaded]) => loaded as LoadedApart);
  return Promise.race([said, ended]);
};

/** A process for each load, whose memory goes with it: what a million rows take to be read would stay with a thread. */
export const openLoader = ({ data, cache }: Apart): Loader => {
  let reader: ChildProcess | null = null;
  return {
    load: async () => {
      reader = fork(PROGRAM, [data, ...(cache === null ? [] : [cache])], {
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      try {
        return await answerOf(reader);
      } finally {
        reader.kill();
      }
    },
    close: async () => {
      reader?.kill();
    },
  };
};
