import type { CalendarWords } from "./calendar-words.ts";
import type { FigureWording, NumberWords } from "./number-words.ts";

/** What a language pack holds, read and checked. */
export type Language = {
  readonly numbers: NumberWords;
  readonly calendar: CalendarWords;
  /** The words that we ourselves write figures with. */
  readonly wording: FigureWording;
};
