const DIACRITICS = /\p{M}+/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const ENDS = /^-+|-+$/g;

/** Without its accents: "Côte d’Ivoire" → "Cote d’Ivoire". */
export const withoutAccents = (text: string): string =>
  text.normalize("NFD").replace(DIACRITICS, "").normalize("NFC");

/** A name as an id: "Côte d’Ivoire" → "cote-d-ivoire". "x" where a name has neither letters nor digits. */
export const slugOf = (name: string): string =>
  withoutAccents(name).toLowerCase().replace(NO_WORD, "-").replace(ENDS, "") || "x";
