import type { CalendarDate } from "../../src/desk.ts";

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** The day on which a moment falls where the person sits: what "today" means to them. */
export const dayOf = (moment: Date): CalendarDate =>
  `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}` as CalendarDate;

/** The terminal's only use of the clock. */
export const today = (): CalendarDate => dayOf(new Date());
