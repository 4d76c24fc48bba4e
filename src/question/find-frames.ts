import { ordinalNamed } from "../language/calendar-words.ts";
import { onceFor } from "../language/once-for.ts";
import { matchPhrases, matchShelf, phraseShelf } from "../language/phrase-book.ts";
import type { PhraseMeaning, Phrases } from "../language/phrases.ts";
import type { Span } from "../language/span.ts";
import type { Token } from "../language/words.ts";
import type { NamesSaid } from "./match-names.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A phrase of the language in a question: what it can do there, which tokens (the last excluded) it is. */
export type Frame = {
  readonly meaning: PhraseMeaning;
  readonly from: number;
  readonly to: number;
  readonly at: Span;
  /** 2 in "second highest", which is one frame; 1 in every other. */
  readonly nth: number;
};

/** The frames that each token stands in, so that a long text is not gone through once for each of its words. */
export const framesByToken = (frames: readonly Frame[], count: number): readonly (readonly Frame[])[] => {
  const at: Frame[][] = Array.from({ length: count }, () => []);
  for (const frame of frames)
    for (let token = frame.from; token < frame.to; token += 1) at[token]?.push(frame);
  return at;
};

type Stretch = { readonly from: number; readonly to: number };

/** "criminal record" is a name, so "record" is no frame; "locked up" is one, so "up on" is none across it. */
const brokenBy = (frame: Stretch, name: Stretch): boolean =>
  name.to - name.from > 1 &&
  frame.from < name.to &&
  name.from < frame.to &&
  !(frame.from <= name.from && name.to <= frame.to);

const GRAMMAR: readonly PhraseMeaning[] = ["stop", "empty", "article", "interjection"];

/** Whether a word of one meaning inside a longer phrase of another says what it says by itself. */
const givesWay = (inner: PhraseMeaning, outer: PhraseMeaning): boolean => {
  // "i.e." holds no "I".
  if (inner === "chat") return outer === "stop";
  // "Is it true that", "how many are there": nothing that was said before.
  if (inner === "anaphora") return outer !== "anaphora" && outer !== "follow";
  // "How many times did people board": so often, and no multiple of anything.
  if (inner === "ratio" && outer === "counting") return true;
  // "Broken down by region" tells of no fall.
  if (outer === "each_of" && CHANGING.includes(inner)) return true;
  // "I mean" is no average, "the two totals" no sum, "apart from" no difference.
  return (
    (outer === "chat" || outer === "compare" || outer === "negation") &&
    inner !== outer &&
    !GRAMMAR.includes(inner)
  );
};

const insideLonger = (frame: Frame, frames: readonly Frame[]): boolean =>
  frames.some(
    ({ meaning, from, to }) =>
      to - from > frame.to - frame.from &&
      from <= frame.from &&
      frame.to <= to &&
      givesWay(frame.meaning, meaning),
  );

const RANKING: readonly PhraseMeaning[] = ["high", "low"];

/** "The | second highest": the word that counts goes with the one that ranks. */
const withOrdinal = (frame: Frame, tokens: readonly Token[], { language }: Vocabulary): Frame => {
  const before = tokens[frame.from - 1];
  if (before === undefined || !RANKING.includes(frame.meaning)) return frame;
  const nth = ordinalNamed(before.key, language.calendar) ?? 1;
  return nth < 2 ? frame : { ...frame, from: frame.from - 1, at: [before.at[0], frame.at[1]], nth };
};

const CHANGING: readonly PhraseMeaning[] = ["change", "change_up", "change_down"];
/** Behind "how much" they ask by how much, and of nothing that was made. */
const AMOUNTS: readonly PhraseMeaning[] = ["stop", "percent", "percent_points", "time_unit", "more", "fewer"];
/** So many words may stand between "has" and "grown". */
const PERFECT = 8;

const isIn = (frames: readonly Frame[], at: number, meanings: readonly PhraseMeaning[]): boolean =>
  frames.some(({ meaning, from, to }) => meanings.includes(meaning) && from <= at && at < to);

type Said = { readonly tokens: readonly Token[]; readonly language: Vocabulary["language"] };

/**
 * "How much rice did they grow", "rice grown in Asia": what is counted stands right behind the words that ask for a
 * count, or no "has" goes with the participle. "How much did it grow" asks for a change.
 */
const isMade = (frame: Frame, frames: readonly Frame[], { tokens, language }: Said): boolean => {
  if (!CHANGING.includes(frame.meaning) || !isIn(frames, frame.from, ["makes"])) return false;
  const counted = frames.some(
    ({ meaning, from, to }) =>
      (meaning === "counting" || meaning === "amount") &&
      to < frame.from &&
      !isIn(frames, to, AMOUNTS) &&
      !isIn(frames, from, ["each_of"]) &&
      !isIn(frames, from - 1, ["each_of"]),
  );
  const has = tokens
    .slice(Math.max(0, frame.from - PERFECT), frame.from)
    .some(({ key }) => language.phrases.get("perfect")?.entries.has(key));
  const word = tokens[frame.from]?.key ?? "";
  return counted || (language.phrases.get("participle")?.entries.has(word) === true && !has);
};

/**
 * "How many | don't have an order": behind what asks for a count, or behind somebody who is spoken of ("migrants who
 * don't have …"), a denial is no "I don't have the file here".
 */
const isDenied = (frame: Frame, frames: readonly Frame[], { tokens, language }: Said): boolean => {
  const denials = language.phrases.get("negation")?.entries;
  if (frame.meaning !== "chat" || denials?.has(tokens[frame.from]?.key ?? "") !== true) return false;
  const asked = frames.some(
    ({ meaning, to }) => (meaning === "counting" || meaning === "asker") && to === frame.from,
  );
  return asked || (frame.from > 0 && !isIn(frames, frame.from - 1, ["stop", "chat", "opener", "yes_no"]));
};

const COMMA = /[,;–—()…]|\s-+\s|\.\./u;

/** Whether a stretch stands between two commas, or between one and the end, and opens nothing. */
const isSetOff = ({ from, to }: Stretch, tokens: readonly Token[], text: string): boolean => {
  const [before, first, last, after] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  if (before === undefined || first === undefined || last === undefined) return false;
  const isComma = (gap: string): boolean => COMMA.test(gap);
  return isComma(text.slice(before.at[1], first.at[0])) && isComma(text.slice(last.at[1], after?.at[0]));
};

/** "An asylum claim": right behind a word of the subject it is a thing, and claims nothing. */
const isOfSubject = (
  { meaning, from, to }: Frame,
  tokens: readonly Token[],
  { subjectStems }: Vocabulary,
) => {
  const before = tokens[from - 1]?.stem;
  return meaning === "claim" && to - from === 1 && before !== undefined && subjectStems.has(before);
};

type Written = { readonly tokens: readonly Token[]; readonly text: string };

/** What parts a word from the one before: "…, falls 2023". */
const CLAUSE = /[,;:(–—]/u;

/** "Fall admissions", "admitted after a fall": beside a word of its own name, or behind a preposition, it is a thing. */
const isThing = (
  at: number,
  { tokens, text }: Written,
  { changesInNames, language }: Vocabulary,
): boolean => {
  const others = changesInNames.get(tokens[at]?.stem ?? "");
  if (others === undefined) return false;
  const is = (meaning: PhraseMeaning, index: number): boolean =>
    language.phrases.get(meaning)?.entries.has(tokens[index]?.key ?? "") === true;
  const next = tokens[at + 1]?.stem ?? "";
  return (
    (others.has(next) && next !== tokens[at]?.stem) ||
    is("preposition", is("article", at - 1) ? at - 2 : at - 1) ||
    at === 0 ||
    CLAUSE.test(text.slice(tokens[at - 1]?.at[1], tokens[at]?.at[0]))
  );
};

/** "Admitted for falls": a word that a member or measure is called by, as it stands, tells of no change. */
const isNamedSo = ({ meaning, from, to }: Frame, written: Written, vocabulary: Vocabulary): boolean => {
  const { tokens } = written;
  const { singleNames, subjectStems } = vocabulary;
  const key = tokens[from]?.key ?? "";
  // "Fall admissions".
  const isBesideSubject = subjectStems.has(tokens[to]?.stem ?? "");
  const isSo = singleNames.has(key) || (isBesideSubject && singleNames.has(`${key}s`));
  return CHANGING.includes(meaning) && to - from === 1 && (isSo || isThing(from, written, vocabulary));
};

/** Frames are read across what a speaker hums in between: "how many, um, more", "how many, you know, more". */
const spoken = (tokens: readonly Token[], text: string, { language }: Vocabulary): readonly number[] => {
  const hums = language.phrases.get("interjection")?.entries;
  const keys = tokens.map(({ key }) => key);
  const book = language.phrases.get("filler");
  const fillers = book === undefined ? [] : matchPhrases(keys, book);
  const set = fillers.filter((filler) => isSetOff(filler, tokens, text));
  return tokens.flatMap(({ key }, index) =>
    hums?.has(key) || set.some(({ from, to }) => from <= index && index < to) ? [] : [index],
  );
};

/** A filler is no frame of its own: without its commas it says what else it says. */
const isFrame = ([meaning]: readonly [PhraseMeaning, unknown]): boolean => meaning !== "filler";

const shelfOf = onceFor((phrases: Phrases) => phraseShelf(new Map([...phrases].filter(isFrame))));

/** A text, its words, and the names of the packs among them. */
type Worded = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly named: NamesSaid;
};

/** Every frame phrase, of every meaning, but for those that a pack's own name claims. */
export const findFrames = ({ text, tokens, named }: Worded, vocabulary: Vocabulary): readonly Frame[] => {
  const names = [...named.protectedNames, ...named.termNames];
  const places = spoken(tokens, text, vocabulary);
  const keys = places.map((index) => tokens[index]?.key ?? "");
  const frames = matchShelf(keys, shelfOf(vocabulary.language.phrases)).flatMap((match) => {
    const stretch = { from: places[match.from] ?? 0, to: (places[match.to - 1] ?? 0) + 1 };
    if (names.some((name) => brokenBy(stretch, name))) return [];
    const at = [tokens[stretch.from]?.at[0] ?? 0, tokens[stretch.to - 1]?.at[1] ?? 0] as const;
    return [withOrdinal({ meaning: match.meaning, ...stretch, at, nth: 1 }, tokens, vocabulary)];
  });
  const isRead = new Set(places);
  const hums = tokens.flatMap((token, index): readonly Frame[] =>
    isRead.has(index) ? [] : [{ meaning: "stop", from: index, to: index + 1, at: token.at, nth: 1 }],
  );
  const said = { tokens, language: vocabulary.language };
  const own = frames.filter(
    (frame) =>
      !isDenied(frame, frames, said) &&
      !isOfSubject(frame, tokens, vocabulary) &&
      !isNamedSo(frame, { tokens, text }, vocabulary),
  );
  const around = framesByToken(own, tokens.length);
  const read = own.filter(
    (frame) => !insideLonger(frame, around[frame.from] ?? []) && !isMade(frame, own, said),
  );
  return [...read, ...hums];
};
