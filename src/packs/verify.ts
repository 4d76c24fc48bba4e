import type { Entry, PackTables } from "../catalog/pack-tables.ts";
import type { Span } from "../language/span.ts";
import type { Archive } from "./archive.ts";
import { findPrinted, paragraphsOf } from "./find-printed.ts";

/** Every number that a text says, in digits or in words, with where it stands. */
export type NumberFinder = (text: string) => readonly Span[];

/** A figure whose number does not stand where its receipt says, or a remark on a number that is not there. */
export type WrongRow = {
  readonly pack: string;
  readonly table: "figures" | "uncited";
  readonly line: number;
  readonly source: string;
  readonly paragraph: number;
  readonly asPrinted: string;
  readonly why: "not_in_paragraph" | "no_such_paragraph";
};

/** A number in an article that no figure cites and no remark explains. */
export type UnexplainedNumber = {
  readonly source: string;
  readonly paragraph: number;
  /** The paragraph's text; the number stands at `at`. */
  readonly text: string;
  readonly at: Span;
};

export type Verification = {
  /** Receipts whose number stands in its paragraph. */
  readonly right: number;
  readonly wrong: readonly WrongRow[];
  readonly unexplained: readonly UnexplainedNumber[];
  /** Numbers that are no figures, and that uncited.csv says why of. */
  readonly explained: number;
  /** Files that sources name and the archive does not have. */
  readonly missing: readonly { readonly source: string; readonly file: string }[];
  /** Figures whose source names no archive file, or a missing one. */
  readonly notVerifiable: number;
};

type Citing = Entry<"figures"> | Entry<"uncited">;
type Cited = { readonly entry: Citing; readonly at: Span };

type Paragraph = {
  readonly source: string;
  readonly number: number;
  readonly text: string | null;
  readonly figures: readonly Entry<"figures">[];
  readonly uncited: readonly Entry<"uncited">[];
};

const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];
const overlaps = (left: Span, right: Span): boolean => left[0] < right[1] && right[0] < left[1];
const same = (left: Span, right: Span): boolean => left[0] === right[0] && left[1] === right[1];

/** Longer ones first: "1 million" must not lose its place to "1". */
const longestFirst = <Row extends Citing>(entries: readonly Row[]): readonly Row[] =>
  entries.toSorted((a, b) => (b.row?.as_printed.length ?? 0) - (a.row?.as_printed.length ?? 0));

/** Gives each row the first place that is free; a row is one printed number, never two. */
const place = (
  entries: readonly Citing[],
  taken: readonly Cited[],
  placesOf: (printed: string) => readonly Span[],
): readonly Cited[] => {
  const cited: Cited[] = [];
  const isFree = (span: Span) => ![...taken, ...cited].some(({ at }) => overlaps(at, span));
  for (const entry of longestFirst(entries)) {
    const at = placesOf(entry.row?.as_printed ?? "").find(isFree);
    if (at !== undefined) cited.push({ entry, at });
  }
  return cited;
};

const wrongRow = (entry: Citing, why: WrongRow["why"]): readonly WrongRow[] => {
  const { pack, table, line, row } = entry;
  if (row === null) return [];
  return [
    { pack, table, line, source: row.source, paragraph: row.paragraph, asPrinted: row.as_printed, why },
  ];
};

type Verified = Pick<Verification, "right" | "wrong" | "unexplained" | "explained">;

const verifyParagraph = (
  { source, number: paragraph, text, figures, uncited }: Paragraph,
  findNumbers: NumberFinder,
): Verified => {
  const rows = [...figures, ...uncited];
  if (text === null) {
    const wrong = rows.flatMap((entry) => wrongRow(entry, "no_such_paragraph"));
    return { right: 0, wrong, unexplained: [], explained: 0 };
  }
  const numbers = findNumbers(text);
  const standing = (printed: string) => findPrinted(text, printed);
  // "7.6" within "7.6 million" is another number, though it stands there letter for letter.
  const whole = (printed: string) =>
    standing(printed).filter((at) => !numbers.some((number) => contains(number, at) && !same(number, at)));
  const receipts = place(figures, [], whole);
  const remarks = place(uncited, receipts, standing);
  const placed = new Set([...receipts, ...remarks].map(({ entry }) => entry));
  const covered = (by: readonly Cited[]) => (number: Span) => by.some(({ at }) => contains(at, number));
  const uncitedNumbers = numbers.filter((number) => !covered(receipts)(number));
  const unexplained = uncitedNumbers.filter((number) => !covered(remarks)(number));
  return {
    right: receipts.length,
    wrong: rows.filter((entry) => !placed.has(entry)).flatMap((entry) => wrongRow(entry, "not_in_paragraph")),
    unexplained: unexplained.map((at) => ({ source, paragraph, text, at })),
    explained: uncitedNumbers.length - unexplained.length,
  };
};

/** A source's paragraphs, and past its end those that rows cite though the text does not have them. */
const paragraphsToVerify = (
  source: string,
  text: string,
  { figures, uncited }: PackTables["tables"],
): readonly Paragraph[] => {
  const lines = paragraphsOf(text);
  const ofSource = ({ read }: Citing) => read.source === source;
  const figuresIn = Map.groupBy(figures.filter(ofSource), ({ read }) => read.paragraph ?? 0);
  const uncitedIn = Map.groupBy(uncited.filter(ofSource), ({ read }) => read.paragraph ?? 0);
  const numbers = new Set([...lines.map((_, index) => index + 1), ...figuresIn.keys(), ...uncitedIn.keys()]);
  return [...numbers].map((number) => ({
    source,
    number,
    text: lines[number - 1] ?? null,
    figures: figuresIn.get(number) ?? [],
    uncited: uncitedIn.get(number) ?? [],
  }));
};

/**
 * Holds a pack against the archived texts, both ways: each figure's number stands in its paragraph as a
 * whole number, one place per row; and each number of the texts is cited by a figure or explained by a
 * row of uncited.csv, which must itself still stand there.
 */
export const verifyPack = (
  { tables }: PackTables,
  archive: Archive,
  findNumbers: NumberFinder,
): Verification => {
  const archived = tables.sources.flatMap(({ row }) =>
    row === null || row.archive === null
      ? []
      : [{ source: row.id, file: row.archive, text: archive(row.archive) }],
  );
  const verified = archived
    .flatMap(({ source, text }) => (text === null ? [] : paragraphsToVerify(source, text, tables)))
    .map((paragraph) => verifyParagraph(paragraph, findNumbers));
  const readable = new Set(archived.flatMap(({ source, text }) => (text === null ? [] : [source])));
  return {
    right: verified.reduce((sum, { right }) => sum + right, 0),
    wrong: verified.flatMap(({ wrong }) => wrong),
    unexplained: verified.flatMap(({ unexplained }) => unexplained),
    explained: verified.reduce((sum, { explained }) => sum + explained, 0),
    missing: archived.filter(({ text }) => text === null).map(({ source, file }) => ({ source, file })),
    notVerifiable: tables.figures.filter(({ row }) => row !== null && !readable.has(row.source)).length,
  };
};
