import { afterEach, describe, expect, test } from "vitest";
import { partsOf, TURNS, terminalTurns, textOf } from "../conversation.ts";
import { type RunningSlack, readingOf, runSlack, type Transport } from "./running-slack.ts";
import type { Posted } from "./server/workspace.ts";
import { ASKER, BOT, DESK, DIRECT } from "./server/workspace.ts";

const TRANSPORTS: readonly Transport[] = ["socket", "http"];
const open: RunningSlack[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});
const run = async (...args: Parameters<typeof runSlack>): Promise<RunningSlack> => {
  const running = await runSlack(...args);
  open.push(running);
  return running;
};

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, " ");
const expected = terminalTurns();

const expectSame = (posts: readonly Posted[]): void => {
  expect(posts).toHaveLength(TURNS.length);
  posts.forEach((post, at) => {
    const turn = expected[at]!;
    const reading = squeeze(readingOf(post));
    for (const part of partsOf(turn))
      expect(reading, `${turn.question}\n${textOf(turn)}`).toContain(squeeze(part));
    expect(squeeze(post.text)).toContain(squeeze(turn.answer.headline.replaceAll("&", "&amp;")));
  });
};

describe.each(TRANSPORTS)("twelve turns over %s", (transport) => {
  // Every event comes three times, and each mention as two kinds of event.
  const mishaps = { copies: 3 };

  test("by mention, in one thread, are the terminal's, once each", { timeout: 60_000 }, async () => {
    const slack = await run({ transport });
    const ada = slack.ask(ASKER, mishaps);
    let root: string | undefined;
    for (const [at, question] of TURNS.entries()) {
      const where = root === undefined ? { channel: DESK } : { channel: DESK, thread: root };
      const said = await ada.says(`<@${BOT.user}> ${question}`, where);
      root ??= said.ts;
      await slack.settled(at + 1);
    }
    expectSame(slack.posts(DESK, root));
    expect(slack.posts()).toHaveLength(TURNS.length);
  });

  test("in a direct conversation, where no mention is needed", { timeout: 60_000 }, async () => {
    const slack = await run({ transport });
    const ada = slack.ask(ASKER, mishaps);
    for (const [at, question] of TURNS.entries()) {
      await ada.says(question, { channel: DIRECT });
      await slack.settled(at + 1);
    }
    expectSame(slack.posts(DIRECT).filter(({ thread_ts }) => thread_ts === undefined));
  });

  test("two threads at once do not mix", { timeout: 60_000 }, async () => {
    const slack = await run({ transport });
    const [ada, ben] = [slack.ask(ASKER, mishaps), slack.ask("U0OTHER0001", mishaps)];
    const mention = `<@${BOT.user}>`;
    const [one, other] = await Promise.all([
      ada.says(`${mention} How many people did ICE arrest in fiscal 2024?`, { channel: DESK }),
      ben.says(`${mention} how many people are on the non-detained docket`, { channel: DESK }),
    ]);
    await slack.settled(2);
    await Promise.all([
      ada.says(`${mention} and the year before?`, { channel: DESK, thread: one.ts }),
      ben.says(`${mention} says who?`, { channel: DESK, thread: other.ts }),
    ]);
    await slack.settled(4);
    const [, before] = slack.posts(DESK, one.ts);
    const [, who] = slack.posts(DESK, other.ts);
    expect(readingOf(before!)).toContain("170,590");
    expect(readingOf(who!)).not.toContain("170,590");
    expect(slack.posts()).toHaveLength(4);
  });
});
