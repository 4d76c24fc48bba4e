import { isJoiningHyphen, type Piece, splitPieces } from "./pieces.ts";
import type { Found } from "./span.ts";

/** A tree of phrases, piece by piece; a meaning stands where a phrase ends. */
type Node<Meaning> = {
  readonly next: Map<string, Node<Meaning>>;
  meaning: { readonly is: Meaning } | null;
};

/** The longest phrase that begins at a piece: what it means, and the piece after it. */
export type PhraseAt<Meaning> = { readonly meaning: Meaning; readonly next: number };

/** Finds the longest phrase from a piece on that is accepted; null where none is. */
export type PhraseMatcher<Meaning> = (
  pieces: readonly Piece[],
  from: number,
  accepts: (phrase: PhraseAt<Meaning>) => boolean,
) => PhraseAt<Meaning> | null;

const emptyNode = <Meaning>(): Node<Meaning> => ({ next: new Map(), meaning: null });

const addPhrase = <Meaning>(root: Node<Meaning>, phrase: string, meaning: Meaning): void => {
  const steps = splitPieces(phrase).filter((_, index, pieces) => !isJoiningHyphen(pieces, index));
  let node = root;
  for (const { text } of steps) {
    const next = node.next.get(text) ?? emptyNode<Meaning>();
    node.next.set(text, next);
    node = next;
  }
  if (steps.length > 0) node.meaning ??= { is: meaning };
};

const APOSTROPHES = /['’]/g;

const buildTree = <Meaning>(
  dictionary: Iterable<readonly [phrase: string, meaning: Meaning]>,
): Node<Meaning> => {
  const root = emptyNode<Meaning>();
  const entries = [...dictionary];
  for (const [phrase, meaning] of entries) addPhrase(root, phrase, meaning);
  for (const [phrase, meaning] of entries) addPhrase(root, phrase.replace(APOSTROPHES, ""), meaning);
  return root;
};

/** Every phrase that begins at a piece, the shortest first. */
function* phrasesAt<Meaning>(
  root: Node<Meaning>,
  pieces: readonly Piece[],
  from: number,
): Generator<PhraseAt<Meaning>> {
  let node: Node<Meaning> | undefined = root;
  for (let index = from; index < pieces.length; index += 1) {
    if (index > from && isJoiningHyphen(pieces, index)) continue;
    node = node.next.get(pieces[index]?.text ?? "");
    if (node === undefined) return;
    if (node.meaning !== null) yield { meaning: node.meaning.is, next: index + 1 };
  }
}

/**
 * Finds the longest phrase of a dictionary that begins at a given piece of a text.
 * Hyphens and any space between words are one; an apostrophe may be left out ("mayors" for "mayor's").
 * Where two phrases fold to one, the first stands.
 */
export const phraseMatcher = <Meaning>(
  dictionary: Iterable<readonly [phrase: string, meaning: Meaning]>,
): PhraseMatcher<Meaning> => {
  const root = buildTree(dictionary);
  return (pieces, from, accepts) => {
    // Most words of a text begin no phrase at all.
    if (!root.next.has(pieces[from]?.text ?? "")) return null;
    let longest: PhraseAt<Meaning> | null = null;
    for (const phrase of phrasesAt(root, pieces, from)) if (accepts(phrase)) longest = phrase;
    return longest;
  };
};

const isWord = (piece: Piece | undefined): boolean => piece !== undefined && piece.kind !== "sign";

/** Whether a word is over before a piece: before "k" in "42 k", but not in "42k". */
export const wordEndsBefore = (pieces: readonly Piece[], next: number): boolean =>
  !(isWord(pieces[next - 1]) && isWord(pieces[next]) && pieces[next]?.glued === true);

/** Whether the pieces from one to another begin and end where words do: not the "19" of "b19". */
export const isWhole = (pieces: readonly Piece[], from: number, next: number): boolean =>
  wordEndsBefore(pieces, from) && wordEndsBefore(pieces, next);

/**
 * A finder for the phrases of a dictionary: whole words, in any case, the longest first, left to right, none
 * overlapping. Build it once; finding takes time in proportion to the text.
 * With {"more than": "more_than"}, "MORE  than 7" → [{ meaning: "more_than", text: "MORE  than", at: [0, 10] }].
 */
export const phraseFinder = <Meaning>(
  dictionary: Iterable<readonly [phrase: string, meaning: Meaning]>,
): ((text: string) => readonly Found<Meaning>[]) => {
  const matchAt = phraseMatcher(dictionary);
  return (text) => {
    const pieces = splitPieces(text);
    const found: Found<Meaning>[] = [];
    for (let index = 0; index < pieces.length; ) {
      const from = index;
      const match = matchAt(pieces, from, ({ next }) => isWhole(pieces, from, next));
      if (match === null) {
        index += 1;
        continue;
      }
      const at = [pieces[from]?.at[0] ?? 0, pieces[match.next - 1]?.at[1] ?? 0] as const;
      found.push({ meaning: match.meaning, text: text.slice(...at), at });
      index = match.next;
    }
    return found;
  };
};
