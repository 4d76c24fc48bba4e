import { expect, test } from "vitest";
import { recall } from "./recall.ts";

// `npm run recall` does the same with five hundred messages.
test("messages on both platforms are corrected once each, though the sending is killed in between", async () => {
  const { told, kills, revised, replied, wrong, summaries } = await recall(20, [7, 25]);
  expect({ told, kills, revised, wrong }).toEqual({ told: 40, kills: 2, revised: 40, wrong: [] });
  // Slack does not say whether a reply arrived whose sender was killed meanwhile; then the edit has told it.
  expect(replied).toBeGreaterThanOrEqual(38);
  expect(summaries).toHaveLength(2);
  for (const summary of summaries) expect(summary).toContain("40 messages edited");
}, 90_000);
