import type { Measure, MemberKey } from "../catalog/observation.ts";
import type { Concept } from "../question/question.ts";

/** "ill": nobody wants more of it; "ordinal": 1 is the best of it. */
export type Tone = "ill" | "ordinal";

/** A held measure, with the members that were named, that the words of a question may mean. */
export type Candidate = {
  readonly measure: Measure;
  readonly members: readonly MemberKey[];
  /** A member that was denied ("not at large"): all but it is meant; absent where none was. */
  readonly allBut?: MemberKey;
  /** A dimension that it is counted by and that the question names as such ("which country"); null where none. */
  readonly dimension: string | null;
  /** The name of it that fits best. */
  readonly name: string;
  /** How much of that name, and of its members' names, was said: 0 to 1. */
  readonly completeness: number;
  /** Words that neither a name nor the definition accounts for. Any one of them stops an answer. */
  readonly unexplained: readonly Concept[];
  /** Words that the definition or the source accounts for, and no name. */
  readonly soft: readonly Concept[];
  /** A member was named that this measure has another of: arrests are held for one agency, not for that one. */
  readonly conflicts: readonly MemberKey[];
  /** A member was said by a part of its name that may be another's as well. */
  readonly loose: boolean;
  /** The question says that it is paid, and its figures are amounts of money. */
  readonly paid: boolean;
  readonly tone: Tone | null;
  /** Whether the word for an average in its name was said; null where the name has none. */
  readonly mean: "said" | "unsaid" | null;
  /** Whether a name of it says that it is the whole of what its siblings are parts of: "total", "all". */
  readonly whole: boolean;
  /** Whether it is what its source is about before all else. */
  readonly main: boolean;
  /** Whether a name of it says that it is a rate. */
  readonly rate: boolean;
  /** Whether its name or its unit says that it is told for each head of a population. */
  readonly perHead: boolean;
  /** Stems of the question that a name or a member of it accounts for. */
  readonly explained: ReadonlySet<string>;
  /** Stems of the question that the best name and the members are made of. */
  readonly matched: ReadonlySet<string>;
  /** Those of them, and of its first name, that tell what is counted, and not who. */
  readonly kernel: ReadonlySet<string>;
  /** Whether the question says a word of the measure's own names, and not only a member's. */
  readonly nameSaid: boolean;
  /** Completeness less what soft words cost; candidates are in order of it. */
  readonly score: number;
};
