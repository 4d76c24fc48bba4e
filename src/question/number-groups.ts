import type { Language } from "../language/language.ts";
import { foldText } from "../language/normalise.ts";
import { onceFor } from "../language/once-for.ts";
import { matchPhrases } from "../language/phrase-book.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import { findTokens, type Token } from "../language/words.ts";

type Shape = "range" | "below" | "above" | "counted" | "lettered";

/** Tokens from and to (the last excluded) that say one number of a name together. */
export type Group = {
  readonly from: number;
  readonly to: number;
  readonly stem: string;
  readonly shape: Shape;
  /** Said of somebody's age ("aged 16 to 24", "under-5s"): no other number is meant. */
  readonly aged: boolean;
};

export type Text = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly values: readonly (Numeral | null)[];
  readonly language: Language;
};

/** `plural`: "5s", "fives". */
type Numeral = { readonly value: number; readonly plural: boolean };

const DIGITS = /^(?<digits>\d{1,3})(?<plural>s?)$/u;
const PLURAL = /s$/u;
/** Ages and classes; what is larger is an amount. */
const LARGEST = 130;

const cardinals = onceFor(
  ({ numbers }: Language["numbers"]): ReadonlyMap<string, number> =>
    new Map(
      numbers.flatMap(({ phrase, meaning, value }) =>
        meaning === "cardinal" && value !== null ? [[phrase, value] as const] : [],
      ),
    ),
);

const numeralOf = ({ key }: Token, { numbers }: Language): Numeral | null => {
  const { digits, plural } = DIGITS.exec(key)?.groups ?? {};
  if (digits !== undefined) return { value: Number(digits), plural: plural !== "" };
  const words = cardinals(numbers);
  const value = words.get(key) ?? words.get(key.replace(PLURAL, ""));
  return value === undefined ? null : { value, plural: !words.has(key) };
};

/** What stands between two tokens, or behind the last. */
export const gapBehind = (at: number, { text, tokens }: Text): string =>
  text.slice(tokens[at]?.at[1], tokens[at + 1]?.at[0]);

/** So many tokens from here on are a phrase of that meaning; 0 where none is. */
const lengthOf = (meaning: PhraseMeaning, at: number, { tokens, language }: Text): number => {
  const book = language.phrases.get(meaning);
  if (book === undefined) return 0;
  const keys = tokens.slice(at, at + LONGEST).map(({ key }) => key);
  return matchPhrases(keys, book).find(({ from }) => from === 0)?.to ?? 0;
};

/** "Between the ages of", "years of age and over". */
const LONGEST = 5;

/** So many tokens before this one are a phrase of that meaning. */
const lengthBefore = (meaning: PhraseMeaning, at: number, said: Text): number =>
  Array.from({ length: Math.min(LONGEST, at) }, (_, step) => Math.min(LONGEST, at) - step).find(
    (length) => lengthOf(meaning, at - length, said) === length,
  ) ?? 0;

export const HYPHEN = /^\s*-\s*$/u;
const JOINED = /^[\s-]$/u;
const PLUS = /^\+/u;
const POINT = /[.,:/]$/u;

/** "100,000", "2.5", "1/3": a part of a larger numeral is no number by itself. */
const isPart = (at: number, said: Text): boolean =>
  [at - 1, at].some(
    (gap) => gap >= 0 && POINT.test(gapBehind(gap, said)) && isNumber(gap, said) && isNumber(gap + 1, said),
  );

const isNumber = (at: number, { values }: Text): boolean => (values[at] ?? null) !== null;

type Core = Pick<Group, "from" | "to" | "stem" | "shape"> & { readonly plural: boolean };

const rangeAt = (at: number, said: Text): Core | null => {
  const low = said.values[at];
  if (!low) return null;
  const joined = HYPHEN.test(gapBehind(at, said)) ? 0 : lengthOf("number_to", at + 1, said);
  const second = at + 1 + joined;
  const high = said.values[second];
  if (!high || (joined === 0 && !HYPHEN.test(gapBehind(at, said)))) return null;
  if (low.value >= high.value || high.value > LARGEST || isPart(second, said)) return null;
  return {
    from: at,
    to: second + 1,
    stem: `#${low.value}-${high.value}`,
    shape: "range",
    plural: high.plural,
  };
};

/** "Over-65", "under-5": joined as in a name. */
const isHyphened = (at: number, said: Text): boolean => at > 0 && gapBehind(at - 1, said) === "-";

const aboveAt = (at: number, said: Text): Core | null => {
  const numeral = said.values[at];
  if (!numeral || numeral.value > LARGEST) return null;
  const stem = `#${numeral.value}+`;
  if (PLUS.test(gapBehind(at, said)))
    return { from: at, to: at + 1, stem, shape: "above", plural: numeral.plural };
  const behind = lengthOf("number_above", at + 1, said);
  if (behind > 0) return { from: at, to: at + 1 + behind, stem, shape: "above", plural: false };
  const before = numeral.plural || isHyphened(at, said) ? lengthBefore("number_over", at, said) : 0;
  return before > 0 ? { from: at - before, to: at + 1, stem, shape: "above", plural: true } : null;
};

const belowAt = (at: number, said: Text): Core | null => {
  const numeral = said.values[at];
  const before = lengthBefore("number_below", at, said);
  if (!numeral || numeral.value > LARGEST || before === 0) return null;
  return {
    from: at - before,
    to: at + 1,
    stem: `#<${numeral.value}`,
    shape: "below",
    plural: numeral.plural || isHyphened(at, said),
  };
};

/** "two-bedroom", "2 bedroom": the number of what stands right behind it. */
const countedAt = (at: number, said: Text): Core | null => {
  const numeral = said.values[at];
  if (!numeral || numeral.plural || numeral.value > LARGEST) return null;
  const next = said.tokens[at + 1];
  if (next === undefined || isNumber(at + 1, said) || !JOINED.test(gapBehind(at, said))) return null;
  return { from: at, to: at + 1, stem: `#${numeral.value}`, shape: "counted", plural: false };
};

/** With "aged" before it and "years old" behind it, which say nothing more. */
const dressed = ({ from, to, stem, shape, plural }: Core, said: Text): Group => {
  if (shape === "counted") return { from, to, stem, shape, aged: false };
  const before = lengthBefore("aged", from, said);
  const behind = lengthOf("old", to, said);
  const years = behind > 0 ? behind : lengthOf("number_years", to, said);
  return { from: from - before, to: to + years, stem, shape, aged: before > 0 || behind > 0 || plural };
};

const isArticle = ({ key }: Token, { phrases }: Language): boolean =>
  key.length === 1 && (phrases.get("article")?.entries.has(key) ?? false);

/** "A-level", "A*": a letter that would be an article by itself. */
const letteredAt = (at: number, said: Text): Group | null => {
  const [token, next] = [said.tokens[at], said.tokens[at + 1]];
  if (token === undefined || !isArticle(token, said.language)) return null;
  const gap = gapBehind(at, said);
  const group = { from: at, shape: "lettered", aged: false } as const;
  if (gap.startsWith("*")) return { ...group, to: at + 1, stem: `${token.key}*` };
  return gap === "-" && next !== undefined
    ? { ...group, to: at + 2, stem: `${token.key}-${next.stem}` }
    : null;
};

const groupAt = (at: number, said: Text): Group | null => {
  const lettered = letteredAt(at, said);
  if (lettered !== null) return lettered;
  if (!isNumber(at, said) || isPart(at, said)) return null;
  const core = rangeAt(at, said) ?? aboveAt(at, said) ?? belowAt(at, said) ?? countedAt(at, said);
  return core === null ? null : dressed(core, said);
};

/** Every stretch of a text that a name may hold as a number, left to right. */
export const groupsIn = (text: string, language: Language): Text & { readonly groups: readonly Group[] } => {
  const tokens = findTokens(text);
  const values = tokens.map((token) => numeralOf(token, language));
  const said = { text: foldText(text), tokens, values, language };
  const groups: Group[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const group = groupAt(at, said);
    if (group === null || group.from < (groups.at(-1)?.to ?? 0)) continue;
    groups.push(group);
    at = group.to - 1;
  }
  return { ...said, groups };
};
