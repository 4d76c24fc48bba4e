import type { Quantity } from "../language/quantity.ts";
import type { Span } from "../language/span.ts";
import { overlaps, type Surface } from "../question/find-surface.ts";

const STRONG = /[;:—]|\s[-–]+\s/gu;
const COMMA = /[,()]/gu;

const lastOf = (text: string, sign: RegExp): number => [...text.matchAll(sign)].at(-1)?.index ?? -1;

/** "…, in 2022, 20": the comma before a stretch that only says a time opens what follows. */
const commaBefore = (surface: Surface, from: number, to: number): number => {
  const gap = surface.text.slice(from, to);
  const commas = [...gap.matchAll(COMMA)]
    .map(({ index }) => from + index)
    .filter((at) => !surface.mentions.some((mention) => overlaps(mention.at, [at, at + 1])));
  const [before, last] = commas.slice(-2).length === 2 ? commas.slice(-2) : [undefined, commas.at(-1)];
  if (before === undefined || last === undefined) return last ?? -1;
  // "…, passed China, which had 1.4 billion": a relative clause goes with what it is said of.
  const isRelative = surface.frames.some(
    ({ meaning, at }) =>
      meaning === "asker" && at[0] > last && surface.text.slice(last + 1, at[0]).trim() === "",
  );
  const isTime = surface.mentions.some(({ at }) => before < at[0] && at[1] <= last && at[0] - before < 9);
  return isTime || isRelative ? before : last;
};

/** Where words stand that set two numbers side by side: "and", "compared with", "from" right before the second. */
const joinBefore = (surface: Surface, from: number, to: number): number => {
  const joins = surface.frames.filter(
    ({ meaning, at }) => (meaning === "join" || meaning === "contrast") && at[0] >= from && at[1] <= to,
  );
  return joins.at(-1)?.at[0] ?? -1;
};

const PREPOSITION = /\b\p{L}+\s*$/u;

/** The place between two numbers at which what is said of the first ends. */
const cutBetween = (surface: Surface, one: Quantity, other: Quantity): number => {
  const [from, to] = [one.at[1], (other.hedgeAt ?? other.at)[0]];
  const start = Math.min(to, other.at[0]);
  const strong = lastOf(surface.text.slice(from, start), STRONG);
  if (strong >= 0) return from + strong;
  const join = joinBefore(surface, from, start);
  if (join >= 0) return join;
  const comma = commaBefore(surface, from, start);
  if (comma >= 0) return comma;
  const before = PREPOSITION.exec(surface.text.slice(from, start));
  return before === null ? start : from + before.index;
};

/** "499,000 of the 648,000 people who applied": nothing stands between them but grammar. */
export const isPartOfNext = (surface: Surface, one: Quantity, other: Quantity): boolean => {
  const { text, tokens, frames } = surface;
  if (isSaidAgain(surface, one, other)) return true;
  const between = tokens.filter(({ at }) => at[0] >= one.at[1] && at[1] <= other.at[0]);
  const isGrammar = (at: Span): boolean =>
    frames.some((frame) => frame.meaning === "stop" && overlaps(frame.at, at));
  const hedge = other.hedgeAt;
  return (
    between.length > 0 &&
    !PAUSE.test(text.slice(one.at[1], other.at[0])) &&
    !joins(frames, [one.at[1], other.at[0]]) &&
    between.every(({ at }) => isGrammar(at) || (hedge !== null && overlaps(hedge, at)))
  );
};

/** "499,000, or 77%, were …": the same said in two ways. */
const isSaidAgain = ({ text, frames }: Surface, one: Quantity, other: Quantity): boolean => {
  const [from, to] = [one.at[1], other.at[0]];
  const or = frames.find(({ meaning, at }) => meaning === "alternative" && from <= at[0] && at[1] <= to);
  return (
    or !== undefined &&
    text.slice(from, or.at[0]).trim() === "," &&
    text.slice(or.at[1], (other.hedgeAt ?? other.at)[0]).trim() === ""
  );
};

const PAUSE = /[,;:()—–]/u;
const JOINING = ["join", "contrast", "alternative"];
const joins = (frames: Surface["frames"], within: Span): boolean =>
  frames.some(({ meaning, at }) => JOINING.includes(meaning) && overlaps(at, within));

/** The stretch of a sentence that speaks of each of its numbers. */
export const segmentsOf = (surface: Surface, quantities: readonly Quantity[]): readonly Span[] => {
  const cuts = quantities.slice(1).map((other, at) => cutBetween(surface, quantities[at] ?? other, other));
  return quantities.map((one, at) => {
    const next = quantities[at + 1];
    const isPart = next !== undefined && isPartOfNext(surface, one, next);
    return [cuts[at - 1] ?? 0, cuts[isPart ? at + 1 : at] ?? surface.text.length];
  });
};
