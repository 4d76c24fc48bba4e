import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { findPrinted, paragraphsOf } from "./find-printed.ts";

export type FoundReceipt =
  /** The sentence that the number stands in, as the archived text has it. */
  | { readonly kind: "found"; readonly sentence: string }
  /** The text has no such paragraph, or the number does not stand in it (any more). */
  | { readonly kind: "not_found" };

/** Gives the text of a file of the archive; null where the archive has no such file. */
export type Archive = (file: string) => string | null;

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * A full stop behind one capital letter, or a capital and two small ones, ends an initial or a title ("J. D.",
 * "Dr.") more often than a sentence. Where it did end one, a sentence too many is shown; the other mistake
 * would show half of one.
 */
const SHORTENED = /(?:^|[^\p{L}\p{N}])\p{Lu}\p{Ll}{0,2}\.\s*$/u;

/** Where each sentence of a paragraph starts. */
const sentenceStarts = (paragraph: string): readonly number[] => {
  const segments = Array.from(sentences.segment(paragraph));
  return segments
    .filter((_, index) => !SHORTENED.test(segments[index - 1]?.segment ?? ""))
    .map(({ index }) => index);
};

/**
 * The sentence of a document in which a number stands as a figure says it is printed. `paragraph` counts
 * the lines that are not empty from 1. Where the number stands there more than once, the first sentence.
 */
export const findReceipt = (archiveText: string, paragraph: number, asPrinted: string): FoundReceipt => {
  const line = paragraphsOf(archiveText)[paragraph - 1];
  const [first] = line === undefined ? [] : findPrinted(line, asPrinted);
  if (line === undefined || first === undefined) return { kind: "not_found" };
  const starts = sentenceStarts(line);
  const start = starts.findLast((index) => index <= first[0]);
  const end = starts.find((index) => index > first[0]);
  return { kind: "found", sentence: line.slice(start, end).trim() };
};

/** The file's real path, where it is a file in the folder itself and no link or ".." leads out of it. */
const pathWithin = (folder: string, file: string): string | null => {
  try {
    const root = realpathSync(folder);
    const path = realpathSync(join(root, file));
    return path.startsWith(root + sep) && statSync(path).isFile() ? path : null;
  } catch {
    // Not there, or not ours to look at: for the caller the archive does not have it.
    return null;
  }
};

/**
 * Opens the newsroom's archive folder. A file is read once and again only when it has changed, so that a
 * text that was edited meanwhile is held against the figures as it now stands.
 */
export const openArchive = (folder: string): Archive => {
  const read = new Map<string, { readonly stamp: string; readonly text: string }>();
  return (file) => {
    const path = pathWithin(folder, file);
    if (path === null) return null;
    const { mtimeMs, size } = statSync(path);
    const stamp = `${mtimeMs} ${size}`;
    const known = read.get(path);
    if (known?.stamp === stamp) return known.text;
    const text = readFileSync(path, "utf8");
    read.set(path, { stamp, text });
    return text;
  };
};
