import { isMoney } from "../language/money.ts";
import { matchPhrases } from "../language/phrase-book.ts";
import { stemsOf } from "../language/words.ts";
import type { Concept } from "../question/question.ts";
import type { Index, MeasureEntry } from "./build-index.ts";

/** Whether a measure's definition says a word of the question, or what stands for it. */
export type ExplainsSoftly = (entry: MeasureEntry, concept: Concept) => boolean;

/** "What did tenants pay", "which costs the most": said of an amount of money. */
export const isPaying = ({ measure }: MeasureEntry, { stem, text }: Concept, { pays }: Index): boolean =>
  isMoney(measure.unit) && [stem, ...stemsOf(text)].some((one) => pays.has(one));

const CAPITAL = /^\p{Lu}/u;

/** For each word of a question that says something, itself and the phrases in definitions that it may stand for, by their stems. */
const kinOf = (
  concepts: readonly Concept[],
  index: Index,
): ReadonlyMap<Concept, readonly (readonly string[])[]> => {
  const { phrases, ofWord } = index.contextKin;
  const matches = matchPhrases(
    concepts.map(({ stem }) => stem),
    phrases,
  );
  return new Map(
    concepts.map((concept, at) => {
      const said = matches.filter(({ from, to }) => from <= at && at < to).flatMap(({ meaning }) => meaning);
      const words = ofWord(concept.text, CAPITAL.test(concept.text) && concept.at[0] > 0);
      return [concept, [stemsOf(concept.text), ...[...said, ...words].map(({ stems }) => stems)]] as const;
    }),
  );
};

/**
 * Words that a definition accounts for: those that stand in it, and those that stand for one in it ("flats" for
 * apartments). A word that was taken for one in another measure's name ("construction" for building) is what it was.
 */
export const softExplainer = (concepts: readonly Concept[], index: Index): ExplainsSoftly => {
  const kin = kinOf(
    concepts.filter(({ role }) => role === "content"),
    index,
  );
  return (entry, concept) => {
    const { contextStems, nameStems } = entry;
    const isThere = (stems: readonly string[]): boolean =>
      stems.length > 0 && stems.every((stem) => contextStems.has(stem) || nameStems.has(stem));
    return (
      contextStems.has(concept.stem) ||
      isPaying(entry, concept, index) ||
      (kin.get(concept) ?? [stemsOf(concept.text)]).some(isThere)
    );
  };
};
