import { readDay } from "../calendar/day.ts";
import type { Telling } from "../store/telling.ts";
import type { Desk, Replied } from "./open-desk.ts";

/** A question as it was asked: on its day, with what its thread remembered then. */
export type AskedBefore = Pick<Telling, "question" | "askedOn" | "locale" | "before">;

/** Asks a question again as it was meant; null where its day cannot be read any more. */
export const askAgain = (desk: Desk, { question, askedOn, locale, before }: AskedBefore): Replied | null => {
  const day = readDay(askedOn);
  return day === null ? null : desk.ask({ text: question, askedOn: day, locale }, before);
};
