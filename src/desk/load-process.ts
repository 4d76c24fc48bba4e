import { argv } from "node:process";
import type { LoadedApart } from "./load-apart.ts";
import { loadHeld } from "./load-held.ts";

// The program that `openLoader` runs: node load-process.ts DATA [CACHE] says to who began it what came of the load.
const [, , data = "", cache = null] = argv;

const load = (): LoadedApart => {
  const held = loadHeld({ data, cache });
  return held.ok ? { ok: true } : held;
};

const loaded = load();
// Who wanted it may be gone by now.
if (process.connected) process.send?.(loaded);
