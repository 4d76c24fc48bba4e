import { matchPhrases } from "../language/phrase-book.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import type { Span } from "../language/span.ts";
import type { Token } from "../language/words.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A phrase of the language in a question: what it can do there, which tokens (the last excluded) it is. */
export type Frame = {
  readonly meaning: PhraseMeaning;
  readonly from: number;
  readonly to: number;
  readonly at: Span;
};

const inside = (frame: { from: number; to: number }, name: { from: number; to: number }): boolean =>
  frame.from >= name.from && frame.to <= name.to && frame.to - frame.from < name.to - name.from;

/** Every frame phrase, of every meaning; one that lies inside a pack's own name ("criminal record") is none. */
export const findFrames = (tokens: readonly Token[], vocabulary: Vocabulary): readonly Frame[] => {
  const stems = tokens.map(({ stem }) => stem);
  const names = [...matchPhrases(stems, vocabulary.protectedNames), ...matchPhrases(stems, vocabulary.terms)];
  const keys = tokens.map(({ key }) => key);
  return [...vocabulary.language.phrases].flatMap(([meaning, book]) =>
    matchPhrases(keys, book)
      .filter((frame) => !names.some((name) => inside(frame, name)))
      .map(({ from, to }) => ({
        meaning,
        from,
        to,
        at: [tokens[from]?.at[0] ?? 0, tokens[to - 1]?.at[1] ?? 0] as const,
      })),
  );
};
