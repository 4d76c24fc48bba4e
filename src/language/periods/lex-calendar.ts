import { type CalendarSense, type CalendarWords, calendarMatcher } from "../calendar-words.ts";
import { foldText } from "../normalise.ts";
import { readNumeral } from "../numbers/read-numeral.ts";
import { onceFor } from "../once-for.ts";
import {
  isWhole,
  type PhraseAt,
  type PhraseMatcher,
  phraseMatcher,
  wordEndsBefore,
} from "../phrase-finder.ts";
import { type Piece, splitPieces } from "../pieces.ts";
import type { NamedPeriod } from "../reference-period.ts";
import type { Span } from "../span.ts";
import { type Kind, type Lexeme, type Made, madeLexeme, NOTHING } from "./lexeme.ts";

/** What people call a period that a pack names: "the order", "the mayor's order". */
export type NamedPhrase = { readonly phrase: string; readonly period: NamedPeriod };

export type NamedPeriods = readonly [NamedPeriod, ...NamedPeriod[]];

const SIGN = /['’](?=s\b)/gu;
const NAME = /\p{Lu}\p{Ll}*[^sS\P{L}]$/u;

/** "bidens order", "in obamas last years": people leave the sign of a possessive out, of a name's own and behind it. */
const spellingsOf = (phrase: string): readonly string[] =>
  [phrase, phrase.replaceAll(SIGN, ""), ...(NAME.test(phrase) ? [`${phrase}s`] : [])].map(foldText);

/** All periods that share a phrase are its meaning. Built once for each list. */
export const namedMatcher: (named: readonly NamedPhrase[]) => PhraseMatcher<NamedPeriods> = onceFor(
  (named) => {
    const byPhrase = new Map<string, NamedPeriods>();
    for (const { phrase, period } of named)
      for (const key of new Set(spellingsOf(phrase)))
        byPhrase.set(key, [...(byPhrase.get(key) ?? []), period] as unknown as NamedPeriods);
    return phraseMatcher(byPhrase);
  },
);

type Lexing = {
  readonly folded: string;
  readonly pieces: readonly Piece[];
  readonly words: CalendarWords;
  readonly named: readonly NamedPhrase[];
};
type Lexed = { readonly lexeme: Lexeme; readonly next: number };

const SIGNS: Readonly<Record<string, Kind>> = {
  "-": "dash",
  "/": "slash",
  ",": "comma",
  "(": "comma",
  ")": "close",
  "'": "apostrophe",
};
/** What most of a text is: words and signs that say nothing of the calendar. */
const PLAIN: ReadonlyMap<Kind, ReadonlyMap<Kind, string>> = new Map(
  [...new Set<Kind>([...Object.values(SIGNS), "sign", "word"])].map((kind) => [kind, new Map([[kind, ""]])]),
);
const OPENS_NUMBER: readonly Kind[] = ["fiscal", "calendar", "quarter_sign", "half_sign"];
/** Digits that are no year and no count. */
const AMOUNT: ReadonlyMap<Kind, string> = new Map([
  ["sign", ""],
  ["amount", ""],
]);
/** What an arrow's tip touches: "2022->2023", "2022=>2023". */
const ARROW_SHAFTS = "-=";
const DIGITS = /^\d+$/;
const LARGEST_COUNT = 120;

const lexemeOf = (senses: ReadonlyMap<Kind, string>, pieces: readonly Piece[], at: Span): Lexeme => ({
  senses,
  text: pieces.length === 1 ? (pieces[0]?.text ?? "") : pieces.map(({ text }) => text).join(" "),
  at,
  glued: pieces[0]?.glued ?? false,
  definite: false,
  made: NOTHING,
});

/** Of the years before 1900 only what stands as one ("in 1880") is read as one. */
const EARLIEST_YEAR = 1700;

/** What plain digits can be: "24" a short year, a day or a count; "2024" a year. */
const sensesOfDigits = (digits: string): ReadonlyMap<Kind, string> => {
  const value = Number(digits);
  const senses = new Map<Kind, string>([["number", digits]]);
  if (digits.length === 4 && value >= EARLIEST_YEAR && value <= 2099) senses.set("year_number", digits);
  if (digits.length === 2) senses.set("short_number", digits);
  if (digits.length <= 2 && value >= 1 && value <= 31) senses.set("day_number", digits);
  if (value >= 1 && value <= LARGEST_COUNT) senses.set("count", digits);
  return senses;
};

const firstMeaning = (lexing: Lexing, at: number): readonly CalendarSense[] =>
  calendarMatcher(lexing.words)(lexing.pieces, at, ({ next }) => wordEndsBefore(lexing.pieces, next))
    ?.meaning ?? [];

const meansAny = (senses: readonly CalendarSense[], meaning: CalendarSense["meaning"]): boolean =>
  senses.some((sense) => sense.meaning === meaning);

/** A colon between digits makes a time of them, "8:30"; behind a year it only ends the phrase, "in 2018: all". */
const opensTime = ({ pieces }: Lexing, index: number): boolean => {
  const [colon, digits] = [pieces[index + 1], pieces[index + 2]];
  return colon?.text === ":" && colon.glued && digits?.kind === "digits" && digits.glued;
};

/** A number that letters, a unit or a currency sign make something else of: "42k", "$2019", "2019 million". */
const isQuantity = (lexing: Lexing, index: number, previous: Lexeme | undefined): boolean => {
  const piece = lexing.pieces[index] as Piece;
  const after = lexing.pieces[index + 1];
  const senses = firstMeaning(lexing, index + 1);
  if (meansAny(senses, "quantity_word")) return true;
  if (opensTime(lexing, index)) return true;
  if (after?.glued === true && after.kind === "letters") {
    return !(meansAny(senses, "ordinal_suffix") || meansAny(senses, "decade_suffix"));
  }
  if (!piece.glued || previous === undefined) return false;
  const opened = OPENS_NUMBER.some((kind) => previous.senses.has(kind));
  const inWord = lexing.pieces[index - 1]?.kind === "letters" && !opened;
  const inTime = previous.text === ":" && previous.glued && lexing.pieces[index - 2]?.kind === "digits";
  return inWord || inTime || previous.senses.has("currency") || previous.text === "#";
};

const lexDigits = (lexing: Lexing, index: number, previous: Lexeme | undefined): Lexed => {
  const { folded, pieces } = lexing;
  const piece = pieces[index] as Piece;
  const end = readNumeral(folded, piece.at[0], false)?.end ?? piece.at[1];
  let next = index + 1;
  while ((pieces[next]?.at[0] ?? Number.POSITIVE_INFINITY) < end) next += 1;
  const plain = end === piece.at[1] && DIGITS.test(piece.text) && !isQuantity(lexing, index, previous);
  if (!plain) return { lexeme: lexemeOf(AMOUNT, [piece], [piece.at[0], end]), next };
  const suffix = pieces[next];
  const ordinal = suffix?.glued === true && meansAny(firstMeaning(lexing, next), "ordinal_suffix");
  if (!ordinal) return { lexeme: lexemeOf(sensesOfDigits(piece.text), [piece], piece.at), next };
  const senses = new Map<Kind, string>([
    ["day_number", piece.text],
    ["ordinal", piece.text],
  ]);
  return { lexeme: lexemeOf(senses, [piece], [piece.at[0], suffix.at[1]]), next: next + 1 };
};

const endsWell =
  (pieces: readonly Piece[], from: number) =>
  ({ meaning, next }: PhraseAt<readonly CalendarSense[]>): boolean => {
    if (isWhole(pieces, from, next)) return true;
    const afterDigits = pieces[from]?.glued === true && pieces[from - 1]?.kind === "digits";
    if (afterDigits) return meansAny(meaning, "decade_suffix") && wordEndsBefore(pieces, next);
    return pieces[next]?.kind === "digits" && meaning.some((sense) => OPENS_NUMBER.includes(sense.meaning));
  };

const sensesOfPhrase = (meanings: readonly CalendarSense[]): ReadonlyMap<Kind, string> => {
  const senses = new Map<Kind, string>();
  for (const { meaning, value } of meanings) {
    senses.set(meaning, value);
    if (meaning === "unit") senses.set(`${value}_unit` as Kind, value);
  }
  return senses;
};

const arrowAt = (pieces: readonly Piece[], index: number): Lexed | null => {
  const [shaft, tip] = [pieces[index], pieces[index + 1]];
  const tipped = tip?.text === ">" && tip.glued;
  if (shaft?.kind !== "sign" || !tipped || !ARROW_SHAFTS.includes(shaft.text)) return null;
  return { lexeme: lexemeOf(new Map([["to", ""]]), [shaft, tip], [shaft.at[0], tip.at[1]]), next: index + 2 };
};

const lexWord = (lexing: Lexing, index: number): Lexed => {
  const { pieces, words, named } = lexing;
  const piece = pieces[index] as Piece;
  const arrow = arrowAt(pieces, index);
  if (arrow !== null) return arrow;
  const phrase = calendarMatcher(words)(pieces, index, endsWell(pieces, index));
  const name = namedMatcher(named)(pieces, index, ({ next }) => isWhole(pieces, index, next));
  const next = Math.max(phrase?.next ?? 0, name?.next ?? 0, index + 1);
  const found = pieces.slice(index, next);
  const at: Span = [piece.at[0], found.at(-1)?.at[1] ?? piece.at[1]];
  if (name !== null && name.next === next) {
    const made: Made = { kind: "named", periods: name.meaning };
    const from = lexemeOf(new Map(), found, at);
    return { lexeme: madeLexeme(from, from, made), next };
  }
  if (phrase !== null) return { lexeme: lexemeOf(sensesOfPhrase(phrase.meaning), found, at), next };
  const kind = piece.kind === "sign" ? (SIGNS[piece.text] ?? "sign") : "word";
  return { lexeme: lexemeOf(PLAIN.get(kind) ?? new Map([[kind, ""]]), found, at), next };
};

/** A text as the calendar sees it. "The" is taken out, and remembered on the word behind it. */
export const lexCalendar = (
  text: string,
  words: CalendarWords,
  named: readonly NamedPhrase[],
): readonly Lexeme[] => {
  const lexing: Lexing = { folded: foldText(text), pieces: splitPieces(text), words, named };
  const lexemes: Lexeme[] = [];
  let definite = false;
  for (let index = 0; index < lexing.pieces.length; ) {
    const digits = lexing.pieces[index]?.kind === "digits";
    const { lexeme, next } = digits ? lexDigits(lexing, index, lexemes.at(-1)) : lexWord(lexing, index);
    const isThe = lexeme.senses.has("the");
    if (!isThe) lexemes.push(definite ? { ...lexeme, definite } : lexeme);
    definite = isThe;
    index = next;
  }
  return lexemes;
};
