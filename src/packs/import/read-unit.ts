import type { ColumnWords } from "./column-words.ts";
import type { MeasureMapping } from "./mapping.ts";

export type UnitRead = { readonly unit: string | null; readonly scale: MeasureMapping["scale"] };
export type WithUnit = UnitRead & { /** What is left of the text without its unit. */ readonly rest: string };

const NONE: UnitRead = { unit: null, scale: undefined };
const SPACES = /\s+/g;
const OF = /^of\s+/i;
/** "percent of the harvest" is percent; "tonnes of apples" are tonnes of apples. */
const OF_WHOLE = /\s(?:of|in)\s.*$/i;
export const PERCENT = "percent";
const QUALIFIED = /^(?:current|constant|nominal|real)\s+(?:\d{4}\s+)?/i;
/** "dollars a year" are dollars: the period says over what time. */
const A_YEAR = /\s(?:a|per|each|every)\s(?:day|week|month|quarter|year|annum)$/i;

const SCALES = ["thousand", "million", "billion", "trillion"] as const;
const scaleOf = (text: string, words: ColumnWords): UnitRead["scale"] => {
  const value = words.valueOf("scale", text);
  return SCALES.find((scale) => scale === value);
};

/** "annual %" is percent. */
const withoutGrain = (text: string, words: ColumnWords): string => {
  const [first = "", ...rest] = text.split(" ");
  return rest.length > 0 && words.is("grain", first) ? rest.join(" ") : text;
};

/** "£m", "$bn", "€ thousand", "£000": a currency and how many of it, in one. */
const MONEY_SCALED = /^(?<sign>[£$€¥]|us\$)\s?(?<scale>\p{L}+|'?0{3}s?)$/iu;

const readScaledMoney = (text: string, words: ColumnWords): UnitRead | null => {
  const { sign = "", scale = "" } = MONEY_SCALED.exec(text)?.groups ?? {};
  const unit = words.valueOf("unit", sign);
  // "£m" and "$b" shorten what tables write as "mn" and "bn".
  const scaled = scaleOf(scale, words) ?? scaleOf(`${scale}n`, words);
  return unit === null || scaled === undefined ? null : { unit, scale: scaled };
};

/** A unit said in full: "millions of US dollars", "current USD", "metric tons". Null where no word of it is one. */
export const readUnit = (text: string, words: ColumnWords): UnitRead => {
  const plain = withoutGrain(text.trim().replace(SPACES, " "), words).replace(A_YEAR, "");
  const money = readScaledMoney(plain, words);
  if (money !== null) return money;
  const [first = "", ...rest] = plain.split(" ");
  const scale = scaleOf(first, words);
  const unscaled = scale === undefined ? plain : rest.join(" ").replace(OF, "");
  if (unscaled === "") return scale === undefined ? NONE : { unit: null, scale };
  const known = words.valueOf("unit", unscaled) ?? words.valueOf("unit", unscaled.replace(QUALIFIED, ""));
  if (known !== null) return { unit: known, scale };
  const whole = words.valueOf("unit", unscaled.replace(OF_WHOLE, ""));
  if (whole === PERCENT) return { unit: PERCENT, scale };
  return words.has("unit", unscaled) || scale !== undefined ? { unit: unscaled, scale } : NONE;
};

const LIST_SIGN = /[;,]/u;
const LETTER = /\p{L}/u;
const BRACKETED = /\s*[([](?<inner>[^)\]]+)[)\]]/gu;
const IN_UNIT = /(?:^|,?\s+)in\s+(?<unit>(?:(?!\sin\s)[^,;])+)$/iu;
/** A unit of more words is a sentence that holds one. */
const UNIT_WORDS = 6;

const inBrackets = (text: string, words: ColumnWords): WithUnit | null => {
  for (const match of text.matchAll(BRACKETED)) {
    const inner = match.groups?.inner?.split(LIST_SIGN, 1)[0] ?? "";
    const read = inner.split(" ").length > UNIT_WORDS ? NONE : readUnit(inner, words);
    if (read.unit !== null || read.scale !== undefined)
      return { ...read, rest: text.replace(match[0], "").trim() };
  }
  return null;
};

const behindIn = (text: string, words: ColumnWords): WithUnit | null => {
  const match = IN_UNIT.exec(text);
  const unit = match?.groups?.unit ?? "";
  if (match === null || unit.split(" ").length > UNIT_WORDS) return null;
  const read = readUnit(unit, words);
  return read.unit === null && read.scale === undefined
    ? null
    : { ...read, rest: text.slice(0, match.index).trim() };
};

const ALL_NUMBERS =
  /\b(?:all |the )?(?:numbers|figures|values|counts|data|amounts)\b(?:\s(?:are|is|given|shown|expressed|reported|stated))*\sin\s(?<scale>\p{L}+)\b/iu;

/** "Numbers are in thousands": the scale of every count of a table, where a text about it says so. */
export const scaleToldOf = (texts: readonly (string | null)[], words: ColumnWords): UnitRead["scale"] =>
  texts
    .map((text) => scaleOf(ALL_NUMBERS.exec(text ?? "")?.groups?.scale ?? "", words))
    .find((scale) => scale !== undefined);

const PART_OF = /(?:^|\s)(?:as )?(?:a |an |the )?(?:percent|per cent|percentage|%) (?:of|that|who|which)\s/iu;
const PER = /^(?<counted>\p{L}[\p{L}\p{N}\s-]*?)\s+per\s+(?<each>[\p{L}\p{N}][\p{L}\p{N},\s-]*)$/u;
const CLAUSES = /\s*[;:]\s*|,\s+/u;

/** "Pupils per teacher", "Deaths per 100,000 people": what is counted for each of something. */
const inEach = (text: string): UnitRead => {
  const { counted = "", each = "" } = PER.exec(text)?.groups ?? {};
  const length = `${counted} ${each}`.split(SPACES).length;
  if (counted === "" || length > UNIT_WORDS) return NONE;
  return { unit: `${counted.charAt(0).toLowerCase()}${counted.slice(1)} per ${each}`, scale: undefined };
};

/**
 * The unit that a sentence about a column tells: "Unemployed persons as a percent of the labor force" is in
 * percent, "Median sales price of new homes, US dollars" in dollars, "Pupils per teacher" in those.
 */
export const unitToldIn = (sentence: string, words: ColumnWords): UnitRead => {
  const clauses = sentence.split(CLAUSES).map((clause) => clause.trim());
  const plain = clauses.map((clause) => readUnit(clause, words));
  const whole = plain.find(
    ({ unit }, at) => unit !== null && words.valueOf("unit", bareUnit(clauses[at] ?? "")) !== null,
  );
  if (whole !== undefined) return whole;
  if (PART_OF.test(sentence)) return { unit: PERCENT, scale: undefined };
  return clauses.map(inEach).find(({ unit }) => unit !== null) ?? NONE;
};

const bareUnit = (text: string): string => text.replace(A_YEAR, "").replace(QUALIFIED, "");

/** Finds the unit in a text about a column: "Distance (km)", "GDP in current USD". */
export const findUnit = (text: string, words: ColumnWords): WithUnit =>
  inBrackets(text, words) ?? behindIn(text, words) ?? { ...NONE, rest: text };

/** One letter is a unit only where the text before it names what is measured in it. */
const isTooShort = (suffix: string): boolean => suffix.length === 1 && LETTER.test(suffix);
const SHORT_UNITS: readonly string[] = ["c", "f"];

/** A letter is a unit only behind a short form: "temp c". */
const unitOfWord = (word: string, before: string, words: ColumnWords): string | null => {
  const shortly = SHORT_UNITS.includes(word) && words.valueOf("expansion", before) !== null;
  return shortly || !isTooShort(word) ? words.valueOf("unit", word) : null;
};

const SHORTEST_NOUN = 5;

/** "Bike trips" are counted in trips, and are still called so; "length km" is a length. */
const isNoun = (word: string, unit: string | null): boolean => word === unit && word.length >= SHORTEST_NOUN;

/** Finds the unit at the end of a column's name: "avg temp c", "sales usd", "budget mn eur". */
export const findUnitSuffix = (header: string, words: ColumnWords): WithUnit => {
  const all = header.split(" ");
  const [before = "", last = ""] = all.slice(-2).map((word) => word.toLowerCase());
  // "Number of days" counts days, and is not measured in them.
  if (all.length < 2 || words.is("filler", before)) return { ...NONE, rest: header };
  const unit = unitOfWord(last, before, words);
  const scale = scaleOf(unit === null ? last : before, words);
  if (unit === null && scale === undefined) return { ...NONE, rest: header };
  const rest = all.slice(0, unit !== null && scale !== undefined ? -2 : -1).join(" ");
  return { unit, scale, rest: rest === "" || isNoun(last, unit) ? header : rest };
};
