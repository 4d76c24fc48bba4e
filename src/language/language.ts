import type { CalendarWords } from "./calendar-words.ts";
import type { Command } from "./commands.ts";
import type { HouseStyle } from "./house-style.ts";
import type { FigureWording, NumberWords } from "./number-words.ts";
import type { Phrases } from "./phrases.ts";
import type { WriteOut } from "./shorthand.ts";

/** `where`: only of a measure that speaks of that as well ("students" for enrollment, where it is of schools). */
export type SynonymGroup = readonly { readonly phrase: string; readonly where: string | null }[];

/** What a language pack holds, read and checked. */
export type Language = {
  readonly numbers: NumberWords;
  readonly calendar: CalendarWords;
  /** What surrounds and shapes a question: politeness, "by year", "is it true that". */
  readonly phrases: Phrases;
  readonly writeOut: WriteOut;
  /** Phrases that stand for one another in figures of any subject: "harvest", "output", "production". */
  readonly synonyms: readonly SynonymGroup[];
  /** Every word of every table: what is spelt right, whatever it looks like. */
  readonly words: ReadonlySet<string>;
  /** The words that we ourselves write figures with. */
  readonly wording: FigureWording;
  /** What somebody tells the desk to do; null: it is a question. */
  readonly readCommand: (said: string) => Command | null;
  /** How this newsroom writes figures into copy. */
  readonly style: HouseStyle;
};
