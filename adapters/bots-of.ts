import type { Bot } from "./run-bots.ts";
import type { Settings } from "./settings.ts";

/** The bots that the settings name. Each platform's library is loaded only where it is used. */
export const botsOf = (_settings: Settings): readonly Bot[] => [];
