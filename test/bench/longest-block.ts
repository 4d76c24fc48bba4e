import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** The longest that nobody else had a turn while the work went on, in milliseconds. */
export const longestBlock = async (work: () => Promise<unknown>): Promise<number> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  // What stood still to the last is seen at the next turn.
  await pause(10);
  delay.disable();
  return delay.max / 1e6;
};
