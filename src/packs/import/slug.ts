const DIACRITICS = /\p{M}+/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const ENDS = /^-+|-+$/g;

/** Without its accents: "Côte d’Ivoire" → "Cote d’Ivoire". */
export const withoutAccents = (text: string): string =>
  text.normalize("NFD").replace(DIACRITICS, "").normalize("NFC");

/** Letters that are no accented ones, as keyboards without them have them: alone, and as two. */
const LETTERS: Readonly<Record<string, readonly [one: string, two: string]>> = {
  æ: ["ae", "ae"],
  œ: ["oe", "oe"],
  ø: ["o", "oe"],
  å: ["a", "aa"],
  ä: ["a", "ae"],
  ö: ["o", "oe"],
  ü: ["u", "ue"],
  ß: ["ss", "ss"],
  ł: ["l", "l"],
  đ: ["d", "d"],
  ð: ["d", "d"],
  þ: ["th", "th"],
  ı: ["i", "i"],
};
const CAPITAL = /^\p{Lu}/u;

const written = (letter: string, way: 0 | 1): string => {
  const plain = LETTERS[letter.toLowerCase()]?.[way] ?? letter;
  return CAPITAL.test(letter) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
};

/** How people type a name without its accents: "Tromsø" → "Tromso", "Tromsoe"; none where it has none. */
export const plainSpellings = (name: string): readonly string[] => {
  const ways = ([0, 1] as const).map((way) =>
    withoutAccents(Array.from(name.normalize("NFC"), (letter) => written(letter, way)).join("")),
  );
  return [...new Set(ways)].filter((way) => way !== name);
};

/** A name as an id: "Côte d’Ivoire" → "cote-d-ivoire". "x" where a name has neither letters nor digits. */
export const slugOf = (name: string): string =>
  withoutAccents(name).toLowerCase().replace(NO_WORD, "-").replace(ENDS, "") || "x";
