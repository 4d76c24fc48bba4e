import {
  type BelowAnswer,
  type Courier,
  type Delivered,
  type DeskPost,
  inShort,
  type Letter,
  type Message,
  type Obstacle,
} from "../../src/desk.ts";
import { bareDraft } from "./bare-draft.ts";
import { ownValue } from "./button-value.ts";
import { type Send, sendDraft } from "./send-draft.ts";
import type { Slack } from "./slack.ts";
import { faultOf, platformError } from "./slack-fault.ts";
import type { Below } from "./to-buttons.ts";
import { type Draft, toContents } from "./to-contents.ts";
import { postIn, updateAt } from "./ways.ts";

/** What a courier needs of a Slack that runs; one that only writes has no more. */
export type SlackWriter = Pick<Slack, "client" | "forms" | "deskChannel" | "log">;

/** What the error's name says of a message for good; every other refusal of Slack's is one of its form. */
const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  channel_not_found: "place_gone",
  is_archived: "place_gone",
  thread_not_found: "place_gone",
  cannot_reply_to_message: "place_gone",
  message_not_found: "message_gone",
  cant_update_message: "too_old",
  edit_window_closed: "too_old",
  user_not_found: "person_gone",
  user_disabled: "person_gone",
  users_not_found: "person_gone",
  cannot_dm_bot: "person_gone",
  messages_tab_disabled: "person_gone",
};

/** Slack's own trouble, or ours with it as a whole: over in a while, or once somebody sees to it. */
const PASSING = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "ratelimited",
  "rate_limited",
  "invalid_auth",
  "not_authed",
  "token_revoked",
  "token_expired",
  "account_inactive",
]);

/** Null: it may work later. */
const obstacleOf = (error: unknown): Obstacle | null => {
  const name = platformError(error);
  if (name === null || PASSING.has(name)) return null;
  const known = OBSTACLES[name];
  if (known !== undefined) return known;
  const { kind } = faultOf(error);
  return kind === "not_there" || kind === "restricted" || kind === "missing_scope" ? "forbidden" : "refused";
};

const delivering = async (work: () => Promise<Awaited<ReturnType<Send>>>): Promise<Delivered> => {
  try {
    const sent = await work();
    return { kind: "done", message: sent?.ts ?? "", place: sent?.channel ?? "" };
  } catch (error) {
    const why = obstacleOf(error);
    if (why === null) throw error;
    return { kind: "failed", why };
  }
};

/** A message is changed as one; what does not fit one is said in the thread. */
const fittingOne = (slack: SlackWriter, message: Message, below: Below): Draft => {
  const draft = { ...bareDraft(message), below };
  return toContents(draft, slack.forms.first()).length === 1
    ? draft
    : { ...bareDraft(inShort(message)), below };
};

/** The buttons that stood below an answer: an edit of the text would take them away. */
const belowAnswer = ({ deskChannel }: SlackWriter, { question, followUps, actions }: BelowAnswer): Below => ({
  followUps: followUps.flatMap(({ label, question: next }) => {
    const value = ownValue(next);
    return value === null ? [] : [{ label, value }];
  }),
  share: null,
  story: actions,
  report: deskChannel === null ? null : ownValue(question),
});

type Telling = { readonly message: Message; readonly again: boolean };

const tellThread = async (
  slack: SlackWriter,
  letter: Letter,
  { message, again }: Telling,
): Promise<Delivered> => {
  const { place, thread } = letter;
  // We may not read a channel to see whether it arrived, and nobody is to be told twice.
  if (again) return { kind: "failed", why: "unknown" };
  const send = postIn(slack, place, thread ?? letter.message);
  return delivering(() => sendDraft(slack, bareDraft(message), send));
};

/** What one person alone saw is said to them directly. */
const tellAlone = async (
  slack: SlackWriter,
  person: string | null,
  { message, again }: Telling,
): Promise<Delivered> => {
  if (person === null) return { kind: "failed", why: "person_gone" };
  if (again) return { kind: "failed", why: "unknown" };
  return delivering(() => sendDraft(slack, bareDraft(message), postIn(slack, person, null)));
};

const draftOf = ({ message, buttons }: DeskPost): Draft => {
  const draft = bareDraft(message);
  return { ...draft, below: { ...draft.below, desk: buttons } };
};

/** Writes for the desk where nobody just asked, by the Web API alone. */
export const slackCourier = (slack: SlackWriter): Courier => {
  const { deskChannel, log } = slack;
  const desk = deskChannel ?? "";
  return {
    platform: "slack",
    hasDesk: deskChannel !== null,
    revise: ({ place, message }, content, below) => {
      const draft = fittingOne(slack, content, belowAnswer(slack, below));
      return delivering(() => sendDraft(slack, draft, updateAt(slack, place, message)));
    },
    reply: (letter, message, { again }) =>
      letter.audience === "one"
        ? tellAlone(slack, letter.asker, { message, again })
        : tellThread(slack, letter, { message, again }),
    toDesk: async (post) => {
      const told = await delivering(() => sendDraft(slack, draftOf(post), postIn(slack, desk, null)));
      if (told.kind === "failed") log.error({ why: told.why }, "DESK_SLACK_CHANNEL could not be told");
      return told;
    },
    changeAtDesk: (message, post) =>
      delivering(() => sendDraft(slack, draftOf(post), updateAt(slack, desk, message))),
  };
};
