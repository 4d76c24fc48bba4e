import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckedNumber, type Desk, readDay } from "../../src/desk.ts";

/** What a draft's number ought to get. */
export type Marked = { readonly asPrinted: string; readonly at: number; readonly verdict: string };
export type MarkedDraft = { readonly text: string; readonly marked: readonly Marked[] };

const MARK = /\{(?<number>[^{}=]+) = (?<verdict>\w+)\}/gu;

/** A draft in which "{113,431 = matches}" marks what is to be found, and all other numbers are to be left alone. */
export const readMarkedDraft = (name: string): MarkedDraft => {
  const source = readFileSync(join(import.meta.dirname, "drafts", `${name}.txt`), "utf8");
  let text = "";
  let last = 0;
  const marked: Marked[] = [];
  for (const match of source.matchAll(MARK)) {
    const { number = "", verdict = "" } = match.groups ?? {};
    text += source.slice(last, match.index);
    marked.push({ asPrinted: number, at: text.length, verdict });
    text += number;
    last = match.index + match[0].length;
  }
  return { text: text + source.slice(last), marked };
};

export type Outcome = Marked & { readonly got: string };

export type Judged = {
  readonly outcomes: readonly Outcome[];
  /** Numbers that got a verdict and claim nothing. */
  readonly extra: readonly CheckedNumber[];
};

/** Checks a marked draft on a day and sets what came out beside what was wanted. */
export const judgeDraft = (desk: Desk, { text, marked }: MarkedDraft, day: string): Judged => {
  const askedOn = readDay(day);
  if (askedOn === null) throw new Error(`${day} is no day`);
  const { numbers } = desk.check({ text, askedOn, isFixed: true }, () => true).report;
  const isOf = ({ asPrinted, at }: Marked, { at: [from, to] }: CheckedNumber): boolean =>
    from < at + asPrinted.length && at < to;
  return {
    outcomes: marked.map((one) => ({
      ...one,
      got: numbers.find((number) => isOf(one, number))?.verdict ?? "not found",
    })),
    extra: numbers.filter((number) => !marked.some((one) => isOf(one, number))),
  };
};
