import { z } from "zod";
import { tellingSchema } from "./telling.ts";

/** How far the desk is with a question that nothing held answers. Each `at` is an instant. */
const stateSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("open") }),
  z.object({ kind: z.literal("taken"), by: z.string(), at: z.string() }),
  z.object({ kind: z.literal("declined"), by: z.string(), reason: z.string(), at: z.string() }),
  /** A figure was added that answers it. */
  z.object({ kind: z.literal("answered"), headline: z.string(), at: z.string() }),
]);

/** A question that was sent to the desk. */
export const assignmentSchema = z.object({
  id: z.string(),
  /** An instant. */
  at: z.string(),
  /** Who sent it, as the platform shows people. */
  by: z.string(),
  /** The refusal, with all that is needed to ask again as it was meant, and to find the thread. */
  refusal: tellingSchema,
  /** Labels of the closest held figures. */
  nearest: z.array(z.string()),
  state: stateSchema,
  /** Where it stands in the desk's channel; null: it stands nowhere yet. */
  post: z.object({ platform: z.string(), message: z.string() }).nullable(),
});
export type Assignment = Readonly<z.infer<typeof assignmentSchema>>;
export type AssignmentState = Assignment["state"];
