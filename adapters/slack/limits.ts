/**
 * Slack's limits, in characters and items, read on 2026-11-22. Blocks and their texts: docs.slack.dev/reference/
 * block-kit/blocks and its pages for each block; text: chat.postMessage.
 */
export const SLACK = {
  /** Blocks in a message, and in a modal or the Home tab. */
  blocks: 50,
  viewBlocks: 100,
  actionElements: 25,
  /** The text of a section, and of one element of a context block. */
  text: 3000,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  linkUrl: 3000,
  tableRows: 100,
  tableColumns: 20,
  /** Over all cells of one message. */
  tableText: 10_000,
  inputText: 3000,
} as const;

/** Our own choices within Slack's limits. */
export const OURS = {
  /**
   * A message's blocks as JSON. Slack answers msg_blocks_too_long from about 13,200 on and does not document the
   * limit (bolt-js issue 2509), so this stays well below it.
   */
  blocksAsJson: 12_000,
  /** Slack advises 4,000 for a message's text; blocks carry the rest. */
  textAlone: 3900,
  /** Slack shows about the first 30 letters of a button's text. */
  shownOnButton: 30,
  /** Of a question that is shared, letters: a draft may be pages long. */
  shownQuestion: 1000,
  followUps: 5,
  /** Letters of a reason that the desk gives. */
  reason: 500,
  suggestions: 3,
  recentQuestions: 5,
  /** Milliseconds. How long a stop waits for questions that are being answered. */
  patience: 5000,
} as const;
