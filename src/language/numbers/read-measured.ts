import type { QuantityUnit } from "../quantity.ts";
import { type NumberLexeme, unitAt } from "./lex-numbers.ts";
import { type Amount, readAmount } from "./read-amount.ts";

/** A number with its unit, from the lexeme `from` up to the lexeme `next`. */
export type Measured = {
  readonly value: number;
  readonly step: number;
  readonly unit: QuantityUnit | null;
  readonly scale: number;
  readonly from: number;
  readonly next: number;
};

type Lexemes = readonly NumberLexeme[];

const isMinus = (lexemes: Lexemes, index: number): boolean => {
  const [minus, number] = [lexemes[index], lexemes[index + 1]];
  return minus?.kind === "dash" && !minus.glued && number?.glued === true;
};

const unitBehind = (lexemes: Lexemes, index: number) => {
  const dashed = lexemes[index]?.kind === "dash" && lexemes[index]?.glued === true ? index + 1 : index;
  const lexeme = lexemes[dashed];
  const glued = lexeme?.glued === true && dashed === index ? unitAt(lexeme, "glued") : null;
  const unit = glued ?? unitAt(lexeme, "after");
  return unit === null ? null : { unit, next: dashed + 1 };
};

/** "half of 1%", "half a percent", "half a percentage point". */
const partOfPercent = (lexemes: Lexemes, amount: Amount) => {
  const of = lexemes[amount.next]?.kind === "of" ? amount.next + 1 : amount.next;
  const whole = readAmount(lexemes, of);
  const bare = lexemes[of]?.kind === "article" ? of + 1 : of;
  const behind = unitBehind(lexemes, whole?.next ?? bare);
  if (behind?.unit !== "percent") return null;
  return { size: whole?.value ?? 1, next: behind.next };
};

/** A part of a whole is a percentage: "two-thirds" is 66.7%, "half of 1%" is 0.5%. */
const readPartMeasured = (lexemes: Lexemes, from: number, amount: Amount): Measured => {
  const percent = partOfPercent(lexemes, amount) ?? { size: 100, next: amount.next };
  const value = Number((amount.value * percent.size).toPrecision(14));
  const step = Number((amount.step * percent.size).toPrecision(14));
  return { value, step, unit: "percent", scale: 1, from, next: percent.next };
};

/** The number that begins at a lexeme, with the currency sign before it and the unit behind it. */
export const readMeasured = (lexemes: readonly NumberLexeme[], from: number): Measured | null => {
  const minus = isMinus(lexemes, from);
  const first = minus ? from + 1 : from;
  const currency = unitAt(lexemes[first], "before");
  const start = currency === null ? first : first + 1;
  const amount = readAmount(lexemes, start);
  if (amount === null) return null;
  if (amount.part !== null && currency === null) return readPartMeasured(lexemes, from, amount);
  const behind = unitBehind(lexemes, amount.next);
  const { value, step, scale, next } = amount;
  return {
    value: minus ? -value : value,
    step,
    unit: currency ?? behind?.unit ?? null,
    scale,
    from,
    next: behind?.next ?? next,
  };
};
