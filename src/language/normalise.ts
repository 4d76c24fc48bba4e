import { lately } from "./lately.ts";

const SINGLE_QUOTES = /[\u2018\u2019\u201B\u02BC\u2032\u00B4\u0060]/g;
const DOUBLE_QUOTES = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g;
const DASHES = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;

/** Lower case, except for the few letters that would grow by it (Turkish İ) and shift every offset behind them. */
const toLowerSameLength = (text: string): string => {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join("");
};

/**
 * Lower case, straight quotes, plain hyphens and plain spaces, at the same offsets as the text that was given,
 * so that what is found in the one can be pointed at in the other: "Mayor’s FY–24" → "mayor's fy-24".
 */
export const foldText: (text: string) => string = lately((text) =>
  toLowerSameLength(text)
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, "-")
    .replace(SPACES, " "),
);
