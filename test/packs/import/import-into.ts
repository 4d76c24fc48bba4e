import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CalendarDate,
  type Desk,
  describeProblem,
  openDesk,
  planImport,
  writeImport,
} from "../../../src/desk.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
export const LANGUAGE = join(ROOT, "data", "english");
export const DATASETS = join(ROOT, "test", "fixtures", "datasets");

/** Published packages that stand beside the repository where it is worked on, and nowhere else. */
const SHARED = join(ROOT, "..", "shared", "datasets");
export const hasShared = existsSync(SHARED);
export const sharedDataset = (name: string): string => join(SHARED, name);

export type DataFolder = {
  readonly data: string;
  /** A folder beside it, for packages that a test makes up. */
  readonly scratch: string;
  readonly remove: () => void;
};

/** A data folder of its own, with the language pack and nothing else in it. */
export const emptyDataFolder = (): DataFolder => {
  const root = mkdtempSync(join(tmpdir(), "import-"));
  const [data, scratch] = [join(root, "data"), join(root, "scratch")];
  cpSync(LANGUAGE, join(data, "english"), { recursive: true });
  mkdirSync(scratch);
  return { data, scratch, remove: () => rmSync(root, { recursive: true, force: true }) };
};

/** Imports a package into a data folder: the lines of its preview, or its problems in place of them. */
export const importInto = (
  data: string,
  path: string,
): { readonly ok: boolean; readonly lines: readonly string[] } => {
  const planned = planImport({ path, into: data, language: join(data, "english") });
  if (!planned.ok) return { ok: false, lines: planned.problems.map(describeProblem) };
  const written = writeImport(planned.plan, join(data, "english"));
  return written.ok
    ? { ok: true, lines: planned.plan.preview }
    : { ok: false, lines: written.problems.map(describeProblem) };
};

export const deskOver = (data: string): Desk => {
  const opened = openDesk({ data, archive: null });
  if (!opened.ok) throw new Error(opened.problems.slice(0, 5).map(describeProblem).join("\n"));
  return opened.desk;
};

const TODAY = "2026-11-21" as CalendarDate;

/** What the desk says to a question: its status, first value and unit, and the source's line. */
export const told = (desk: Desk, question: string) => {
  const { answer } = desk.ask({ text: question, askedOn: TODAY }, null);
  const [value] = answer.values;
  const [citation] = answer.citations;
  return {
    status: answer.status,
    value: value?.value,
    unit: value?.unit,
    label: value?.label,
    line: citation?.paragraph,
    asPrinted: citation?.asPrinted,
  };
};
