import { isMoney, moneySign } from "./money.ts";
import type { FigureWording } from "./number-words.ts";
import type { Qualifier } from "./quantity.ts";

/** Above this a fraction says nothing; between 1 and this one decimal does; below 1, two digits that count. */
const WHOLE_FROM = 1000;
/** Money is said in words from a million up. */
const SCALE_WORDS_FROM = 1_000_000;

/** The unit of a figure that no source gives one for: nothing stands behind the number. */
export const UNSTATED_UNIT = "number";

const BARE_UNITS: readonly string[] = ["percent", UNSTATED_UNIT];

/** Figures are written in the digits in which their sources print them, whoever reads. */
const formatsOf = (locale: string) => {
  const format = (digits: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { numberingSystem: "latn", ...digits });
  return {
    grouped: format({ maximumFractionDigits: 0 }),
    oneDecimal: format({ maximumFractionDigits: 1 }),
    twoDecimals: format({ maximumFractionDigits: 2 }),
    twoDigits: format({ maximumSignificantDigits: 2 }),
  };
};

type Locale = Pick<FigureWording, "locale">;

/** Making a formatter takes longer than a hundred uses of it. */
const made = new Map<string, ReturnType<typeof formatsOf>>();

const formats = ({ locale }: Locale): ReturnType<typeof formatsOf> => {
  const known = made.get(locale) ?? formatsOf(locale);
  made.set(locale, known);
  return known;
};

/** The same words, with the number signs of another locale, "de"; as they are where no such locale is known. */
export const inLocale = (wording: FigureWording, locale: string | null): FigureWording => {
  try {
    const [known] = locale === null ? [] : Intl.NumberFormat.supportedLocalesOf([locale]);
    return known === undefined ? wording : { ...wording, locale: known };
  } catch {
    return wording;
  }
};

/** 3300000 → "3,300,000", 63.67 → "63.7", 0.5 → "0.5", 0.0512 → "0.051"; in "de" 3300000 → "3.300.000". */
export const formatNumber = (value: number, wording: Locale): string => {
  const { grouped, oneDecimal, twoDigits } = formats(wording);
  const size = Math.abs(value);
  if (size >= WHOLE_FROM) return grouped.format(value);
  return (size < 1 ? twoDigits : oneDecimal).format(value);
};

export type ShownQuantity = {
  readonly value: number;
  readonly valueMax: number | null;
  readonly qualifier: Qualifier;
  /** "percent", "usd" or another currency, "times", or the plural noun that stands behind the number: "people". */
  readonly unit: string;
};

const money = (value: number, unit: string, wording: FigureWording): string => {
  const sign = `${value < 0 ? "-" : ""}${moneySign(unit, wording)}`;
  const size = Math.abs(value);
  const scale = size < SCALE_WORDS_FROM ? undefined : wording.scales.find((one) => size >= one.value);
  if (scale === undefined) return `${sign}${formatNumber(size, wording)}`;
  return `${sign}${formats(wording).twoDecimals.format(size / scale.value)} ${scale.name}`;
};

const withSign = (value: number, unit: string, wording: FigureWording): string => {
  if (isMoney(unit)) return money(value, unit, wording);
  const number = formatNumber(value, wording);
  return unit === "percent" ? `${number}%` : number;
};

/** What stands behind the number: nothing where a sign says it, "per tonne" of "eur per tonne". */
const nounOf = (unit: string): string => {
  if (isMoney(unit)) return unit.split(" ").slice(1).join(" ");
  return BARE_UNITS.includes(unit) ? "" : unit;
};

/**
 * A figure as copy has it, hedge first: 7600000, "more_than", "people" → "more than 7,600,000 people";
 * 175000000000, "usd" → "$175 billion"; 1340, "cad" → "CA$1,340"; 6 with valueMax 7, "days" → "6 to 7 days".
 */
export const formatQuantity = (
  { value, valueMax, qualifier, unit }: ShownQuantity,
  wording: FigureWording,
): string => {
  const low = withSign(value, unit, wording);
  const amount = valueMax === null ? low : `${low} ${wording.to} ${withSign(valueMax, unit, wording)}`;
  return [wording.hedges[qualifier], amount, nounOf(unit)].filter((part) => part !== "").join(" ");
};
