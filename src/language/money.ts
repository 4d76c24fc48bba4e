import { onceFor } from "./once-for.ts";

/** Currencies by their codes in ISO 4217, as the runtime's own tables have them. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** A unit's first word: "usd" of "usd per barrel". */
const BEHIND = /\s.*$/u;
const CODE = /^[a-z]{3}$/u;

/**
 * The ISO 4217 code of an amount of money: a unit is its code in small letters, "cad", alone or for each of
 * something, "eur per tonne". Null where a unit is no money.
 */
export const currencyOf = (unit: string): string | null => {
  const first = unit.replace(BEHIND, "");
  const code = first.toUpperCase();
  return CODE.test(first) && CURRENCIES.has(code) ? code : null;
};

export const isMoney = (unit: string): boolean => currencyOf(unit) !== null;

type Locale = { readonly locale: string };

const partOf = (code: string, currencyDisplay: "symbol" | "narrowSymbol", locale: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency: code, currencyDisplay })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value ?? code;

const LETTER_LAST = /\p{L}$/u;

const signs = new Map<string, string>();

/** What stands before an amount: "$" for usd, "CA$" for cad, "€" for eur, "SEK " where a currency has no sign. */
export const moneySign = (unit: string, { locale }: Locale): string => {
  const code = currencyOf(unit);
  if (code === null) return "";
  const key = `${locale} ${code}`;
  const sign = signs.get(key) ?? partOf(code, "symbol", locale);
  signs.set(key, sign);
  return LETTER_LAST.test(sign) ? `${sign} ` : sign;
};

const namesIn = onceFor(({ locale }: Locale) => new Intl.DisplayNames([locale], { type: "currency" }));
const ENGLISH = { locale: "en" };

/** What a unit of money is called, "Canadian Dollar"; null where a unit is none. */
export const moneyName = (unit: string): string | null => {
  const code = currencyOf(unit);
  return code === null ? null : (namesIn(ENGLISH).of(code) ?? null);
};

/** Whether a currency's own sign is "$": so many dollars that are said of it are its own. */
export const isDollar = (unit: string): boolean => {
  const code = currencyOf(unit);
  return code !== null && partOf(code, "narrowSymbol", ENGLISH.locale) === "$";
};
