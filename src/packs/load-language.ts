import { join } from "node:path";
import { z } from "zod";
import { CALENDAR_MEANINGS, CALENDAR_UNITS, readCalendarWords } from "../language/calendar-words.ts";
import { COMMAND_MEANINGS, COMMAND_NAMES, commandReader } from "../language/commands.ts";
import type { Language } from "../language/language.ts";
import {
  figureWording,
  HEDGE_POSITIONS,
  NUMBER_MEANINGS,
  type NumberRow,
  readNumberWords,
  UNIT_POSITIONS,
} from "../language/number-words.ts";
import { PHRASE_MEANINGS, readPhrases } from "../language/phrases.ts";
import { QUALIFIERS, QUANTITY_UNITS } from "../language/quantity.ts";
import { shorthandWriter } from "../language/shorthand.ts";
import { atOnce, mapInTurns, type Turns } from "../language/turns.ts";
import { keysOf } from "../language/words.ts";
import { loadStyle } from "./load-style.ts";
import type { Problem } from "./problem.ts";
import { rowsInTurns } from "./read-rows.ts";

const phrase = z.string().min(1, "a phrase");
const oneOf = <Word extends string>(words: readonly [Word, ...Word[]]) =>
  z.enum(words, `one of ${words.join(", ")}`);
/** An empty cell is no number, where Number("") would be 0. */
const numberCell = z
  .string("a number in digits, or nothing")
  .refine((cell) => Number.isFinite(Number(cell)), "a number in digits, or nothing")
  .transform((cell) => (cell === "" ? null : Number(cell)));

const numberRow = z.object({ phrase, meaning: oneOf(NUMBER_MEANINGS), value: numberCell });
const phraseRow = z.object({ phrase, meaning: oneOf(PHRASE_MEANINGS) });
const shorthandRow = z.object({ phrase, means: z.string() });
const synonymRow = z.object({
  phrase,
  group: z.string().min(1, "a group"),
  where: z.string("a word, or nothing").transform((word) => (word === "" ? null : word)),
});
const commandRow = z.object({
  phrase,
  meaning: oneOf(COMMAND_MEANINGS),
  name: oneOf(COMMAND_NAMES),
});
const unitRow = z.object({ phrase, meaning: oneOf(QUANTITY_UNITS), position: oneOf(UNIT_POSITIONS) });
const hedgeRow = z.object({ phrase, meaning: oneOf(QUALIFIERS), position: oneOf(HEDGE_POSITIONS) });

/** What the value of a row must be, where its meaning wants one. */
const CALENDAR_VALUES: Readonly<Record<string, readonly string[]>> = {
  month: Array.from({ length: 12 }, (_, month) => String(month + 1)),
  careful_month: Array.from({ length: 12 }, (_, month) => String(month + 1)),
  season: ["3", "6", "9", "12"],
  unit: CALENDAR_UNITS,
  third: ["1", "2", "3"],
  edge: ["start", "end"],
};
const calendarRow = z
  .object({ phrase, meaning: oneOf(CALENDAR_MEANINGS), value: z.string("a value, or nothing") })
  .superRefine(({ meaning, value }, context) => {
    const allowed = CALENDAR_VALUES[meaning];
    if (allowed === undefined || allowed.includes(value)) return;
    context.addIssue({ code: "custom", path: ["value"], message: `one of ${allowed.join(", ")}` });
  });

export type LoadedLanguage =
  | { readonly ok: true; readonly language: Language }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The first word for each small number: 5 → "five". */
const spelledIn = (numbers: readonly NumberRow[]): ReadonlyMap<number, string> =>
  new Map(
    numbers
      .toReversed()
      .flatMap(({ phrase, meaning, value }) =>
        meaning === "cardinal" && value !== null ? [[value, phrase] as const] : [],
      ),
  );

/** Reads the language pack in a folder: data/english → how English says numbers, hedges and periods. */
export function* languageInTurns(folder: string): Turns<LoadedLanguage> {
  const numbers = yield* rowsInTurns(join(folder, "numbers.csv"), numberRow);
  const units = yield* rowsInTurns(join(folder, "units.csv"), unitRow);
  const hedges = yield* rowsInTurns(join(folder, "hedges.csv"), hedgeRow);
  const calendar = yield* rowsInTurns(join(folder, "calendar.csv"), calendarRow);
  const phrases = yield* rowsInTurns(join(folder, "phrases.csv"), phraseRow);
  const shorthand = yield* rowsInTurns(join(folder, "shorthand.csv"), shorthandRow);
  const synonyms = yield* rowsInTurns(join(folder, "synonyms.csv"), synonymRow);
  const commands = yield* rowsInTurns(join(folder, "commands.csv"), commandRow);
  const tables = [numbers, units, hedges, calendar, phrases, shorthand, synonyms, commands];
  const style = loadStyle(folder, spelledIn(numbers.rows));
  const problems = [...tables.flatMap((table) => table.problems), ...style.problems];
  if (problems.length > 0) return { ok: false, problems };
  yield;
  const words = readNumberWords({ numbers: numbers.rows, units: units.rows, hedges: hedges.rows });
  const keys = yield* mapInTurns(
    tables.flatMap(({ rows }): readonly { readonly phrase: string }[] => rows),
    (row) => keysOf(row.phrase),
  );
  return {
    ok: true,
    language: {
      numbers: words,
      calendar: readCalendarWords(calendar.rows, words),
      phrases: yield* readPhrases(phrases.rows),
      writeOut: shorthandWriter(shorthand.rows),
      synonyms: [...Map.groupBy(synonyms.rows, ({ group }) => group).values()].map((rows) =>
        rows.map((row) => ({ phrase: row.phrase, where: row.where })),
      ),
      words: new Set(keys.flat()),
      wording: figureWording(words),
      style: style.style,
      readCommand: commandReader(commands.rows),
    },
  };
}

/** The same, all at once. */
export const loadLanguage = (folder: string): LoadedLanguage => atOnce(languageInTurns(folder));
