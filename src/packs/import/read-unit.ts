import { isMoney } from "../../language/money.ts";
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
const INDEX = "index points";
/** "2015=100" */
const BASED = /(?:^|\D)\d{4}(?:[/-]\d{2,4})?\s*=\s*100$/u;
const QUALIFIED = /^(?:current|constant|nominal|real)\s+(?:\d{4}\s+)?/i;
/** "dollars a month" are dollars, and tonnes a year tonnes: the period says over what time. Hours per week are hours per week. */
const A_YEAR = /\s(?:a|per|each|every)\s(?:year|annum)$/i;
const A_TIME = /\s(?:a|per|each|every)\s(?:day|week|month|quarter|year|annum)$/i;
const OPENING = /^(?:(?:measured|expressed|given|reported|shown|stated)\s+)?in\s+|^units?\s*:\s*/iu;

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
const MONEY_SCALED = /^(?<sign>\p{L}{0,3}\p{Sc})\s?(?<scale>\p{L}+|'?0{3}s?)$/iu;

const readScaledMoney = (text: string, words: ColumnWords): UnitRead | null => {
  const { sign = "", scale = "" } = MONEY_SCALED.exec(text)?.groups ?? {};
  const unit = words.valueOf("unit", sign);
  // "£m" and "$b" shorten what tables write as "mn" and "bn".
  const scaled = scaleOf(scale, words) ?? scaleOf(`${scale}n`, words);
  return unit === null || scaled === undefined ? null : { unit, scale: scaled };
};

type Scaled = { readonly rest: string; readonly scale: UnitRead["scale"] };

/** "Millions of euros", "EUR million", "thousand tonnes": how many of it, and of what. */
const withoutScale = (text: string, words: ColumnWords): Scaled => {
  const all = text.split(" ");
  const [first, last] = [scaleOf(all[0] ?? "", words), scaleOf(all.at(-1) ?? "", words)];
  if (first !== undefined) return { rest: all.slice(1).join(" ").replace(OF, ""), scale: first };
  return last === undefined
    ? { rest: text, scale: undefined }
    : { rest: all.slice(0, -1).join(" "), scale: last };
};

/** What a text says that is a unit by itself; null where it is none. */
const knownUnit = (text: string, words: ColumnWords): string | null => {
  const bare = text.replace(A_YEAR, "");
  const known = words.valueOf("unit", bare) ?? words.valueOf("unit", bare.replace(QUALIFIED, ""));
  if (known !== null) return known;
  const timeless = words.valueOf("unit", bare.replace(A_TIME, "").replace(QUALIFIED, ""));
  return timeless !== null && isMoney(timeless) ? timeless : null;
};

const EACH = /^(?<counted>.*?)\s*\bper\s+(?<each>.+)$/iu;
/** "per week in the main job" is per week. */
const MORE = /\s(?:(?:in|of|at|for|by|on)\s|\().*$/iu;

/** "US dollars per barrel", "per 100,000 inhabitants", "hours per week": one unit for each of another. */
const knownEach = (text: string, words: ColumnWords): string | null => {
  const { counted = "", each = "" } = EACH.exec(text)?.groups ?? {};
  const behind = each.replace(MORE, "");
  if (behind === "" || words.is("unit", text)) return null;
  const unit = counted === "" ? "" : knownUnit(counted, words);
  return unit === null ? null : `${unit} per ${behind}`.trim();
};

const SLASH = "/";

/** "µg/m³", "g/km": both written as they stand. */
const isQuotient = (text: string, words: ColumnWords): boolean => {
  const [over = "", under = "", ...more] = text.split(SLASH);
  return more.length === 0 && under !== "" && !under.includes(" ") && words.is("unit", over);
};

const PER_CENT = /\bper cent\b/giu;

const tidied = (text: string, words: ColumnWords): string =>
  withoutGrain(text.trim().replace(SPACES, " ").replace(OPENING, "").replace(PER_CENT, PERCENT), words);

/** A unit that is all of a text: "millions of US dollars", "kg per hectare", "index, 2015=100". */
const readExact = (text: string, words: ColumnWords): UnitRead | null => {
  const plain = tidied(text, words);
  const money = readScaledMoney(plain, words);
  if (money !== null) return money;
  if (BASED.test(plain)) return { unit: INDEX, scale: undefined };
  const { rest, scale } = withoutScale(plain, words);
  if (rest === "") return { unit: null, scale };
  const unit = knownUnit(rest, words) ?? knownEach(rest, words);
  if (unit !== null) return { unit, scale };
  return isQuotient(rest, words) ? { unit: rest, scale } : null;
};

/** So many of its first words are a unit: 2 of "metric tons of carbon". */
const openingUnit = (text: string, words: ColumnWords): string | null => {
  const all = text.split(" ");
  const lengths = all.map((_, at) => all.length - at);
  const length = lengths.find((count) => words.is("unit", all.slice(0, count).join(" ")));
  return length === undefined ? null : words.valueOf("unit", all.slice(0, length).join(" "));
};

const endsInUnit = (text: string, words: ColumnWords): boolean => {
  const all = text.split(" ");
  return all.some((_, at) => words.is("unit", all.slice(at).join(" ")));
};

const ARTICLE = /^(?:the|an?|each|every|this)\s/iu;

/** A unit said in full: "millions of US dollars", "current USD", "metric tons". Null where no word of it is one. */
export const readUnit = (text: string, words: ColumnWords): UnitRead => {
  const exact = readExact(text, words);
  if (exact !== null) return exact;
  const plain = tidied(text, words).replace(A_YEAR, "");
  const { rest, scale } = withoutScale(plain, words);
  if (words.valueOf("unit", rest.replace(OF_WHOLE, "")) === PERCENT) return { unit: PERCENT, scale };
  if (ARTICLE.test(rest)) return NONE;
  const opening = openingUnit(rest.replace(QUALIFIED, ""), words);
  if (opening === PERCENT || opening === INDEX || (opening !== null && isMoney(opening)))
    return { unit: opening, scale };
  return opening !== null || endsInUnit(rest, words) || scale !== undefined ? { unit: rest, scale } : NONE;
};

/** Between two clauses, and not inside "1,000". */
const LIST_SIGN = /[;,](?!\d)/u;
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
/** "Mt CO2 equivalent": a sign, and what it is of. */
/** "100,000 live births" has three. */
const EACH_WORDS = 4;
const OF_STUFF = /^\S{1,3} \p{Lu}\S*(?: \S+){0,2}$/u;

/** "Pupils per teacher", "Deaths per 100,000 people": what is counted for each of something. A rate is only so many. */
const inEach = (text: string, words: ColumnWords): UnitRead => {
  const { counted = "", each = "" } = PER.exec(text)?.groups ?? {};
  const all = counted.split(" ");
  const own = all.map((_, at) => all.slice(at).join(" ")).find((tail) => words.is("unit", tail));
  const isLong = each.split(SPACES).length > EACH_WORDS;
  const behind = own === undefined && !isLong ? each : each.replace(MORE, "");
  const said = own ?? (words.is("stock", all.at(-1) ?? "") ? "" : counted);
  const length = `${said} ${behind}`.split(SPACES).length;
  if (counted === "" || length > UNIT_WORDS) return NONE;
  const unit = `${said.charAt(0).toLowerCase()}${said.slice(1)} per ${behind}`.trim();
  return { unit, scale: undefined };
};

/**
 * The unit that a sentence about a column tells: "Unemployed persons as a percent of the labor force" is in
 * percent, "Median sales price of new homes, US dollars" in dollars, "Pupils per teacher" in those.
 */
export const unitToldIn = (sentence: string, words: ColumnWords): UnitRead => {
  const clauses = sentence.split(CLAUSES).map((clause) => clause.trim());
  const behind = IN_UNIT.exec(sentence)?.groups?.unit ?? "";
  const exact = [...clauses, behind].map((clause) => readExact(clause, words) ?? stuffIn(clause, words));
  const whole = exact.find((read) => read !== null && read.unit !== null);
  if (whole !== undefined && whole !== null) return whole;
  if (PART_OF.test(sentence)) return { unit: PERCENT, scale: undefined };
  return clauses.map((clause) => inEach(clause, words)).find(({ unit }) => unit !== null) ?? NONE;
};

const stuffIn = (clause: string, words: ColumnWords): UnitRead | null =>
  OF_STUFF.test(clause) && openingUnit(clause, words) !== null ? { unit: clause, scale: undefined } : null;

/** "Passengers, millions": the last of several clauses. */
const behindComma = (text: string, words: ColumnWords): WithUnit | null => {
  const at = text.lastIndexOf(", ");
  const read = at <= 0 ? null : readExact(text.slice(at + 2), words);
  return read === null ? null : { ...read, rest: text.slice(0, at).trim() };
};

/** Finds the unit in a text about a column: "Distance (km)", "GDP in current USD". */
export const findUnit = (text: string, words: ColumnWords): WithUnit =>
  inBrackets(text, words) ?? behindIn(text, words) ?? behindComma(text, words) ?? { ...NONE, rest: text };

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
  const ending = unitOfWord(last, before, words);
  // "revenue chf mn" and "revenue mn chf".
  const scale = scaleOf(ending === null ? last : before, words);
  const unit = ending ?? (scale === undefined ? null : words.valueOf("unit", before));
  if (unit === null && scale === undefined) return { ...NONE, rest: header };
  const rest = all.slice(0, unit !== null && scale !== undefined ? -2 : -1).join(" ");
  return { unit, scale, rest: rest === "" || isNoun(last, unit) ? header : rest };
};
