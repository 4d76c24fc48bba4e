import { matchPhrases, type PhraseMatch } from "../language/phrase-book.ts";
import type { Token } from "../language/words.ts";
import { matchNames } from "./match-names.ts";
import { isNumberName } from "./number-names.ts";
import type { Concept, Role } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The one stem that every word of denial has, so that "isn't monitored" and "not monitored" are the same. */
export const NOT = "not";

type Words = Pick<Vocabulary, "terms" | "language" | "headWords">;

const isDenial = (token: Token, { language }: Words): boolean =>
  language.phrases.get("negation")?.entries.has(token.key) ?? false;

const stemFor = (token: Token, words: Words): string => (isDenial(token, words) ? NOT : token.stem);

/** "Other than", "apart from": denials of several words, which stand for one. */
const longDenials = (
  tokens: readonly Token[],
  roles: readonly Role[],
  { language }: Words,
): readonly PhraseMatch<readonly string[]>[] => {
  const book = language.phrases.get("negation");
  if (book === undefined) return [];
  return matchPhrases(
    tokens.map(({ key }) => key),
    book,
  )
    .filter(({ from, to }) => to - from > 1 && !roles.slice(from, to).some(isRead))
    .map(({ from, to }) => ({ from, to, meaning: [NOT] }));
};

const isRead = (role: Role): boolean => role === "period" || role === "quantity";

/** Outside the question proper. */
const OUTSIDE = ["excluded", "included", "aside"] as const;

/** One role for several words that stand for one thing: content where any of them is. */
const roleOf = (roles: readonly Role[]): Role => {
  if (roles.every((role) => role === "rate")) return "rate";
  for (const role of [...OUTSIDE, "content"] as const) if (roles.includes(role)) return role;
  return roles.find((role) => role !== "stop") ?? "content";
};

/** "Children aged 5 to 14", "pensioners over 65": beside an age, who is of it is said already. */
const beside = (
  tokens: readonly Token[],
  roles: readonly Role[],
  { language }: Words,
): readonly (Role | undefined)[] => {
  const people = language.phrases.get("people_of_age")?.entries;
  const hasAge = tokens.some(isNumberName);
  return tokens.map(({ key }, at) => (hasAge && people?.has(key) ? "empty" : roles[at]));
};

/** Puts the word that stands for it in the place of each word that a pack's terms know. */
export const foldTerms = (
  tokens: readonly Token[],
  roles: readonly Role[],
  words: Words,
): readonly Concept[] => {
  const terms = matchNames(tokens, words.terms, words).filter(
    ({ from, to }) => !roles.slice(from, to).some(isRead),
  );
  const denials = longDenials(tokens, roles, words).filter(
    ({ from, to }) => !terms.some((term) => term.from < to && from < term.to),
  );
  const spoken = beside(tokens, roles, words);
  const matches = [...terms, ...denials];
  const byStart = new Map(matches.map((match) => [match.from, match]));
  const concepts: Concept[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const match = byStart.get(at);
    if (match === undefined) {
      concepts.push({
        stem: stemFor(token, words),
        text: token.text,
        at: token.at,
        role: spoken[at] ?? "content",
      });
      at += 1;
      continue;
    }
    const folded = tokens.slice(match.from, match.to);
    const span = [token.at[0], folded.at(-1)?.at[1] ?? token.at[1]] as const;
    const text = folded.map((one) => one.text).join(" ");
    const several = match.to - match.from > 1;
    const inner = roles.slice(match.from, match.to);
    const role =
      several && ![...OUTSIDE, "rate" as const].some((role) => inner.includes(role))
        ? "content"
        : roleOf(inner);
    for (const stem of match.meaning) concepts.push({ stem, text, at: span, role });
    at = match.to;
  }
  return concepts;
};

/** "US" in a name is no "us". */
const INITIALS = /^\p{Lu}{2,}$/u;

/** The concepts of a name, as foldTerms would find them in a question; grammar and frame words are `stop`/`empty`. */
export const conceptsOfName = (tokens: readonly Token[], words: Words): readonly Concept[] => {
  const { phrases } = words.language;
  const roles = tokens.map((token): Role => {
    const { key } = token;
    if (isDenial(token, words) || INITIALS.test(token.text) || words.headWords.has(token.stem))
      return "content";
    if (phrases.get("stop")?.entries.has(key)) return "stop";
    return phrases.get("empty")?.entries.has(key) ? "empty" : "content";
  });
  return foldTerms(tokens, roles, words);
};
