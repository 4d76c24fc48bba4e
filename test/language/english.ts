import { join } from "node:path";
import type { Language } from "../../src/language/language.ts";
import { loadLanguage } from "../../src/packs/load-language.ts";
import { describeProblem } from "../../src/packs/problem.ts";

const loaded = loadLanguage(join(import.meta.dirname, "../../data/english"));
if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join("\n"));

/** The language pack as it ships. */
export const english: Language = loaded.language;
