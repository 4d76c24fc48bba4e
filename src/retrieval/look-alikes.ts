import { mapInTurns, type Turns } from "../language/turns.ts";

/** Known words that may be what was typed: the first letter at the first or second place, and enough pairs of letters alike. */
export type LookAlikes = (typed: string, slips: number) => readonly string[];

/** Two letters that changed places touch three pairs of letters, and no other slip touches more. */
const PAIRS_PER_SLIP = 3;

/** "ice" → "^i", "ic", "ce", "e$". */
const pairsOf = (word: string): readonly string[] => {
  const marked = `^${word}$`;
  return Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2));
};

/** Words that begin alike and are as long as each other, by their pairs of letters. */
type Shelf = Map<string, number[]>;

const shelfName = (first: string, length: number): string => `${first}${length}`;

function* fileWords(words: readonly string[]): Turns<ReadonlyMap<string, Shelf>> {
  const shelves = new Map<string, Shelf>();
  yield* mapInTurns(words.entries(), ([at, word]) => {
    const name = shelfName(word[0] ?? "", word.length);
    const shelf: Shelf = shelves.get(name) ?? new Map();
    shelves.set(name, shelf);
    for (const pair of new Set(pairsOf(word))) {
      const row = shelf.get(pair);
      if (row === undefined) shelf.set(pair, [at]);
      else row.push(at);
    }
  });
  return shelves;
}

/** How many of these pairs each word of a shelf has; those that have none are left out. */
const sharedOn = (shelf: Shelf, pairs: readonly string[]): ReadonlyMap<number, number> => {
  const shared = new Map<number, number>();
  for (const pair of pairs) for (const at of shelf.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  return shared;
};

/**
 * An inverted index of words by their pairs of letters, so that a word with so many slips in it is compared with
 * the few that it can be, and not with all that are known. None that so many slips make of it is left out.
 */
export function* fileLookAlikes(words: readonly string[]): Turns<LookAlikes> {
  const shelves = yield* fileWords(words);
  return (typed, slips) => {
    const pairs = pairsOf(typed);
    const least = Math.max(1, pairs.length - PAIRS_PER_SLIP * slips);
    const lengths = Array.from({ length: 2 * slips + 1 }, (_, at) => typed.length - slips + at);
    const alike = [...new Set(typed.slice(0, 2))]
      .flatMap((first) => lengths.map((length) => shelves.get(shelfName(first, length))))
      .flatMap((shelf) => (shelf === undefined ? [] : [...sharedOn(shelf, pairs)]))
      .filter(([, count]) => count >= least);
    return alike
      .map(([at]) => at)
      .toSorted((a, b) => a - b)
      .flatMap((at) => words[at] ?? []);
  };
}
