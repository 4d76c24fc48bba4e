import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TERMINAL } from "./limits.ts";

export type History = { readonly newestFirst: readonly string[]; readonly add: (question: string) => void };

/** What is kept for comfort only may be missing, and must not stand in the way of an answer. */
const orElse = <Value>(attempt: () => Value, fallback: Value): Value => {
  try {
    return attempt();
  } catch {
    return fallback;
  }
};

/**
 * The questions typed in earlier sessions, kept in a file that only its owner can read. Where the folder
 * cannot be written to, the history lasts for this session.
 */
export const openHistory = (folder: string): History => {
  const file = join(folder, "history");
  const lines = orElse(() => readFileSync(file, "utf8").split("\n"), []).filter((line) => line !== "");
  const kept = lines.slice(-TERMINAL.history);
  orElse(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (kept.length < lines.length) writeFileSync(file, `${kept.join("\n")}\n`, { mode: 0o600 });
    else appendFileSync(file, "", { mode: 0o600 });
    chmodSync(file, 0o600);
  }, undefined);
  return {
    newestFirst: kept.toReversed(),
    add: (question) => orElse(() => appendFileSync(file, `${question}\n`, { mode: 0o600 }), undefined),
  };
};
