import type { CalendarDate } from "../src/desk.ts";

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** The day on which a moment falls where the bot runs, which is taken to be the newsroom's: what "today" means. */
export const dayOf = (moment: Date): CalendarDate =>
  `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}` as CalendarDate;
