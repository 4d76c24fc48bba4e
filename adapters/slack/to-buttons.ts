import type { ActionsBlock, Button } from "@slack/types";
import type { DeskButton } from "../../src/desk.ts";
import { OURS, SLACK } from "./limits.ts";
import { WORDING } from "./wording.ts";

/** The names by which Slack tells us which button was pressed; those of one message must differ. */
export const ACTION = {
  /** Followed by a number: a choice or a follow-up. */
  ask: "ask:",
  share: "share",
  report: "report",
  askDesk: "ask_desk",
  /** Followed by a number: what the desk may decide. */
  desk: "desk:",
  /** Followed by a number: what a reporter may do with an answer. */
  story: "story:",
} as const;

/** A question behind a button. */
export type Offer = {
  readonly label: string;
  /** What Slack hands back when the button is pressed, at most 2,000 characters. */
  readonly value: string;
};

/** "… and so on": cut at so many characters, never inside one. */
export const clip = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const letters = [...text];
  let kept = "";
  for (const letter of letters) {
    if (kept.length + letter.length > length - 1) break;
    kept += letter;
  }
  return `${kept}…`;
};

const button = (text: string, actionId: string, value: string): Button => {
  const shown = text.trim() === "" ? "–" : text;
  return {
    type: "button",
    action_id: actionId,
    text: { type: "plain_text", text: clip(shown, SLACK.buttonText), emoji: false },
    value,
    accessibility_label: clip(shown, SLACK.accessibilityLabel),
  };
};

/** A button that asks a question; `at` tells it from the others of its message. */
export const askButton = ({ label, value }: Offer, at: number): Button =>
  button(label, `${ACTION.ask}${at}`, value);

/** What stands below an answer, besides further questions. */
export type Below = {
  readonly followUps: readonly Offer[];
  /** The value of the share button; null: the answer is public already. */
  readonly share: string | null;
  /** The value of the report button; null: there is nobody to report to. */
  readonly report: string | null;
  /** The key of the question, which the desk may be asked; left out or null: it was answered, or there is no desk. */
  readonly askDesk?: string | null;
  /** What the desk may decide, in its own channel. */
  readonly desk?: readonly DeskButton[];
  /** What a reporter may do with the answer. */
  readonly story?: readonly DeskButton[];
};

export const NOTHING_BELOW: Below = { followUps: [], share: null, report: null };

/** The row of buttons below an answer; none where there is nothing to press. `from` is the first free number. */
export const belowBlocks = (
  { followUps, share, report, askDesk = null, desk = [], story = [] }: Below,
  from: number,
): readonly ActionsBlock[] => {
  const elements = [
    ...(share === null ? [] : [{ ...button(WORDING.share, ACTION.share, share), style: "primary" as const }]),
    ...followUps.slice(0, OURS.followUps).map((offer, at) => askButton(offer, from + at)),
    ...desk.map(({ label, action }, at) => button(label, `${ACTION.desk}${at}`, action)),
    ...story.map(({ label, action }, at) => button(label, `${ACTION.story}${at}`, action)),
    ...(askDesk === null ? [] : [button(WORDING.askDesk, ACTION.askDesk, askDesk)]),
    ...(report === null ? [] : [button(WORDING.report, ACTION.report, report)]),
  ];
  return elements.length === 0 ? [] : [{ type: "actions", elements }];
};
