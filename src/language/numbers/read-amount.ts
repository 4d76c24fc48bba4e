import type { NumberLexeme } from "./lex-numbers.ts";

/** A number with its scale and no unit, read up to the lexeme `next`. */
export type Amount = {
  readonly value: number;
  readonly step: number;
  readonly next: number;
  /** The part that a fraction was said in, 1/4 for "three quarters"; null for any other number. */
  readonly part: number | null;
  /** Where a scale was said, it: "6 million" is 1000000. 1 where none was. */
  readonly scale: number;
};

type Lexemes = readonly NumberLexeme[];

/** How finely a fraction is meant: "half" is somewhere from 45% to 55%, a fifth of the part to either side. */
const FINENESS = 5;

const kindAt = (lexemes: Lexemes, index: number): NumberLexeme["kind"] | null => lexemes[index]?.kind ?? null;

/** Past a hyphen that joins two words of one number: "twenty-five", "half-million". */
const pastDash = (lexemes: Lexemes, index: number): number =>
  kindAt(lexemes, index) === "dash" && lexemes[index]?.glued === true ? index + 1 : index;

const scaleAt = (
  lexemes: Lexemes,
  index: number,
): { readonly value: number; readonly next: number } | null => {
  const at = pastDash(lexemes, index);
  const lexeme = lexemes[at];
  if (lexeme?.kind === "scale" || lexeme?.kind === "short_scale")
    return { value: lexeme.value, next: at + 1 };
  if (lexeme?.kind === "glued_scale" && lexeme.glued) return { value: lexeme.value, next: at + 1 };
  return null;
};

const groupOrScaleAt = (lexemes: Lexemes, index: number) => {
  const at = pastDash(lexemes, index);
  const lexeme = lexemes[at];
  if (lexeme?.kind === "group") return { value: lexeme.value, next: at + 1 };
  return scaleAt(lexemes, index);
};

/** "and a half" behind a number: what it adds. */
const andPartAt = (lexemes: Lexemes, index: number) => {
  if (kindAt(lexemes, index) !== "and") return null;
  if (kindAt(lexemes, index + 1) !== "article") return null;
  const fraction = lexemes[index + 2];
  return fraction?.kind === "fraction" ? { value: 1 / fraction.value, next: index + 3 } : null;
};

const withScales = (lexemes: Lexemes, start: Amount): Amount => {
  const part = andPartAt(lexemes, start.next);
  let amount =
    part === null
      ? start
      : { ...start, value: start.value + part.value, step: part.value / FINENESS, next: part.next };
  for (let scale = groupOrScaleAt(lexemes, amount.next); scale !== null; ) {
    const { value, next } = scale;
    amount = {
      ...amount,
      value: rounded(amount.value * value),
      step: amount.step * value,
      scale: amount.scale * value,
      next,
    };
    scale = scaleAt(lexemes, next);
  }
  return amount;
};

/** 7.6 × 1000000 is 7600000 and not 7599999.999999999. */
const rounded = (value: number): number => Number(value.toPrecision(14));

/** "7.6 million", "42k", "2 and a half million". Null where letters touch the number: "6pm", "21st", "1960s". */
const readDigits = (lexemes: Lexemes, from: number): Amount | null => {
  const digits = lexemes[from];
  if (digits?.kind !== "digits") return null;
  const { value, step } = digits;
  const amount = withScales(lexemes, { value, step, next: from + 1, part: null, scale: 1 });
  const after = lexemes[amount.next];
  const touched = after?.glued === true && after.wordy && after.units.length === 0;
  return touched ? null : amount;
};

/** What has been said so far of "two million three hundred thousand and five". */
type Said = {
  readonly total: number;
  readonly current: number;
  readonly step: number;
  readonly next: number;
  /** Behind "between", where "and" parts two numbers. */
  readonly between: boolean;
};

const fits = (said: Said, cardinal: number): boolean => {
  if (said.current % 100 === 0) return true;
  return said.current % 10 === 0 && cardinal < 10 && said.current % 100 >= 20;
};

const addCardinal = (said: Said, lexeme: NumberLexeme, next: number): Said | null =>
  fits(said, lexeme.value) ? { ...said, current: said.current + lexeme.value, step: 1, next } : null;

const addGroup = (said: Said, lexeme: NumberLexeme, next: number): Said | null =>
  said.current === 0 || said.current >= 100
    ? null
    : { ...said, current: said.current * lexeme.value, step: lexeme.value === 100 ? 100 : 1, next };

const addScale = (said: Said, lexeme: NumberLexeme, next: number): Said | null =>
  said.current === 0 || (said.total > 0 && said.total <= lexeme.value)
    ? null
    : {
        ...said,
        total: said.total + said.current * lexeme.value,
        current: 0,
        step: said.step * lexeme.value,
        next,
      };

/** "and" goes on with a number only after a hundred or a scale, and before a number below a hundred. */
const pastAnd = (lexemes: Lexemes, said: Said, at: number): number => {
  const roomy = said.current % 100 === 0 && said.current + said.total > 0;
  const small = kindAt(lexemes, at + 1) === "cardinal" && kindAt(lexemes, at + 2) !== "group";
  return roomy && small && !said.between ? at + 1 : at;
};

const nextSaid = (lexemes: Lexemes, said: Said): Said | null => {
  const dashed = pastDash(lexemes, said.next);
  const at = kindAt(lexemes, dashed) === "and" ? pastAnd(lexemes, said, dashed) : dashed;
  const lexeme = lexemes[at];
  if (lexeme === undefined) return null;
  if (lexeme.kind === "cardinal") return addCardinal(said, lexeme, at + 1);
  if (lexeme.kind === "group") return addGroup(said, lexeme, at + 1);
  return lexeme.kind === "scale" ? addScale(said, lexeme, at + 1) : null;
};

const startOfWords = (lexemes: Lexemes, from: number): Said | null => {
  const first = lexemes[from];
  const start = { total: 0, step: 1, next: from + 1, between: kindAt(lexemes, from - 1) === "between" };
  if (first?.kind === "cardinal") return { ...start, current: first.value };
  const behind = kindAt(lexemes, pastDash(lexemes, from + 1));
  const counted = first?.kind === "article" && (behind === "group" || behind === "scale");
  return counted ? { ...start, current: 1 } : null;
};

/** "twenty-five thousand", "a hundred", "two dozen", "one and a half million". */
const readWords = (lexemes: Lexemes, from: number): Amount | null => {
  let said = startOfWords(lexemes, from);
  if (said === null) return null;
  for (let more = nextSaid(lexemes, said); more !== null; more = nextSaid(lexemes, said)) said = more;
  const value = said.total + said.current;
  const amount = {
    value,
    step: said.step,
    next: said.next,
    part: null,
    scale: said.total > 0 ? said.step : 1,
  };
  return andPartAt(lexemes, said.next) === null ? amount : withScales(lexemes, amount);
};

/** How many parts: "a", "two", "3"; 1 for a half that stands alone. */
const partsAt = (
  lexemes: Lexemes,
  from: number,
): { readonly count: number; readonly next: number } | null => {
  const lexeme = lexemes[from];
  if (lexeme?.kind === "fraction" && lexeme.value === 2) return { count: 1, next: from };
  if (lexeme?.kind === "article") return { count: 1, next: from + 1 };
  if (lexeme?.kind !== "cardinal" && lexeme?.kind !== "digits") return null;
  return { count: lexeme.value, next: pastDash(lexemes, from + 1) };
};

const GOES_ON: readonly (NumberLexeme["kind"] | null)[] = [
  null,
  "from",
  "to",
  "in_every",
  "and",
  "between",
  "comparative",
];

/** "Fell by a third in 2024": an amount that nothing follows which it could be a third of, or the third in a row. */
const standsAlone = (lexemes: Lexemes, from: number, next: number): boolean => {
  const after = lexemes[next];
  const ended = GOES_ON.includes(after?.kind ?? null) || after?.wordy === false;
  return ended && kindAt(lexemes, from - 1) !== "in_every";
};

const readFraction = (lexemes: Lexemes, from: number): Amount | null => {
  const parts = partsAt(lexemes, from);
  const fraction = parts === null ? undefined : lexemes[parts.next];
  if (parts === null || fraction?.kind !== "fraction" || parts.count >= fraction.value) return null;
  const next = parts.next + 1;
  // "A quarter" alone is a part of a year, and "a third" may be a place in a row.
  const ofSomething = kindAt(lexemes, next) === "of" || groupOrScaleAt(lexemes, next) !== null;
  const alone = fraction.value !== 4 && standsAlone(lexemes, from, next);
  if (lexemes[from]?.kind === "article" && fraction.value !== 2 && !ofSomething && !alone) return null;
  const part = 1 / fraction.value;
  return { value: parts.count * part, step: part / FINENESS, next, part, scale: 1 };
};

/** "million", "of a million", "a million", "a dozen" behind a fraction. */
const wholeBehind = (lexemes: Lexemes, index: number) => {
  const of = kindAt(lexemes, index) === "of" ? index + 1 : index;
  const lexeme = lexemes[of];
  const one = lexeme?.kind === "article" || (lexeme?.kind === "cardinal" && lexeme.value === 1);
  return groupOrScaleAt(lexemes, one ? of + 1 : of);
};

const readPart = (lexemes: Lexemes, from: number): Amount | null => {
  const lexeme = lexemes[from];
  const fraction =
    lexeme?.kind === "fraction_digits"
      ? { value: lexeme.value, step: lexeme.step / FINENESS, next: from + 1, part: lexeme.step, scale: 1 }
      : readFraction(lexemes, from);
  if (fraction === null) return null;
  const whole = wholeBehind(lexemes, fraction.next);
  if (whole === null) return fraction;
  const value = rounded(fraction.value * whole.value);
  const step = rounded(fraction.step * whole.value);
  return { value, step, next: whole.next, part: null, scale: whole.value };
};

/** The number that begins at a lexeme, with its scale and without a unit; null where none begins. */
export const readAmount = (lexemes: readonly NumberLexeme[], from: number): Amount | null =>
  readPart(lexemes, from) ?? readDigits(lexemes, from) ?? readWords(lexemes, from);
