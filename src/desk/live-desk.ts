import { setTimeout as pause } from "node:timers/promises";
import { dataSignature } from "../packs/data-signature.ts";
import { wantsPreparing } from "../packs/load-catalog.ts";
import type { Problem } from "../packs/problem.ts";
import { inTurns } from "./in-turns.ts";
import { type Loader, openLoader } from "./load-apart.ts";
import { type Desk, type Folders, type Opened, openInTurns } from "./open-desk.ts";

/** What came of an edit of the data. */
export type Reloaded =
  /** Questions are answered from the new data; `mended`: the edit before could not be used. */
  | { readonly kind: "renewed"; readonly mended: boolean }
  /** The edit cannot be used, and the data before it stays in force. */
  | { readonly kind: "broken"; readonly problems: readonly Problem[] };

export type LiveDesk = {
  /** Always the newest data that held; each question is answered from one state of it. */
  readonly desk: Desk;
  /** Looks for edits until it is stopped, and says what came of each. A stop waits for an edit at hand. */
  readonly watch: (onEdit: (reloaded: Reloaded) => Promise<void>) => () => Promise<void>;
};

export type OpenedLive =
  | { readonly ok: true; readonly live: LiveDesk }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Milliseconds between two looks at the files. An edit is taken once the files stand still from one to the next. */
const LOOK_EVERY = 300;

/** The newest desk behind one that stays the same for those who have it. */
const behind = (current: () => Desk): Desk =>
  // What a desk can do is listed in its type alone.
  new Proxy({} as Desk, { get: (_none, name) => Reflect.get(current(), name) });

const buildAnew = async (folders: Folders, loader: Loader): Promise<Opened> => {
  try {
    const loaded = await loader.load();
    return loaded.ok ? await inTurns(openInTurns(folders)) : loaded;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const expected = "data packages that can be read";
    return { ok: false, problems: [{ file: folders.data, row: null, field: null, found, expected }] };
  }
};

/** Large tables are read in a process of their own from the first time on; this one is free, and stays small. */
const buildFirst = async (folders: Folders, loader: Loader): Promise<Opened> => {
  const { data, cache = null } = folders;
  const isToPrepare = cache !== null && (await inTurns(wantsPreparing(data, cache)));
  return isToPrepare ? buildAnew(folders, loader) : inTurns(openInTurns(folders));
};

/** Opens a desk that follows its files: what is edited is answered from as soon as it holds. */
export const openLiveDesk = async (folders: Folders): Promise<OpenedLive> => {
  let taken = await dataSignature(folders.data);
  const loader = openLoader({ data: folders.data, cache: folders.cache ?? null });
  const opened = await buildFirst(folders, loader);
  if (!opened.ok) return opened;
  let current = opened.desk;
  let isBroken = false;

  const takeEdit = async (seen: string): Promise<Reloaded | null> => {
    const built = await buildAnew(folders, loader);
    // Files that were written meanwhile may be half of one edit and half of the next.
    if ((await dataSignature(folders.data)) !== seen) return null;
    taken = seen;
    const wasBroken = isBroken;
    isBroken = !built.ok;
    if (!built.ok) return { kind: "broken", problems: built.problems };
    current = built.desk;
    return { kind: "renewed", mended: wasBroken };
  };

  const watch: LiveDesk["watch"] = (onEdit) => {
    const stopping = new AbortController();
    const looking = (async () => {
      let before = taken;
      while (!stopping.signal.aborted) {
        await pause(LOOK_EVERY, undefined, { signal: stopping.signal }).catch(() => undefined);
        const seen = await dataSignature(folders.data);
        const isStill = seen === before;
        before = seen;
        if (seen === taken || !isStill || stopping.signal.aborted) continue;
        const reloaded = await takeEdit(seen);
        if (reloaded !== null) await onEdit(reloaded);
      }
    })();
    return async () => {
      stopping.abort();
      await looking;
      await loader.close();
    };
  };
  return { ok: true, live: { desk: behind(() => current), watch } };
};
