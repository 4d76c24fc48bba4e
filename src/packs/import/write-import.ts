import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildCatalog } from "../../catalog/build-catalog.ts";
import { readPrintedNumber } from "../../language/find-quantities.ts";
import { checkPrinted } from "../check-printed.ts";
import { loadLanguage } from "../load-language.ts";
import type { Problem } from "../problem.ts";
import { readPack } from "../read-pack.ts";
import { type ImportPlan, packsBeside } from "./plan-import.ts";

export type WrittenImport =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What stands in the way of loading the pack beside the others; each problem in the file that would be written. */
const problemsOf = (staged: string, { name, folder }: ImportPlan, language: string): readonly Problem[] => {
  const { tables, problems } = readPack(staged);
  const read = loadLanguage(language);
  if (!read.ok) return read.problems;
  const others = packsBeside(dirname(folder), name);
  const built = buildCatalog([...others, tables]);
  const faults = [
    ...(built.ok ? [] : built.faults.filter(({ pack }) => pack === tables.pack)),
    ...checkPrinted([tables], (text) => readPrintedNumber(text, read.language.numbers)),
  ];
  return [
    ...problems,
    ...faults.map(({ table, line, field, found, expected }) => ({
      file: join(folder, `${table}.csv`),
      row: line,
      field,
      found,
      expected,
    })),
  ];
};

/** Puts the new folder in the place of the old one; the old one comes back if that fails. */
const swapIn = (staged: string, folder: string): void => {
  if (!existsSync(folder)) {
    renameSync(staged, folder);
    return;
  }
  const old = mkdtempSync(`${join(dirname(folder), ".old-")}`);
  const kept = join(old, "pack");
  renameSync(folder, kept);
  try {
    renameSync(staged, folder);
  } catch (error) {
    renameSync(kept, folder);
    throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
};

/**
 * Writes a planned pack: beside its place first, where it is read and checked with the packs that it will
 * stand among, then by a rename. Where anything is wrong, what was there before stays as it was.
 */
export const writeImport = (plan: ImportPlan, language: string): WrittenImport => {
  const into = dirname(plan.folder);
  mkdirSync(into, { recursive: true });
  const staging = mkdtempSync(join(into, ".import-"));
  const staged = join(staging, plan.name);
  try {
    mkdirSync(staged);
    for (const [file, text] of Object.entries(plan.files)) writeFileSync(join(staged, file), text);
    const problems = problemsOf(staged, plan, language);
    if (problems.length > 0) return { ok: false, problems };
    swapIn(staged, plan.folder);
    return { ok: true };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
};
