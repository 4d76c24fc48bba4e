import type { QuantityUnit } from "../quantity.ts";
import type { NumberLexeme } from "./lex-numbers.ts";
import { type Measured, readMeasured } from "./read-measured.ts";

/** A quantity by lexemes: from the first, up to the one after the last. */
export type QuantityAt = {
  readonly value: number;
  readonly valueMax: number | null;
  readonly step: number;
  readonly unit: QuantityUnit | null;
  readonly from: number;
  readonly next: number;
};

type Lexemes = readonly NumberLexeme[];

/** Further apart than this, two numbers with "to" between them are two numbers and no range. */
const WIDEST_RANGE = 100;
/** "One in four" and "1 in 1,000" are shares; "5 in 2019" is not. */
const LARGEST_DENOMINATOR = 1000;
const TWICE_FINENESS = 10;

const looksLikeYear = (lexemes: Lexemes, { value, from, next }: Measured): boolean =>
  next - from === 1 && lexemes[from]?.grouped === false && value >= 1900 && value <= 2099;

/** "Title 42" and "age 26" are names or something else than a count. */
const isLabelled = (lexemes: Lexemes, { from, next, value }: Measured): boolean => {
  const bare = next - from === 1 && lexemes[from]?.grouped === false && value < 1900;
  return bare && lexemes[from - 1]?.kind === "label";
};

const joinsRange = (lexemes: Lexemes, low: Measured, between: boolean): boolean => {
  const kind = lexemes[low.next]?.kind;
  if (between) return kind === "and" || kind === "to" || kind === "dash";
  // "From 5 to 6" is mostly a change, with a number at each end.
  if (kind === "to") return lexemes[low.from - 1]?.kind !== "from";
  return kind === "or" || kind === "dash";
};

/** In "5 to 6 million" and "10 to 20%" the first number takes the second one's scale and unit. */
const sameScale = (low: Measured, high: Measured): Measured => {
  const factor = low.scale === 1 && low.value < high.value / high.scale ? high.scale : 1;
  return { ...low, value: low.value * factor, step: low.step * factor, unit: low.unit ?? high.unit };
};

const readRange = (lexemes: Lexemes, first: Measured, between: boolean): QuantityAt | null => {
  if (!joinsRange(lexemes, first, between)) return null;
  const high = readMeasured(lexemes, first.next + 1);
  if (high === null || looksLikeYear(lexemes, first) !== looksLikeYear(lexemes, high)) return null;
  const low = sameScale(first, high);
  const wide = !between && high.value > low.value * WIDEST_RANGE;
  const unlike = high.unit !== null && low.unit !== high.unit;
  if (low.value >= high.value || wide || unlike) return null;
  const from = between ? first.from - 1 : first.from;
  const step = Math.min(low.step, high.step);
  return { value: low.value, valueMax: high.value, step, unit: low.unit, from, next: high.next };
};

const readShare = (lexemes: Lexemes, part: Measured): QuantityAt | null => {
  if (lexemes[part.next]?.kind !== "in_every" || part.unit !== null) return null;
  const whole = readMeasured(lexemes, part.next + 1);
  if (whole === null || whole.unit !== null || looksLikeYear(lexemes, whole)) return null;
  if (part.value <= 0 || part.value >= whole.value || whole.value > LARGEST_DENOMINATOR) return null;
  const value = Number(((100 * part.value) / whole.value).toPrecision(6));
  const step = Number((100 / whole.value / 5).toPrecision(6));
  return { value, valueMax: null, step, unit: "percent", from: part.from, next: whole.next };
};

const readMultiple = (lexemes: Lexemes, from: number): QuantityAt | null => {
  const lexeme = lexemes[from];
  const touched = lexemes[from + 1]?.glued === true && lexemes[from + 1]?.kind === "dash";
  if (lexeme?.kind !== "multiple" || touched) return null;
  const step = lexeme.value / TWICE_FINENESS;
  return { value: lexeme.value, valueMax: null, step, unit: "times", from, next: from + 1 };
};

/** "The second half", "cut in half": a part of something named, not an amount. */
const isNamedHalf = (lexemes: Lexemes, { from, next }: Measured): boolean => {
  const before = lexemes[from - 1]?.kind;
  const bare = next - from === 1 && lexemes[from]?.kind === "fraction";
  if (!bare) return false;
  const touched = lexemes[next]?.glued === true && lexemes[next]?.kind === "dash";
  return touched || before === "ordinal" || before === "in_every" || before === "dash";
};

/**
 * "One" alone mostly stands for a noun ("which one") or is part of a name; a hedge makes it a number
 * ("at least one"), and so does what comes with it ("one million", "one in four").
 */
const isPronoun = (lexemes: Lexemes, { from, next, value }: Measured, hedged: Hedged): boolean =>
  value === 1 && next - from === 1 && lexemes[from]?.kind === "cardinal" && !hedged(from);

/** Whether a hedge stands right before the lexeme. */
export type Hedged = (lexeme: number) => boolean;

/** The quantity that begins at a lexeme; null where none begins. */
export const readQuantity = (
  lexemes: readonly NumberLexeme[],
  from: number,
  hedged: Hedged,
): QuantityAt | null => {
  const multiple = readMultiple(lexemes, from);
  if (multiple !== null) return multiple;
  const between = lexemes[from]?.kind === "between";
  const first = readMeasured(lexemes, between ? from + 1 : from);
  if (first === null) return null;
  const joined = readRange(lexemes, first, between) ?? (between ? null : readShare(lexemes, first));
  if (joined !== null) return joined;
  const nothing =
    isLabelled(lexemes, first) || isNamedHalf(lexemes, first) || isPronoun(lexemes, first, hedged);
  if (between || nothing) return null;
  const { value, step, unit, next } = first;
  return { value, valueMax: null, step, unit, from, next };
};
