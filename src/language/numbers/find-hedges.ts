import { foldText } from "../normalise.ts";
import { hedgeFinders, type NumberWords } from "../number-words.ts";
import type { Qualifier } from "../quantity.ts";
import type { Span } from "../span.ts";

export type Hedge = { readonly qualifier: Qualifier; readonly at: Span };

/** The hedges of a text by the place of the number they would belong to. */
export type Hedges = {
  /** By the offset at which a number behind the hedge begins. */
  readonly before: ReadonlyMap<number, Hedge>;
  /** By the offset at which a number before the hedge ends. */
  readonly after: ReadonlyMap<number, Hedge>;
};

const BETWEEN = /[\s-]/;

const skipForward = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && text[at]?.trim() === "") at += 1;
  return at;
};

/** Over spaces and the hyphen of "100-plus". */
const skipBack = (text: string, from: number): number => {
  let at = from;
  while (at > 0 && BETWEEN.test(text[at - 1] ?? "x")) at -= 1;
  return at;
};

export const findHedges = (text: string, words: NumberWords): Hedges => {
  const folded = foldText(text);
  const finders = hedgeFinders(words);
  return {
    before: new Map(
      finders
        .before(text)
        .map(({ meaning, at }) => [skipForward(folded, at[1]), { qualifier: meaning, at }] as const),
    ),
    after: new Map(
      finders
        .after(text)
        .map(({ meaning, at }) => [skipBack(folded, at[0]), { qualifier: meaning, at }] as const),
    ),
  };
};
