import type { PhraseMeaning } from "../language/phrases.ts";
import type { Quantity } from "../language/quantity.ts";
import type { Span } from "../language/span.ts";
import type { Token } from "../language/words.ts";
import { overlaps, type Surface } from "../question/find-surface.ts";

/** A bare number of few digits, as names, ages and addresses have them. */
const BARE = /^\d{1,4}(?:[-–]\d{1,4})?$/u;
const LIST_NUMBER = /^\s*[("#]?\d{1,3}\s*(?:[.)]\s|[.)]?\s*$)/u;
const PHONE = /(?:\+?\d{1,3}[ .-])?(?:\(\d{3}\)\s*|\b\d{3}[ .-])\d{3}[ .-]\d{4}\b/gu;
/** "5-2", "202-555-0147": digits that a hyphen joins and that make no range. */
const TIED_BEFORE = /\d[-–]$/u;
const TIED_AFTER = /^[-–]\d/u;
/** "Dana Whitfield, 54, of …": an age stands between two commas, or before a bracket or full stop. */
const NAME_COMMA = /\p{Lu}\p{L}*,\s*$/u;
const AGE_ENDS = /^\s*[,.;)]/u;
const OLDEST = 120;
const LETTER_NEXT = /^\s*[\p{L}%]/u;
const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}/u;

type Reading = { readonly quantity: Quantity; readonly surface: Surface };

const isBare = ({ asPrinted, unit }: Quantity): boolean => unit === null && BARE.test(asPrinted);

const isTied = ({ quantity: { at }, surface: { text } }: Reading): boolean =>
  TIED_BEFORE.test(text.slice(0, at[0])) || TIED_AFTER.test(text.slice(at[1]));

const WHO_IS = /\p{L}+\s+\p{L}+\s*$/u;

/** "…, who is 63": told of somebody, at the end of what is told. */
const isAgeOfWhom = ({ quantity, surface }: Reading): boolean => {
  const { tokens, text } = surface;
  const at = tokens.findIndex((token) => token.at[0] >= quantity.at[0]);
  const asker = tokens[at - 2];
  return (
    isBare(quantity) &&
    quantity.value <= OLDEST &&
    WHO_IS.test(text.slice(0, quantity.at[0])) &&
    !LETTER_NEXT.test(text.slice(quantity.at[1])) &&
    asker !== undefined &&
    surface.frames.some((frame) => frame.meaning === "asker" && frame.at[0] === asker.at[0])
  );
};

const isAge = ({ quantity, surface: { text } }: Reading): boolean =>
  isBare(quantity) &&
  quantity.value <= OLDEST &&
  NAME_COMMA.test(text.slice(0, quantity.at[0])) &&
  AGE_ENDS.test(text.slice(quantity.at[1]));

const nextTo = (
  tokens: readonly Token[],
  { at }: Quantity,
): readonly [Token | undefined, Token | undefined] => {
  const after = tokens.findIndex((token) => token.at[0] >= at[1]);
  return [tokens.findLast((token) => token.at[1] <= at[0]), after < 0 ? undefined : tokens[after]];
};

/** In "Agents Made 500 Arrests Last Month" a capital says nothing: only its short words have none. */
const SHORT = 4;
const isHeadline = ({ tokens }: Surface): boolean =>
  tokens.every(({ text }) => text.length < SHORT || !SMALL.test(text));

/** "Suite 400", "Flight 93", "Resolution 24": a name's own number. The first word of a sentence is no name. */
const isInName = ({ quantity, surface }: Reading): boolean => {
  const { tokens, text } = surface;
  if (!isBare(quantity) || quantity.hedgeAt !== null || isHeadline(surface)) return false;
  const [before] = nextTo(tokens, quantity);
  if (before === undefined || before === tokens[0] || !CAPITAL.test(before.text)) return false;
  return text.slice(before.at[1], quantity.at[0]).trim() === "";
};

const has = ({ surface }: Reading, meaning: PhraseMeaning, within: Span): boolean =>
  surface.frames.some((frame) => frame.meaning === meaning && overlaps(frame.at, within));

/** "1600 Main Street": up to three words in capitals, the last of them a kind of street. */
const isAddress = (reading: Reading): boolean => {
  const { quantity, surface } = reading;
  const behind = surface.tokens.filter(({ at }) => at[0] >= quantity.at[1]).slice(0, 4);
  const last = behind.findIndex(({ at }) => has(reading, "street", at));
  return isBare(quantity) && last > 0 && behind.slice(0, last).every(({ text }) => CAPITAL.test(text));
};

/** "3 p.m.", "41-year-old" */
const isFollowedBy = (reading: Reading, meaning: PhraseMeaning): boolean => {
  const [, after] = nextTo(reading.surface.tokens, reading.quantity);
  return after !== undefined && has(reading, meaning, after.at) && isTouching(reading, after);
};

const TOUCHING = /^[\s-]*$/u;
const isTouching = ({ quantity, surface }: Reading, { at }: Token): boolean =>
  TOUCHING.test(surface.text.slice(quantity.at[1], at[0]));

const inPhone = ({ quantity, surface }: Reading): boolean =>
  [...surface.text.matchAll(PHONE)].some(({ index, 0: { length } }) =>
    overlaps([index, index + length], quantity.at),
  );

const isListNumber = ({ quantity, surface: { text } }: Reading): boolean =>
  LIST_NUMBER.test(text) && text.slice(0, quantity.at[0]).trim().length <= 1;

/** "The two", "all three" stand for what was named: a small number in letters with nothing counted behind it. */
const SMALLEST_COUNT = 10;
const ENDS = /^\s*(?:[,.;:!?)—]|$)/u;
const isPronoun = ({ quantity, surface }: Reading): boolean =>
  quantity.value <= SMALLEST_COUNT &&
  quantity.unit === null &&
  SMALL.test(quantity.asPrinted) &&
  ENDS.test(surface.text.slice(quantity.at[1])) &&
  surface.frames.some(
    ({ meaning, at }) => meaning === "definite" && at[1] <= quantity.at[0] && quantity.at[0] - at[1] <= 1,
  );

const SIGNS: readonly ((reading: Reading) => boolean)[] = [
  isTied,
  isAge,
  isAgeOfWhom,
  isInName,
  isAddress,
  inPhone,
  isPronoun,
  isListNumber,
  (reading) => isFollowedBy(reading, "clock"),
  (reading) => isFollowedBy(reading, "old"),
];

/** Whether a number says no amount of anything: an age, an address, a vote, the number of a room or of a list. */
export const isNoClaim = (quantity: Quantity, surface: Surface): boolean =>
  SIGNS.some((sign) => sign({ quantity, surface }));
