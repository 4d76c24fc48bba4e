import type { Span } from "../language/span.ts";
import type { Concept, Question, StatedPeriod, StatedQuantity } from "../question/question.ts";

/** A number that a draft states, with all that the draft says of it. */
export type Claim = {
  readonly paragraph: number;
  readonly asPrinted: string;
  /** Where the number stands in the draft. */
  readonly at: Span;
  /** The sentence that it stands in. */
  readonly sentence: string;
  readonly quantity: StatedQuantity;
  /** What is said in the stretch that speaks of this number, as a question would be read. */
  readonly said: Question;
  /** It is a part of the number that follows, or the whole of the one before: "499,000 of 648,000". */
  readonly isOfPair: boolean;
  /** "Such arrests": it is of the group just spoken of. */
  readonly isLikewise: boolean;
  /** "When crossings reach 2,500": it is a rule's number. */
  readonly isCondition: boolean;
  /** Words of that stretch that say who tells it. */
  readonly telling: ReadonlySet<Concept>;
  /** Words of it that may go unheld without making the number one of something else. */
  readonly idle: ReadonlySet<Concept>;
  /** The words of the rest of the sentence. */
  readonly around: readonly Concept[];
  /** Periods that the sentence says elsewhere, and that this number may share. */
  readonly shared: readonly StatedPeriod[];
};
