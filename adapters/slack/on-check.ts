import type { MessageShortcut, RespondFn } from "@slack/bolt";
import { asCheck } from "../../src/desk.ts";
import { answerPrivately } from "./on-command.ts";
import { readText } from "./read-text.ts";
import type { Slack } from "./slack.ts";

export const CHECK = "check_figures";

/** A draft keeps its lines: a paragraph is what stands between two that are empty. */
const readDraft = (text: string): string => text.split("\n").map(readText).join("\n");

/** A message's menu has each of its numbers checked, for who chose it alone; they may share it. */
export const onCheck = async (slack: Slack, shortcut: MessageShortcut, respond: RespondFn): Promise<void> => {
  if (!(await slack.chat.take(`slack:check:${shortcut.trigger_id}`))) return;
  const { channel, message, user } = shortcut;
  const asked = {
    person: { user: user.id, name: user.name },
    channel: channel.id,
    question: asCheck(readDraft(message.text ?? "")),
    at: Number(shortcut.action_ts),
  };
  await answerPrivately(slack, asked, { respond, thread: message.thread_ts ?? null });
};
