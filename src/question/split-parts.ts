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
};

/** The end of a sentence. A full stop after one letter ("U.S.", "i.e.") or before a digit ends nothing. */
const BREAK = /(?<sentence>[?!…\n]+|\.{2,}|(?<![\s.]\p{L}|^\p{L})\.(?=\s|$))|(?<part>[,;:()[\]–—]|\s-+\s)/gu;

type Cut = { readonly at: number; readonly sentence: boolean; readonly asked: boolean };

const findCuts = (text: string): readonly Cut[] =>
  [...text.matchAll(BREAK)].map((match) => ({
    at: match.index,
    sentence: match.groups?.["sentence"] !== undefined,
    asked: match[0].includes("?"),
  }));

const inComma = (text: string, at: number, periods: readonly Span[]): boolean =>
  text[at] === "," && periods.some(([from, to]) => from < at && at < to);

/** The parts of a text that hold words, in order. A comma inside a date or a number parts nothing. */
export const splitParts = (
  text: string,
  tokens: readonly Token[],
  whole: readonly Span[],
): readonly Part[] => {
  const cuts = findCuts(text).filter(({ at }) => !inComma(text, at, whole));
  const parts: Part[] = [];
  let sentence = 0;
  let token = 0;
  let inner = false;
  for (const cut of [...cuts, { at: text.length, sentence: true, asked: false }]) {
    const from = token;
    while (token < tokens.length && (tokens[token]?.at[0] ?? 0) < cut.at) token += 1;
    if (token > from) parts.push({ sentence, from, to: token, asked: false, inner });
    inner = !cut.sentence;
    if (cut.sentence) {
      for (let at = parts.length - 1; cut.asked && parts[at]?.sentence === sentence; at -= 1)
        parts[at] = { ...(parts[at] as Part), asked: true };
      sentence += 1;
    }
  }
  return parts;
};
