import type { RespondFn, ViewOutput } from "@slack/bolt";
import { z } from "zod";
import { bareDraft } from "./bare-draft.ts";
import type { Press } from "./on-press.ts";
import type { Slack } from "./slack.ts";
import { textForm, writtenIn } from "./text-form.ts";
import { postIn, reach, respondWith, type Way } from "./ways.ts";

export const REASON_VIEW = "reason";

/** What a reason is given for, carried through the modal. */
const aboutSchema = z.object({ action: z.string(), message: z.string() });

type Deciding = { readonly action: string; readonly reason: string | null; readonly message: string };

const decide = async (
  slack: Slack,
  { action, reason, message }: Deciding,
  by: { readonly name: string; readonly send: Way["send"] },
): Promise<void> => {
  const on = { platform: "slack", message };
  const said = await slack.chat.office.decide({ action, reason, by: `@${by.name}`, on });
  await reach(slack, { send: by.send, draft: bareDraft(said) }, []);
};

/** Somebody sends a question that was refused to the desk, and alone hears that it is there. */
export const onAskDesk = async (slack: Slack, press: Press, respond: RespondFn): Promise<void> => {
  if (!(await slack.chat.take(`slack:ask-desk:${press.user}:${press.value}:${press.at}`))) return;
  const said = await slack.chat.office.assign({ asked: press.value, by: `@${press.name}` });
  const send = respondWith(respond, press.on?.thread ?? null);
  await reach(slack, { send, draft: bareDraft(said) }, []);
};

/** A button below a message in the desk's channel; one that wants a reason opens a modal for it. */
export const onDeskPress = async (
  slack: Slack,
  press: Press,
  by: { readonly trigger: string; readonly respond: RespondFn },
): Promise<void> => {
  const { value: action, name, on } = press;
  const message = on?.message ?? "";
  const form = slack.chat.office.reasonFor(action);
  if (form !== null) {
    const metadata = JSON.stringify({ action, message } satisfies z.infer<typeof aboutSchema>);
    const view = textForm(form, { callbackId: REASON_VIEW, metadata, isLong: true });
    await slack.client.views.open({ trigger_id: by.trigger, view });
    return;
  }
  if (!(await slack.chat.take(`slack:desk:${press.user}:${message}:${action}:${press.at}`))) return;
  await decide(slack, { action, reason: null, message }, { name, send: respondWith(by.respond, null) });
};

/** The reason was given. */
export const onReason = async (
  slack: Slack,
  view: ViewOutput,
  by: { readonly user: string; readonly name: string },
): Promise<void> => {
  if (!(await slack.chat.take(`slack:reason:${view.id}`))) return;
  const { action, message } = aboutSchema.parse(JSON.parse(view.private_metadata));
  const reason = writtenIn(view);
  await decide(slack, { action, reason, message }, { name: by.name, send: postIn(slack, by.user, null) });
};
