import { monthName } from "../../calendar/calendar-periods.ts";

const NUMBERS = new Map(
  Array.from({ length: 12 }, (_, index) => [monthName(index + 1).toLowerCase(), index + 1] as const),
);
const MONTH = `(?:${[...NUMBERS.keys()].join("|")})`;
const DAY = "(?:\\d{1,2}(?:st|nd|rd|th)?\\s)?";
/** "April to March", "1 April to 31 March", "from 1 September until 31 August": two months and little between. */
const FROM_TO = new RegExp(
  `\\b(?<first>${MONTH})\\b(?:\\s\\d{1,4}\\b)?\\s?(?:-|–|—|\\p{L}{2,8}(?:\\s\\p{L}{2,8}){0,3})\\s?${DAY}\\b(?<last>${MONTH})\\b`,
  "giu",
);
/** "The year ending 31 March", "years to 31 July". */
const ENDING = new RegExp(
  `\\byears?\\b[^.;]{0,20}?\\b(?:end(?:s|ed|ing)?|to)\\b(?:\\s(?:on|in|at|of|the|end)\\b){0,3}\\s${DAY}(?<last>${MONTH})\\b`,
  "giu",
);

const numberOf = (name: string | undefined): number => NUMBERS.get((name ?? "").toLowerCase()) ?? 0;

const isYear = (first: number, last: number): boolean => first === (last % 12) + 1;

const startIn = (text: string): number | null => {
  for (const { groups } of text.matchAll(FROM_TO)) {
    const [first, last] = [numberOf(groups?.first), numberOf(groups?.last)];
    if (isYear(first, last)) return first;
  }
  for (const { groups } of text.matchAll(ENDING)) return (numberOf(groups?.last) % 12) + 1;
  return null;
};

/**
 * The month, 1 to 12, in which the years of a table begin that end in the next calendar year, as its texts tell:
 * "financial years run from 1 April to 31 March" is 4. Null where none of them does.
 */
export const yearStartTold = (texts: readonly (string | null)[]): number | null =>
  texts.map((text) => (text === null ? null : startIn(text))).find((month) => month !== null) ?? null;
