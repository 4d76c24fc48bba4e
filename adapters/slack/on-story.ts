import type { RespondFn, ViewOutput } from "@slack/bolt";
import { z } from "zod";
import type { CalendarDate, StoryReply } from "../../src/desk.ts";
import { dayOf } from "../day-of.ts";
import { bareDraft } from "./bare-draft.ts";
import type { Press } from "./on-press.ts";
import { sendFiles } from "./send-files.ts";
import { askerKey, type Slack } from "./slack.ts";
import { textForm, writtenIn } from "./text-form.ts";
import type { Draft } from "./to-contents.ts";
import { postIn, reach, respondWith, showTo, type Way } from "./ways.ts";

export const STORY_VIEW = "story";

const draftOf = ({ message, buttons }: StoryReply): Draft => {
  const draft = bareDraft(message);
  return { ...draft, below: { ...draft.below, story: buttons } };
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

const dayAt = (seconds: string): CalendarDate => dayOf(new Date(Number(seconds) * 1000));

/** What a form of story work is about, carried through it. */
const aboutSchema = z.object({ action: z.string(), channel: z.string(), thread: z.string().nullable() });

/** A button of story work below an answer or a list; one that wants a word opens a form for it. */
export const onStoryPress = async (
  slack: Slack,
  press: Press,
  by: { readonly trigger: string; readonly respond: RespondFn },
): Promise<void> => {
  const { user, value: action, at, on } = press;
  const form = slack.chat.formFor(action);
  if (form !== null) {
    const about = { action, channel: on?.channel ?? user, thread: on?.thread ?? null };
    const view = textForm(form, {
      callbackId: STORY_VIEW,
      metadata: JSON.stringify(about satisfies z.infer<typeof aboutSchema>),
      isLong: false,
    });
    await slack.client.views.open({ trigger_id: by.trigger, view });
    return;
  }
  if (!(await slack.chat.take(`slack:story:${user}:${action}:${at}`))) return;
  const reply = await slack.chat.press({ action, text: null, by: askerKey(slack, user), day: dayAt(at) });
  await showStory(slack, reply, { user, send: respondWith(by.respond, on?.thread ?? null) });
};

/** The form of a button was filled in. */
export const onStoryForm = async (slack: Slack, view: ViewOutput, user: string): Promise<void> => {
  if (!(await slack.chat.take(`slack:story-form:${view.id}`))) return;
  const { action, channel, thread } = aboutSchema.parse(JSON.parse(view.private_metadata));
  const day = dayOf(new Date(slack.now()));
  const by = askerKey(slack, user);
  const reply = await slack.chat.press({ action, text: writtenIn(view), by, day });
  await showStory(slack, reply, { user, send: showTo(slack, channel, { user, thread }) });
};
