import { findTokens } from "../language/words.ts";
import type { Correction } from "./question.ts";
import type { Spell } from "./vocabulary.ts";

type Corrected = { readonly text: string; readonly corrections: readonly Correction[] };

/** "childern crossed the boarder" → "children crossed the border", with what was changed. */
export const correctSpelling = (text: string, spell: Spell): Corrected => {
  const corrections: Correction[] = [];
  let mended = "";
  let copied = 0;
  for (const { text: word, at } of findTokens(text)) {
    const meant = spell(word);
    if (meant === null) continue;
    corrections.push({ from: word, to: meant });
    mended += text.slice(copied, at[0]) + meant;
    copied = at[1];
  }
  return { text: mended + text.slice(copied), corrections };
};
