import { expect, test } from "vitest";
import { askInThread, openNewsroom } from "./discord/newsroom.ts";
import { waitFor } from "./discord/server/wait-for.ts";
import { runSlack } from "./slack/running-slack.ts";

test("files reach Discord from a process in which Slack's bot runs too", async () => {
  const slack = await runSlack({ transport: "socket" });
  const newsroom = await openNewsroom();
  const { server, ada } = newsroom;
  const { answer } = await askInThread(newsroom, "How many people did ICE arrest in fiscal 2024?");
  const added = server.presses(ada, answer, "Add to list");
  const list = server.presses(ada, await waitFor("an answer", () => added.original), "Show the list");
  const shown = await waitFor("the list", () => list.original);
  const sheet = server.presses(ada, shown, "Fact-check sheet");
  const files = () => sheet.original?.attachments.map(({ filename }) => filename) ?? [];
  await waitFor("the files", () => files().length === 2);
  expect(files().map((name) => name.split(".")[1])).toEqual(["csv", "md"]);
  await slack.stop();
}, 30_000);
