import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { ephemerals, type RunningSlack, readingOf, runSlack } from "./running-slack.ts";
import { BOT, DESK } from "./server/workspace.ts";

const MENTION = `<@${BOT.user}>`;
const ARRESTS = "ICE arrests in fiscal 2024?";
const SENTENCE =
  "ICE arrests totaled 113,431 in fiscal year 2024, according to ICE, final report on fiscal 2024, as reported by The Washington Times around Dec. 20, 2024.";

const started: RunningSlack[] = [];
const folders: string[] = [];
const run = async () => {
  const folder = mkdtempSync(join(tmpdir(), "story-"));
  folders.push(folder);
  const slack = await runSlack({ transport: "socket", store: join(folder, "store.sqlite") });
  started.push(slack);
  return slack;
};
afterEach(async () => {
  for (const slack of started.splice(0)) await slack.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test("Copy for story shows the copy to who pressed alone, also after a restart", async () => {
  const slack = await run();
  await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
  const [answer] = await slack.settled(1);
  await slack.restart();
  await slack.ask().presses(/^Copy for story$/u, answer!);
  const [alone] = await ephemerals(slack, 1);
  const pasted = JSON.stringify(alone!.blocks).match(/rich_text_preformatted/gu);
  expect(pasted).toHaveLength(4);
  for (const part of [SENTENCE, `<p>${SENTENCE}</p>`, "paragraph 6 prints “113,431”"])
    expect(readingOf(alone!)).toContain(part);
  expect(slack.posts()).toHaveLength(1);
});
