import type { CalendarDate } from "../../src/desk.ts";
import { dayOf } from "../day-of.ts";

/** The terminal's only use of the clock. */
export const today = (): CalendarDate => dayOf(new Date());
