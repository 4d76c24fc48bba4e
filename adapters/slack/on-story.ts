import type { RespondFn } from "@slack/bolt";
import type { MessageFile, StoryReply } from "../../src/desk.ts";
import { bareDraft } from "./bare-draft.ts";
import type { Press } from "./on-press.ts";
import { askerKey, type Slack } from "./slack.ts";
import { describeError } from "./slack-fault.ts";
import type { Draft } from "./to-contents.ts";
import { postIn, reach, respondWith, type Way } from "./ways.ts";
import { WORDING } from "./wording.ts";

const draftOf = ({ message, buttons }: StoryReply): Draft => {
  const draft = bareDraft(message);
  return { ...draft, below: { ...draft.below, story: buttons } };
};

/** Files for one person go to their direct conversation: Slack shows none to one person in a channel. */
const sendFiles = async (slack: Slack, user: string, files: readonly MessageFile[]): Promise<void> => {
  if (files.length === 0) return;
  try {
    const posted = await postIn(slack, user, null)({ text: WORDING.storyFiles, blocks: [] });
    await slack.client.files.uploadV2({
      channel_id: posted?.channel ?? user,
      file_uploads: files.map(({ name, content }) => ({ file: Buffer.from(content), filename: name })),
    });
  } catch (error) {
    slack.log.warn({ error: describeError(error) }, "files for one person could not be sent");
  }
};

/** Shows what came of story work to who asked for it alone. */
export const showStory = async (
  slack: Slack,
  reply: StoryReply,
  to: { readonly user: string; readonly send: Way["send"] },
): Promise<void> => {
  const draft = draftOf(reply);
  await reach(slack, { send: to.send, draft }, [{ send: postIn(slack, to.user, null), draft }]);
  await sendFiles(slack, to.user, reply.files);
};

/** A button of story work below an answer, or below what came of one. */
export const onStoryPress = async (slack: Slack, press: Press, respond: RespondFn): Promise<void> => {
  const { user, value: action, at, on } = press;
  if (!(await slack.chat.take(`slack:story:${user}:${action}:${at}`))) return;
  const reply = await slack.chat.press({ action, text: null, by: askerKey(slack, user) });
  await showStory(slack, reply, { user, send: respondWith(respond, on?.thread ?? null) });
};
