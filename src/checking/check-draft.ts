import type { CalendarDate } from "../calendar/day.ts";
import type { Period } from "../calendar/period.ts";
import { onceFor } from "../language/once-for.ts";
import type { Vocabulary } from "../question/vocabulary.ts";
import {
  andThen,
  type Carried,
  intoItem,
  intoParagraph,
  intoSentence,
  NOTHING_CARRIED,
  speakingOf,
} from "./carried.ts";
import { findClaims } from "./find-claims.ts";
import type { Held } from "./read-claim.ts";
import { type Paragraph, splitDraft } from "./split-draft.ts";
import type { Weighed } from "./verdict.ts";
import { weighClaim } from "./weigh-claim.ts";

const abbreviationsOf = onceFor(
  ({ language }: Vocabulary): ReadonlySet<string> =>
    new Set(language.phrases.get("abbreviation")?.entries.keys()),
);

/** The times that a number was said to be of, whether it was so or not. */
const timesOf = ({ claim, against }: Weighed): readonly Period[] => {
  const said = [...claim.said.periods, ...claim.shared].flatMap(({ reference }) => {
    if (reference.kind === "range") return reference.ends;
    return reference.kind === "within" ? [reference.period] : [];
  });
  // What was worked out lies between two times, and is of neither.
  return against !== null && against.working === null ? [against.period] : said;
};

export type Checking = Held & { readonly askedOn: CalendarDate };

type Stretch = { readonly weighed: readonly Weighed[]; readonly carried: Carried };

const checkParagraph = ({ number, sentences }: Paragraph, before: Carried, checking: Checking): Stretch => {
  const weighed: Weighed[] = [];
  let carried = before;
  for (const sentence of sentences) {
    carried = intoSentence(sentence.isItem ? intoItem(carried) : carried);
    const { claims, topic } = findClaims({ paragraph: number, sentence }, checking);
    if (claims.length === 0) carried = speakingOf(carried, topic);
    for (const claim of claims) {
      const one = weighClaim(claim, carried, checking);
      if (one === null) continue;
      weighed.push(one);
      carried = andThen(carried, one.against, timesOf(one));
    }
  }
  return { weighed, carried };
};

/** Each number of a draft, paragraph by paragraph, so that a long one can be shown how far it is. */
export function* checkDraft(draft: string, checking: Checking): Generator<readonly Weighed[]> {
  let carried = NOTHING_CARRIED;
  let ledOn = false;
  for (const paragraph of splitDraft(draft, abbreviationsOf(checking.vocabulary))) {
    const done = checkParagraph(paragraph, intoParagraph(carried, ledOn), checking);
    carried = done.carried;
    ledOn = paragraph.leadsOn;
    yield done.weighed;
  }
}

export const countParagraphs = (draft: string, vocabulary: Vocabulary): number =>
  splitDraft(draft, abbreviationsOf(vocabulary)).length;
