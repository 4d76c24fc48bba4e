/** Counts in screen cells, except where another unit is named. */
export const TERMINAL = {
  /** Where the output has no width of its own. */
  defaultWidth: 80,
  /** Narrower than this, words would be broken more than lines would be kept. */
  leastWidth: 20,
  /** Longer lines are hard to read on, however wide the window. */
  greatestWidth: 100,
  indent: 2,
  /** In questions. */
  history: 500,
  suggestions: 3,
  /** Milliseconds: how often a long check says how far it is, and after how long it stops. */
  progressEvery: 1000,
  longestCheck: 120_000,
} as const;
