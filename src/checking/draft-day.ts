import type { CalendarDate } from "../calendar/day.ts";
import { findPeriods } from "../language/find-periods.ts";
import type { Vocabulary } from "../question/vocabulary.ts";

/** A draft's head, in UTF-16 units: the dateline, or the line below the headline that says when it ran. */
const HEAD = 240;
/** A line that says when a text was written says little else. */
const LONGEST_LINE = 90;
const LINE = /[^\n]+/gu;
const DATELINE_END = /\s(?:[—–]|--)\s/u;

type Dated = { readonly text: string; readonly askedOn: CalendarDate; readonly isFixed?: boolean };

/**
 * The day that a draft says it was written on: in its dateline ("WASHINGTON, March 20, 2025 — …") or in a short
 * line of its head ("Published Jan. 14, 2025"). Null where it says none, or where the day of checking is fixed.
 */
export const findDraftDay = (
  { text, askedOn, isFixed = false }: Dated,
  { language, namedPeriods: named, fiscalYearStartMonth }: Vocabulary,
): CalendarDate | null => {
  if (isFixed) return null;
  const lines = (text.slice(0, HEAD).match(LINE) ?? []).flatMap((line) => {
    const end = DATELINE_END.exec(line)?.index;
    if (end !== undefined && end < LONGEST_LINE) return [line.slice(0, end)];
    return line.length < LONGEST_LINE ? [line] : [];
  });
  const found = lines.flatMap((line) =>
    findPeriods(line, { askedOn, fiscalYearStartMonth, named, words: language.calendar }),
  );
  for (const { reference } of found)
    if (reference.kind === "within" && reference.grain === "day" && !reference.relative)
      return reference.period.start;
  return null;
};
