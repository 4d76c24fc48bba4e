import { findTokens } from "../../language/words.ts";
import type { ForeignPackage } from "./foreign-package.ts";
import { headerText } from "./header-text.ts";
import type { Territories, Territory } from "./territories.ts";

const CAPITAL = /^\p{Lu}/u;
/** "The Democratic Republic of the Congo" has six words. */
const LONGEST = 6;

const territoriesIn = (text: string, { byName }: Territories): readonly Territory[] => {
  const tokens = findTokens(text);
  const found: Territory[] = [];
  for (let from = 0; from < tokens.length; ) {
    const lengths = Array.from({ length: Math.min(LONGEST, tokens.length - from) }, (_, at) => at + 1);
    const match = lengths
      .toReversed()
      .map((length) => {
        const [first, last] = [tokens[from], tokens[from + length - 1]];
        const name = text.slice(first?.at[0], last?.at[1]);
        return { length, one: CAPITAL.test(name) ? byName(name) : null };
      })
      .find(({ one }) => one !== null);
    if (match?.one) found.push(match.one);
    from += match?.length ?? 1;
  }
  return found;
};

/**
 * What the one country is called that a package says in its title to be about: "UK Airport Traffic". Saying it narrows
 * nothing. None where it names several, a group of them, or none.
 */
export const placeOfPackage = (
  { title, name }: Pick<ForeignPackage, "title" | "name">,
  territories: Territories,
): readonly string[] => {
  const told = title === "" ? headerText(name) : title;
  const [one, ...others] = new Set(territoriesIn(told, territories));
  return one !== undefined && others.length === 0 && one.kind === "current" ? one.names : [];
};
