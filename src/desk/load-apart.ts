import { Worker } from "node:worker_threads";
import type { Problem } from "../packs/problem.ts";

/** Whether all of it holds. Large tables are then kept as they are in memory, where they are read in a moment. */
export type LoadedApart =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What the thread reads, and where it may keep large tables. */
export type Apart = { readonly data: string; readonly cache: string | null };

export type Loader = {
  /**
   * Reads and checks everything under the data folder while questions are answered. One load at a time. Rejects
   * where the thread itself fails; the next load then has another.
   */
  readonly load: () => Promise<LoadedApart>;
  readonly close: () => Promise<unknown>;
};

const startThread = (apart: Apart): Worker => {
  const worker = new Worker(new URL("./load-worker.ts", import.meta.url), { workerData: apart });
  // It waits for work, and is to keep no process from its end.
  worker.unref();
  // Unheard between two loads, an error would end the process; a load hears it by itself.
  worker.on("error", () => undefined);
  return worker;
};

const loadIn = (worker: Worker): Promise<LoadedApart> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number): void => reject(new Error(`the thread that loads the data ended: ${code}`));
    worker.once("exit", onExit);
    worker.once("error", reject);
    worker.once("message", (loaded: LoadedApart) => {
      worker.off("exit", onExit);
      worker.off("error", reject);
      resolve(loaded);
    });
    worker.postMessage("load");
  });

/** Starts a thread that loads the data when it is told to: its own start takes longer than most loads. */
export const openLoader = (apart: Apart): Loader => {
  let worker = startThread(apart);
  return {
    load: async () => {
      try {
        return await loadIn(worker);
      } catch (error) {
        await worker.terminate();
        worker = startThread(apart);
        throw error;
      }
    },
    close: () => worker.terminate(),
  };
};
