import { join } from "node:path";
import { z } from "zod";
import { foldText } from "../../language/normalise.ts";
import type { Problem } from "../problem.ts";
import { readRows } from "../read-rows.ts";

/** What a word can say of a column, of its cells or of a title. The words themselves stand in the language pack. */
export const COLUMN_MEANINGS = [
  // When: a whole period, or a part of one that another column completes.
  "time",
  "year",
  "quarter",
  "month",
  "day",
  "start",
  "end",
  // A date, but not the one that a figure is of.
  "no_time",
  // How much, and nothing of what; or of what, but only beside the name of the table.
  "value",
  "plain",
  // What is counted, and in what unit.
  "indicator",
  "unit_column",
  // Neither a number to answer with nor a group to ask for.
  "note",
  "code",
  "coordinate",
  // How good a row's number is, and not of what.
  "attribute",
  // Falls away behind what a column is of.
  "title",
  // Numbers that are groups.
  "group",
  // The first is what a dimension of territories is called.
  "territory",
  // Cells.
  "total",
  "missing",
  "aggregate",
  "short_member",
  "synonym",
  // What stands in brackets behind a member in a description: what opens another name of it, and what opens none.
  "name_opener",
  "no_name",
  // Around a member's name in a text: it is all of what the package is about.
  "whole_behind",
  "whole_before",
  // What a place is called behind its name: "Quebec City" of metropolitan areas.
  "settlement",
  // Names of tables and measures.
  "grain",
  "filler",
  "expansion",
  // What people call a thing that tables have an official word for: inhabitants for population.
  "everyday",
  "unit",
  "scale",
  "counted",
  "stock",
  "flow",
] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

export type ColumnWords = {
  /** Whether the whole text is a phrase of that meaning. */
  readonly is: (meaning: ColumnMeaning, text: string) => boolean;
  /** Whether a phrase of that meaning stands in the text, by whole words. */
  readonly has: (meaning: ColumnMeaning, text: string) => boolean;
  /** What a phrase stands for: ("unit", "pct") → "percent"; null where it stands for nothing. */
  readonly valueOf: (meaning: ColumnMeaning, text: string) => string | null;
  /** Everything that a phrase stands for. */
  readonly valuesOf: (meaning: ColumnMeaning, text: string) => readonly string[];
  readonly phrasesOf: (meaning: ColumnMeaning) => readonly string[];
};

const rowSchema = z.object({
  phrase: z.string().min(1, "a phrase"),
  meaning: z.enum(COLUMN_MEANINGS, `one of ${COLUMN_MEANINGS.join(", ")}`),
  value: z.string("a value, or nothing"),
});
type Row = z.infer<typeof rowSchema>;

const key = (text: string): string => foldText(text).toLowerCase().trim();

/** Looks phrases up by their meaning. */
export const columnWords = (rows: readonly Row[]): ColumnWords => {
  const byMeaning = Map.groupBy(rows, ({ meaning }) => meaning);
  const tables = new Map(
    [...byMeaning].map(([meaning, own]) => [meaning, Map.groupBy(own, ({ phrase }) => key(phrase))] as const),
  );
  const patterns = new Map(
    [...tables].map(([meaning, table]) => {
      const phrases = [...table.keys()].toSorted((a, b) => b.length - a.length).map(RegExp.escape);
      return [meaning, new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "u")];
    }),
  );
  const valuesOf: ColumnWords["valuesOf"] = (meaning, text) =>
    (tables.get(meaning)?.get(key(text)) ?? []).map(({ value }) => value);
  return {
    is: (meaning, text) => tables.get(meaning)?.has(key(text)) ?? false,
    has: (meaning, text) => patterns.get(meaning)?.test(key(text)) ?? false,
    valueOf: (meaning, text) => valuesOf(meaning, text)[0] ?? null,
    valuesOf,
    phrasesOf: (meaning) => (byMeaning.get(meaning) ?? []).map(({ phrase }) => phrase),
  };
};

export type LoadedColumnWords =
  | { readonly ok: true; readonly words: ColumnWords }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads columns.csv of a language pack: "country name" is a territory, "pct" is percent. */
export const loadColumnWords = (folder: string): LoadedColumnWords => {
  const { rows, problems } = readRows(join(folder, "columns.csv"), rowSchema);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, words: columnWords(rows) };
};
