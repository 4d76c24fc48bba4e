import type { Catalog } from "../catalog/catalog.ts";
import type { HouseStyle } from "../language/house-style.ts";
import type { FigureWording } from "../language/number-words.ts";

/** What copy is written with. */
export type Styled = {
  readonly catalog: Catalog;
  readonly style: HouseStyle;
  readonly wording: FigureWording;
  /** A label or a unit with neutral words for loaded ones; what a source says is never changed. */
  readonly neutral: (text: string) => string;
};

/** A sentence's first letter stays a capital. */
const likeCase = (write: string, found: string): string =>
  found[0] === found[0]?.toUpperCase() ? `${write[0]?.toUpperCase() ?? ""}${write.slice(1)}` : write;

/** Writes the style's own words for the loaded ones, whole words only. */
export const neutralise = ({ words }: Pick<HouseStyle, "words">): Styled["neutral"] => {
  if (words.size === 0) return (text) => text;
  const longestFirst = [...words.keys()].toSorted((a, b) => b.length - a.length);
  const loaded = new RegExp(`(?<!\\p{L})(?:${longestFirst.map(RegExp.escape).join("|")})(?!\\p{L})`, "giu");
  return (text) => text.replace(loaded, (found) => likeCase(words.get(found.toLowerCase()) ?? found, found));
};
