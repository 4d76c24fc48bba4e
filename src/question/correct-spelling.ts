import { findTokens } from "../language/words.ts";
import type { Correction } from "./question.ts";
import type { Spell } from "./vocabulary.ts";

type Corrected = { readonly text: string; readonly corrections: readonly Correction[] };

const CAPITAL = /^\p{Lu}\p{Ll}/u;
const LOWER = /^\p{Ll}/u;

/** Words with a capital inside a text that is otherwise written small: people, places, offices. */
const areNames = (words: readonly string[]): boolean =>
  words.filter((word) => LOWER.test(word)).length * 2 > words.length;

/** "childern crossed the boarder" → "children crossed the border", with what was changed. */
export const correctSpelling = (text: string, spell: Spell): Corrected => {
  const corrections: Correction[] = [];
  const tokens = findTokens(text);
  const marked = areNames(tokens.map((token) => token.text));
  let mended = "";
  let copied = 0;
  for (const [index, { text: word, at }] of tokens.entries()) {
    const meant = spell(word, marked && index > 0 && CAPITAL.test(word));
    if (meant === null) continue;
    corrections.push({ from: word, to: meant });
    mended += text.slice(copied, at[0]) + meant;
    copied = at[1];
  }
  return { text: mended + text.slice(copied), corrections };
};
