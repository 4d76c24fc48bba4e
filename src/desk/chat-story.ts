import type { CalendarDate } from "../calendar/day.ts";
import type { Command } from "../language/commands.ts";
import { WORDING } from "../message/wording.ts";
import type { Store } from "../store/open-store.ts";
import { settleCommand } from "./do-story.ts";
import type { Log } from "./log.ts";
import type { Desk } from "./open-desk.ts";
import { notice, type StoryDesk, type StoryReply } from "./story.ts";
import { tryStore } from "./try-store.ts";

type Asking = { readonly desk: Desk; readonly store: Store; readonly log: Log };

/** Story work on a day. */
export const storyOf = ({ desk, store }: Asking, day: CalendarDate): StoryDesk => ({
  desk,
  store,
  now: () => ({ day, at: new Date().toISOString() }),
});

/** What the desk was told to do, where that is no question; null: it is one, or the store cannot be reached to tell. */
export const commandIn = async (asking: Asking, text: string): Promise<Command | null> => {
  const command = asking.desk.readCommand(text);
  if (command === null) return null;
  const settled = await tryStore(asking.log, "looking for a list", () => settleCommand(asking, command));
  return settled.ok ? settled.value : null;
};

/** Does story work, and says so where that fails. */
export const tryStory = async ({ log }: Asking, work: () => Promise<StoryReply>): Promise<StoryReply> => {
  try {
    return await work();
  } catch (error) {
    log.error({ error: String(error) }, "what a reporter asked for failed");
    return notice(WORDING.decision.failed);
  }
};
