import type { Bot } from "./run-bots.ts";
import type { Settings } from "./settings.ts";

/** The bots that the settings name. Each platform's library is loaded only where it is used. */
export const botsOf = ({ slack }: Settings): readonly Bot[] => {
  const bots: Bot[] = [];
  if (slack !== null)
    bots.push({
      name: "Slack",
      start: async (context) => {
        const { startSlack } = await import("./slack/start-slack.ts");
        return startSlack({ settings: slack, ...context });
      },
    });
  return bots;
};
