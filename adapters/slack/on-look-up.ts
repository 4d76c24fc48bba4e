import type { MessageShortcut, RespondFn } from "@slack/bolt";
import { answerQuestion } from "./answer-question.ts";
import { readText } from "./read-text.ts";
import { placeKey, type Slack } from "./slack.ts";
import { respondWith } from "./ways.ts";
import { WORDING } from "./wording.ts";

export const LOOK_UP = "look_up";

/** A message's menu asks for us what the message asks, which is how a thread is served without a mention. */
export const onLookUp = async (
  slack: Slack,
  shortcut: MessageShortcut,
  respond: RespondFn,
): Promise<void> => {
  if (!(await slack.chat.take(`slack:look-up:${shortcut.trigger_id}`))) return;
  const { channel, message, user } = shortcut;
  const text = readText(message.text ?? "");
  if (text === "") {
    await respondWith(respond, null)({ text: WORDING.nothingToLookUp, blocks: [] });
    return;
  }
  const thread: string = message.thread_ts ?? message.ts;
  await answerQuestion(slack, {
    posed: {
      text,
      asked: placeKey(slack, channel.id, message.ts),
      user: user.id,
      at: Number(shortcut.action_ts),
      conversation: placeKey(slack, channel.id, thread),
    },
    place: { channel: channel.id, thread },
    above: null,
    ownWays: [respondWith(respond, null)],
  });
};
