import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** The same seed and key give the same choices on every machine. */
export type Random = {
  /** A whole number from 0 up to, not including, `end`. */
  readonly below: (end: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** Up to so many of them, in a shuffled order. */
  readonly sample: <Value>(values: readonly Value[], count: number) => readonly Value[];
};

/** FNV-1a, so that each key has choices of its own and a question added elsewhere changes none of them. */
const hash = (text: string): number => {
  let mixed = 0x811c9dc5;
  for (const character of text) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mixed;
};

export const createRandom = (seed: number, key: string): Random => {
  const generator = xoroshiro128plus(seed ^ hash(key));
  const below = (end: number): number => uniformInt(generator, 0, end - 1);
  const pick = <Value>(values: readonly Value[]): Value => {
    const picked = values[below(values.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  const sample = <Value>(values: readonly Value[], count: number): readonly Value[] => {
    const left = [...values];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(below(left.length), 1),
    ).flat();
  };
  return { below, pick, sample };
};
