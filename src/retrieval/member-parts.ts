import { isEnglishWord } from "../language/english-words.ts";
import { tokensOfName } from "../question/number-names.ts";
import type { Vocabulary } from "../question/vocabulary.ts";

/** A word of a member's name, by which alone the member may be said: "Boston" of "Boston Logan International". */
export type NameWord = {
  readonly stem: string;
  readonly key: string;
  /** A word that says where or which ("West"): without it the name may be another's. */
  readonly qualifier: boolean;
};

/** A name by its words, as far as a part of it may stand for all of it. */
export type NameParts = {
  readonly words: readonly NameWord[];
  /** Every word has a capital: any of them may be said alone. Of "Passenger car" only the last may. */
  readonly proper: boolean;
  /** The last words of what it names: "motorcycle" and "moped" of "Motorcycle or moped". */
  readonly heads: ReadonlySet<string>;
};

type Words = Pick<Vocabulary, "language">;

const CAPITAL = /^[\p{Lu}\p{N}]/u;
const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]+$/u;
const ALTERNATIVES = /\s(?:or|and|including|&)\s|[/,()]/u;

const EVERYDAY = 50;
const RAREST = 70;

/** Whether a word is met in any text, so that as a part of a name it must be written with a capital. */
export const isEveryday = (key: string): boolean => isEnglishWord(key, EVERYDAY);

export const isTypedAsName = (text: string): boolean => CAPITAL.test(text);
export const isTypedAsCode = (text: string): boolean => CAPITALS.test(text);

const isIn = (meaning: "stop" | "qualifier", key: string, { language }: Words): boolean =>
  language.phrases.get(meaning)?.entries.has(key) ?? false;

/** A code that is spelt like a word ("LAX", "CAN"), and read as one only where it is typed in capitals. */
export const isWordLikeCode = (name: string, words: Words): boolean => {
  const key = name.toLowerCase();
  return (
    CAPITALS.test(name) &&
    !isIn("stop", key, words) &&
    (isEnglishWord(key, RAREST) || words.language.words.has(key))
  );
};

const COMMA = ",";

/** What stands behind a comma says where the thing lies ("Lyon, France"), and does not say the thing alone. */
const beforeComma = (name: string): string => name.split(COMMA, 1)[0] ?? name;

const contentOf = (name: string, words: Words) =>
  tokensOfName(name, words.language).filter(({ key }) => !isIn("stop", key, words));

/** `isOfPlace`: "Australian" of "Australian Capital Territory" may be all of Australia's. */
export const partsOfName = (name: string, words: Words, isOfPlace: (word: string) => boolean): NameParts => {
  const tokens = contentOf(beforeComma(name), words);
  const heads = name.split(ALTERNATIVES).flatMap((one) => contentOf(one, words).at(-1)?.stem ?? []);
  return {
    words: tokens.map(({ stem, key, text }) => ({
      stem,
      key,
      qualifier: isIn("qualifier", key, words) || (tokens.length > 1 && isOfPlace(text)),
    })),
    proper: tokens.length > 0 && tokens.every(({ text }) => CAPITAL.test(text)),
    heads: new Set(heads),
  };
};
