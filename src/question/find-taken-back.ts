import type { PhraseMeaning } from "../language/phrases.ts";
import type { Span } from "../language/span.ts";
import { baseRole, type Read, type Stretch } from "./base-role.ts";
import type { Frame } from "./find-frames.ts";
import { overlaps } from "./find-surface.ts";
import type { Part } from "./split-parts.ts";

/** A frame, with the part that it stands in; none where it is a word of a name. */
const inParts = (meaning: PhraseMeaning, read: Read): readonly { frame: Frame; part: Part }[] =>
  read.frames
    .filter((frame) => frame.meaning === meaning && !read.named.has(frame.from))
    .flatMap((frame) => {
      const part = read.parts.find(({ from, to }) => from <= frame.from && frame.from < to);
      return part === undefined ? [] : [{ frame, part }];
    });

/** "the exact figure, not the rounded 114k": the number behind "not the", with what stands between; null where none does. */
const numberBehind = (frame: Frame, part: Part, read: Read): Stretch | null => {
  const isArticle = read.frames.some(({ meaning, from }) => meaning === "article" && from === frame.to);
  const quantity = read.quantities
    .map(({ at }) => rangeOf(at, "quantity", read))
    .find(({ from, to }) => from >= frame.to && to <= part.to);
  return isArticle && quantity !== undefined && quantity.from - frame.to <= 2
    ? { from: frame.from, to: quantity.to }
    : null;
};

/** "not the total", "(not grants)": what follows, up to the next comma or bracket, is what is not meant. */
const followingExclusions = (read: Read): readonly Stretch[] =>
  inParts("exclusion", read).flatMap(({ frame, part }) => {
    const single = frame.to - frame.from === 1;
    if (single && part.from !== frame.from) return numberBehind(frame, part, read) ?? [];
    if (part.from === frame.from && !part.inner) return [];
    return [{ from: frame.from, to: part.to }];
  });

const closes = (frame: Frame, part: Part): boolean =>
  part.inner && frame.to === part.to && frame.from > part.from;

/** What is named as not meant, before ("not the total") or behind ("walk-ins not counted"). */
export const exclusionRanges = (read: Read): readonly Stretch[] => [
  ...followingExclusions(read),
  ...inParts("ruled_out", read).flatMap(({ frame, part }) =>
    closes(frame, part) ? [{ from: part.from, to: part.to }] : [],
  ),
];

/** What is in the number as well, before ("including those who …") or behind ("no-shows included"). */
export const inclusionRanges = (read: Read): readonly Stretch[] =>
  inParts("inclusion", read).map(({ frame, part }) => ({
    from: closes(frame, part) ? part.from : frame.from,
    to: part.to,
  }));

/** "Regardless of how they came": what follows narrows nothing, whatever it is. */
export const indifferentRanges = (read: Read): readonly Stretch[] =>
  inParts("regardless", read).map(({ frame, part }) => ({ from: frame.from, to: part.to }));

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
