import { expect, test } from "vitest";
import { answerMissOnDiscord, answerMissOnSlack } from "./answer-miss.ts";

// `npm run recall` says how long after the save the answer comes; here the machine does other things besides.
test.each([
  ["Slack", answerMissOnSlack],
  ["Discord", answerMissOnDiscord],
])(
  "on %s a refused question goes to the desk, is taken, and is answered by adding a row while the bot runs",
  async (_platform, answerMiss) => {
    const { asked, over, told } = await answerMiss();
    expect(asked).toContain("asks the desk for a figure.");
    expect(asked).toContain("ferry passengers in 2018?");
    expect(asked).toContain("The closest that I do hold:");
    expect(over).toContain("Answered, and the thread that asked was told: ");
    expect(over).not.toContain("I take it");
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("The desk has added what you asked for.");
    expect(told[0]).toContain("870,000 passengers");
  },
  120_000,
);
