/** Phrases by their words, longest known: looked up word by word, so "up" is never found inside "group". */
export type PhraseBook<Meaning> = {
  /** How many words the longest phrase has that begins with this word: most words begin none. */
  readonly longest: ReadonlyMap<string, number>;
  readonly entries: ReadonlyMap<string, Meaning>;
};

/** A phrase found in a list of words: which words, the last excluded, and what it means. */
export type PhraseMatch<Meaning> = { readonly from: number; readonly to: number; readonly meaning: Meaning };

const keyOf = (words: readonly string[]): string => words.join(" ");

/** Where two entries have the same words the later one stands. */
export const phraseBook = <Meaning>(
  entries: Iterable<readonly [words: readonly string[], meaning: Meaning]>,
): PhraseBook<Meaning> => {
  const map = new Map<string, Meaning>();
  const longest = new Map<string, number>();
  for (const [words, meaning] of entries) {
    const [first] = words;
    if (first === undefined) continue;
    map.set(keyOf(words), meaning);
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return { longest, entries: map };
};

const matchAt = <Meaning>(
  words: readonly string[],
  from: number,
  book: PhraseBook<Meaning>,
): PhraseMatch<Meaning> | null => {
  const longest = book.longest.get(words[from] ?? "") ?? 0;
  for (let length = Math.min(longest, words.length - from); length > 0; length -= 1) {
    const meaning = book.entries.get(keyOf(words.slice(from, from + length)));
    if (meaning !== undefined) return { from, to: from + length, meaning };
  }
  return null;
};

/** Every phrase of the book in a list of words, left to right, the longest at each place, none overlapping. */
export const matchPhrases = <Meaning>(
  words: readonly string[],
  book: PhraseBook<Meaning>,
): readonly PhraseMatch<Meaning>[] => {
  const found: PhraseMatch<Meaning>[] = [];
  for (let at = 0; at < words.length; ) {
    const match = matchAt(words, at, book);
    if (match !== null) found.push(match);
    at = match?.to ?? at + 1;
  }
  return found;
};
