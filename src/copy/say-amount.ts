import type { AnswerValue } from "../answer/answer.ts";
import { formatNumber, UNSTATED_UNIT } from "../language/format.ts";
import { fill } from "../language/house-style.ts";
import type { Styled } from "./styled.ts";

type Amount = Pick<AnswerValue, "value" | "valueMax" | "unit" | "qualifier" | "derived">;

const BARE_UNITS: readonly string[] = ["usd", "percent", UNSTATED_UNIT];
/** Of amounts that are measured, less; of what is counted, fewer. */
const MEASURED: readonly string[] = ["usd", "percent", "times"];

/** Every digit that a held number has; Intl writes no more than so many. */
const MOST_DECIMALS = 12;

const inFull = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { numberingSystem: "latn", maximumFractionDigits: MOST_DECIMALS }).format(
    value,
  );

/** "7.6 million" for 7600000; null where the word would cost some of the number: 7613431. */
const inWords = (value: number, { style, wording }: Styled): string | null => {
  const size = Math.abs(value);
  const scale = wording.scales.find((one) => size >= one.value);
  if (scale === undefined || size < style.counts["number.words_from"]) return null;
  const scaled = value / scale.value;
  const shown = Number(scaled.toFixed(style.counts["number.words_decimals"]));
  const isWhole = Math.abs(shown * scale.value - value) < Number.EPSILON * size;
  return isWhole ? `${inFull(shown, wording.locale)} ${scale.name}` : null;
};

const isSpelled = (value: number, unit: string, { style }: Styled): boolean =>
  !MEASURED.includes(unit) &&
  Number.isInteger(value) &&
  value >= 0 &&
  value < style.counts["number.spelled_below"] &&
  style.spelled.has(value);

/** A held number with every digit it has; one that we worked out as the answer shows it. */
const sayNumber = (value: number, { unit, derived }: Amount, styled: Styled): string => {
  const { style, wording } = styled;
  if (isSpelled(value, unit, styled)) return style.spelled.get(value) ?? "";
  const digits =
    inWords(value, styled) ??
    (derived === null ? inFull(value, wording.locale) : formatNumber(value, wording));
  if (unit === "percent") return fill(style.parts["number.percent"], { number: digits });
  if (unit !== "usd") return digits;
  const sign = value < 0 ? "-" : "";
  return sign + fill(style.parts["number.money"], { number: digits.replace("-", "") });
};

const hedged = (amount: string, { unit, qualifier }: Amount, { style }: Styled): string => {
  if (qualifier === "exact") return amount;
  const key = qualifier === "fewer_than" && MEASURED.includes(unit) ? "less_than" : qualifier;
  return fill(style.parts[`hedge.${key}`], { amount });
};

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** "arrests" stands in "ICE arrests" already. */
const isSaid = (unit: string, label: string): boolean =>
  label.toLowerCase().split(BETWEEN_WORDS).join(" ").includes(unit.toLowerCase());

/** 7600000, "more_than", "people" → "more than 7.6 million people"; the unit is left out where the label says it. */
export const sayAmount = (amount: Amount, label: string, styled: Styled): string => {
  const { style } = styled;
  const low = sayNumber(amount.value, amount, styled);
  const number =
    amount.valueMax === null
      ? low
      : fill(style.parts["number.range"], { low, high: sayNumber(amount.valueMax, amount, styled) });
  const unit = styled.neutral(amount.unit);
  const isBare = BARE_UNITS.includes(amount.unit) || isSaid(unit, label);
  return hedged(isBare ? number : `${number} ${unit}`, amount, styled);
};
