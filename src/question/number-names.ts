import type { Language } from "../language/language.ts";
import { foldText } from "../language/normalise.ts";
import { onceFor } from "../language/once-for.ts";
import { matchPhrases } from "../language/phrase-book.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import { findTokens, stemOf, type Token } from "../language/words.ts";

/** The numbers that names of measures and members hold: "65 and over", "16-24", the two of "two-bedroom". */
export type NumberNames = {
  /** Their stems: "#65+", "#16-24", "#2". */
  readonly stems: ReadonlySet<string>;
  /** Stems of the words that stand right behind a number in a name: "bedroom". */
  readonly counted: ReadonlySet<string>;
};

type Shape = "range" | "below" | "above" | "counted";

/** Tokens from and to (the last excluded) that say one number of a name together. */
type Group = {
  readonly from: number;
  readonly to: number;
  readonly stem: string;
  readonly shape: Shape;
  /** Said of somebody's age ("aged 16 to 24", "under-5s"): no other number is meant. */
  readonly aged: boolean;
};

type Text = {
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
const gapBehind = (at: number, { text, tokens }: Text): string =>
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

const HYPHEN = /^\s*-\s*$/u;
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

const groupAt = (at: number, said: Text): Group | null => {
  if (!isNumber(at, said) || isPart(at, said)) return null;
  const core = rangeAt(at, said) ?? aboveAt(at, said) ?? belowAt(at, said) ?? countedAt(at, said);
  return core === null ? null : dressed(core, said);
};

const groupsIn = (text: string, language: Language): Text & { readonly groups: readonly Group[] } => {
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

/** One token for each group. */
const merged = (tokens: readonly Token[], groups: readonly Group[]): readonly Token[] =>
  tokens.flatMap((token, at) => {
    const group = groups.find(({ from, to }) => from <= at && at < to);
    if (group === undefined) return [token];
    if (group.from !== at) return [];
    const last = tokens[group.to - 1] ?? token;
    const text = tokens
      .slice(group.from, group.to)
      .map((one) => one.text)
      .join(" ");
    return [{ text, key: group.stem, stem: group.stem, at: [token.at[0], last.at[1]] as const }];
  });

const isUnit = (key: string, { numbers }: Language): boolean =>
  numbers.units.some(({ phrase }) => phrase === key) ||
  numbers.numbers.some(
    ({ phrase, meaning }) => phrase === key && (meaning === "scale" || meaning === "group"),
  );

/** "5 years", "100 per cent", "2 million": units of time and of number, which anything is counted in. */
const isUncounted = (key: string, language: Language): boolean =>
  isUnit(key, language) ||
  (["time_unit", "stop", "percent"] as const).some((meaning) =>
    language.phrases.get(meaning)?.entries.has(key),
  );

/** "Deaths per 100 people" holds no number of people. */
const isPer = ({ from }: Group, { tokens, language }: Text): boolean =>
  language.phrases.get("for_each")?.entries.has(tokens[from - 1]?.key ?? "") ?? false;

const inName = (name: string, language: Language) => {
  const said = groupsIn(name, language);
  const groups = said.groups.filter((group) => !isPer(group, said));
  return { ...said, groups };
};

/** The words of a name, with each number that it holds as one word, whichever way it is written. */
export const tokensOfName = (name: string, language: Language): readonly Token[] => {
  const { tokens, groups } = inName(name, language);
  return groups.length === 0 ? tokens : merged(tokens, groups);
};

const DIGIT_OR_WORD = /\p{N}|\p{L}/u;

/** The numbers that a list of names holds. */
export const numberNamesOf = (names: Iterable<string>, language: Language): NumberNames => {
  const stems = new Set<string>();
  const counted = new Set<string>();
  for (const name of names) {
    if (!DIGIT_OR_WORD.test(name)) continue;
    const { tokens, groups } = inName(name, language);
    for (const { stem, shape, to } of groups) {
      stems.add(stem);
      const next = tokens[to];
      if (shape === "counted" && next !== undefined && !isUncounted(next.key, language))
        counted.add(next.stem);
    }
  }
  const others = language.synonyms
    .filter((group) => group.some(({ phrase }) => counted.has(stemOf(phrase))))
    .flatMap((group) => group.map(({ phrase }) => stemOf(phrase)));
  return { stems, counted: new Set([...counted, ...others]) };
};

/**
 * The words of a question, with the numbers that belong to names as one word each: "aged 16 to 24" where some name
 * says so or an age is spoken of, "one-bedroom" where some name holds a number of bedrooms. Every other number stays.
 */
export const tokensOfQuestion = (text: string, known: NumberNames, language: Language): readonly Token[] => {
  const said = groupsIn(text, language);
  const isMeant = (group: Group): boolean => {
    const next = said.tokens[group.to];
    if (next !== undefined && isUnit(next.key, language)) return false;
    if (group.shape === "counted") {
      const isKnown = known.counted.has(next?.stem ?? "");
      const isNamed = HYPHEN.test(gapBehind(group.from, said)) && known.stems.has(group.stem);
      return isKnown || isNamed;
    }
    // "75 and over", where others are: a group that is not held, and no amount.
    const isGroup = group.shape === "above" && [...known.stems].some((stem) => stem.endsWith("+"));
    return known.stems.has(group.stem) || isGroup || (group.aged && known.stems.size > 0);
  };
  const groups = said.groups.filter(isMeant);
  return groups.length === 0 ? said.tokens : merged(said.tokens, groups);
};

/** Whether a token is a number that belongs to a name. */
export const isNumberName = ({ stem }: Pick<Token, "stem">): boolean => stem.startsWith("#");
