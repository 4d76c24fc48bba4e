import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { DISCORD, OURS } from "./limits.ts";
import { WORDING } from "./wording.ts";

/** What a button does when it is pressed, as far as its id says it; a restart does not forget it. */
export type Pressed =
  /** A question, as it stands or kept under an id. */
  | { readonly does: "ask" | "share"; readonly question: string }
  | { readonly does: "ask" | "share"; readonly kept: string }
  /** Opens the form for a further question. `root` names the conversation: a thread, or the message that began it. */
  | { readonly does: "follow-up"; readonly root: string }
  /** Opens the form for a problem with the answer to the message `asked`. */
  | { readonly does: "report"; readonly asked: string }
  /** Sends the refused question of the message `asked` to the desk. */
  | { readonly does: "ask-desk"; readonly asked: string }
  /** What somebody at the desk decides, below a message in its channel. */
  | { readonly does: "desk"; readonly action: string }
  /** What a reporter does with an answer. */
  | { readonly does: "story"; readonly action: string };

const LETTERS = {
  ask: "a",
  share: "s",
  "follow-up": "f",
  report: "r",
  "ask-desk": "q",
  desk: "d",
  story: "t",
} as const;
const FORM = /^(?<letter>[asfrqdt])(?<kept>k?):(?<rest>.*)$/su;

/** "a:How many arrests?" → ask; null: not a button of ours. */
export const readCustomId = (id: string): Pressed | null => {
  const { letter, kept, rest = "" } = FORM.exec(id)?.groups ?? {};
  switch (letter) {
    case LETTERS.ask:
    case LETTERS.share: {
      const does = letter === LETTERS.ask ? "ask" : "share";
      return kept === "" ? { does, question: rest } : { does, kept: rest };
    }
    case LETTERS["follow-up"]:
      return { does: "follow-up", root: rest };
    case LETTERS.report:
      return { does: "report", asked: rest };
    case LETTERS["ask-desk"]:
      return { does: "ask-desk", asked: rest };
    case LETTERS.desk:
      return { does: "desk", action: rest };
    case LETTERS.story:
      return { does: "story", action: rest };
    default:
      return null;
  }
};

/** The ids under which questions are kept that are too long for a button. */
export type Kept = ReadonlyMap<string, string>;

/** A question that a button cannot carry itself. */
export const isLong = (question: string): boolean => `${LETTERS.ask}:${question}`.length > DISCORD.customId;

/** The id of a button that asks or shares a question; null where it is too long and could not be kept. */
export const questionId = (does: "ask" | "share", question: string, kept: Kept): string | null => {
  if (!isLong(question)) return `${LETTERS[does]}:${question}`;
  const id = kept.get(question);
  return id === undefined ? null : `${LETTERS[does]}k:${id}`;
};

export const followUpId = (root: string): string => `${LETTERS["follow-up"]}:${root}`;
export const reportId = (asked: string): string => `${LETTERS.report}:${asked}`;

export const askDeskId = (asked: string): string => `${LETTERS["ask-desk"]}:${asked}`;
export const storyId = (action: string): string => `${LETTERS.story}:${action}`;
export const deskId = (action: string): string => `${LETTERS.desk}:${action}`;

export type Button = { readonly id: string; readonly label: string };

/** What may be pressed under an answer. */
export type Buttons = {
  readonly choices: readonly Button[];
  readonly followUps: readonly Button[];
  /** What is not a question: share, ask on, report. */
  readonly rest: readonly Button[];
};

export const NO_BUTTONS: Buttons = { choices: [], followUps: [], rest: [] };

/** "… and so on", cut between letters. */
export const clip = (text: string, length: number): string => {
  if (text.length <= length) return text;
  let kept = "";
  for (const letter of text) {
    if (kept.length + letter.length > length - 1) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
};

type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;

const toButton = ({ id, label }: Button, style: APIButtonComponentWithCustomId["style"]) => ({
  type: ComponentType.Button as const,
  style,
  custom_id: id,
  label: clip(label.trim() === "" ? WORDING.nameless : label, DISCORD.buttonLabel),
});

const rowsOf = (buttons: readonly Button[], style: APIButtonComponentWithCustomId["style"]): readonly Row[] =>
  Array.from({ length: Math.ceil(buttons.length / DISCORD.rowButtons) }, (_, at) => ({
    type: ComponentType.ActionRow,
    components: buttons
      .slice(at * DISCORD.rowButtons, (at + 1) * DISCORD.rowButtons)
      .map((button) => toButton(button, style)),
  }));

/** Discord refuses a message with two buttons of one id. */
const firstOfEach = (buttons: Buttons): Buttons => {
  const seen = new Set<string>();
  const isNew = ({ id }: Button): boolean => !seen.has(id) && seen.add(id).has(id);
  return {
    choices: buttons.choices.filter(isNew),
    followUps: buttons.followUps.filter(isNew),
    rest: buttons.rest.filter(isNew),
  };
};

/** The rows under a message: choices first, then what may be asked next, then the rest. */
export const toRows = (buttons: Buttons): Row[] => {
  const { choices, followUps, rest } = firstOfEach(buttons);
  return [
    ...rowsOf(choices.slice(0, OURS.choiceButtons), ButtonStyle.Primary),
    ...rowsOf(followUps.slice(0, OURS.followUps), ButtonStyle.Secondary),
    ...rowsOf(rest, ButtonStyle.Secondary),
  ];
};
