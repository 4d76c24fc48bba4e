import { type Answer, deskButtonsOf, type MessageFile, type Recorded } from "../../src/desk.ts";
import { dayOf } from "../day-of.ts";
import { buttonValue, choiceValues, offersFor } from "./button-value.ts";
import { putChart } from "./put-chart.ts";
import { sendFiles } from "./send-files.ts";
import { askerKey, type Slack } from "./slack.ts";
import type { Draft } from "./to-contents.ts";
import { postIn, type Reached, reach, showTo, type Way } from "./ways.ts";

/** A question as it was asked in Slack. */
export type Posed = {
  readonly text: string;
  readonly user: string;
  /** Seconds since 1970, as Slack's timestamps are. */
  readonly at: number;
  /** The message that asked, or what stands for it. */
  readonly asked: string;
  /** The conversation that it leans on; null: none, and nothing of it is remembered. */
  readonly conversation: string | null;
};

/** Where the answer is to stand. */
export type Place = { readonly channel: string; readonly thread: string | null };

export type Prepared = {
  readonly draft: Draft;
  /** Null where the question could not be answered for a fault of ours. */
  readonly answer: Answer | null;
  /** What the ledger keeps of it; null where the question could not be answered for a fault of ours. */
  readonly record: Recorded | null;
  /** What stands beside it, for who asked alone. */
  readonly files: readonly MessageFile[];
  /** It was no question, and what came of it is for who said it alone. */
  readonly isForOne: boolean;
};

/** Asks the desk, and makes a draft of what it says. A private answer can be shared. */
export const prepareAnswer = async (slack: Slack, posed: Posed, isPrivate: boolean): Promise<Prepared> => {
  const { chat, deskChannel } = slack;
  const askedOn = dayOf(new Date(posed.at * 1000));
  const asker = askerKey(slack, posed.user);
  const reply = await chat.ask({
    text: posed.text,
    askedOn,
    thread: posed.conversation,
    asker,
    asked: posed.asked,
  });
  const own = await buttonValue(posed.text, chat);
  const isAnswered = reply.kind === "answered";
  const below = {
    followUps: isAnswered ? await offersFor(reply.followUps, chat) : [],
    story: deskButtonsOf(reply),
    share: isPrivate && isAnswered ? own : null,
    askDesk: deskChannel !== null && isAnswered && reply.isForDesk ? posed.asked : null,
    report: deskChannel === null || !isAnswered ? null : own,
  };
  const offerValue = await choiceValues(reply.message, chat);
  const draft = { message: reply.message, offerValue, below, above: null };
  return {
    draft,
    answer: isAnswered ? reply.answer : null,
    record: isAnswered ? reply.record : null,
    files: reply.kind === "story" ? reply.files : [],
    isForOne: reply.kind === "story",
  };
};

type Told = { readonly posed: Posed; readonly place: Place };

/** Writes what was told where into the ledger. */
export const writeLedger = async (
  { chat, now }: Slack,
  { record }: Prepared,
  told: Told & { readonly message: string; readonly audience: "everyone" | "one" },
): Promise<void> => {
  if (record === null) return;
  await chat.told({
    ...record,
    platform: "slack",
    asker: told.posed.user,
    audience: told.audience,
    place: told.place.channel,
    message: told.message,
    thread: told.place.thread,
    asked: told.posed.asked,
    toldAt: new Date(now()).toISOString(),
  });
};

/** Other ways to the person who asked in a channel: alone with the bot, or for their eyes where they asked. */
const otherWays = (slack: Slack, { posed, place }: Told, draft: Draft): readonly Way[] => [
  { send: postIn(slack, posed.user, null), draft },
  { send: showTo(slack, place.channel, { user: posed.user, thread: place.thread }), draft },
];

/** What came of story work that was asked for in words goes to who asked, where they asked. */
const showToAsker = async (slack: Slack, { posed, place }: Told, prepared: Prepared): Promise<Reached> => {
  const { draft, files } = prepared;
  const send = place.channel.startsWith(DIRECT)
    ? postIn(slack, place.channel, place.thread)
    : showTo(slack, place.channel, { user: posed.user, thread: place.thread });
  const reached = await reach(slack, { send, draft }, [{ send: postIn(slack, posed.user, null), draft }]);
  await sendFiles(slack, posed.user, files);
  return reached;
};

const DIRECT = "D";

export type Asking = Told & {
  readonly above: Draft["above"];
  /** Ways that only this kind of asking has, tried before the common ones. */
  readonly ownWays: readonly Way["send"][];
};

/**
 * Answers a question where it was asked, or, where Slack does not let us, another way; exactly one visible answer
 * as a rule, and a line in the log where there could be none.
 */
export const answerQuestion = async (slack: Slack, asking: Asking): Promise<Reached> => {
  const { posed, place } = asking;
  const { asked } = posed;
  const work = (async () => {
    const prepared = await prepareAnswer(slack, posed, false);
    const draft = { ...prepared.draft, above: asking.above };
    if (prepared.isForOne) return showToAsker(slack, asking, prepared);
    const own = asking.ownWays.map((send) => ({ send, draft: prepared.draft }));
    const others = [...own, ...otherWays(slack, asking, prepared.draft)];
    const reached = await reach(slack, { send: postIn(slack, place.channel, place.thread), draft }, others);
    if (reached.kind === "sent" && reached.sent !== null) {
      const at = { channel: reached.sent.channel, thread: place.thread };
      const told = { posed, place: at, message: reached.sent.ts };
      await writeLedger(slack, prepared, { ...told, audience: "everyone" });
      if (prepared.answer !== null)
        await putChart(slack, { answer: prepared.answer, message: prepared.draft.message }, at);
    } else if (reached.kind === "otherwise")
      await writeLedger(slack, prepared, { posed, place, message: "", audience: "one" });
    return reached;
  })();
  slack.answering.set(asked, work);
  try {
    return await work;
  } finally {
    slack.answering.delete(asked);
  }
};
