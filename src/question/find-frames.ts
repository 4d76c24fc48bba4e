import { matchPhrases } from "../language/phrase-book.ts";
import type { PhraseMeaning } from "../language/phrases.ts";
import type { Span } from "../language/span.ts";
import type { Token } from "../language/words.ts";
import { matchNames } from "./match-names.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A phrase of the language in a question: what it can do there, which tokens (the last excluded) it is. */
export type Frame = {
  readonly meaning: PhraseMeaning;
  readonly from: number;
  readonly to: number;
  readonly at: Span;
};

type Stretch = { readonly from: number; readonly to: number };

/** "criminal record" is a name, so "record" is no frame; "locked up" is one, so "up on" is none across it. */
const brokenBy = (frame: Stretch, name: Stretch): boolean =>
  name.to - name.from > 1 &&
  frame.from < name.to &&
  name.from < frame.to &&
  !(frame.from <= name.from && name.to <= frame.to);

/** "i.e." holds no "I": a chatting word inside a longer phrase of grammar is grammar. */
const insideGrammar = (frame: Frame, frames: readonly Frame[]): boolean =>
  frame.meaning === "chat" &&
  frames.some(
    ({ meaning, from, to }) =>
      meaning === "stop" && to - from > frame.to - frame.from && from <= frame.from && frame.to <= to,
  );

/** Frames are read across what a speaker hums in between: "how many, um, more". */
const spoken = (tokens: readonly Token[], { language }: Vocabulary): readonly number[] => {
  const hums = language.phrases.get("interjection")?.entries;
  return tokens.flatMap(({ key }, index) => (hums?.has(key) ? [] : [index]));
};

/** Every frame phrase, of every meaning, but for those that a pack's own name claims. */
export const findFrames = (tokens: readonly Token[], vocabulary: Vocabulary): readonly Frame[] => {
  const names = [vocabulary.protectedNames, vocabulary.termNames].flatMap((book) =>
    matchNames(tokens, book, vocabulary),
  );
  const places = spoken(tokens, vocabulary);
  const keys = places.map((index) => tokens[index]?.key ?? "");
  const frames = [...vocabulary.language.phrases].flatMap(([meaning, book]) =>
    matchPhrases(keys, book)
      .map(({ from, to }) => ({ from: places[from] ?? 0, to: (places[to - 1] ?? 0) + 1 }))
      .filter((frame) => !names.some((name) => brokenBy(frame, name)))
      .map(({ from, to }): Frame => {
        const at = [tokens[from]?.at[0] ?? 0, tokens[to - 1]?.at[1] ?? 0] as const;
        return { meaning, from, to, at };
      }),
  );
  const hums = tokens.flatMap((token, index): readonly Frame[] =>
    places.includes(index) ? [] : [{ meaning: "stop", from: index, to: index + 1, at: token.at }],
  );
  return [...frames.filter((frame) => !insideGrammar(frame, frames)), ...hums];
};
