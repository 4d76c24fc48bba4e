import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openSlackCourier } from "../../../adapters/slack/open-courier.ts";
import { openTestDesk, TEST_DAY } from "../../fixtures/test-desk.ts";
import { ephemerals, type RunningSlack, readingOf, runSlack, settingsFor, until } from "./running-slack.ts";
import { buttonsOf } from "./server/person.ts";
import { BOT, DESK, DIRECT } from "./server/workspace.ts";

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

test("Add to list keeps the figure in the thread's list, then under a name that a form asks for", async () => {
  const slack = await run();
  await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
  const [answer] = await slack.settled(1);
  await slack.restart();
  await slack.ask().presses(/^Add to list$/u, answer!);
  const [added] = await ephemerals(slack, 1);
  expect(readingOf(added!)).toContain("Added to this conversation's list, as number 1.");
  await slack.ask().presses(/^Add under a name$/u, added!);
  await until(() => slack.server.workspace.views.size === 1);
  await slack.ask().submits("Budget story");
  const [, named] = await ephemerals(slack, 2);
  expect(readingOf(named!)).toContain("Added to the list “Budget story”, as number 1.");
  await slack.ask().presses(/^Show the list$/u, named!);
  const [, , list] = await ephemerals(slack, 3);
  expect(readingOf(list!)).toContain("113,431 arrests");
  expect(buttonsOf(list!.blocks).map(({ text }) => text)).toEqual([
    "Check again",
    "Fact-check sheet",
    "Remove one",
  ]);
  await slack.ask().presses(/^Check again$/u, list!);
  expect(readingOf((await ephemerals(slack, 4))[3]!)).toContain("again: 1 stands.");
  expect(slack.posts()).toHaveLength(1);
});

test("the fact-check sheet comes as files to who asked for it alone", async () => {
  const slack = await run();
  await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
  const [answer] = await slack.settled(1);
  await slack.ask().presses(/^Add to list$/u, answer!);
  const [added] = await ephemerals(slack, 1);
  await slack.ask().presses(/^Show the list$/u, added!);
  const [, list] = await ephemerals(slack, 2);
  await slack.ask().presses(/^Fact-check sheet$/u, list!);
  await ephemerals(slack, 3);
  await until(() => slack.server.workspace.uploads.filter(({ shared }) => shared !== null).length === 2);
  const [csv, markdown] = slack.server.workspace.uploads;
  expect([csv?.shared?.channel, markdown?.shared?.channel]).toEqual([DIRECT, DIRECT]);
  expect(Buffer.from(csv?.bytes ?? []).toString()).toContain("ICE arrests totaled 113,431");
});

test("/figure lists and list NAME answer who typed them alone, in the thread a mention does", async () => {
  const slack = await run();
  const asked = await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
  await slack.settled(1);
  await slack.ask().says(`${MENTION} add to list Budget`, { channel: DESK, thread: asked.ts });
  expect(readingOf((await ephemerals(slack, 1))[0]!)).toContain("Added to the list “Budget”");
  await slack.ask().runs("lists", DESK);
  expect(readingOf((await ephemerals(slack, 2))[1]!)).toContain("Budget");
  await slack.ask().runs("list budget", DESK);
  expect(readingOf((await ephemerals(slack, 3))[2]!)).toContain("113,431 arrests");
  expect(slack.posts()).toHaveLength(1);
  await slack.ask().runs("list ICE arrests by year", DESK);
  expect(await slack.settled(3)).toHaveLength(3);
});

test("an answer that is corrected keeps the buttons below it, and they work", async () => {
  const slack = await run();
  await slack.ask().says(`${MENTION} ${ARRESTS}`, { channel: DESK });
  const [answer] = await slack.settled(1);
  const before = buttonsOf(answer!.blocks).map(({ text }) => text);
  const settings = settingsFor(slack.server, { transport: "socket" });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const courier = openSlackCourier(settings, log);
  const desk = openTestDesk();
  const { answer: given } = desk.ask({ text: ARRESTS, askedOn: TEST_DAY }, null);
  const line = [{ text: "Corrected.", style: "plain", link: null }] as const;
  const letter = {
    place: DESK,
    thread: null,
    message: answer!.ts,
    asker: null,
    audience: "everyone",
  } as const;
  const actions = buttonsOf(answer!.blocks)
    .filter(({ text }) => text === "Copy for story" || text === "Add to list")
    .map(({ text, value }) => ({ label: text, action: value }));
  await courier.revise(
    letter,
    { blocks: [{ kind: "headline", line }] },
    {
      question: ARRESTS,
      followUps: desk.followUps(given, TEST_DAY),
      actions,
    },
  );
  const revised = slack.server.workspace.messages.find(({ ts }) => ts === answer!.ts)!;
  expect(readingOf(revised)).toContain("Corrected.");
  expect(
    buttonsOf(revised.blocks)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(before.toSorted());
  await slack.ask().presses(/^Copy for story$/u, revised);
  expect(readingOf((await ephemerals(slack, 1))[0]!)).toContain(SENTENCE);
});
