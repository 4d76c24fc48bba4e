import { findTokens } from "../language/words.ts";
import type { Vocabulary } from "../question/vocabulary.ts";

/** Why a draft has nothing that could be checked. */
export type Unreadable = "empty" | "other_language";

/** Enough words to tell a language by. */
const ENOUGH_WORDS = 12;
/** About two in five words of English prose are its grammar; of names and headlines, far fewer. */
const LEAST_GRAMMAR = 0.08;
/** As much of a draft as its language is told by, in UTF-16 units. */
const SAMPLE = 4000;
const LETTERS = /\p{L}/u;

/** "Nearly a third of them" is English, "casi un tercio de ellos" is not: told by the words of grammar. */
const isOurLanguage = (draft: string, { language }: Vocabulary): boolean => {
  const words = findTokens(draft.slice(0, SAMPLE)).filter(({ text }) => LETTERS.test(text));
  const grammar = language.phrases.get("stop")?.entries;
  const known = words.filter(({ key }) => grammar?.has(key)).length;
  return words.length < ENOUGH_WORDS || known >= LEAST_GRAMMAR * words.length;
};

/** Null where a draft can be read. */
export const findUnreadable = (draft: string, vocabulary: Vocabulary): Unreadable | null => {
  if (draft.trim() === "") return "empty";
  return isOurLanguage(draft, vocabulary) ? null : "other_language";
};
