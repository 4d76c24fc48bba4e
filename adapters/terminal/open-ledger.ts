import { openStore, type Store } from "../../src/desk.ts";
import type { Settings } from "../settings.ts";

/** The bots' memory, for a command that looks at it beside them. Throws where the file cannot be used. */
export const openLedger = ({ store }: Settings, complain: (line: string) => void): Store =>
  openStore({
    path: store,
    now: Date.now,
    setAside: (key, why) => complain(`${key} was set aside: ${why}`),
  });
