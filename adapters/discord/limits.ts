/**
 * Discord's limits, in characters and items, read on 2026-11-22 in discord/discord-api-docs: resources/message
 * (content, embeds, nonce), components/reference (rows, buttons, custom_id), interactions/receiving-and-responding
 * (modals, choices), resources/channel (thread names).
 */
export const DISCORD = {
  content: 2000,
  embedDescription: 4096,
  rows: 5,
  rowButtons: 5,
  customId: 100,
  buttonLabel: 80,
  threadName: 100,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  textInput: 4000,
  /** Milliseconds. From then on Discord lets a message be edited only a few times (error 30046). */
  freelyEditedFor: 3_600_000,
} as const;

/** Our own choices within Discord's limits. */
export const OURS = {
  /** Letters of one width in a row: a desktop shows more, a telephone hardly as many. */
  tableWidth: 40,
  /** What a button shows in full on a telephone. */
  shownOnButton: 38,
  /** Three rows of choices leave one for follow-ups and one for the rest. */
  choiceButtons: 15,
  followUps: 4,
  /** A question that is longer is no question. */
  question: 1000,
  /** Of a question that stands above its answer, letters: a draft may be pages long. */
  shownQuestion: 800,
  reason: 500,
} as const;
