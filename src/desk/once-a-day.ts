import type { CalendarDate } from "../calendar/day.ts";

/** All that a question by itself depends on. */
export type Alone = {
  readonly text: string;
  readonly askedOn: CalendarDate;
  /** Whose number signs are used; null: the language pack's. */
  readonly locale?: string | null;
};

/**
 * Works out once a day what depends on a question by itself, and remembers so many of them, those that were asked
 * for last: the same questions are asked again, pressed again, and proposed below every answer.
 */
export const onceADay = <Value>(work: (asked: Alone) => Value, most: number): ((asked: Alone) => Value) => {
  let [day, known] = ["", new Map<string, { readonly value: Value }>()];
  return (asked) => {
    if (asked.askedOn !== day) [day, known] = [asked.askedOn, new Map()];
    const key = JSON.stringify([asked.text, asked.locale ?? null]);
    const found = known.get(key) ?? { value: work(asked) };
    // A map keeps the order of setting: the first is the one that was not asked for the longest.
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return found.value;
  };
};
