import { MessageFlags } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { askInThread, openNewsroom, saidIn } from "./newsroom.ts";
import { seenIn } from "./seen-in.ts";
import type { Interaction } from "./server/interactions.ts";
import { waitFor } from "./server/wait-for.ts";
import type { Posted } from "./server/world.ts";

const ASKED = "How many people did ICE arrest in fiscal 2024?";
const SENTENCE =
  "ICE arrests totaled 113,431 in fiscal year 2024, according to ICE, final report on fiscal 2024, as reported by The Washington Times around Dec. 20, 2024.";

test("Copy for story shows the copy to who pressed alone, also after a restart", async () => {
  const newsroom = await openNewsroom();
  const { server, ada } = newsroom;
  const { thread, answer } = await askInThread(newsroom, ASKED);
  await newsroom.restart();
  const pressed = server.presses(ada, answer, "Copy for story");
  const alone = await waitFor("the copy", () => pressed.original);
  expect(alone.flags & MessageFlags.Ephemeral).not.toBe(0);
  const source = `${alone.content}\n${alone.embeds[0]?.description}`;
  expect(source).toContain(`\`\`\`\n${SENTENCE}\n\`\`\``);
  expect(source).toContain(`\`\`\`\n<p>${SENTENCE}</p>\n\`\`\``);
  expect(seenIn(alone)).toContain("paragraph 6 prints “113,431”");
  expect(saidIn(newsroom, thread)).toHaveLength(1);
});

test("Add to list keeps the figure, and its list is shown, checked and written for who asked alone", async () => {
  const newsroom = await openNewsroom();
  const { server, ada } = newsroom;
  const { thread, answer } = await askInThread(newsroom, ASKED);
  await newsroom.restart();
  const alone = async (pressed: Interaction): Promise<Posted> => {
    const shown = await waitFor("what came of it", () => pressed.original);
    expect(shown.flags & MessageFlags.Ephemeral).not.toBe(0);
    return shown;
  };
  const added = await alone(server.presses(ada, answer, "Add to list"));
  expect(seenIn(added)).toContain("Added to this conversation's list, as number 1.");
  const opened = server.presses(ada, added, "Add under a name");
  await waitFor("the form", () => opened.modal);
  const named = await alone(server.submits(opened, "Budget story"));
  expect(seenIn(named)).toContain("Added to the list “Budget story”, as number 1.");
  const list = await alone(server.presses(ada, named, "Show the list"));
  expect(seenIn(list)).toContain("113,431 arrests");
  expect(seenIn(await alone(server.presses(ada, list, "Check again")))).toContain("again: 1 stands.");
  const sheet = server.presses(ada, list, "Fact-check sheet");
  expect(seenIn(await alone(sheet))).toContain("in the files beside this");
  const files = () => sheet.original?.attachments.map(({ filename }) => filename) ?? [];
  await waitFor("the files", () => files().length === 2);
  expect(files()).toEqual(["budget-story.csv", "budget-story.md"]);
  expect(saidIn(newsroom, thread)).toHaveLength(1);
});

test("/figure lists and list NAME answer who typed them alone; a question that begins so stays one", async () => {
  const newsroom = await openNewsroom();
  const { server, ada, desk } = newsroom;
  const { thread } = await askInThread(newsroom, ASKED);
  const typed = (question: string, place = thread): Promise<Posted> => {
    const ran = server.runs({ by: ada, in: place, options: { question } });
    return waitFor("an answer", () => ran.original);
  };
  const added = await typed("add to list Budget");
  expect([
    seenIn(added).includes("Added to the list “Budget”"),
    added.flags & MessageFlags.Ephemeral,
  ]).toEqual([true, MessageFlags.Ephemeral]);
  const lists = await typed("lists", desk);
  expect(seenIn(lists)).toContain("Budget");
  const series = await typed("list ICE arrests by year", desk);
  expect(series.flags & MessageFlags.Ephemeral).toBe(0);
});
