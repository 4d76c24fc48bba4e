import type { Span } from "../language/span.ts";

/** One sentence of a draft, with where it stands there. */
export type Sentence = {
  readonly text: string;
  readonly at: Span;
  /** Whether it is an item of a list, which leans on the list's head and not on the item before. */
  readonly isItem: boolean;
};

/** What stands between two blank lines; `number` counts from 1, as citations count paragraphs. */
export type Paragraph = {
  readonly number: number;
  readonly sentences: readonly Sentence[];
  /** Whether it leads to what follows: "Year by year:". */
  readonly leadsOn: boolean;
};

const BLANK_LINES = /\n[^\S\n]*(?:\n[^\S\n]*)+/gu;
const LINE_BREAK = /\n/gu;
const SENTENCE_END = /(?:[!?…]+|\.+)["'”’)\]]*(?=\s|$)/gu;
/** A line that begins a list's item, or that follows a sentence's end, begins a sentence of its own. */
const ITEM = /^\s*(?:[-–—•*]\s|\(?\d{1,3}[.)]\s)/u;
const CLOSED = /[.!?:;…"'”’)]\s*$/u;
const COLON = /:\s*$/u;
const LAST_WORD = /[\p{L}.]+$/u;
const ONE_LETTER = /^(?:\p{L}\.)*\p{L}$/u;
const NUMBERED = /^\s*\(?\d{1,3}$/u;
const SMALL = /^["'“‘(]?\p{Ll}/u;

/** "Sen.", "St.", "p.m." and "J." end no sentence; "in the U.S. It …" does. */
const isShortening = (
  text: string,
  { from, at, end }: { readonly from: number; readonly at: number; readonly end: number },
  abbreviations: ReadonlySet<string>,
): boolean => {
  if (text[at] !== ".") return false;
  const before = text.slice(from, at);
  const rest = text.slice(end).trimStart();
  if (SMALL.test(rest) || NUMBERED.test(before)) return true;
  const word = LAST_WORD.exec(before)?.[0] ?? "";
  return ONE_LETTER.test(word) || abbreviations.has(word.toLowerCase());
};

const sentenceEnds = (text: string, abbreviations: ReadonlySet<string>): readonly number[] => {
  const ends: number[] = [];
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (!isShortening(text, { from: ends.at(-1) ?? 0, at: match.index, end }, abbreviations)) ends.push(end);
  }
  return ends;
};

/** In UTF-16 units. A line this short was broken on purpose: a list's, a table's, a headline's. */
const SHORT_LINE = 50;

const lineEnds = (text: string): readonly number[] =>
  [...text.matchAll(LINE_BREAK)].flatMap(({ index }) => {
    const line = text.slice(text.lastIndexOf("\n", index - 1) + 1, index);
    const ends = ITEM.test(text.slice(index + 1)) || CLOSED.test(line) || line.length < SHORT_LINE;
    return ends ? [index] : [];
  });

/** Longer than this, in UTF-16 units, nothing is a sentence, and it is read in pieces. */
const LONGEST = 1500;
const SPACE = /\s(?=\S*$)/u;

const inPieces = ({ text, at, isItem }: Sentence): readonly Sentence[] => {
  if (text.length <= LONGEST) return [{ text, at, isItem }];
  const cut = Math.max(text.slice(0, LONGEST).search(SPACE), 0) || LONGEST;
  const rest = { text: text.slice(cut), at: [at[0] + cut, at[1]] as const, isItem: false };
  return [{ text: text.slice(0, cut), at: [at[0], at[0] + cut], isItem }, ...inPieces(rest)];
};

/** "WASHINGTON, March 20 (Desk) — …" says where and when it was written, and nothing of its numbers. */
const DATELINE = /^\s*\p{Lu}{3,}[^.!?\n]{0,60}?(?:\([^()\n]{1,40}\)\s*)?(?:[—–]|--)\s+/u;

const datelineEnd = (text: string): readonly number[] => {
  const dateline = DATELINE.exec(text);
  return dateline === null ? [] : [dateline[0].length];
};

const sentencesIn = (
  text: string,
  offset: number,
  abbreviations: ReadonlySet<string>,
): readonly Sentence[] => {
  const ends = new Set([
    ...datelineEnd(text),
    ...sentenceEnds(text, abbreviations),
    ...lineEnds(text),
    text.length,
  ]);
  let from = 0;
  return [...ends]
    .toSorted((a, b) => a - b)
    .flatMap((end): readonly Sentence[] => {
      const said = text.slice(from, end);
      const piece = { text: said, at: [offset + from, offset + end] as const, isItem: ITEM.test(said) };
      from = end;
      return piece.text.trim() === "" ? [] : inPieces(piece);
    });
};

/** The paragraphs of a draft and their sentences, in order; offsets are into the draft. */
export const splitDraft = (draft: string, abbreviations: ReadonlySet<string>): readonly Paragraph[] => {
  const breaks = [...draft.matchAll(BLANK_LINES)].map(({ index, 0: { length } }) => [index, index + length]);
  let from = 0;
  const spans = [...breaks, [draft.length, draft.length]].map(([end = 0, next = 0]) => {
    const span = [from, end] as const;
    from = next;
    return span;
  });
  return spans
    .filter((span) => draft.slice(...span).trim() !== "")
    .map((span, at) => ({
      number: at + 1,
      leadsOn: COLON.test(draft.slice(...span)),
      sentences: sentencesIn(draft.slice(...span), span[0], abbreviations),
    }));
};
