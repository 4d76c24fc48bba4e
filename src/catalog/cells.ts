import { z } from "zod";
import type { CalendarDate } from "../calendar/day.ts";

// A cell of a table, read on its own: text in, a typed value out. The message of each says what the cell
// should hold, in words that finish the sentence "expected …".

/** Ids are told apart from lists (";"), member keys ("=") and running text (spaces) by what they may not contain. */
const ID = /^[^\s;=]+$/;
const MEMBER_KEY = /^[^\s;=]+=[^\s;=]+$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const WHOLE_NUMBER = /^[1-9]\d*$/;
const FILE_NAME = /^(?!\.)[^/\\]+$/;
const SEPARATOR = /\s*;\s*/;

/** Whether a cell is sure to pass: a million of them are not handed to a schema one by one. */
export const isId = (text: string): boolean => ID.test(text);
export const isNumber = (text: string): boolean => NUMBER.test(text);
export const isWholeNumber = (text: string): boolean => WHOLE_NUMBER.test(text);

const id = z.string().regex(ID, 'an id: letters, digits and hyphens, no space, ";" or "="');

/** A cell that may stay empty: "" is null. */
const orNull = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z.union([z.literal("").transform(() => null), schema], {
    // A union says "Invalid input" of its own; what the filled cell should have been is said by its schema.
    error: ({ errors }) => errors?.at(-1)?.[0]?.message,
  });

const day = z.iso.date("a real day such as 2024-09-30").transform((text) => text as CalendarDate);

const list = <Schema extends z.ZodType<string, string>>(item: Schema) =>
  z
    .string()
    .transform((cell) => cell.split(SEPARATOR).filter((part) => part !== ""))
    .pipe(z.array(item));

export const cell = {
  id,
  optionalId: orNull(id),
  ids: list(id),
  /** An id of a measure, a member or a period: whatever a name may be given to. */
  anyId: z.string().regex(/^[^\s;]+$/, "an id: a measure's, a period's, or a member's \"dimension=id\""),
  memberKeys: list(
    z.string().regex(MEMBER_KEY, 'member keys such as "dimension=id", with "; " between two'),
  ).transform((keys) => keys.toSorted()),
  text: z.string().min(1, "a value: this cell may not be empty"),
  optionalText: orNull(z.string()),
  day,
  optionalDay: orNull(day),
  number: z.string().regex(NUMBER, "a plain number such as 113431 or 0.5").transform(Number),
  optionalNumber: orNull(z.string().regex(NUMBER, "a plain number such as 113431 or 0.5").transform(Number)),
  wholeNumber: z.string().regex(WHOLE_NUMBER, "a whole number from 1").transform(Number),
  url: orNull(z.url({ protocol: /^https?$/, error: "a web address such as https://example.org/page" })),
  fileName: orNull(z.string().regex(FILE_NAME, "a file's name, without folders")),
  oneOf: <const Values extends readonly [string, ...string[]]>(values: Values) =>
    z.enum(values, `one of ${values.join(", ")}`),
} as const;
