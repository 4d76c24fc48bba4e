import type { MessageFile } from "../../src/desk.ts";
import type { Slack } from "./slack.ts";
import { describeError } from "./slack-fault.ts";
import { postIn } from "./ways.ts";
import { WORDING } from "./wording.ts";

/** Files for one person go to their direct conversation: Slack shows none to one person in a channel. */
export const sendFiles = async (slack: Slack, user: string, files: readonly MessageFile[]): Promise<void> => {
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
