import { z } from "zod";
import { type CalendarDate, readDay } from "../calendar/day.ts";
import { GRAINS } from "../calendar/period.ts";
import { CALENDAR_UNITS } from "../language/calendar-words.ts";
import type { Memory } from "../question/memory.ts";

/**
 * What a thread remembers, as it may come back from a store: another version of the program may have written
 * it, and what no longer fits is forgotten rather than trusted.
 */
const day = z.custom<CalendarDate>((value) => typeof value === "string" && readDay(value) !== null);
const period = z.object({ label: z.string(), start: day, end: day.nullable() });
export const periodSchema = period;
const namedPeriod = z.object({ id: z.string(), name: z.string(), period });
const grain = z.enum(GRAINS);
const basis = z.enum(["fiscal", "calendar", "unstated"]);

const reference = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("within"), period, grain, basis, relative: z.boolean() }),
  z.object({ kind: z.literal("recurring_month"), month: z.number() }),
  z.object({ kind: z.literal("recurring_quarter"), quarter: z.number() }),
  z.object({ kind: z.literal("since"), start: day, label: z.string(), grain, basis }),
  z.object({ kind: z.literal("range"), period, grain, basis, ends: z.tuple([period, period]) }),
  z.object({
    kind: z.literal("partial"),
    period,
    grain,
    basis,
    until: z.object({ month: z.number(), year: z.number().nullable() }).nullable(),
  }),
  z.object({ kind: z.literal("until"), end: day, label: z.string(), month: z.number().nullable() }),
  z.object({ kind: z.literal("beside_event"), period, event: z.string() }),
  z.object({ kind: z.literal("named"), periods: z.tuple([namedPeriod], namedPeriod) }),
  z.object({ kind: z.literal("shift"), grain, by: z.number() }),
  z.object({ kind: z.literal("same_in"), year: z.number() }),
  z.object({ kind: z.literal("same") }),
  z.object({
    kind: z.literal("beside_same"),
    side: z.enum(["before", "after"]),
    days: z.number().nullable(),
  }),
  z.object({ kind: z.literal("latest") }),
  z.object({ kind: z.literal("now"), day }),
]);

const stretch = z.object({ unit: z.enum(CALENDAR_UNITS), count: z.number() });

const operation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("lookup") }),
  z.object({ kind: z.literal("series") }),
  z.object({ kind: z.literal("compare") }),
  z.object({
    kind: z.literal("change"),
    form: z.enum(["difference", "percent"]),
    direction: z.enum(["up", "down"]).nullable(),
    sized: z.boolean(),
    counted: z.boolean(),
    beside: z.boolean(),
  }),
  z.object({ kind: z.literal("share") }),
  z.object({ kind: z.literal("ratio"), ordered: z.boolean() }),
  z.object({
    kind: z.literal("ranking"),
    direction: z.enum(["high", "low"]),
    merit: z.boolean(),
    count: z.number(),
    nth: z.number(),
    over: z.enum(["period", "member"]),
    window: stretch.nullable(),
  }),
  z.object({
    kind: z.literal("beyond"),
    side: z.enum(["above", "below"]),
    threshold: z.number(),
    came: z.boolean(),
    which: z.enum(["first", "last", "all"]),
  }),
  z.object({ kind: z.literal("sum") }),
  z.object({ kind: z.literal("mean"), yearly: z.boolean() }),
]);

const turn = z.object({
  readings: z.array(
    z.object({
      measure: z.string(),
      members: z.array(z.string()),
      allBut: z.string().optional(),
      periods: z.array(period),
    }),
  ),
  references: z.array(reference),
  operation,
  refused: z.boolean(),
});

export const memorySchema: z.ZodType<Memory> = z.object({
  turns: z.array(turn),
  options: z.array(z.object({ label: z.string(), question: z.string() })),
});
