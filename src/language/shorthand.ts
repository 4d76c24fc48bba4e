import { phraseFinder } from "./phrase-finder.ts";

/** Writes out what people shorten or mistype by habit: "hw many ppl b4 teh order" → "how many people before the order". */
export type WriteOut = (text: string) => string;

const CAPITALS = /^\p{Lu}+$/u;
/** "R" is a party and "TX" a place: what is as short as this is shorthand in small letters only. */
const SHORTEST_IN_CAPITALS = 3;

const WORD_FOLLOWS = /^[\p{L}\p{N}]/u;

const isInitials = (text: string): boolean => CAPITALS.test(text) && text.length < SHORTEST_IN_CAPITALS;

export const shorthandWriter = (
  rows: readonly { readonly phrase: string; readonly means: string }[],
): WriteOut => {
  const find = phraseFinder(rows.map(({ phrase, means }) => [phrase, means] as const));
  return (text) => {
    let written = "";
    let copied = 0;
    for (const { meaning, text: found, at } of find(text)) {
      if (isInitials(found)) continue;
      const rest = text.slice(at[1]);
      // "w/convictions" is "with convictions", but "ppl?" is not "people ?".
      written += `${text.slice(copied, at[0])}${meaning}${WORD_FOLLOWS.test(rest) ? " " : ""}`;
      copied = at[1];
    }
    return written + text.slice(copied);
  };
};
