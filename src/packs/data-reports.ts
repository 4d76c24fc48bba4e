import { join, relative } from "node:path";
import { entriesOf, type PackTables } from "../catalog/pack-tables.ts";
import { readPrintedNumber } from "../language/find-quantities.ts";
import type { NumberWords } from "../language/number-words.ts";
import { openArchive } from "./archive.ts";
import { loadLanguage } from "./load-language.ts";
import { loadPacks } from "./load-packs.ts";
import { numberFinder } from "./number-finder.ts";
import { describeProblem } from "./problem.ts";
import { type Verification, verifyPack, type WrongRow } from "./verify.ts";

/** What a look at the data found, for whoever edits it. */
export type DataReport = {
  readonly ok: boolean;
  /** A line for each thing that is wrong; the last line is the counts. */
  readonly lines: readonly string[];
};

/** The folder beside the packs that holds the words of the language they are asked about in. */
export const LANGUAGE_FOLDER = "english";

/** 1, "pack" → "1 pack"; 0, "pack" → "0 packs". */
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const holdings = (packs: readonly PackTables[]): string =>
  [
    counted(packs.length, "pack"),
    ...(["sources", "measures", "figures"] as const).map((table) =>
      counted(entriesOf(packs, table).length, table.slice(0, -1)),
    ),
  ].join(", ");

type Read =
  | { readonly ok: true; readonly packs: readonly PackTables[]; readonly words: NumberWords }
  | { readonly ok: false; readonly lines: readonly string[] };

const readAll = (dataDir: string): Read => {
  const language = loadLanguage(join(relative("", dataDir), LANGUAGE_FOLDER));
  const failed = (problems: readonly string[], packs: readonly PackTables[]): Read => ({
    ok: false,
    lines: [...problems, `${holdings(packs)}: ${counted(problems.length, "problem")}`],
  });
  if (!language.ok) return failed(language.problems.map(describeProblem), []);
  const words = language.language.numbers;
  const loaded = loadPacks(dataDir, (asPrinted) => readPrintedNumber(asPrinted, words));
  if (!loaded.ok) return failed(loaded.problems.map(describeProblem), loaded.packs);
  return { ok: true, packs: loaded.packs, words };
};

/** Reads and checks everything under the data folder: a line for each problem, then "1 pack, 5 sources, …". */
export const validateData = (dataDir: string): DataReport => {
  const read = readAll(dataDir);
  return read.ok ? { ok: true, lines: [`${holdings(read.packs)}: no problems`] } : read;
};

/** How much of a text is shown on either side of a number, to find it by: a few words. */
const AROUND = 25;

const wrongLine = (
  dataDir: string,
  { pack, table, line, source, paragraph, asPrinted, why }: WrongRow,
): string =>
  describeProblem({
    file: join(dataDir, pack, `${table}.csv`),
    row: line,
    field: why === "no_such_paragraph" ? "paragraph" : "as_printed",
    found: why === "no_such_paragraph" ? String(paragraph) : asPrinted,
    expected:
      why === "no_such_paragraph"
        ? `a paragraph that ${source} has`
        : `a number that stands in paragraph ${paragraph} of ${source}, once for each row that cites it`,
  });

type Verified = Verification & { readonly pack: string };

const verifiedLines = (dataDir: string, verified: Verified): readonly string[] => [
  ...verified.missing.map(({ source, file }) =>
    describeProblem({
      file: join(dataDir, verified.pack, "sources.csv"),
      row: null,
      field: `archive of ${source}`,
      found: file,
      expected: "a file of the archive folder",
    }),
  ),
  ...verified.wrong.map((wrong) => wrongLine(dataDir, wrong)),
  ...verified.unexplained.map(({ source, paragraph, text, at: [start, end] }) => {
    const around = text.slice(Math.max(0, start - AROUND), end + AROUND).trim();
    return `${source}, paragraph ${paragraph}: ${JSON.stringify(text.slice(start, end))} in "…${around}…" is cited by no figure and explained by no row of uncited.csv`;
  }),
];

const closingLine = (verified: readonly Verified[]): string => {
  const total = (count: (one: Verified) => number) => verified.reduce((sum, one) => sum + count(one), 0);
  const wrong = (table: WrongRow["table"]) =>
    total((one) => one.wrong.filter((row) => row.table === table).length);
  const stale = wrong("uncited");
  const missing = total((one) => one.missing.length);
  const notVerifiable = total((one) => one.notVerifiable);
  return [
    `${counted(
      total(({ right }) => right),
      "receipt",
    )} right, ${wrong("figures")} wrong`,
    `${counted(
      total(({ unexplained }) => unexplained.length),
      "unexplained number",
    )}, ${total(({ explained }) => explained)} explained`,
    ...(stale === 0 ? [] : [`${counted(stale, "row")} of uncited.csv matching nothing`]),
    ...(missing === 0 ? [] : [`${counted(missing, "file")} missing from the archive`]),
    ...(notVerifiable === 0 ? [] : [`${counted(notVerifiable, "figure")} not verifiable here`]),
  ].join("; ");
};

/**
 * Holds every pack against the archived texts: a line for each receipt that does not stand and each number
 * that nothing explains, then "121 receipts right, 0 wrong; 0 unexplained numbers, 57 explained".
 */
export const verifyData = (dataDir: string, archiveDir: string): DataReport => {
  const read = readAll(dataDir);
  if (!read.ok) return read;
  const archive = openArchive(archiveDir);
  const findNumbers = numberFinder(read.words);
  const verified = read.packs.map((tables) => ({
    pack: tables.pack,
    ...verifyPack(tables, archive, findNumbers),
  }));
  const lines = verified.flatMap((one) => verifiedLines(relative("", dataDir), one));
  return { ok: lines.length === 0, lines: [...lines, closingLine(verified)] };
};
