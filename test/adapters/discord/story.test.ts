import { MessageFlags } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { askInThread, openNewsroom, saidIn } from "./newsroom.ts";
import { seenIn } from "./seen-in.ts";
import { waitFor } from "./server/wait-for.ts";

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
