/**
 * The cut-offs of retrieval and resolution. Completeness is the weight of a name's words that the question
 * holds, over the weight of all its words: 1 where the whole name is said, 0.5 where half of it is.
 * Measured on eval/dev.jsonl and the robustness questions; a move of ±0.05 in any changes no answer there.
 */
export const CUTOFFS = {
  /** From here a name counts as said in full; the rest is rounding. */
  complete: 0.99,
  /** Below this a name is too little of what was said to be answered from; it may still be offered. */
  answerable: 0.5,
  /** Below this it is not even offered. */
  offerable: 0.28,
  /** Two readings nearer than this are equally fair, and the person is asked. */
  clearLead: 0.35,
  /** Scores this near are the same. */
  rounding: 0.01,
  /** What each word costs that only the definition explains, and no name. */
  softWord: 0.12,
  /** What each word costs that another name of the same measure explains, and not the one that fits best. */
  looseWord: 0.04,
  /** What each word of a name costs that the question says only as part of a time ("since the order"). */
  eventWord: 0.02,
  /** The weight of a frame word ("number", "total") in a name: saying it or not tells nothing apart. */
  emptyWord: 0,
  /**
   * So many measures, and members, are weighed against a question: those that its rarest words name. A word that
   * more of them share ("rate", "county") tells none apart by itself, and each takes its time.
   */
  measures: 48,
  members: 200,
} as const;
