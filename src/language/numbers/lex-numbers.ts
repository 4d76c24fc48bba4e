import { foldText } from "../normalise.ts";
import { type NumberMeaning, type NumberSense, type NumberWords, numberMatcher } from "../number-words.ts";
import type { PhraseAt } from "../phrase-finder.ts";
import { isJoiningHyphen, type Piece, splitPieces } from "../pieces.ts";
import type { QuantityUnit } from "../quantity.ts";
import type { Span } from "../span.ts";
import { type Numeral, readNumeral } from "./read-numeral.ts";

/** A text as numbers see it: digits, words that have to do with numbers, dashes, and everything else. */
export type NumberLexeme = {
  readonly kind: NumberMeaning | "digits" | "fraction_digits" | "unit" | "dash" | "name" | "other";
  readonly value: number;
  readonly step: number;
  /** Units that the phrase stands for, and where they may stand; most have none. */
  readonly units: NumberSense["units"];
  readonly at: Span;
  /** Whether it touches what stands before it. */
  readonly glued: boolean;
  /** Whether it is a word or a number, not a sign. */
  readonly wordy: boolean;
  /** Digits with separators, which are never a year, a label or a part of a name. */
  readonly grouped: boolean;
};

const FRACTION_PARTS: readonly number[] = [2, 3, 4, 5, 8];
const DIGIT = /\d/;
/** The hyphens that join a name and its number; a dash between words is no such thing. */
const HYPHENS = "-\u2010\u2011";

type Lexing = {
  readonly text: string;
  readonly folded: string;
  readonly pieces: readonly Piece[];
  readonly words: NumberWords;
};

const plain = (kind: NumberLexeme["kind"], piece: Piece, at: Span = piece.at): NumberLexeme => ({
  kind,
  value: 0,
  step: 1,
  units: [],
  at,
  glued: piece.glued,
  wordy: piece.kind !== "sign",
  grouped: false,
});

/** Signs that, touching digits on both sides, make a date, a time or a version of them: 6/5, 8:30, 3.5.1. */
const tiesDigits = (sign: string | undefined): boolean => sign === "/" || sign === ":" || sign === ".";

/** Letters that touch no digits: "COVID", not the "k" of "10k". */
const isName = (pieces: readonly Piece[], index: number): boolean =>
  pieces[index]?.kind === "letters" &&
  !(pieces[index]?.glued === true && pieces[index - 1]?.kind === "digits");

const isTiedBefore = ({ text, folded, pieces }: Lexing, index: number, numeral: Numeral): boolean => {
  const piece = pieces[index];
  const before = pieces[index - 1];
  if (piece === undefined || before === undefined || !piece.glued) return false;
  const beyond = folded[before.at[0] - 1] ?? " ";
  if (before.text === "#" || before.text === "@" || before.text === "_") return true;
  if (tiesDigits(before.text)) return DIGIT.test(beyond);
  const hyphened = HYPHENS.includes(text[before.at[0]] ?? " ") && before.glued && !numeral.grouped;
  return hyphened && isName(pieces, index - 2);
};

const isTiedAfter = ({ folded }: Lexing, numeral: Numeral): boolean =>
  tiesDigits(folded[numeral.end]) && DIGIT.test(folded[numeral.end + 1] ?? "");

/** "1/3" and its like; a date ("6/5") or an idiom ("24/7") is none. */
const fractionAt = ({ folded, pieces }: Lexing, index: number): NumberLexeme | null => {
  const [over, slash, under] = [pieces[index], pieces[index + 1], pieces[index + 2]];
  if (over === undefined || slash?.text !== "/" || !slash.glued || under?.glued !== true) return null;
  const parts = Number(under.text);
  if (over.glued || !FRACTION_PARTS.includes(parts) || Number(over.text) >= parts) return null;
  if (folded[under.at[1]] === "/" || pieces[index + 3]?.glued === true) return null;
  const value = Number(over.text) / parts;
  return { ...plain("fraction_digits", over, [over.at[0], under.at[1]]), value, step: 1 / parts };
};

const isGluedToLetters = (pieces: readonly Piece[], index: number): boolean =>
  pieces[index]?.glued === true && pieces[index - 1]?.kind === "letters";

const digitsAt = (lexing: Lexing, index: number, afterUnit: boolean): NumberLexeme | null => {
  const piece = lexing.pieces[index];
  if (piece === undefined) return null;
  const fraction = fractionAt(lexing, index);
  if (fraction !== null) return fraction;
  const inName = isGluedToLetters(lexing.pieces, index) && !afterUnit;
  const numeral = readNumeral(lexing.folded, piece.at[0], !inName);
  if (numeral === null) return null;
  const tied = isTiedBefore(lexing, index, numeral) || isTiedAfter(lexing, numeral);
  const kind = inName || tied ? "name" : "digits";
  return { ...plain(kind, piece, [piece.at[0], numeral.end]), ...numeral, wordy: true };
};

const leads = ({ units }: Pick<NumberSense, "units">): boolean =>
  units.some(({ position }) => position === "before");

/** A phrase ends where a word does, but a unit may touch the digits that follow it: "usd5". */
const standsWell =
  (pieces: readonly Piece[]) =>
  ({ meaning, next }: PhraseAt<NumberSense>): boolean => {
    const after = pieces[next];
    const endsInside = after?.glued === true && after.kind !== "sign" && pieces[next - 1]?.kind !== "sign";
    return !endsInside || leads(meaning);
  };

const kindOfSense = ({ word }: NumberSense): NumberLexeme["kind"] => word?.meaning ?? "unit";

const phraseLexeme = (pieces: readonly Piece[], from: number, found: PhraseAt<NumberSense>): NumberLexeme => {
  const first = pieces[from] as Piece;
  const end = pieces[found.next - 1]?.at[1] ?? first.at[1];
  return {
    ...plain(kindOfSense(found.meaning), first, [first.at[0], end]),
    value: found.meaning.word?.value ?? 0,
    units: found.meaning.units,
  };
};

const isDash = (pieces: readonly Piece[], index: number): boolean => {
  const piece = pieces[index];
  return piece?.text === "-" && (isJoiningHyphen(pieces, index) || pieces[index + 1]?.kind === "digits");
};

type Lexed = { readonly lexeme: NumberLexeme; readonly next: number };

const lexPiece = (lexing: Lexing, index: number, previous: NumberLexeme | undefined): Lexed => {
  const { pieces, words } = lexing;
  const piece = pieces[index] as Piece;
  const startsWithPoint = piece.text === "." && !piece.glued && pieces[index + 1]?.glued === true;
  if (piece.kind === "digits" || (startsWithPoint && pieces[index + 1]?.kind === "digits")) {
    const digits = digitsAt(lexing, index, previous !== undefined && leads(previous));
    const lexeme = digits ?? plain("name", piece);
    let next = index + 1;
    while ((pieces[next]?.at[0] ?? Number.POSITIVE_INFINITY) < lexeme.at[1]) next += 1;
    return { lexeme, next };
  }
  if (isDash(pieces, index)) return { lexeme: plain("dash", piece), next: index + 1 };
  const found = numberMatcher(words)(pieces, index, standsWell(pieces));
  if (found === null) return { lexeme: plain("other", piece), next: index + 1 };
  return { lexeme: phraseLexeme(pieces, index, found), next: found.next };
};

export const lexNumbers = (text: string, words: NumberWords): readonly NumberLexeme[] => {
  const lexing: Lexing = { text, folded: foldText(text), pieces: splitPieces(text), words };
  const lexemes: NumberLexeme[] = [];
  for (let index = 0; index < lexing.pieces.length; ) {
    const { lexeme, next } = lexPiece(lexing, index, lexemes.at(-1));
    lexemes.push(lexeme);
    index = next;
  }
  return lexemes;
};

/** The unit that a lexeme stands for at a position; null where it stands for none there. */
export const unitAt = (
  lexeme: NumberLexeme | undefined,
  position: "before" | "after" | "glued",
): QuantityUnit | null => lexeme?.units.find((unit) => unit.position === position)?.meaning ?? null;
