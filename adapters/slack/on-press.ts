import type { BlockAction, ButtonAction, RespondFn } from "@slack/bolt";
import { answerQuestion, type Place } from "./answer-question.ts";
import { questionBehind } from "./button-value.ts";
import { escapeText } from "./escape-text.ts";
import { type Asked, answerPrivately, answerPublicly } from "./on-command.ts";
import { plainElement, rich, section } from "./rich-text.ts";
import { placeKey, type Slack } from "./slack.ts";
import { ACTION } from "./to-buttons.ts";
import type { Draft } from "./to-contents.ts";
import { postIn, respondWith } from "./ways.ts";
import { WORDING } from "./wording.ts";

/** A button that was pressed, from what Slack says of it. */
export type Press = {
  readonly actionId: string;
  readonly value: string;
  readonly user: string;
  readonly name: string;
  /** Seconds since 1970. */
  readonly at: string;
  /** Null in the Home tab. */
  readonly on: { readonly channel: string; readonly message: string; readonly thread: string | null } | null;
  /** Only the person who pressed sees the message. */
  readonly isPrivate: boolean;
};

type Container = {
  readonly message_ts?: string;
  readonly thread_ts?: string;
  readonly is_ephemeral?: boolean;
};

export const readPress = (body: BlockAction, action: ButtonAction): Press => {
  const container = body.container as Container;
  const on =
    body.channel === undefined || container.message_ts === undefined
      ? null
      : { channel: body.channel.id, message: container.message_ts, thread: container.thread_ts ?? null };
  return {
    actionId: action.action_id,
    value: action.value ?? "",
    user: body.user.id,
    name: body.user.name ?? body.user.username,
    at: action.action_ts,
    on,
    isPrivate: container.is_ephemeral === true,
  };
};

/** "<ada> asked: …" above the answer to a button, which others in the thread did not see pressed. */
const askedAbove = ({ user, name }: Press, question: string): NonNullable<Draft["above"]> => ({
  blocks: [rich([section([{ type: "user", user_id: user }, plainElement(` ${WORDING.asked(question)}`)])])],
  text: escapeText(`${name} ${WORDING.asked(question)}`),
});

const DIRECT = "D";

/** A press in a channel is answered in the thread of its message; in a direct conversation, where the message is. */
const placeOf = ({ channel, message, thread }: NonNullable<Press["on"]>): Place => ({
  channel,
  thread: channel.startsWith(DIRECT) ? thread : (thread ?? message),
});

const askedBy = (press: Press, question: string, channel: string): Asked => ({
  person: { user: press.user, name: press.name },
  channel,
  question,
  at: Number(press.at),
});

type By = { readonly question: string; readonly respond: RespondFn };

/** In the Home tab there is no conversation: the question goes to the direct one, and Slack says which that is. */
const placeFor = async (slack: Slack, press: Press, { question }: By): Promise<Place> => {
  if (press.on !== null) return placeOf(press.on);
  const posted = await postIn(slack, press.user, null)(askedAbove(press, question));
  return { channel: posted?.channel ?? press.user, thread: null };
};

const askFrom = async (slack: Slack, press: Press, by: By): Promise<void> => {
  const { question, respond } = by;
  if (press.isPrivate && press.on !== null) {
    const asked = askedBy(press, question, press.on.channel);
    return answerPrivately(slack, asked, { respond, thread: press.on.thread });
  }
  const place = await placeFor(slack, press, by);
  await answerQuestion(slack, {
    posed: {
      text: question,
      asked: placeKey(slack, place.channel, `${press.on?.message ?? "home"}:${press.user}:${press.at}`),
      user: press.user,
      at: Number(press.at),
      conversation: placeKey(slack, place.channel, place.thread),
    },
    place,
    above: press.on === null ? null : askedAbove(press, question),
    ownWays: press.on === null ? [] : [respondWith(respond, place.thread)],
  });
};

const share = async (slack: Slack, press: Press, { question, respond }: By): Promise<void> => {
  if (press.on === null) return;
  const isShared = await answerPublicly(slack, askedBy(press, question, press.on.channel), respond);
  // What everyone can read now needs no copy for one.
  if (isShared) await respond({ delete_original: true });
};

/** A double click comes as two presses within a moment. */
const CLICK = 3000;

/** True for the first press of a button by a person within a moment. */
export const firstPresses = (now: () => number): ((press: Press) => boolean) => {
  const last = new Map<string, number>();
  return ({ user, on, actionId, value }) => {
    const moment = now();
    for (const [key, at] of last) if (moment - at > CLICK) last.delete(key);
    const key = JSON.stringify([user, on, actionId, value]);
    const isFirst = !last.has(key);
    if (isFirst) last.set(key, moment);
    return isFirst;
  };
};

/** A button with a question behind it was pressed: a choice, a follow-up, or "share". */
export const onPress = async (slack: Slack, press: Press, respond: RespondFn): Promise<void> => {
  const delivery = `slack:press:${press.user}:${press.on?.message ?? "home"}:${press.actionId}:${press.at}`;
  if (!(await slack.chat.take(delivery))) return;
  const question = await questionBehind(press.value, slack.chat);
  if (question === null) {
    const thread = press.on?.thread ?? null;
    const content = { text: WORDING.expired, blocks: [] };
    if (press.on === null) await postIn(slack, press.user, null)(content);
    else await respondWith(respond, thread)(content);
    return;
  }
  const by = { question, respond };
  if (press.actionId === ACTION.share) await share(slack, press, by);
  else await askFrom(slack, press, by);
};
