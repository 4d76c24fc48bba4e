import { randomUUID } from "node:crypto";
import type { ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { z } from "zod";
import { layOutReport } from "../../src/desk.ts";
import { bareDraft } from "./bare-draft.ts";
import { questionBehind } from "./button-value.ts";
import { SLACK } from "./limits.ts";
import type { Press } from "./on-press.ts";
import type { Slack } from "./slack.ts";
import { describeError } from "./slack-fault.ts";
import { clip } from "./to-buttons.ts";
import type { Draft } from "./to-contents.ts";
import { postIn, reach } from "./ways.ts";
import { WORDING } from "./wording.ts";

export const REPORT_VIEW = "report";
const INPUT = "text";

/** What a report is about, carried through the modal. */
const aboutSchema = z.object({
  question: z.string(),
  headline: z.string(),
  channel: z.string().nullable(),
  message: z.string().nullable(),
});
type About = z.infer<typeof aboutSchema>;

/** So that both and the rest fit into private_metadata, whatever JSON makes of their letters. */
const CARRIED = 200;

export const reportView = (about: About): ModalView => ({
  type: "modal",
  callback_id: REPORT_VIEW,
  title: { type: "plain_text", text: WORDING.reportTitle },
  submit: { type: "plain_text", text: WORDING.reportSend },
  close: { type: "plain_text", text: WORDING.reportCancel },
  private_metadata: JSON.stringify(about),
  blocks: [
    {
      type: "context",
      elements: [
        { type: "plain_text", text: `${WORDING.reportAbout}${clip(about.question, CARRIED)}`, emoji: false },
      ],
    },
    {
      type: "input",
      block_id: INPUT,
      label: { type: "plain_text", text: WORDING.reportLabel },
      element: { type: "plain_text_input", action_id: INPUT, multiline: true, max_length: SLACK.inputText },
    },
  ],
});

/** Opens the modal while the press is fresh: a trigger is good for three seconds. */
export const onReportPress = async (
  slack: Slack,
  press: Press,
  by: { readonly trigger: string; readonly headline: string },
): Promise<void> => {
  const question = (await questionBehind(press.value, slack.chat)) ?? "";
  const view = reportView({
    question: clip(question, CARRIED),
    headline: clip(by.headline, CARRIED),
    channel: press.on?.channel ?? null,
    message: press.isPrivate ? null : (press.on?.message ?? null),
  });
  await slack.client.views.open({ trigger_id: by.trigger, view });
};

/** The answer's address; null for one that only its reader could see. */
const linkTo = async ({ client, log }: Slack, { channel, message }: About): Promise<string | null> => {
  if (channel === null || message === null) return null;
  try {
    return (await client.chat.getPermalink({ channel, message_ts: message })).permalink ?? null;
  } catch (error) {
    log.warn({ error: describeError(error) }, "no address for the answer of a report");
    return null;
  }
};

const notice = (text: string): Draft =>
  bareDraft({ blocks: [{ kind: "headline", line: [{ text, style: "plain", link: null }] }] });

/** A report that was sent off goes to the desk's channel; the person hears whether it arrived. */
export const onReport = async (
  slack: Slack,
  view: ViewOutput,
  by: { readonly user: string; readonly name: string },
): Promise<void> => {
  const { deskChannel, chat, log } = slack;
  if (deskChannel === null || !(await chat.take(`slack:report:${view.id}`))) return;
  const about = aboutSchema.parse(JSON.parse(view.private_metadata));
  const text = view.state.values[INPUT]?.[INPUT]?.value ?? "";
  const link = await linkTo(slack, about);
  const report = layOutReport({ by: `@${by.name}`, text, ...about, link });
  const toReader = postIn(slack, by.user, null);
  const reached = await reach(
    slack,
    { send: postIn(slack, deskChannel, null), draft: bareDraft(report) },
    [],
  );
  const id = reached.kind === "sent" ? randomUUID() : reached.id;
  if (reached.kind !== "sent") log.error({ id }, "a report did not reach DESK_SLACK_CHANNEL");
  const words = reached.kind === "sent" ? WORDING.reportThanks : WORDING.reportLost(id);
  await reach(slack, { send: toReader, draft: notice(words) }, []);
};
