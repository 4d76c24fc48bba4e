import type { Courier, Log } from "../src/desk.ts";
import type { Settings } from "./settings.ts";

/** Couriers for the platforms that the settings name, which write without a bot that runs. */
export const couriersOf = async ({ slack, discord }: Settings, log: Log): Promise<readonly Courier[]> => {
  const couriers: Courier[] = [];
  if (slack !== null) {
    const { openSlackCourier } = await import("./slack/open-courier.ts");
    couriers.push(openSlackCourier(slack, log));
  }
  if (discord !== null) {
    const { openDiscordCourier } = await import("./discord/open-courier.ts");
    couriers.push(openDiscordCourier(discord, log));
  }
  return couriers;
};
