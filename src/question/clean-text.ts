/** What a person cannot see in a text: controls, direction overrides, zero-width marks, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;
const LINE_BREAKS = /[\r\n\t\u2028\u2029]+/gu;
/** Quotation marks, as against an apostrophe between two letters, behind a plural or before a short year ("Feb '24"). */
const QUOTES = /"|(?<![\p{L}\p{N}])'(?!\d{2}s?(?![\p{L}\p{N}']))|'(?![\p{L}\p{N}\s]|$)|(?<=\s'\p{L}[^']*)'/gu;
/** "2019-Q3", as tables write a quarter: one date, and no run from 2019 on. */
const QUARTER_DASH = /(?<=\b\d{4})[-–](?=Q[1-4]\b)/giu;
const SPACES = /[^\S\n]+/gu;
const CURLY_SINGLE = /[‘’‛′]/gu;
const CURLY_DOUBLE = /[“”„″]/gu;

/** The text as a person would read it aloud: full-width forms folded, nothing invisible, plain quotes. */
export const cleanText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(LINE_BREAKS, "\n")
    .replace(INVISIBLE, (character) => (character === "\n" ? "\n" : ""))
    .replace(CURLY_SINGLE, "'")
    .replace(CURLY_DOUBLE, '"')
    .replace(QUOTES, " ")
    .replace(QUARTER_DASH, " ")
    .replace(SPACES, " ")
    .trim();
