import { MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { answerIn, askInThread, type Newsroom, openNewsroom, saidIn } from "./newsroom.ts";
import { seenIn } from "./seen-in.ts";
import { buttonsOf } from "./server/discord-server.ts";
import type { Interaction } from "./server/interactions.ts";
import { settle, waitFor } from "./server/wait-for.ts";
import type { Posted } from "./server/world.ts";

const ASKED = "How many people did ICE arrest in fiscal 2024?";
const FOLLOW_UP = "and the year before?";
const [FIGURE, EARLIER] = ["113,431", "170,590"];

const original = (interaction: Interaction): Promise<Posted> =>
  waitFor("the command's answer", () => interaction.original);

const runs = (
  { server, ada, desk }: Newsroom,
  options: Readonly<Record<string, string | boolean>>,
): Interaction => server.runs({ by: ada, in: desk, options });

const isPrivate = (message: Posted): boolean => (message.flags & MessageFlags.Ephemeral) !== 0;

const DRAFT = "ICE made 113,431 arrests in fiscal 2024.\nIn fiscal 2023 it made 113,431.";

describe("Check figures in a message's menu", () => {
  test("checks each number for who chose it alone, and can be shared", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const said = server.says({ by: server.person("Bea"), in: desk, content: DRAFT });
    const answer = await original(server.choosesOn(ada, said, "Check figures"));
    expect(isPrivate(answer)).toBe(true);
    for (const part of ["1 of another period and 1 matches", "The Washington Times", "paragraph 6"])
      expect(seenIn(answer)).toContain(part);
    expect(saidIn(newsroom, desk)).toEqual([]);
    server.presses(ada, answer, "Share");
    const shared = await answerIn(newsroom, desk);
    expect(seenIn(shared)).toContain("Ada asked: check: ICE made 113,431 arrests");
    const thread = await waitFor("a thread", () => server.threadOf(shared));
    expect(seenIn(await answerIn(newsroom, thread))).toContain("1 of another period and 1 matches");
  });

  test("says so where a message is an image alone", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const said = server.says({ by: server.person("Bea"), in: desk, content: "" });
    const answer = await original(server.choosesOn(ada, said, "Check figures"));
    expect(seenIn(answer)).toContain("I cannot read images");
  });
});

describe("/figure", () => {
  test("shows the question, and answers below it in a thread, where answers can be replied to", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const ran = runs(newsroom, { question: ASKED });
    const shown = await original(ran);
    expect([seenIn(shown).trim(), isPrivate(shown)]).toEqual([ASKED, false]);
    const thread = await waitFor("a thread", () => server.threadOf(shown));
    const answer = await answerIn(newsroom, thread);
    expect(seenIn(answer)).toContain(FIGURE);
    server.says({ by: ada, in: thread, content: FOLLOW_UP, replyTo: answer });
    expect(seenIn(await answerIn(newsroom, thread, 1))).toContain(EARLIER);
    expect(ran.answeredAfter).toBeLessThan(3000);
  });

  test("in a thread is answered there, and leans on it", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const { thread } = await askInThread(newsroom, ASKED);
    const shown = await original(server.runs({ by: ada, in: thread, options: { question: FOLLOW_UP } }));
    const answer = await waitFor("the answer", () =>
      saidIn(newsroom, thread).find(({ replyTo }) => replyTo === shown),
    );
    expect(seenIn(answer)).toContain(EARLIER);
  });

  test("in direct messages is answered by its own reply", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const direct = server.direct(ada);
    const answer = await original(server.runs({ by: ada, in: direct, options: { question: ASKED } }));
    expect(seenIn(answer)).toContain(FIGURE);
    expect(seenIn(answer)).toContain(ASKED);
  });

  test.each([50_013, 50_001, 160_006])(
    "is answered by its own reply where a thread is refused with %d",
    async (code) => {
      const newsroom = await openNewsroom();
      const body = { code, message: "refused" };
      newsroom.server.fault({ route: "POST /channels/:id/messages/:id/threads", status: 403, body });
      const ran = runs(newsroom, { question: ASKED });
      await waitFor("the answer", () => ran.original !== null && seenIn(ran.original).includes(FIGURE));
      await settle();
      expect(saidIn(newsroom, newsroom.desk)).toEqual([ran.original]);
    },
  );

  test("in private is seen by who asked alone, and can be shared", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const ran = runs(newsroom, { question: ASKED, private: true });
    const answer = await original(ran);
    expect([seenIn(answer).includes(FIGURE), isPrivate(answer)]).toEqual([true, true]);
    expect(server.standing(desk)).toEqual([]);
    server.presses(ada, answer, "Share");
    const shared = await answerIn(newsroom, desk);
    expect(seenIn(shared)).toBe(`Ada asked: ${ASKED}`);
    const thread = await waitFor("a thread", () => server.threadOf(shared));
    expect(seenIn(await answerIn(newsroom, thread))).toContain(FIGURE);
    await waitFor("the share button to go", () => buttonsOf(answer).every(({ label }) => label !== "Share"));
  });

  test("in private goes on in private", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const answer = await original(runs(newsroom, { question: ASKED, private: true }));
    const opened = server.presses(ada, answer, "Ask a follow-up");
    await waitFor("the form", () => opened.modal);
    const followed = await original(server.submits(opened, FOLLOW_UP));
    expect([seenIn(followed).includes(EARLIER), isPrivate(followed)]).toEqual([true, true]);
    expect(server.standing(desk)).toEqual([]);
  });

  test("writes numbers as who asks in private is used to, and in public as the server is", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const options = { question: ASKED, private: true };
    const alone = await original(server.runs({ by: ada, in: desk, options, locale: "de" }));
    expect(seenIn(alone)).toContain("113.431 arrests");
    expect(seenIn(alone)).toContain("prints “113,431”");
    const shown = await original(
      server.runs({ by: ada, in: desk, options: { question: ASKED }, locale: "de" }),
    );
    const thread = await waitFor("a thread", () => server.threadOf(shown));
    expect(seenIn(await answerIn(newsroom, thread))).toContain("113,431 arrests");
  });

  test("that cannot be shared says so to who tried", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    const answer = await original(runs(newsroom, { question: ASKED, private: true }));
    desk.denied = PermissionFlagsBits.SendMessages;
    const pressed = server.presses(ada, answer, "Share");
    const said = await waitFor("word of it", () => pressed.followUps[0]);
    expect([said.content, isPrivate(said)]).toEqual([expect.stringContaining("could not share"), true]);
  });

  test("that asks for help tells who asks alone", async () => {
    const newsroom = await openNewsroom();
    const answer = await original(runs(newsroom, { question: "help" }));
    expect([seenIn(answer).includes("Mention me in a channel"), isPrivate(answer)]).toEqual([true, true]);
  });

  test("that is delivered twice is answered once", async () => {
    const newsroom = await openNewsroom();
    const { server } = newsroom;
    const ran = runs(newsroom, { question: ASKED });
    const shown = await original(ran);
    const thread = await waitFor("a thread", () => server.threadOf(shown));
    await answerIn(newsroom, thread);
    server.gateway.repeatLast("INTERACTION_CREATE");
    await settle();
    expect([saidIn(newsroom, newsroom.desk).length, saidIn(newsroom, thread).length]).toEqual([1, 1]);
  });
});

describe("while a question is typed", () => {
  const choices = async (newsroom: Newsroom, typed: string): Promise<readonly string[]> => {
    const { server, ada, desk } = newsroom;
    const typing = server.types({ by: ada, in: desk, options: { question: typed } });
    const found = await waitFor("suggestions", () => typing.choices);
    return found.map(({ value }) => value);
  };

  test("measures come first, then periods of one that was typed out", async () => {
    const newsroom = await openNewsroom();
    expect((await choices(newsroom, "ice arr")).join()).toContain("ICE arrests");
    expect((await choices(newsroom, "ICE arrests")).join()).toContain("FY2024");
  });

  test("what one asked before comes before anything is typed", async () => {
    const newsroom = await openNewsroom();
    await askInThread(newsroom, ASKED);
    expect((await choices(newsroom, ""))[0]).toBe(ASKED);
  });

  test("anything may stand there", async () => {
    const newsroom = await openNewsroom();
    expect(await choices(newsroom, "zxqv <@> \u202e".repeat(30))).toEqual([]);
  });

  test("each suggestion is answered as it stands", async () => {
    const newsroom = await openNewsroom();
    const [first = ""] = await choices(newsroom, "ICE arrests FY2024");
    const shown = await original(runs(newsroom, { question: first }));
    const thread = await waitFor("a thread", () => newsroom.server.threadOf(shown));
    expect(seenIn(await answerIn(newsroom, thread))).not.toContain("not held");
  });
});

describe("buttons", () => {
  const ambiguous = "how many migrants";

  test("ask what stands on them, in the thread, also after a restart", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const { thread, answer } = await askInThread(newsroom, ASKED);
    const label = buttonsOf(answer)[0]?.label ?? "";
    await newsroom.restart();
    server.presses(ada, answer, label);
    const followed = await answerIn(newsroom, thread, 1);
    expect(seenIn(followed)).toContain(`Ada asked: ICE arrests, FY2023`);
    expect(followed.replyTo).toBe(answer);
    await settle();
    expect(saidIn(newsroom, thread)).toHaveLength(2);
  });

  test("choices answer what was asked back", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const { thread, answer } = await askInThread(newsroom, ambiguous);
    const choice = buttonsOf(answer).find(({ label }) => label?.startsWith("1"));
    expect(choice).toBeDefined();
    server.presses(ada, answer, choice?.label ?? "");
    expect(seenIn(await answerIn(newsroom, thread, 1))).toContain("Source:");
  });

  test("keep within a hundred characters, whatever the question", async () => {
    const newsroom = await openNewsroom();
    await askInThread(newsroom, ambiguous);
    await askInThread(newsroom, "asylum grants by year since 2014");
    const ids = newsroom.server
      .said()
      .flatMap(buttonsOf)
      .map(({ custom_id }) => custom_id ?? "");
    expect(ids.length).toBeGreaterThan(3);
    expect(ids.filter((id) => id.length > 100)).toEqual([]);
  });

  test("whose question was kept and is gone say so", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const { answer } = await askInThread(newsroom, ASKED);
    const row = answer.components[0] as { components: { custom_id: string; label: string }[] };
    Object.assign(row.components[0] ?? {}, { custom_id: "ak:gone-long-ago", label: "Old" });
    const pressed = server.presses(ada, answer, "Old");
    expect((await original(pressed)).content).toContain("no longer know");
  });

  test("a follow-up is asked in a form", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const { thread, answer } = await askInThread(newsroom, ASKED);
    const opened = server.presses(ada, answer, "Ask a follow-up");
    await waitFor("the form", () => opened.modal);
    server.submits(opened, FOLLOW_UP);
    const followed = await answerIn(newsroom, thread, 1);
    expect(seenIn(followed)).toContain(EARLIER);
    expect(seenIn(followed)).toContain(`Ada asked: ${FOLLOW_UP}`);
  });

  test("in a channel without threads go on with the right conversation", async () => {
    const newsroom = await openNewsroom();
    const { server, ada, desk } = newsroom;
    desk.denied = PermissionFlagsBits.CreatePublicThreads;
    server.says({ by: ada, in: desk, content: `${server.mention} ${ASKED}` });
    const answer = await answerIn(newsroom, desk);
    server.says({
      by: ada,
      in: desk,
      content: `${server.mention} how many people are on the non-detained docket`,
    });
    await answerIn(newsroom, desk, 1);
    const opened = server.presses(ada, answer, "Ask a follow-up");
    await waitFor("the form", () => opened.modal);
    server.submits(opened, FOLLOW_UP);
    expect(seenIn(await answerIn(newsroom, desk, 2))).toContain(EARLIER);
  });

  test("a channel that the bot may no longer write in still gets its answer", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const { thread, answer } = await askInThread(newsroom, ASKED);
    const label = buttonsOf(answer)[0]?.label ?? "";
    thread.denied = PermissionFlagsBits.SendMessagesInThreads;
    const pressed = server.presses(ada, answer, label);
    const followed = await waitFor("the answer", () => pressed.followUps[0]);
    expect(seenIn(followed)).toContain(`Ada asked: ICE arrests, FY2023`);
  });
});

describe("a problem with an answer", () => {
  test("is reported in a form, to the desk's channel, with what was asked and answered", async () => {
    const newsroom = await openNewsroom({
      before: (server) => ({ deskChannel: server.channel("figures desk").id }),
    });
    const { server, ada } = newsroom;
    const { answer } = await askInThread(newsroom, ASKED);
    const opened = server.presses(ada, answer, "Report a problem");
    await waitFor("the form", () => opened.modal);
    const sent = server.submits(opened, "The press office says @everyone **114,000**");
    const reports = [...server.stage.world.places.values()].find(({ name }) => name === "figures desk");
    const report = await waitFor("the report", () => reports?.messages[0]);
    for (const part of ["Ada", ASKED, FIGURE, "The press office says @everyone **114,000**"])
      expect(seenIn(report)).toContain(part);
    expect(report.embeds[0]?.description).toContain(answer.id);
    expect(report.mentionsEveryone).toBe(false);
    expect([(await original(sent)).content, isPrivate(await original(sent))]).toEqual([
      expect.stringContaining("Thank you"),
      true,
    ]);
  });

  test("that cannot be passed on is said not to be", async () => {
    const newsroom = await openNewsroom({
      before: (server) => ({ deskChannel: server.channel("figures desk").id }),
    });
    const { server, ada } = newsroom;
    const { answer } = await askInThread(newsroom, ASKED);
    const opened = server.presses(ada, answer, "Report a problem");
    await waitFor("the form", () => opened.modal);
    const reports = [...server.stage.world.places.values()].find(({ name }) => name === "figures desk");
    Object.assign(reports ?? {}, { denied: PermissionFlagsBits.SendMessages });
    expect((await original(server.submits(opened, "wrong"))).content).toContain("could not pass that on");
  });

  test("cannot be reported where nobody would read it", async () => {
    const newsroom = await openNewsroom();
    const { answer } = await askInThread(newsroom, ASKED);
    expect(buttonsOf(answer).map(({ label }) => label)).not.toContain("Report a problem");
  });
});
