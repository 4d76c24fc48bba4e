import { type Answer, illustrate, type Message } from "../../src/desk.ts";
import type { Place } from "./answer-question.ts";
import type { Slack } from "./slack.ts";
import { describeError } from "./slack-fault.ts";

/** Slack's bound for the text of a picture, in characters (docs.slack.dev/reference/methods/files.getUploadURLExternal). */
const ALT_TEXT = 1_000;

/**
 * Puts the chart of an answer, and its table as CSV, below it, where it has one. The answer stands without them:
 * what goes wrong is in the log only.
 */
export const putChart = async (
  slack: Slack,
  answered: Answered,
  { channel, thread }: Place,
): Promise<void> => {
  try {
    const drawn = await illustrate(answered.answer, answered.message);
    if (drawn === null) return;
    const { name, title, alt, png, csv } = drawn;
    await slack.client.files.uploadV2({
      channel_id: channel,
      ...(thread === null ? {} : { thread_ts: thread }),
      file_uploads: [
        { file: Buffer.from(png), filename: `${name}.png`, title, alt_text: alt.slice(0, ALT_TEXT) },
        { file: Buffer.from(csv), filename: `${name}.csv`, title: `${title} (CSV)` },
      ],
    });
  } catch (error) {
    slack.log.warn({ error: describeError(error) }, "a chart could not be put below its answer");
  }
};

type Answered = { readonly answer: Answer; readonly message: Message };
