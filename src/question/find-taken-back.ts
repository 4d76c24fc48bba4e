import type { Span } from "../language/span.ts";
import { baseRole, type Read, type Stretch } from "./base-role.ts";
import { overlaps } from "./find-surface.ts";

/** "not the total", "(not grants)": what follows, up to the next comma or bracket, is what is not meant. */
export const exclusionRanges = (read: Read): readonly Stretch[] =>
  read.frames
    .filter(({ meaning }) => meaning === "exclusion")
    .flatMap((frame) => {
      const part = read.parts.find(({ from, to }) => from <= frame.from && frame.from < to);
      const single = frame.to - frame.from === 1;
      if (part === undefined || read.named.has(frame.from) || (single && part.from !== frame.from)) return [];
      if (part.from === frame.from && !part.inner) return [];
      return [{ from: frame.from, to: part.to }];
    });

/** "including those who …", "…, no-shows included": what follows, or what it closes, is in the number and narrows nothing. */
export const inclusionRanges = (read: Read): readonly Stretch[] =>
  read.frames
    .filter(({ meaning }) => meaning === "inclusion")
    .flatMap((frame) => {
      const part = read.parts.find(({ from, to }) => from <= frame.from && frame.from < to);
      if (part === undefined || read.named.has(frame.from)) return [];
      const closes = part.inner && frame.to === part.to && frame.from > part.from;
      return [{ from: closes ? part.from : frame.from, to: part.to }];
    });

type Said = { readonly from: number; readonly to: number; readonly sort: "period" | "quantity" | "word" };

const rangeOf = (span: Span, sort: Said["sort"], { tokens }: Read): Said => {
  const inside = tokens.flatMap(({ at }, index) => (overlaps(span, at) ? [index] : []));
  return { from: inside[0] ?? 0, to: (inside.at(-1) ?? -1) + 1, sort };
};

/** The time, the number or the word that a token is of. */
const saidAt = (index: number, read: Read): Said | null => {
  const token = read.tokens[index];
  if (token === undefined) return null;
  const mention = read.mentions.find(({ at }) => overlaps(at, token.at));
  if (mention !== undefined) return rangeOf(mention.at, "period", read);
  const quantity = read.quantities.find(({ at }) => overlaps(at, token.at));
  if (quantity !== undefined) return rangeOf(quantity.at, "quantity", read);
  return baseRole(index, read) === "content" ? { from: index, to: index + 1, sort: "word" } : null;
};

/** The first token from here on, or back from here, that is no grammar: "in" of "sorry, in 2023". */
const skipGrammar = (index: number, step: 1 | -1, read: Read): number =>
  index >= 0 && index < read.tokens.length && baseRole(index, read) === "stop"
    ? skipGrammar(index + step, step, read)
    : index;

/** "In 2022, sorry, 2023", "arrests, I mean deportations": what is taken back for another of its sort. */
export const correctionRanges = (read: Read): readonly Stretch[] =>
  read.frames
    .filter(({ meaning }) => meaning === "correction")
    .flatMap((frame) => {
      const before = saidAt(skipGrammar(frame.from - 1, -1, read), read);
      const after = saidAt(skipGrammar(frame.to, 1, read), read);
      return before !== null && before.sort === after?.sort ? [before] : [];
    });
