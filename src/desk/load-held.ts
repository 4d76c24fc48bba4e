import { join } from "node:path";
import type { Catalog } from "../catalog/catalog.ts";
import { readPrintedNumber } from "../language/find-quantities.ts";
import type { Language } from "../language/language.ts";
import { atOnce, type Turns } from "../language/turns.ts";
import { LANGUAGE_FOLDER } from "../packs/data-reports.ts";
import { loadInTurns } from "../packs/load-catalog.ts";
import { languageInTurns } from "../packs/load-language.ts";
import type { Problem } from "../packs/problem.ts";
import type { Folders } from "./open-desk.ts";

export type Held =
  | { readonly ok: true; readonly catalog: Catalog; readonly language: Language }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads and checks the language pack and every data package: all of it, or every problem that there is. */
export function* heldInTurns({ data, cache, progress }: Omit<Folders, "archive">): Turns<Held> {
  const read = yield* languageInTurns(join(data, LANGUAGE_FOLDER));
  if (!read.ok) return read;
  const { language } = read;
  const readNumber = (asPrinted: string) => readPrintedNumber(asPrinted, language.numbers);
  const loaded = yield* loadInTurns(data, { readNumber, progress, cache });
  return loaded.ok ? { ok: true, catalog: loaded.catalog, language } : loaded;
}

/** The same, all at once. */
export const loadHeld = (folders: Omit<Folders, "archive">): Held => atOnce(heldInTurns(folders));
