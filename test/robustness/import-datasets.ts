import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Imported =
  | { readonly ok: true; readonly data: string }
  /** Why there is nothing to ask about, in a sentence. */
  | { readonly ok: false; readonly reason: string };

/** Imports data packages as they stand, by the command that an editor would use, into a folder of their own. */
export const importDatasets = (paths: readonly string[], language: string): Imported => {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return { ok: false, reason: `there is no ${missing}` };
  const data = mkdtempSync(join(tmpdir(), "robustness-"));
  cpSync(language, join(data, "english"), { recursive: true });
  for (const path of paths) {
    const command = ["run", "--silent", "data", "--", "import", path, "--into", data, "--yes"];
    const { status, stderr, stdout } = spawnSync("npm", command, { encoding: "utf8" });
    if (status !== 0) {
      const said = `${stderr}${stdout}`.trim().split("\n").slice(0, 3).join("; ");
      return { ok: false, reason: `npm ${command.join(" ")} ended with ${status}: ${said}` };
    }
  }
  return { ok: true, data };
};
