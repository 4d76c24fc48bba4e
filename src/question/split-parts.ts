import type { Span } from "../language/span.ts";
import type { Token } from "../language/words.ts";

/** A stretch between two commas or dashes inside a sentence: which tokens it holds, the last excluded. */
export type Part = {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** Whether its sentence ends in a question mark. */
  readonly asked: boolean;
  /** Whether it opens after a comma, bracket or dash rather than at the sentence's start. */
  readonly inner: boolean;
  /** Whether a colon ends it: "Editor here: how many …". */
  readonly leadsIn: boolean;
};

/** The end of a sentence. A full stop after one letter ("U.S.", "i.e.") or before a digit ends nothing. */
const BREAK = /(?<sentence>[?!…\n]+|\.{2,}|(?<![\s.]\p{L}|^\p{L})\.(?=\s|$))|(?<part>[,;:()[\]–—]|\s-+\s)/gu;

type Cut = {
  readonly at: number;
  readonly sentence: boolean;
  readonly asked: boolean;
  readonly colon: boolean;
};

const LAST_WORD = /\p{L}+$/u;

/** "incl. those" goes on: a full stop behind an abbreviation of the language ends nothing. */
const isShortening = (text: string, at: number, abbreviations: ReadonlySet<string>): boolean =>
  text[at] === "." &&
  abbreviations.has(LAST_WORD.exec(text.slice(Math.max(0, at - 12), at))?.[0].toLowerCase() ?? "");

const findCuts = (text: string, abbreviations: ReadonlySet<string>): readonly Cut[] =>
  [...text.matchAll(BREAK)]
    .filter(({ index }) => !isShortening(text, index, abbreviations))
    .map((match) => ({
      at: match.index,
      sentence: match.groups?.sentence !== undefined,
      asked: match[0].includes("?"),
      colon: match[0] === ":",
    }));

const inComma = (text: string, at: number, whole: readonly Span[]): boolean =>
  text[at] === "," && whole.some(([from, to]) => from < at && at < to);

type Splitting = {
  readonly tokens: readonly Token[];
  /** Dates and numbers, which a comma inside does not part. */
  readonly whole: readonly Span[];
  readonly abbreviations: ReadonlySet<string>;
};

/** The cut that ends the sentence that a cut is in. */
const sentenceEnd = (cuts: readonly Cut[], from: number): Cut | undefined =>
  cuts.slice(from).find(({ sentence }) => sentence);

/** The parts of a text that hold words, in order. */
export const splitParts = (text: string, { tokens, whole, abbreviations }: Splitting): readonly Part[] => {
  const found = findCuts(text, abbreviations).filter(({ at }) => !inComma(text, at, whole));
  const cuts: readonly Cut[] = [
    ...found,
    { at: text.length + 1, sentence: true, asked: false, colon: false },
  ];
  let from = 0;
  let sentence = 0;
  return cuts.flatMap((cut, index): readonly Part[] => {
    const before = tokens.findIndex(({ at }) => at[0] >= cut.at);
    const to = before < 0 ? tokens.length : before;
    const inner = index > 0 && cuts[index - 1]?.sentence === false;
    const asked = sentenceEnd(cuts, index)?.asked ?? false;
    const part = { sentence, from, to, asked, inner, leadsIn: cut.colon };
    from = to;
    sentence += cut.sentence ? 1 : 0;
    return part.to > part.from ? [part] : [];
  });
};
