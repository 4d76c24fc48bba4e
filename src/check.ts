import type { Knowledge } from "./ask.ts";
import type { CalendarDate } from "./calendar/day.ts";
import { checkDraft, countParagraphs } from "./checking/check-draft.ts";
import { composeCheck, composeUnreadable } from "./checking/compose-check.ts";
import { findDraftDay } from "./checking/draft-day.ts";
import { findUnreadable } from "./checking/readable.ts";
import type { CheckReport } from "./checking/report.ts";
import { inLocale } from "./language/format.ts";
import { layOutCheck } from "./message/lay-out-check.ts";
import type { Message } from "./message/message.ts";

export type Draft = {
  readonly text: string;
  /** The day on which it is checked; a day that the draft's head names comes first, unless `isFixed`. */
  readonly askedOn: CalendarDate;
  readonly isFixed?: boolean;
  readonly locale?: string | null;
};

/** Told after each paragraph how many of them are read; false ends the reading there. */
export type Progress = (read: number, of: number) => boolean;

export type Checked = { readonly report: CheckReport; readonly message: Message };

const laidOut = (report: CheckReport, { receiptsOf }: Knowledge): Checked => {
  const citations = report.numbers.flatMap((number) => number.citations);
  return { report, message: layOutCheck(report, receiptsOf({ citations })) };
};

/** One draft, top to bottom. Each line is a room of src; nothing is decided here. */
export const check = (draft: Draft, knowledge: Knowledge, goesOn: Progress): Checked => {
  const wording = inLocale(knowledge.wording, draft.locale ?? null);
  const unreadable = findUnreadable(draft.text, knowledge.vocabulary);
  if (unreadable !== null) return laidOut(composeUnreadable(unreadable), knowledge);
  const askedOn = findDraftDay(draft, knowledge.vocabulary) ?? draft.askedOn;
  const of = countParagraphs(draft.text, knowledge.vocabulary);
  let read = 0;
  const weighed = [];
  for (const paragraph of checkDraft(draft.text, { ...knowledge, askedOn })) {
    weighed.push(...paragraph);
    read += 1;
    if (!goesOn(read, of)) break;
  }
  const readUpTo = read < of ? { paragraph: read, of } : null;
  return laidOut(composeCheck(weighed, readUpTo, { catalog: knowledge.catalog, wording }), knowledge);
};
