import { type Desk, describeProblem, type LiveDesk, openDesk, openLiveDesk } from "../src/desk.ts";
import type { ReadSettings, Settings } from "./settings.ts";

export type Ready =
  | { readonly ok: true; readonly desk: Desk; readonly settings: Settings }
  /** Each a line that says what is wrong, where, and what is expected. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** The desk over the folders that the settings name, or every problem that stands in the way. */
export const openFromSettings = (read: ReadSettings): Ready => {
  if (!read.ok) return read;
  const { settings } = read;
  const opened = openDesk({
    data: settings.dataDir,
    archive: settings.archiveDir,
    cache: settings.cacheDir,
  });
  if (!opened.ok) return { ok: false, problems: opened.problems.map(describeProblem) };
  return { ok: true, desk: opened.desk, settings };
};

export type ReadyLive =
  | { readonly ok: true; readonly live: LiveDesk }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The same for one who stays: a desk that follows its files. */
export const openLiveFromSettings = async ({
  dataDir,
  archiveDir,
  cacheDir,
}: Settings): Promise<ReadyLive> => {
  const opened = await openLiveDesk({ data: dataDir, archive: archiveDir, cache: cacheDir });
  return opened.ok ? opened : { ok: false, problems: opened.problems.map(describeProblem) };
};
