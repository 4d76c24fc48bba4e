import type { Bot } from "./run-bots.ts";
import type { Settings } from "./settings.ts";

/** The bots that the settings name. Each platform's library is loaded only where it is used. */
export const botsOf = ({ slack, discord }: Settings): readonly Bot[] => {
  const bots: Bot[] = [];
  if (slack !== null)
    bots.push({
      name: "Slack",
      start: async (context) => {
        const { startSlack } = await import("./slack/start-slack.ts");
        return startSlack({ settings: slack, ...context });
      },
    });
  if (discord !== null)
    bots.push({
      name: "Discord",
      start: async (context) => {
        const { startDiscord } = await import("./discord/start-discord.ts");
        return startDiscord(discord, context);
      },
    });
  return bots;
};
