import type { CalendarUnit } from "../calendar-words.ts";
import type { NamedPeriod } from "../reference-period.ts";
import { KINDS, type Kind, type Lexeme, type Made, madeLexeme } from "./lexeme.ts";
import type { Point, Today } from "./point.ts";

/** One place of a rule's shape. */
type Slot = { readonly kinds: readonly Kind[]; readonly optional: boolean; readonly glued: boolean };

type Filled = { readonly kind: Kind; readonly lexeme: Lexeme };

/** The lexemes that fill a shape, and what stands on either side. */
export type Match = {
  readonly filled: readonly Filled[];
  readonly before: Lexeme | null;
  readonly after: Lexeme | null;
};

/** Null where the shape is there and yet it is not what the rule means. */
export type Reading = (match: Match, today: Today) => Made | null;

export type Rule = { readonly slots: readonly Slot[]; readonly read: Reading };

const isKind = (written: string): written is Kind => (KINDS as readonly string[]).includes(written);

const readKind = (written: string): Kind => {
  if (isKind(written)) return written;
  throw new Error(`a rule's shape names ${JSON.stringify(written)}, which no lexeme is`);
};

const readSlot = (written: string): Slot => {
  const glued = written.startsWith("~");
  const optional = written.endsWith("?");
  const kinds = written
    .slice(glued ? 1 : 0, optional ? -1 : undefined)
    .split("|")
    .map(readKind);
  return { kinds, optional, glued };
};

/**
 * A way of saying a period: "month of? year_point" is a month, perhaps "of", and a year. A "?" behind a
 * place lets it be left out, "|" parts what may stand there, "~" before it wants it to touch what it follows.
 */
export const rule = (shape: string, read: Reading): Rule => ({ slots: shape.split(" ").map(readSlot), read });

const fillSlot = ({ kinds, glued }: Slot, lexeme: Lexeme | undefined): Filled | null => {
  if (lexeme === undefined || (glued && !lexeme.glued)) return null;
  const kind = kinds.find((one) => lexeme.senses.has(one));
  return kind === undefined ? null : { kind, lexeme };
};

type Place = { readonly slot: number; readonly at: number };

/** Fills the slots from `slot` on with the lexemes from `at` on; an optional slot is filled where that leads on. */
const fill = (slots: readonly Slot[], lexemes: readonly Lexeme[], place: Place): readonly Filled[] | null => {
  const slot = slots[place.slot];
  if (slot === undefined) return [];
  const filled = fillSlot(slot, lexemes[place.at]);
  if (filled === null && !slot.optional) return null;
  const next = place.slot + 1;
  const rest = filled === null ? null : fill(slots, lexemes, { slot: next, at: place.at + 1 });
  if (filled !== null && rest !== null) return [filled, ...rest];
  return slot.optional ? fill(slots, lexemes, { slot: next, at: place.at }) : null;
};

const openers = ({ slots }: Rule): readonly Kind[] => {
  const first = slots.findIndex(({ optional }) => !optional);
  return slots.slice(0, first + 1).flatMap(({ kinds }) => kinds);
};

/** Rules by what they may begin with, so that most lexemes ask for no rule at all. */
export type RuleBook = ReadonlyMap<Kind, readonly Rule[]>;

export const ruleBook = (rules: readonly Rule[]): RuleBook => {
  const book = new Map<Kind, Rule[]>();
  for (const one of rules) {
    for (const kind of new Set(openers(one))) book.set(kind, [...(book.get(kind) ?? []), one]);
  }
  return book;
};

/** A lexeme in the place of `length` others. */
type Read = { readonly lexeme: Lexeme; readonly length: number };

type Reader = (lexemes: readonly Lexeme[], at: number) => Read | null;

const tryRule =
  ({ slots, read }: Rule, today: Today): Reader =>
  (lexemes, at) => {
    const filled = fill(slots, lexemes, { slot: 0, at });
    const [first, last] = [filled?.[0], filled?.at(-1)];
    if (filled === null || first === undefined || last === undefined) return null;
    const match = { filled, before: lexemes[at - 1] ?? null, after: lexemes[at + filled.length] ?? null };
    const made = read(match, today);
    if (made === null) return null;
    return { lexeme: madeLexeme(first.lexeme, last.lexeme, made), length: filled.length };
  };

const NO_RULES: readonly Rule[] = [];

const rulesFor = (book: RuleBook, lexeme: Lexeme | undefined): Iterable<Rule> => {
  let rules = NO_RULES;
  for (const kind of lexeme?.senses.keys() ?? []) {
    const own = book.get(kind);
    if (own !== undefined) rules = rules === NO_RULES ? own : [...new Set([...rules, ...own])];
  }
  return rules;
};

const longest =
  (book: RuleBook, today: Today): Reader =>
  (lexemes, at) => {
    let best: Read | null = null;
    for (const one of rulesFor(book, lexemes[at])) {
      const read = tryRule(one, today)(lexemes, at);
      if (read !== null && read.length > (best?.length ?? 0)) best = read;
    }
    return best;
  };

/** Puts what the rules read in the place of what they read it from: left to right, the longest at each place. */
export const reduce = (lexemes: readonly Lexeme[], book: RuleBook, today: Today): readonly Lexeme[] => {
  const readAt = longest(book, today);
  const reduced: Lexeme[] = [];
  for (let at = 0; at < lexemes.length; ) {
    const read = readAt(lexemes, at);
    reduced.push(read?.lexeme ?? (lexemes[at] as Lexeme));
    at += read?.length ?? 1;
  }
  return reduced;
};

const nth = (match: Match, kind: Kind, index: number): Lexeme | null =>
  match.filled.filter((one) => one.kind === kind)[index]?.lexeme ?? null;

export const has = (match: Match, kind: Kind): boolean => nth(match, kind, 0) !== null;

export const definite = (match: Match): boolean => match.filled[0]?.lexeme.definite ?? false;

/** The number that goes with the nth lexeme of a kind; null where that place was left out. */
export const numberOf = (match: Match, kind: Kind, index = 0): number | null => {
  const value = nth(match, kind, index)?.senses.get(kind);
  return value === undefined || value === "" ? null : Number(value);
};

/** What goes with it as a word: a unit's name, "start", "end". */
export const wordOf = (match: Match, kind: Kind, index = 0): string =>
  nth(match, kind, index)?.senses.get(kind) ?? "";

export const unitOf = (match: Match): CalendarUnit => wordOf(match, "unit") as CalendarUnit;

/** The points among what was matched, in order, whichever kind they were asked for as. */
export const pointsOf = ({ filled }: Match): readonly Point[] =>
  filled.flatMap(({ lexeme }) => (lexeme.made.kind === "point" ? [lexeme.made.point] : []));

export const namedOf = ({ filled }: Match): readonly NamedPeriod[] =>
  filled.flatMap(({ lexeme }) => (lexeme.made.kind === "named" ? lexeme.made.periods : []));

/** Whether something that is no plain word follows, or nothing: "after that." but not "after that order". */
export const standsLast = ({ after }: Match): boolean => after === null || !after.senses.has("word");

export const pointMade = (point: Point): Made => ({ kind: "point", point });
