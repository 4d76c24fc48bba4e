import { describe, expect, test } from "vitest";
import { partsOf, TURNS, type Turn, terminalTurns, textOf } from "../conversation.ts";
import { type Newsroom, openNewsroom, saidIn } from "./newsroom.ts";
import { seenIn } from "./seen-in.ts";
import type { DiscordServer } from "./server/discord-server.ts";
import { settle, waitFor } from "./server/wait-for.ts";
import type { Place, Posted } from "./server/world.ts";

// Twelve turns, as every adapter must answer them: what the terminal answers, in the right thread, exactly once.

const expected = terminalTurns();

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, " ");

const expectTurn = (answer: Posted, turn: Turn | undefined): void => {
  if (turn === undefined) throw new Error("no such turn");
  const seen = squeeze(seenIn(answer));
  const missing = partsOf(turn).filter((part) => !seen.includes(squeeze(part)));
  expect(missing, `${turn.question}\n${textOf(turn)}\n—\n${seenIn(answer)}`).toEqual([]);
};

/** Waits until there are so many answers in a place; a reconnecting bot takes its time. */
const answers = (newsroom: Newsroom, place: Place, count: number): Promise<readonly Posted[]> =>
  waitFor(
    `${count} answers`,
    () => {
      const said = saidIn(newsroom, place);
      return said.length >= count && said;
    },
    20_000,
  );

/** The first turn opens the thread; each of the others is asked there once the one before is answered. */
const converse = async (
  newsroom: Newsroom,
  disturb: (server: DiscordServer, turn: number) => void,
): Promise<Place> => {
  const { server, ada, desk } = newsroom;
  const [first = "", ...others] = TURNS;
  disturb(server, 0);
  const asked = server.says({ by: ada, in: desk, content: `${server.mention} ${first}` });
  const thread = await waitFor("a thread", () => server.threadOf(asked), 20_000);
  for (const [at, question] of others.entries()) {
    await answers(newsroom, thread, at + 1);
    disturb(server, at + 1);
    server.says({ by: ada, in: thread, content: `${server.mention} ${question}` });
  }
  await answers(newsroom, thread, TURNS.length);
  return thread;
};

const expectConversation = async (newsroom: Newsroom, thread: Place): Promise<void> => {
  await settle();
  const said = saidIn(newsroom, thread);
  expect(said).toHaveLength(TURNS.length);
  for (const [at, answer] of said.entries()) expectTurn(answer, expected[at]);
  expect(saidIn(newsroom, newsroom.desk)).toEqual([]);
};

test("twelve turns are answered as in the terminal", async () => {
  const newsroom = await openNewsroom();
  await expectConversation(newsroom, await converse(newsroom, () => undefined));
}, 30_000);

const POST = "POST /channels/:id/messages";

/** What goes wrong at a turn; the turns between them go well. */
const TROUBLES: Readonly<Record<number, (server: DiscordServer) => void>> = {
  0: (server) => server.limits("POST /channels/:id/messages/:id/threads", 0.2),
  1: (server) => server.gateway.drop(),
  2: (server) => server.limits(POST, 0.2, 2),
  3: (server) => server.gateway.askToReconnect(),
  4: (server) =>
    server.fault({ route: POST, status: 502, body: { message: "bad gateway" }, afterServing: true }),
  5: (server) => server.gateway.repeatLast("MESSAGE_CREATE"),
  6: (server) => server.gateway.close(4009),
  7: (server) => server.fault({ route: POST, status: 503, body: { message: "unavailable" }, times: 2 }),
  9: (server) => {
    server.gateway.repeatLast("MESSAGE_CREATE");
    server.gateway.drop();
  },
  10: (server) => server.limits(POST, 0.3),
};

test("and so they are through dropped sockets, resumes, repeats, limits and lost answers", async () => {
  const newsroom = await openNewsroom();
  const thread = await converse(newsroom, (server, turn) => TROUBLES[turn]?.(server));
  await expectConversation(newsroom, thread);
  expect(newsroom.server.gateway.sessions[0]?.resumes).toBeGreaterThanOrEqual(3);
}, 60_000);

test("and so they are when the bot is started anew in the middle", async () => {
  const newsroom = await openNewsroom();
  const { server, ada, desk } = newsroom;
  const asked = server.says({ by: ada, in: desk, content: `${server.mention} ${TURNS[0]}` });
  const thread = await waitFor("a thread", () => server.threadOf(asked));
  for (const [at, question] of TURNS.slice(1).entries()) {
    await answers(newsroom, thread, at + 1);
    if (at === 1 || at === 8) await newsroom.restart();
    server.says({ by: ada, in: thread, content: `${server.mention} ${question}` });
  }
  await answers(newsroom, thread, TURNS.length);
  await expectConversation(newsroom, thread);
}, 30_000);

describe("every way of asking gives the same twelve answers", () => {
  const ways: Readonly<Record<string, (newsroom: Newsroom, thread: Place, question: string) => void>> = {
    "replies with ping": (newsroom, thread, question) => {
      const replyTo = saidIn(newsroom, thread).at(-1);
      if (replyTo === undefined) throw new Error("nothing to reply to");
      newsroom.server.says({ by: newsroom.ada, in: thread, content: question, replyTo });
    },
    "the follow-up form": async (newsroom, thread, question) => {
      const answer = saidIn(newsroom, thread).at(-1);
      if (answer === undefined) throw new Error("nothing to press");
      const opened = newsroom.server.presses(newsroom.ada, answer, "Ask a follow-up");
      await waitFor("the form", () => opened.modal);
      newsroom.server.submits(opened, question);
    },
  };

  test.each(Object.entries(ways))(
    "%s",
    async (_way, ask) => {
      const newsroom = await openNewsroom();
      const { server, ada, desk } = newsroom;
      const asked = server.says({ by: ada, in: desk, content: `${server.mention} ${TURNS[0]}` });
      const thread = await waitFor("a thread", () => server.threadOf(asked));
      for (const [at, question] of TURNS.slice(1).entries()) {
        await answers(newsroom, thread, at + 1);
        await ask(newsroom, thread, question);
      }
      await answers(newsroom, thread, TURNS.length);
      await expectConversation(newsroom, thread);
    },
    30_000,
  );

  test("direct messages", async () => {
    const newsroom = await openNewsroom();
    const { server, ada } = newsroom;
    const direct = server.direct(ada);
    for (const [at, question] of TURNS.entries()) {
      server.says({ by: ada, in: direct, content: question });
      await answers(newsroom, direct, at + 1);
    }
    await expectConversation(newsroom, direct);
  }, 30_000);
});
