import type { Language } from "../language/language.ts";
import { mapInTurns, type Turns } from "../language/turns.ts";
import { stemOf, type Token } from "../language/words.ts";
import { type Group, gapBehind, groupsIn, HYPHEN, type Text } from "./number-groups.ts";

/** The numbers that names of measures and members hold: "65 and over", "16-24", the two of "two-bedroom". */
export type NumberNames = {
  /** Their stems: "#65+", "#16-24", "#2". */
  readonly stems: ReadonlySet<string>;
  /** Stems of the words that stand right behind a number in a name: "bedroom". */
  readonly counted: ReadonlySet<string>;
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

/** The numbers that a list of names holds. */
export function* numberNamesOf(names: Iterable<string>, language: Language): Turns<NumberNames> {
  const stems = new Set<string>();
  const counted = new Set<string>();
  yield* mapInTurns(names, (name) => {
    const { tokens, groups } = inName(name, language);
    for (const { stem, shape, to } of groups) {
      if (shape !== "lettered") stems.add(stem);
      const next = tokens[to];
      if (shape === "counted" && next !== undefined && !isUncounted(next.key, language))
        counted.add(next.stem);
    }
  });
  const others = language.synonyms
    .filter((group) => group.some(({ phrase }) => counted.has(stemOf(phrase))))
    .flatMap((group) => group.map(({ phrase }) => stemOf(phrase)));
  return { stems, counted: new Set([...counted, ...others]) };
}

const ABOVE = "+";

/** Whether a group of a question is a number of some name, or of somebody's age. */
const isMeant = (group: Group, said: Text, { stems, counted }: NumberNames): boolean => {
  const next = said.tokens[group.to];
  if (next !== undefined && isUnit(next.key, said.language)) return false;
  switch (group.shape) {
    case "lettered":
      return true;
    case "counted":
      return (
        counted.has(next?.stem ?? "") || (HYPHEN.test(gapBehind(group.from, said)) && stems.has(group.stem))
      );
    case "above":
      // "75 and over", where others are: a group that is not held, and no amount.
      return [...stems].some((stem) => stem.endsWith(ABOVE)) || (group.aged && stems.size > 0);
    case "range":
    case "below":
      return stems.has(group.stem) || (group.aged && stems.size > 0);
  }
};

const BELOW = /^#<(?<end>\d+)$/u;

/** "Under 18" is "0-17", where names say it so. */
const asNamed = (group: Group, { stems }: NumberNames): Group => {
  const end = Number(BELOW.exec(group.stem)?.groups?.end ?? Number.NaN);
  const range = `#0-${end - 1}`;
  return !stems.has(group.stem) && stems.has(range) ? { ...group, stem: range } : group;
};

/**
 * The words of a question, with the numbers that belong to names as one word each: "aged 16 to 24" where some name
 * says so or an age is spoken of, "one-bedroom" where some name holds a number of bedrooms. Every other number stays.
 */
export const tokensOfQuestion = (text: string, known: NumberNames, language: Language): readonly Token[] => {
  const said = groupsIn(text, language);
  const groups = said.groups
    .map((group) => asNamed(group, known))
    .filter((group) => isMeant(group, said, known));
  return groups.length === 0 ? said.tokens : merged(said.tokens, groups);
};

/** Whether a token is a number that belongs to a name. */
export const isNumberName = ({ stem }: Pick<Token, "stem">): boolean => stem.startsWith("#");
