import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const wanted = z.object({
  value: z.number(),
  /** Absolute, in the value's own unit. */
  tolerance: z.number().default(0),
  /** Other values that are as right. */
  alternatives: z.array(z.number()).default([]),
});

const sources = z.array(z.string()).default([]);

const expectation = z.discriminatedUnion("type", [
  z.object({ type: z.literal("answer"), values: z.array(wanted), sources }),
  z.object({
    type: z.literal("claim"),
    verdict: z.enum(["supported", "contradicted", "close", "unverifiable"]),
    values: z.array(wanted).default([]),
    sources,
  }),
  z.object({ type: z.literal("source"), sources }),
  z.object({ type: z.literal("none") }),
  z.object({ type: z.literal("ambiguous"), values: z.array(wanted) }),
]);

const line = z.object({
  id: z.string(),
  question: z.string(),
  now: z.string().optional(),
  thread: z.string().optional(),
  kind: z.string(),
  expect: expectation,
});

/** One evaluation question, in the format of the evaluation's own files. */
export type Question = z.infer<typeof line>;
export type Expectation = Question["expect"];
export type Wanted = z.infer<typeof wanted>;

/** The questions of a JSON Lines file; null where there is no such file. */
export const readQuestions = (path: string): readonly Question[] | null => {
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((text) => text.trim() !== "").map((text) => line.parse(JSON.parse(text)));
};
