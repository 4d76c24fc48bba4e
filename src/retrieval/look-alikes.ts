/** Known words that may be what was typed: the first letter at the first or second place, and enough pairs of letters alike. */
export type LookAlikes = (typed: string, slips: number) => readonly string[];

/** Two letters that changed places touch three pairs of letters, and no other slip touches more. */
const PAIRS_PER_SLIP = 3;

/** "ice" → "^i", "ic", "ce", "e$". */
const pairsOf = (word: string): readonly string[] => {
  const marked = `^${word}$`;
  return Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2));
};

/** Words are filed by their first letter too, as those that begin with another are not looked for. */
const keyOf = (first: string, pair: string): string => first + pair;

const invert = (words: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const having = new Map<string, number[]>();
  for (const [at, word] of words.entries())
    for (const pair of new Set(pairsOf(word))) {
      const key = keyOf(word[0] ?? "", pair);
      const row = having.get(key);
      if (row === undefined) having.set(key, [at]);
      else row.push(at);
    }
  return having;
};

/**
 * An inverted index of words by their pairs of letters, so that a word with so many slips in it is compared with
 * the few that it can be, and not with all that are known. None that so many slips make of it is left out.
 */
export const lookAlikes = (words: readonly string[]): LookAlikes => {
  const having = invert(words);
  return (typed, slips) => {
    const pairs = pairsOf(typed);
    const least = Math.max(1, pairs.length - PAIRS_PER_SLIP * slips);
    const shared = new Map<number, number>();
    for (const first of new Set(typed.slice(0, 2)))
      for (const pair of pairs)
        for (const at of having.get(keyOf(first, pair)) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const isAsLong = (word: string): boolean => Math.abs(word.length - typed.length) <= slips;
    return [...shared]
      .filter(([at, count]) => count >= least && isAsLong(words[at] ?? ""))
      .map(([at]) => at)
      .toSorted((a, b) => a - b)
      .flatMap((at) => words[at] ?? []);
  };
};
