/** A number in digits: 7.6 is value 7.6, step 0.1; `grouped` where separators were written, "113,431". */
export type Numeral = {
  readonly value: number;
  readonly step: number;
  readonly end: number;
  readonly grouped: boolean;
};

const COMMAS = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)/y;
const SPACES = /\d{1,3}(?: \d{3})+(?:\.\d+)?(?!\d)/y;
const DOTS = /\d{1,3}(?:\.\d{3}){2,}(?!\d)/y;
const PLAIN = /\d+(?:\.\d+)?|\.\d+/y;
/** Longer than this before the point, digits are no amount but an identifier, and a number would not keep them all. */
const MOST_DIGITS = 15;
const SEPARATORS = /[, ]/g;

/** Where a number of this shape begins at a place, its text; null where none does. */
const matchAt = (shape: RegExp, text: string, at: number): string | null => {
  shape.lastIndex = at;
  return shape.exec(text)?.[0] ?? null;
};

/**
 * Reads the digits that begin at a place of a folded text: "113,431", "1 000 000", "1.000.000", "7.6".
 * Groups parted by spaces are read only where `spaced` allows: "FY24 113 431" does not begin with 24113431.
 */
export const readNumeral = (text: string, at: number, spaced: boolean): Numeral | null => {
  const dotted = matchAt(DOTS, text, at);
  if (dotted !== null) {
    return { value: Number(dotted.replaceAll(".", "")), step: 1, end: at + dotted.length, grouped: true };
  }
  const grouped = matchAt(COMMAS, text, at) ?? (spaced ? matchAt(SPACES, text, at) : null);
  const digits = grouped ?? matchAt(PLAIN, text, at);
  const [whole = "", decimals = ""] = digits?.replace(SEPARATORS, "").split(".") ?? [];
  if (digits === null || whole.length > MOST_DIGITS) return null;
  return {
    value: Number(`${whole}.${decimals}`),
    step: 10 ** -decimals.length,
    end: at + digits.length,
    grouped: grouped !== null,
  };
};
