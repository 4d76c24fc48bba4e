import { z } from "zod";
import { FIGURE_KINDS } from "../catalog/observation.ts";
import { QUALIFIERS } from "../language/quantity.ts";
import { memorySchema, periodSchema } from "./memory-schema.ts";

/** A number that was told: which held figures it rests on, and how it was said. */
export const toldFigure = z.object({
  /** Ids of held figures; several where the number was worked out. */
  figures: z.array(z.string()),
  value: z.number(),
  unit: z.string(),
  label: z.string(),
  period: z.string(),
});

/** A held figure as it was when it was told. */
export const restSchema = z.object({
  id: z.string(),
  measure: z.string(),
  members: z.array(z.string()),
  value: z.number(),
  valueMax: z.number().nullable(),
  qualifier: z.enum(QUALIFIERS),
  period: periodSchema,
  kind: z.enum(FIGURE_KINDS),
  /** What it was called, with its unit: its measure may be gone when it is spoken of again. */
  label: z.string(),
  unit: z.string(),
});
/** A held figure as it was when it was told. */
export type Rest = Readonly<z.infer<typeof restSchema>>;

/** An entry of the ledger: which figures were told in which message, on which platform, to whom, and when. */
export const tellingSchema = z.object({
  platform: z.string(),
  /** The channel that the message stands in, as the platform names it. */
  place: z.string(),
  /** The message that told it, as the platform names it; "" where the platform gives it no name. */
  message: z.string(),
  thread: z.string().nullable(),
  /** The message that asked, by which an edited question finds its answer. */
  asked: z.string(),
  /** Who asked, as the platform names people; null where that was not kept. */
  asker: z.string().nullable().default(null),
  /** "one": the message is seen by who asked alone. */
  audience: z.enum(["everyone", "one"]).default("everyone"),
  /** The conversation that it was asked in, and the person, as the core knows them; null where that was not kept. */
  conversation: z.string().nullable().default(null),
  person: z.string().nullable().default(null),
  question: z.string(),
  /** Whose number signs were used, "de"; null: the language pack's. */
  locale: z.string().nullable().default(null),
  /** What the thread remembered when it was asked, to ask it again as it was meant. */
  before: memorySchema.nullable().default(null),
  /** The day of asking, "2026-11-22". */
  askedOn: z.string(),
  /** An instant, "2026-11-22T09:30:00.000Z". */
  toldAt: z.string(),
  headline: z.string(),
  told: z.array(toldFigure),
  /** The held figures that the numbers rest on, as they were. */
  rests: z.array(restSchema).default([]),
});

export type Telling = Readonly<z.infer<typeof tellingSchema>>;
/** The same as it is handed in: what has a default may be left out. */
export type NewTelling = z.input<typeof tellingSchema>;
