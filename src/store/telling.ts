import { z } from "zod";

/** A number that was told: which held figures it rests on, and how it was said. */
const toldFigure = z.object({
  /** Ids of held figures; several where the number was worked out. */
  figures: z.array(z.string()),
  value: z.number(),
  unit: z.string(),
  label: z.string(),
  period: z.string(),
});

/** An entry of the ledger: which figures were told in which message, on which platform, and when. */
export const tellingSchema = z.object({
  platform: z.string(),
  /** The channel that the message stands in, as the platform names it. */
  place: z.string(),
  /** The message that told it, as the platform names it. */
  message: z.string(),
  thread: z.string().nullable(),
  /** The message that asked, by which an edited question finds its answer. */
  asked: z.string(),
  question: z.string(),
  /** The day of asking, "2026-11-22". */
  askedOn: z.string(),
  /** An instant, "2026-11-22T09:30:00.000Z". */
  toldAt: z.string(),
  headline: z.string(),
  told: z.array(toldFigure),
});

export type Telling = Readonly<z.infer<typeof tellingSchema>>;
