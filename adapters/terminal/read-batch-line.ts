import { z } from "zod";
import { type CalendarDate, readDay } from "../../src/desk.ts";

/** One question of a batch; lines of one thread are one conversation. */
export type BatchLine = {
  readonly id: string | number;
  readonly question: string;
  readonly now: CalendarDate | null;
  readonly thread: string | number | null;
};

export type ReadBatchLine =
  | { readonly ok: true; readonly line: BatchLine }
  | { readonly ok: false; readonly reason: string };

const name = (key: string) =>
  z.union([z.string(), z.number()], { error: `"${key}" is to be a string such as "q1"` });

const day = z
  .string({ error: '"now" is to be a day such as "2024-09-30"' })
  .transform((text, context): CalendarDate => {
    const read = readDay(text);
    if (read !== null) return read;
    context.addIssue(`"now": found ${JSON.stringify(text)}, expected a day such as "2024-09-30"`);
    return z.NEVER;
  });

/** Other keys are ignored; null stands for a key that is left out. */
const batchLine = z.object(
  {
    id: name("id"),
    question: z.string({ error: '"question" is to be a string' }),
    now: day.nullish().transform((value) => value ?? null),
    thread: name("thread")
      .nullish()
      .transform((value) => value ?? null),
  },
  { error: 'expected an object such as {"id": "q1", "question": "…"}' },
);

const parseJson = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

/** Reads one line of a batch file; a reason, on one line, where it is none. */
export const readBatchLine = (text: string): ReadBatchLine => {
  const parsed = parseJson(text);
  if (parsed === null) return { ok: false, reason: "no JSON" };
  const read = batchLine.safeParse(parsed.value);
  if (read.success) return { ok: true, line: read.data };
  return { ok: false, reason: read.error.issues.map(({ message }) => message).join("; ") };
};
