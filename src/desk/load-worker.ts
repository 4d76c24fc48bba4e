import { parentPort, workerData } from "node:worker_threads";
import type { Apart, LoadedApart } from "./load-apart.ts";
import { loadHeld } from "./load-held.ts";

const load = (): LoadedApart => {
  const held = loadHeld(workerData as Apart);
  return held.ok ? { ok: true } : held;
};

parentPort?.on("message", () => parentPort?.postMessage(load()));
