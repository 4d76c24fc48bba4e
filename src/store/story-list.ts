import { z } from "zod";
import { DATE_BASES, SOURCE_KINDS } from "../catalog/observation.ts";
import { memorySchema } from "./memory-schema.ts";
import { restSchema, toldFigure } from "./telling.ts";

/** A list of figures that somebody collects for a story. Its figures stand each by themselves. */
export const listSchema = z.object({
  id: z.string(),
  /** Null: it is a thread's, or a person's, own. */
  name: z.string().nullable(),
  /** An instant. */
  at: z.string(),
  by: z.string(),
});
export type StoryList = Readonly<z.infer<typeof listSchema>>;

/** Where a collected figure stands, as it was cited. */
const cited = z.object({
  figure: z.string(),
  source: z.string(),
  outlet: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  published: z.object({ date: z.string().nullable(), basis: z.enum(DATE_BASES) }),
  kind: z.enum(SOURCE_KINDS),
  paragraph: z.number(),
  asPrinted: z.string(),
  attribution: z.string().nullable(),
});

/** An answer that was collected: what was asked, and what was said then, to be held against what is held later. */
export const itemSchema = z.object({
  id: z.string(),
  /** An instant. */
  at: z.string(),
  by: z.string(),
  question: z.string(),
  /** The day of asking, "2026-11-22". */
  askedOn: z.string(),
  locale: z.string().nullable(),
  before: memorySchema.nullable(),
  headline: z.string(),
  told: z.array(toldFigure),
  rests: z.array(restSchema),
  /** The answer as copy. */
  statement: z.string(),
  /** Each told figure as it was said: "more than 7.6 million people". */
  says: z.array(z.string()),
  cited: z.array(cited),
  caveats: z.array(z.string()),
});
export type StoryItem = Readonly<z.infer<typeof itemSchema>>;
