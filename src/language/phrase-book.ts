/** A tree of phrases, word by word: which meaning ends at a word, and which words go on from it. */
type Node<Meaning> = {
  readonly next: Map<string, Node<Meaning>>;
  meaning: { readonly is: Meaning } | null;
};

/** Phrases by their words, longest known: looked up word by word, so "up" is never found inside "group". */
export type PhraseBook<Meaning> = {
  readonly entries: ReadonlyMap<string, Meaning>;
  readonly tree: Node<Meaning>;
};

/** A phrase found in a list of words: which words, the last excluded, and what it means. */
export type PhraseMatch<Meaning> = { readonly from: number; readonly to: number; readonly meaning: Meaning };

/** Phrases of several kinds, read in one go: most words of a text begin none of any kind. */
export type PhraseShelf<Kind> = {
  readonly kinds: readonly Kind[];
  readonly tree: Node<number[]>;
};

const emptyNode = <Meaning>(): Node<Meaning> => ({ next: new Map(), meaning: null });

const nodeFor = <Meaning>(root: Node<Meaning>, words: readonly string[]): Node<Meaning> => {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? emptyNode<Meaning>();
    node.next.set(word, next);
    node = next;
  }
  return node;
};

const keyOf = (words: readonly string[]): string => words.join(" ");

/** Where two entries have the same words the later one stands. */
export const phraseBook = <Meaning>(
  entries: Iterable<readonly [words: readonly string[], meaning: Meaning]>,
): PhraseBook<Meaning> => {
  const map = new Map<string, Meaning>();
  const tree = emptyNode<Meaning>();
  for (const [words, meaning] of entries) {
    if (words.length === 0) continue;
    map.set(keyOf(words), meaning);
    nodeFor(tree, words).meaning = { is: meaning };
  }
  return { entries: map, tree };
};

const matchAt = <Meaning>(
  words: readonly string[],
  from: number,
  book: PhraseBook<Meaning>,
): PhraseMatch<Meaning> | null => {
  let node: Node<Meaning> | undefined = book.tree;
  let longest: PhraseMatch<Meaning> | null = null;
  for (let at = from; at < words.length; at += 1) {
    node = node.next.get(words[at] ?? "");
    if (node === undefined) break;
    if (node.meaning !== null) longest = { from, to: at + 1, meaning: node.meaning.is };
  }
  return longest;
};

/** Every phrase of the book in a list of words, left to right, the longest at each place, none overlapping. */
export const matchPhrases = <Meaning>(
  words: readonly string[],
  book: PhraseBook<Meaning>,
): readonly PhraseMatch<Meaning>[] => {
  const found: PhraseMatch<Meaning>[] = [];
  for (let at = 0; at < words.length; ) {
    const match = matchAt(words, at, book);
    if (match !== null) found.push(match);
    at = match?.to ?? at + 1;
  }
  return found;
};

/** Puts books side by side, to be read together. */
export const phraseShelf = <Kind>(books: ReadonlyMap<Kind, PhraseBook<unknown>>): PhraseShelf<Kind> => {
  const tree = emptyNode<number[]>();
  for (const [kind, { entries }] of [...books.values()].entries())
    for (const key of entries.keys()) {
      const node = nodeFor(tree, key.split(" "));
      node.meaning ??= { is: [] };
      node.meaning.is.push(kind);
    }
  return { kinds: [...books.keys()], tree };
};

/** The longest phrase of each kind that begins at a word: the kind, by its place on the shelf, and where it ends. */
const longestAt = (
  words: readonly string[],
  from: number,
  tree: Node<number[]>,
): ReadonlyMap<number, number> | null => {
  let longest: Map<number, number> | null = null;
  let node: Node<number[]> | undefined = tree;
  for (let at = from; at < words.length; at += 1) {
    node = node.next.get(words[at] ?? "");
    if (node === undefined) break;
    if (node.meaning === null) continue;
    longest ??= new Map();
    for (const kind of node.meaning.is) longest.set(kind, at + 1);
  }
  return longest;
};

/** What `matchPhrases` finds with the book of each kind, in the order of the kinds. */
export const matchShelf = <Kind>(
  words: readonly string[],
  { kinds, tree }: PhraseShelf<Kind>,
): readonly PhraseMatch<Kind>[] => {
  const found = new Map<number, PhraseMatch<Kind>[]>();
  for (let from = 0; from < words.length; from += 1)
    for (const [kind, to] of longestAt(words, from, tree) ?? []) {
      const own = found.get(kind);
      const match = { from, to, meaning: kinds[kind] as Kind };
      if (own === undefined) found.set(kind, [match]);
      else if ((own.at(-1)?.to ?? 0) <= from) own.push(match);
    }
  return [...found].toSorted(([one], [other]) => one - other).flatMap(([, matches]) => matches);
};
